"""Text that was read in a wrong encoding before it came here is put right where nothing is lost, and named."""

import pytest

from dragoman.clean.mojibake import mended

RUSSIAN = (
    "Министр обороны прибыл с визитом в соседнюю республику, где подписал соглашение о сотрудничестве. "
    "Об этом сообщили в ведомстве, и это было не в первый раз."
)
ENGLISH = (
    "The minister — a former general — signed “the roadmap” in the café of the ministry. It’s the first such visit."
)
CZECH = "Ministři podepsali v hlavním městě dohodu o výcviku důstojníků. Dodávky se začnou na jaře, a to je vše."


def read_as(text: str, wrong: str, right: str = "utf-8") -> str:
    """The text as a program shows it that takes its bytes for another encoding's."""
    letters = (bytes([byte]).decode(wrong, "replace") for byte in text.encode(right))
    return "".join(
        chr(byte) if letter == "\ufffd" else letter for letter, byte in zip(letters, text.encode(right), strict=True)
    )


@pytest.mark.parametrize("wrong", ["cp1252", "cp1251", "koi8-r"])
@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH, CZECH])
def test_utf_8_that_was_read_as_something_older_is_put_right(text: str, wrong: str) -> None:
    found, notes = mended(read_as(text, wrong))
    assert found == text
    assert [note.kind for note in notes] == ["mojibake"]
    assert notes[0].message.startswith("UTF-8 had been read as ")


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        ("cp1252", "cp1251", "windows-1251 had been read as windows-1252"),
        ("cp1252", "koi8-r", "KOI8-R had been read as windows-1252"),
        ("cp1251", "koi8-r", "KOI8-R had been read as windows-1251"),
        ("koi8-r", "cp1251", "windows-1251 had been read as KOI8-R"),
        ("cp1251", "cp866", "CP866 had been read as windows-1251"),
    ],
)
def test_two_older_encodings_taken_for_each_other_are_put_right(wrong: str, right: str, words: str) -> None:
    found, notes = mended(read_as(RUSSIAN, wrong, right))
    assert found == RUSSIAN
    assert [note.message for note in notes] == [f"{words}: put right"]


@pytest.mark.parametrize(
    "text", [RUSSIAN, ENGLISH, CZECH, "«БМПТ» и «СВ» — CAFÉ™", "ÀÉÎÕÜ", "Як-130, МиГ-31К, Су-30СМ", ""]
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert mended(text) == (text, ())


@pytest.mark.parametrize("text", [RUSSIAN, CZECH, ENGLISH])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_was_read_wrongly_again_and_again_is_put_right(text: str, times: int) -> None:
    wrong = text
    for _ in range(times):
        wrong = wrong.encode().decode("latin-1")  # as programs do that know nothing of windows-1252
    found, notes = mended(wrong)
    assert found == text
    assert ("times over" in notes[0].message) == (times > 1)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The cafÃ© was closed by order.", "The café was closed by order."),
        ("fÃ¼r hÃ¶here Offiziere", "für höhere Offiziere"),
    ],
)
def test_one_letter_within_a_word_is_enough(text: str, right: str) -> None:
    found, notes = mended(text)
    assert found == right
    assert "put right" in notes[0].message


def test_letters_that_are_lost_are_named() -> None:
    text = "Министр ??????? ??????? ????? сказал."
    found, notes = mended(text)
    assert found == text
    assert "letters were lost" in notes[0].message
