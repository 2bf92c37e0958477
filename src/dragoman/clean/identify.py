"""The language of a text that its common words leave open: asked of py3langid, held to the languages that we name."""

from functools import cache
from typing import TYPE_CHECKING

from dragoman.clean.languages import languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LONGEST = 3_000
"""Code points that are looked at; more tell no more."""


def identified(text: str, script: str) -> tuple[str, float]:
    """The likeliest language of those in a script, and how likely (0 to 1, among all that py3langid knows)."""
    known = {language.code.partition("-")[0]: language.code for language in languages() if language.script == script}
    ranked = _identifier().rank(text[:LONGEST])
    return next(((known[code], likely) for code, likely in ranked if code in known), ("und", 0.0))


@cache
def _identifier() -> "LanguageIdentifier":
    # Half a second and eighty megabytes, which an article in plain English or Russian is spared.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    ours = {language.code.partition("-")[0] for language in languages()}
    identifier.set_languages(sorted(ours & set(identifier.labels)))
    return identifier
