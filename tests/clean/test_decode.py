"""Bytes become text, whatever the page was saved in; what is no text is named."""

import pytest

from dragoman.clean.decode import decode
from dragoman.errors import InputError
from dragoman.records.source import Source

RUSSIAN = "Министр обороны прибыл с визитом в соседнюю республику, где подписал соглашение о сотрудничестве."
ENGLISH = "The minister — a former general — signed “the roadmap” in the café of the ministry."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ENGLISH, "cp1252"),
    ],
)
def test_text_is_read_in_the_encodings_of_the_press(text: str, encoding: str) -> None:
    assert decode(Source("a", text.encode(encoding))) == text


def test_a_declared_charset_is_believed() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(Source("a", page.encode("cp1251")))


def test_a_charset_declared_wrongly_gives_way_to_utf_8() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(Source("a", page.encode("utf-8")))


def test_a_few_broken_bytes_become_replacement_characters() -> None:
    data = RUSSIAN.encode()[:31] + RUSSIAN.encode()[32:]
    assert "\ufffd" in decode(Source("a", data))
    assert decode(Source("a", data)).endswith("соглашение о сотрудничестве.")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04abc", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\x00\x01\x02binary\x00\x00\x07", "NUL bytes"),
        (b"\x01\x02\x03\x04\x05" * 40, "control characters"),
        (b"\xfd\xfc\xff\xfe\xe0\x80" * 40, "broken UTF-8"),
        (b"\x80\x81\x82\x83" * 50 + b"text", "broken UTF-8"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        decode(Source("a", data))
