"""One person spelt in two ways: machine translation and haste transliterate a name anew each time."""

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from dragoman.check.draft import Draft
from dragoman.records.article import Evidence
from dragoman.records.entity import Resolution

_SHORTEST = 5
"""Letters; shorter surnames are alike by chance."""
# Spellings that transliteration swaps; the vowels are folded together afterwards.
_SWAPS = (
    ("kh", "h"),
    ("dzh", "j"),
    ("dj", "j"),
    ("tch", "ch"),
    ("ck", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("q", "k"),
    ("x", "ks"),
    ("ts", "c"),
)


def names(resolution: Resolution) -> Iterator[Draft]:
    """One finding for each surname that the article spells in two ways."""
    spellings = _surnames(resolution)
    told: set[str] = set()
    for i, (given, surname, first) in enumerate(spellings):
        for other_given, other, place in spellings[i + 1 :]:
            pair = " ".join(sorted((surname, other)))
            alike = _variants(surname, other) and _same_given(given, other_given)
            # Without given names, only a single letter may differ: "Martin" and "Merton" are two people.
            if pair in told or not alike or (not (given and other_given) and Levenshtein.distance(surname, other) > 1):
                continue
            told.add(pair)
            message = f"{surname} and {other} may be one person, spelt in two ways."
            yield Draft("name", "info", message, None, (first, place))


def _surnames(resolution: Resolution) -> list[tuple[str, str, Evidence]]:
    """Given names, surname and first place of each spelling of a person's name."""
    seen: dict[tuple[str, str], Evidence] = {}
    for entity, mention in resolution.mentions():
        if entity.kind != "person" or mention.type != "name":
            continue
        words = re.findall(r"[^\W\d_][^\W\d_'-]*", re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]s$", "", mention.text))
        if words:
            given = words[-2] if len(words) > 1 else ""
            seen.setdefault((given, words[-1]), Evidence(mention.start, mention.end, mention.text))
    return [(given, surname, place) for (given, surname), place in seen.items()]


def _variants(one: str, other: str) -> bool:
    """Whether two surnames sound alike, but are not the same, a plural or a feminine of each other."""
    if min(len(one), len(other)) < _SHORTEST or _bare(one) == _bare(other) or one[0] != other[0]:
        return False
    longer, shorter = sorted((_bare(one), _bare(other)), key=len, reverse=True)
    if longer.removeprefix(shorter) in ("a", "s", "es"):
        return False
    return _skeleton(one) == _skeleton(other)


def _same_given(one: str, other: str) -> bool:
    if not one or not other:
        return True
    return one[0] == other[0] and (_skeleton(one) == _skeleton(other) or len(one) == 1 or len(other) == 1)


def _bare(name: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def _skeleton(name: str) -> str:
    """What two transliterations of one name have in common: consonants, and where vowels stand."""
    bare = _bare(name)
    for spelt, folded in _SWAPS:
        bare = bare.replace(spelt, folded)
    bare = re.sub(r"[aeiouyj]+", "*", bare)
    return re.sub(r"([^*])\1+", r"\1", bare)
