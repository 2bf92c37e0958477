"""Which encoding some bytes are in, where nobody says so or what is said does not fit: by what they then look like."""

import re
from dataclasses import dataclass

from dragoman.clean.languages import languages
from dragoman.clean.words import common_words

CANDIDATES = (
    "cp1251", "koi8-r", "cp1252", "cp1250", "cp1254", "cp1256", "cp1253", "cp1255", "cp1257", "iso8859-2", "iso8859-5",
    "koi8-u", "cp866", "mac-cyrillic", "mac-roman", "cp850",
)  # fmt: skip
"""In the order of their use by the press; an earlier one wins where both fit alike."""
WIDE = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
SAMPLE_BYTES = 60_000
LAST_LATIN = "\u024f"
"""Letters beyond do not stand beside Latin ones in a word."""
LEAST_FIT = 0.6
"""Share of the letters beyond ASCII that look right; most wrong encodings leave less than half."""
PLAIN_SHARE = 0.2
"""Share of common words from which a language is plain to see."""
_BEYOND = re.compile("[^\x00-\x7f]")
_STRETCH = re.compile(rb"[^<>\n]+")
_FINE = frozenset("«»“”‘’„‚–—…•№©®°·§€£\xa0\xad¿¡ºª½²³´")
_COMMON_HAN = frozenset("的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出会會年日本月部")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding and how much of the text looks right in it, 0 to 1."""

    encoding: str
    fit: float


def sample(data: bytes) -> bytes:
    """What of some bytes tells their encoding: the stretches between tags and line ends that are not all ASCII."""
    found = bytearray()
    for stretch in _STRETCH.finditer(data):
        if not stretch[0].isascii():
            found += _around(stretch[0]) + b"\n"
            if len(found) >= SAMPLE_BYTES:
                break
    return bytes(found)


def _around(line: bytes) -> bytes:
    """A line, or of an endless one the place where it leaves ASCII first."""
    if len(line) <= SAMPLE_BYTES:
        return line
    first = next(i for i, byte in enumerate(line) if byte >= 0x80)
    return line[max(0, first - 20) : first + SAMPLE_BYTES]


def guess(data: bytes) -> Guess | None:
    """The encoding that fits a `sample` best; `None` where none fits."""
    wide = next((Guess(name, 1.0) for name in WIDE if fits_wide(data, name)), None)
    if wide is not None:
        return wide
    found = [Guess(name, fit_of(data, name)) for name in CANDIDATES]
    best = max(found, key=lambda each: round(each.fit, 2))
    return best if best.fit >= LEAST_FIT else None


def fit_of(data: bytes, encoding: str) -> float:
    """How much of what lies beyond ASCII in a `sample` looks right in an encoding."""
    if encoding in WIDE:
        return 1.0 if fits_wide(data, encoding) else 0.0
    return fit(data.decode(encoding, "replace"))


def fit(text: str) -> float:
    """The share of the letters beyond ASCII that stand as in words of the press; 1 where there are none.

    Letters must be in the alphabet of the language that the common words speak for, and no capital may follow a small
    letter; what is no letter counts for a little where it is a mark of print, and against where it is not.
    """
    code, share = common_words(text)
    alphabet = next((language.letters for language in languages() if language.code == code), frozenset())
    good = bad = 0.0
    for match in _BEYOND.finditer(text):
        letter = match[0]
        before, after = text[match.start() - 1 : match.start()] or " ", text[match.end() : match.end() + 1] or " "
        if letter.isalpha():
            is_strange = bool(alphabet) and letter.lower() not in alphabet and not _is_alone(letter)
            is_mixed = letter > LAST_LATIN and (
                (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
            )
            if is_strange or is_mixed or (letter.isupper() and before.islower()):
                bad += 1
            elif (
                letter.isupper() and before.isupper()
            ):  # KOI8 and windows-1251 have each other's letters in the other case
                good += 0.5
                bad += 0.5
            elif code != "und" or (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()):
                good += 1
            else:  # letters that form no common word may be anything
                good += 0.5
                bad += 0.5
        elif letter in _FINE:
            good += 0.2
        else:
            bad += 1
    if not good + bad:
        return 1.0
    return good / (good + bad) * (0.7 + 0.3 * min(share / PLAIN_SHARE, 1.0))


def _is_alone(letter: str) -> bool:
    """Whether the script of a letter serves one language (Greek, Hebrew) or has no table here (Arabic)."""
    return "\u0370" <= letter <= "\u03ff" or "\u0590" <= letter <= "\u06ff" or letter >= "\u0900"


def fits_wide(data: bytes, encoding: str) -> bool:
    """Whether a `sample` is Chinese, Japanese or Korean text in an encoding of several bytes a letter."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < max(len(data) - 4, 20):
            return False
        text = data[: error.start].decode(encoding)
    beyond = [letter for letter in text if not letter.isascii()]
    if len(beyond) < 10:
        return False
    if encoding == "euc-kr":
        return sum("\uac00" <= letter <= "\ud7a3" for letter in beyond) > 0.7 * len(beyond)
    if encoding in ("shift_jis", "euc-jp"):
        return sum("\u3041" <= letter <= "\u30ff" for letter in beyond) > 0.25 * len(beyond)
    return sum(letter in _COMMON_HAN for letter in beyond) > 0.06 * len(beyond)
