"""Bytes become text: by byte order mark, declared charset, UTF-8, or the most plausible older encoding."""

import codecs
import re

from dragoman.errors import InputError
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
MOST_CONTROLS = 0.02
"""Above this share of control characters the content is no text (a form feed or an escape is none of them)."""
MOST_BROKEN = 0.1
"""Above this share of undecodable characters the text is too broken to be quoted from."""


def decode(source: Source) -> str:
    """The text of a source without a byte order mark; undecodable bytes as U+FFFD where they are few.

    Raises `InputError` for binary content (naming the format where known) and for text that is mostly undecodable.
    """
    data = source.data
    for magic, name in MAGICS:
        if data.startswith(magic):
            raise InputError(source.name, f"binary content: {name}, not text")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _checked(source, data[len(bom) :].decode(encoding, "replace"))
    if b"\x00" in data[:100_000]:
        wide = _wide(data)
        if wide is None:
            raise InputError(source.name, "binary content: NUL bytes, not text")
        return _checked(source, data.decode(wide, "replace"))
    sample = data[:1_000_000]
    if len(sample) - len(sample.translate(None, CONTROL_BYTES)) > MOST_CONTROLS * len(sample):
        raise InputError(source.name, "binary content: mostly control characters, not text")
    try:
        return _checked(source, data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared is not None:
        return _checked(source, data.decode(declared, "replace"))
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(map(len, re.findall(r"[\x80-\ufffc]+", text)))
    if sound < 3 * broken:  # whole UTF-8 sequences are rare by chance: without them this is no UTF-8
        older = _older(data)
        if older is not None:
            return _checked(source, data.decode(older, "replace"))
    return _checked(source, text)


def _checked(source: Source, text: str) -> str:
    broken = text.count("\ufffd")
    if broken > MOST_BROKEN * max(len(text), 1):
        raise InputError(source.name, f"broken UTF-8: {broken:,} of {len(text):,} characters cannot be decoded")
    if len(CONTROLS.findall(text, 0, 1_000_000)) > MOST_CONTROLS * min(len(text), 1_000_000):
        raise InputError(source.name, "binary content: mostly control characters, not text")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: zeros in nearly every second place, and only there."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 10:
        return None
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    if b"<" not in head:
        return None
    match = XML_ENCODING.search(head) or CHARSET.search(head)
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
    except (LookupError, ValueError):
        return None
    # A page that says "utf-8" and is not, or that names a codec which gives no text (base64 …), declares nothing.
    return name if name.startswith(("cp", "iso8859", "koi8", "mac", "gb", "big5", "shift", "euc")) else None


def _older(data: bytes) -> str | None:
    """Windows-1251, KOI8-R or Windows-1252, by whether the high bytes then look like words of the press."""
    sample = data[:200_000]
    high = sum(byte >= 0x80 for byte in sample)
    best: tuple[float, str] | None = None
    for encoding in ("cp1251", "koi8-r"):
        text = sample.decode(encoding, "replace")
        # Running Russian is lower case in runs, with о, е, а, и, н, т in every other letter (any frequency table).
        inside = sum(len(run) for run in re.findall(r"[а-яёА-ЯЁ][а-яё]+", text))
        common = sum(text.count(letter) for letter in "оеаинт")
        score = inside / high if common > 0.35 * inside else 0.0
        if score > 0.7 and (best is None or score > best[0]):
            best = (score, encoding)
    if best is not None:
        return best[1]
    text = sample.decode("cp1252", "replace")
    fits = len(re.findall(r"(?<=[A-Za-z])[À-öø-ÿœŒžŽšŠ]|[À-öø-ÿ](?=[a-z])|[‘’“”–—…•«»\xa0©€£§°·ßº¿¡]", text))
    return "cp1252" if fits > 0.8 * high else None
