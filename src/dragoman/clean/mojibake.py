"""Text that somebody read in the wrong encoding before it came here: recognised, named, and put right where it can be."""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.clean.charset import fit
from dragoman.clean.words import common_words
from dragoman.records.article import Note

TWICE = {"cp1252": "windows-1252", "cp1251": "windows-1251", "koi8-r": "KOI8-R"}
"""Encodings that UTF-8 is read in by mistake, with their usual names."""
SWAPPED = (
    ("cp1252", "cp1251"), ("cp1252", "koi8-r"), ("cp1251", "koi8-r"), ("koi8-r", "cp1251"), ("cp1251", "cp866"),
    ("cp866", "cp1251"), ("mac-cyrillic", "cp1251"), ("cp1252", "cp1250"), ("cp1252", "cp1253"), ("cp1252", "cp1256"),
)  # fmt: skip
"""(read as, in truth): pairs that pages of the press have suffered."""
NAMES = {"cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1253": "windows-1253",
         "cp1256": "windows-1256", "koi8-r": "KOI8-R", "cp866": "CP866", "mac-cyrillic": "MacCyrillic"}  # fmt: skip
LEAST_RUNS = 3
"""One "É™" may be a trade mark."""
MOST_OF_IT = 0.6
"""Share of what lies beyond ASCII from which short runs are what the long ones are."""
BEYOND = re.compile("[^\x00-\x7f]+")
SEVERAL = re.compile("[^\\x00-\\x7f]{2,}")
"""Where twice-encoded letters can stand: each has become two or more, all beyond ASCII."""
SAMPLE = 20_000
LEAST_LETTERS = 20
QUIET, LOUD = 0.15, 0.1
"""Shares of common words: below the first no language speaks plainly for a text; the second more must speak for the right one."""
BAD_FIT, GOOD_FIT = 0.6, 0.85
LOST = re.compile(r"(?<![?\w])\?{3,}(?:[ ,.]+\?{2,}){2,}")
"""Words of question marks: their letters are gone for good."""
_TAG = re.compile(r"<[^<>]*>")


def mended(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text put right where nothing is lost by it, and what was the matter."""
    notes: list[Note] = []
    swapped = _swapped(text)
    if swapped is not None:
        text, wrong, right = swapped
        notes.append(Note("mojibake", f"{NAMES[right]} had been read as {NAMES[wrong]}: put right"))
    else:
        several = list(SEVERAL.finditer(text))
        for wrong, name in TWICE.items():
            text, count, first = _read_once(text, wrong, several)
            if count:
                several = list(SEVERAL.finditer(text))
                places = f"in {count:,} places (“{first}”)"
                notes.append(Note("mojibake", f"UTF-8 had been read as {name} {places}: put right"))
    lost = len(LOST.findall(text)) if "???" in text else 0
    if lost:
        notes.append(Note("mojibake", f"letters were lost before the text came here (“??? ???” in {lost:,} places)"))
    return text, tuple(notes)


def _read_once(text: str, wrong: str, several: Sequence[re.Match[str]]) -> tuple[str, int, str]:
    """The text with its runs of twice-encoded letters put right, how many there were, and the first of them.

    `several`: the matches of `SEVERAL` in the text.
    """
    pattern = _runs(wrong)
    found = [run for beyond in several for run in pattern.finditer(text, *beyond.span())]
    runs = [run for run in found if _right(run[0], wrong) is not None]
    sure = [run for run in runs if len(run[0]) > 2]
    if len(runs) < LEAST_RUNS and not sure:
        return text, 0, ""
    if wrong != "cp1252" and sum(len(run[0]) for run in runs) < MOST_OF_IT * sum(map(len, BEYOND.findall(text))):
        runs = sure  # a Cyrillic capital before a quotation mark is nothing strange in a sound text
    if not runs:
        return text, 0, ""
    parts: list[str] = []
    end = 0
    for run in runs:
        parts += [text[end : run.start()], _right(run[0], wrong) or ""]
        end = run.end()
    parts.append(text[end:])
    return "".join(parts), len(runs), runs[0][0][:12]


def _right(run: str, wrong: str) -> str | None:
    back = _bytes_of(wrong)
    try:
        found = bytes(back[letter] for letter in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return found if all(letter.isprintable() or letter in "\xa0\xad\u200b\ufeff\u2028" for letter in found) else None


@cache
def _bytes_of(encoding: str) -> dict[str, int]:
    """For each character of an encoding its byte; unassigned bytes are read as control characters by most programs."""
    found = {}
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(encoding, "replace")
        found[chr(byte) if letter == "\ufffd" else letter] = byte
    return found


@cache
def _runs(encoding: str) -> re.Pattern[str]:
    """Runs of what whole UTF-8 sequences look like. Source: RFC 3629."""
    letters = {byte: re.escape(letter) for letter, byte in _bytes_of(encoding).items()}
    leads = ((range(0xC2, 0xE0), 1), (range(0xE0, 0xF0), 2), (range(0xF0, 0xF5), 3))
    more = "[" + "".join(letters[byte] for byte in range(0x80, 0xC0)) + "]"
    kinds = ["[" + "".join(letters[byte] for byte in bytes_) + "]" + more * count for bytes_, count in leads]
    return re.compile("(?:" + "|".join(kinds) + ")+")


def _swapped(text: str) -> tuple[str, str, str] | None:
    """The text in the encoding it was in truth, where no language speaks for it as it stands, but one does then."""
    if len(text) - len(text.encode("ascii", "ignore")) < LEAST_LETTERS:
        return None  # most pages in English have a few dashes and quotation marks
    pieces = (piece for piece in _TAG.split(text) if not piece.isascii())
    prose = " ".join(pieces)[:SAMPLE]
    beyond = sum(letter.isalpha() and not letter.isascii() for letter in prose)
    if beyond < LEAST_LETTERS:
        return None
    spoken = common_words(prose)[1]
    if spoken >= QUIET and fit(prose) > BAD_FIT:
        return None
    best: tuple[float, str, str] | None = None
    for wrong, right in SWAPPED:
        other = _recoded(prose, wrong, right)
        if other is None or fit(other) < GOOD_FIT:
            continue
        share = common_words(other)[1]
        if share >= spoken + LOUD and (best is None or share > best[0]):
            best = share, wrong, right
    if best is None:
        return None
    _, wrong, right = best
    whole = _recoded(text, wrong, right)
    return (whole, wrong, right) if whole is not None else None


def _recoded(text: str, wrong: str, right: str) -> str | None:
    back = _bytes_of(wrong)
    data = bytearray()
    for letter in text:
        byte = ord(letter) if letter.isascii() else back.get(letter)
        if byte is None:
            return None
        data.append(byte)
    return data.decode(right, "replace")
