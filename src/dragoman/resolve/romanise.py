"""Names as they sound, whatever alphabet and whichever transliteration they are written in.

`romanised` brings Cyrillic and the Latin alphabets of Uzbek, Kazakh, Azerbaijani and Turkish to one plain Latin spelling;
`skeleton` keeps of that what all transliterations share: the consonants, and where vowels stand. "Курбанов", "Kurbanov",
"Kurbonov" and "Qurbonov" have one skeleton; so have "Шойгу", "Shoigu" and "Shoygu".
Source of the tables: BGN/PCGN and common press spellings of Russian, Ukrainian, Kazakh, Uzbek and Arabic names.
"""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "u", "қ": "q", "ғ": "gh", "ҳ": "h", "ң": "ng", "ү": "u", "ұ": "u", "ө": "o", "ә": "a", "һ": "h",
    "ҷ": "j", "ӣ": "i", "ӯ": "u", "җ": "j",
})  # fmt: skip
_LATIN = str.maketrans({
    "ş": "sh", "ç": "ch", "ğ": "g", "ı": "i", "ə": "a", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "ß": "ss", "š": "sh", "č": "ch",
    "ž": "zh", "ň": "n", "ý": "y", "ö": "o", "ü": "u", "ā": "a",
})  # fmt: skip
_SWAPS = (
    ("shch", "sh"), ("tch", "ch"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"),
    ("ts", "c"), ("tz", "c"), ("th", "t"), ("dh", "d"), ("x", "h"), ("q", "k"), ("w", "v"),
)  # fmt: skip
"""Spellings of one sound; "x" is Uzbek's for kh. What they are folded to is no spelling of anything, only a sign."""
_APOSTROPHES = re.compile("['’‘ʻʼ`´]")
_VOWELS = re.compile(r"[aeiouy]+")
_ARTICLES = re.compile(r"\b(?:al|el|an|ar|as|ash|at|az|ad)-(?=\w)")


@lru_cache(maxsize=16384)
def romanised(name: str) -> str:
    """A name in small plain Latin letters, words parted by single spaces."""
    composed = unicodedata.normalize("NFC", _APOSTROPHES.sub("", name).casefold())
    latin = composed.translate(_CYRILLIC).translate(_LATIN)
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return " ".join(_ARTICLES.sub("", plain).replace("-", " ").split())


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """What all transliterations of a name share; two names that differ in it are not one."""
    plain = romanised(name)
    for spelt, sign in _SWAPS:
        plain = plain.replace(spelt, sign)
    folded = " ".join(_word(word) for word in plain.split())
    return re.sub(r"([^*\s])\1+", r"\1", folded)


def _word(word: str) -> str:
    # A "j" between vowels, or before one at the beginning, may be a glide (Sejm) or a consonant (Japarov): kept as a consonant.
    return _VOWELS.sub("*", word)
