"""Bytes become text, whatever the page was saved in; what is no text is named."""

import pytest

from dragoman.clean.decode import Decoded, decode
from dragoman.errors import InputError
from dragoman.records.article import Note
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
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32-le"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ENGLISH, "cp1252"),
    ],
)
def test_text_is_read_in_the_encodings_of_the_press(text: str, encoding: str) -> None:
    assert decode(Source("a", text.encode(encoding))).text == text


def test_a_declared_charset_is_believed() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(Source("a", page.encode("cp1251"))).text


def test_a_charset_declared_wrongly_gives_way_to_utf_8() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(Source("a", page.encode("utf-8"))).text


def test_a_few_broken_bytes_become_replacement_characters() -> None:
    data = RUSSIAN.encode()[:31] + RUSSIAN.encode()[32:]
    assert "\ufffd" in decode(Source("a", data)).text
    assert decode(Source("a", data)).text.endswith("соглашение о сотрудничестве.")


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


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Ministrowie podpisali w stolicy porozumienie o szkoleniu oficerów, a dostawy rozpoczną się wiosną.",
            "cp1250",
        ),
        ("Ministři podepsali v hlavním městě dohodu o výcviku důstojníků, a to je vše, co se ví.", "iso8859-2"),
        ("Bakanlar başkentte subayların eğitimi için bir anlaşma imzaladı ve daha sonra konuştu.", "cp1254"),
        ("Οι υπουργοί υπέγραψαν στην πρωτεύουσα συμφωνία για την εκπαίδευση των αξιωματικών.", "cp1253"),
        ("השרים חתמו בבירה על הסכם של הכשרת קצינים, כי זה לא היה קל.", "cp1255"),
        ("وقع الوزيران في العاصمة اتفاقا بشأن تدريب الضباط بعد أن كان ذلك من الصعب.", "cp1256"),
        ("Міністри підписали угоду про підготовку офіцерів у столиці країни.", "koi8-u"),
        ("两国国防部长在首都签署了军官培训协议,这是他们的第一次会晤。", "gb18030"),
        ("両国の防衛相は首都で将校の訓練に関する協定に署名した。", "shift_jis"),
        ("양국 국방장관은 수도에서 장교 훈련에 관한 협정에 서명했다.", "euc-kr"),
    ],
)
def test_an_older_encoding_that_nobody_names_is_told_from_its_words(text: str, encoding: str) -> None:
    assert decode(Source("a", text.encode(encoding))) == Decoded(text, ())


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman", "latin-1"])
def test_french_is_not_taken_for_arabic_in_parts(encoding: str) -> None:
    text = (
        "Le ministre de la Défense a été reçu à Paris ; il a signé un accord sur la coopération des élèves officiers."
    )
    assert decode(Source("a", text.encode(encoding))).text == text


def test_a_strayed_nul_is_a_character_that_cannot_be_decoded() -> None:
    decoded = decode(Source("a", f"{RUSSIAN}\0{RUSSIAN}".encode()))
    assert decoded == Decoded(f"{RUSSIAN}\ufffd{RUSSIAN}", (Note("encoding", "1 character cannot be decoded"),))


@pytest.mark.parametrize(
    ("encoding", "label", "message"),
    [
        ("koi8-r", "windows-1251", "the page calls itself windows-1251, but is in koi8-r"),
        ("cp1251", "utf-8", "the page calls itself utf-8, but is in windows-1251"),
        ("utf-8", "windows-1251", "the page calls itself windows-1251, but is in utf-8"),
        ("cp1251", "iso-8859-1", "the page calls itself windows-1252, but is in windows-1251"),
    ],
)
def test_a_wrong_label_is_seen_and_named(encoding: str, label: str, message: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>{RUSSIAN}</p></body></html>'
    decoded = decode(Source("a", page.encode(encoding)))
    assert decoded.text == page
    assert decoded.notes == (Note("encoding", message),)


def test_the_servers_charset_comes_before_the_pages() -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN}</p></body></html>'
    decoded = decode(Source("a", page.encode("cp1251"), charset="windows-1251"))
    assert decoded == Decoded(page, ())


@pytest.mark.parametrize("charset", ["base64", "no-such", "utf-16", "", "rot13", "a\0b"])
def test_a_charset_that_is_none_is_passed_by(charset: str) -> None:
    assert decode(Source("a", RUSSIAN.encode(), charset=charset)).text == RUSSIAN


def test_an_endless_line_is_decoded_all_the_same() -> None:
    line = "a" * 3_000_000 + RUSSIAN
    assert decode(Source("a", line.encode("cp1251"))).text == line
