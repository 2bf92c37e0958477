"""Names cut into the words that a question may use: small letters, no accents."""

import unicodedata

from dragoman.store.stems import WORD


def folded(name: str) -> str:
    """A name without capitals and accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def tokens(name: str) -> list[str]:
    """The words of a name, each once."""
    return list(dict.fromkeys(WORD.findall(folded(name))))
