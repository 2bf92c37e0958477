"""Bytes become text: by byte order mark, declared charset, UTF-8, or the most plausible older encoding."""

import codecs
import re
from dataclasses import dataclass

from dragoman.clean.charset import fit_of, guess, sample
from dragoman.clean.mojibake import mended
from dragoman.clean.scripts import main_script
from dragoman.errors import InputError
from dragoman.records.article import Note
from dragoman.records.source import Source

MAGICS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF document"),
)
"""The first bytes of formats that hold no plain text. Source: the formats' own specifications."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:-]{3,40})""", re.IGNORECASE)
XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_:-]{3,40})["']""")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL_BYTES = bytes(i for i in (*range(9), *range(14, 27), *range(28, 32), 127))
BEYOND = re.compile("[\x80-\ufffc\U00010000-\U0010ffff]")
WIDE = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
"""Encodings of several bytes a letter, with how many."""
LEAST_PLAIN, WIDE_SHARE = 0.05, 0.85
"""Share of ASCII (blanks, at the least), and of it and one script together, of a text in one of them."""
MOST_ZEROS = 0.001
"""Share of NUL bytes up to which a text has strayed ones; they become U+FFFD. Source: HTML, 13.2.5."""
CREDIT = 0.1
"""A charset that the page states is believed unless another one fits better by more than this."""
MOST_CONTROLS = 0.02
"""Above this share of control characters the content is no text (a form feed or an escape is none of them)."""
MOST_BROKEN = 0.1
"""Above this share of undecodable characters the text is too broken to be quoted from."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a source, and what was the matter with its encoding."""

    text: str
    notes: tuple[Note, ...]


def decode(source: Source) -> Decoded:
    """The text of a source without a byte order mark; undecodable bytes as U+FFFD where they are few.

    What was read in a wrong encoding before is put right where nothing is lost by it. Raises `InputError` for binary
    content (naming the format where known) and for text that is mostly undecodable.
    """
    encoding, length, notes = _encoding(source)
    text = _checked(source, source.data[length:].decode(encoding, "replace").replace("\x00", "\ufffd"))
    broken = text.count("\ufffd")
    if broken:
        characters = "1 character" if broken == 1 else f"{broken:,} characters"
        notes.append(Note("encoding", f"{characters} cannot be decoded"))
    if not text.isascii() or "???" in text:
        text, more = mended(text)
        notes.extend(more)
    return Decoded(text, tuple(notes))


def _encoding(source: Source) -> tuple[str, int, list[Note]]:
    """The encoding, the length of the byte order mark, and where what the page says of itself is wrong."""
    data = source.data
    for magic, name in MAGICS:
        if data.startswith(magic):
            raise InputError(source.label, f"binary content: {name}, not text")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return encoding, len(bom), []
    start = data[:1_000_000]
    zeros = start.count(0)
    if zeros:
        wide = _wide(data)
        if wide is not None:
            return wide, 0, []
        if zeros > max(MOST_ZEROS * len(start), 1):
            raise InputError(source.label, "binary content: NUL bytes, not text")
    if len(start) - len(start.translate(None, CONTROL_BYTES)) > MOST_CONTROLS * len(start):
        raise InputError(source.label, "binary content: mostly control characters, not text")
    stated = _known(source.charset) or _declared(data)
    if data.isascii() and stated != "iso2022_jp":
        return "utf-8", 0, []
    if _is_utf_8(data):
        return "utf-8", 0, _mislabelled(stated, "utf-8")
    telling = sample(data)
    best = guess(telling)
    if stated not in (None, "utf-8") and (best is None or fit_of(telling, stated) > best.fit - CREDIT):
        return stated, 0, []
    if best is None:
        return "utf-8", 0, []
    return best.encoding, 0, _mislabelled(stated, best.encoding)


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes are UTF-8, some broken places aside: whole sequences beyond ASCII are rare by chance."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        sound = len(BEYOND.findall(text))
        return sound >= 3 * text.count("\ufffd")
    return True


def _mislabelled(stated: str | None, found: str) -> list[Note]:
    if stated is None or stated == found:
        return []
    return [Note("encoding", f"the page calls itself {_usual(stated)}, but is in {_usual(found)}")]


def _usual(name: str) -> str:
    """The name that pages use: "windows-1251" for Python's "cp1251"."""
    return re.sub(r"^cp(?=125\d)", "windows-", name).replace("iso8859", "iso-8859")


def _checked(source: Source, text: str) -> str:
    broken = text.count("\ufffd")
    if broken > MOST_BROKEN * max(len(text), 1):
        raise InputError(source.label, f"broken UTF-8: {broken:,} of {len(text):,} characters cannot be decoded")
    if len(CONTROLS.findall(text, 0, 1_000_000)) > MOST_CONTROLS * min(len(text), 1_000_000):
        raise InputError(source.label, "binary content: mostly control characters, not text")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: the one in which nearly all is ASCII or letters of the press's scripts."""
    sample = data[:8000]
    for encoding, width in WIDE:
        text = sample[: len(sample) // width * width].decode(encoding, "replace")
        # read in the wrong order of bytes, blanks and full stops are letters and signs that no page has
        plain = sum(letter.isascii() and (letter.isprintable() or letter.isspace()) for letter in text)
        if plain >= LEAST_PLAIN * len(text) and plain + main_script(text)[1] >= WIDE_SHARE * len(text) > 0:
            return encoding
    return None


def _declared(data: bytes) -> str | None:
    """The charset that markup states of itself."""
    head = data[:4096]
    if b"<" not in head:
        return None
    match = XML_ENCODING.search(head) or CHARSET.search(head)
    return _known(match.group(1).decode("ascii")) if match else None


def _known(name: str | None) -> str | None:
    """Python's name of an encoding that gives text and lets ASCII stand (base64 does neither); `None` for others."""
    try:
        found = codecs.lookup(name).name if name and "\0" not in name else None
    except (LookupError, UnicodeError):
        return None
    if found in ("iso8859-1", "ascii"):
        return "cp1252"  # so read by every browser. Source: WHATWG Encoding Standard
    kinds = ("utf-8", "cp", "iso8859", "koi8", "mac", "gb", "big5", "shift", "euc", "iso2022_jp", "tis")
    return found if found is not None and found.startswith(kinds) else None
