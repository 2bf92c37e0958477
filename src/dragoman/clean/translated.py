"""From which language the page says that it was translated."""

import re
from functools import cache

from dragoman.clean.data_rows import rows
from dragoman.clean.language import UNKNOWN

NEAR = 3_000
"""Code points at the start and the end of a text in which such a line stands."""
MACHINE = re.compile(r"<html\b[^<>]{0,400}\bclass\s*=\s*[\"'][^\"'<>]{0,200}\btranslated-(?:ltr|rtl)\b", re.IGNORECASE)
"""Google Translate's mark on a page that a browser saved in translation."""
PROXY = re.compile(r"https?://[\w-]+\.translate\.goog/[^\s\"'<>]{0,500}?[?&;]_x_tr_sl=([a-z]{2,3})\b")
"""The address of a page seen through Google Translate names both languages."""


def translated_from(source: str, text: str, address: str) -> str | None:
    """BCP 47 of the language that the page says it was translated from, "und" where it does not say from which; else `None`.

    `source` is the page as it was given, `text` what a reader sees of it.
    """
    head = source[:50_000]
    match = PROXY.search(address) or PROXY.search(head)
    if match:
        return match[1]
    seen = text if len(text) <= 2 * NEAR else f"{text[:NEAR]}\n{text[-NEAR:]}"
    lowered = seen.lower()
    for words, pattern, names in _phrases():
        said = pattern.search(seen) if any(word in lowered for word in words) else None
        if said:
            return names[said[1].lower()]
    return UNKNOWN if MACHINE.search(head) else None


@cache
def _phrases() -> tuple[tuple[list[str], re.Pattern[str], dict[str, str]], ...]:
    """For each wording, the beginnings of words of which a text has one that says so, its pattern with the language's name as its group, and the codes of the names."""
    names: dict[str, dict[str, str]] = {}
    for tongue, code, forms in rows("data/clean/translated_names.tsv"):
        names.setdefault(tongue, {}).update({form.lower(): code for form in forms.split("|")})
    found = []
    for tongue, words, beginnings in rows("data/clean/translated_phrases.tsv"):
        known = names[tongue]
        one_of = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
        found.append(
            (beginnings.split("|"), re.compile(words.replace("LANGUAGE", f"({one_of})"), re.IGNORECASE), known)
        )
    return tuple(found)
