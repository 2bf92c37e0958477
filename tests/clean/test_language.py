"""The language of a text, and "und" where it cannot be told."""

import pytest

from dragoman.clean.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The two ministers signed an agreement on the training of officers in the capital.", "en"),
        ("Министры подписали соглашение о подготовке офицеров в столице республики.", "ru"),
        ("Міністри підписали угоду про підготовку офіцерів у столиці країни.", "uk"),
        ("Die Minister haben in der Hauptstadt ein Abkommen über die Ausbildung von Offizieren unterzeichnet.", "de"),
        ("Les ministres ont signé un accord sur la formation des officiers dans la capitale.", "fr"),
        ("Los ministros firmaron en la capital un acuerdo sobre la formación de oficiales.", "es"),
        ("Bakanlar başkentte subayların eğitimi için bir anlaşma imzaladı ve daha sonra basına konuştu.", "tr"),
        ("Вазирлар пойтахтда офицерларни тайёрлаш бўйича ҳамда ҳамкорлик учун битим имзолади.", "uz-Cyrl"),
        ("両国の防衛相は首都で会談した。", "ja"),
        ("两国国防部长在首都会晤。", "zh"),
        ("وقع الوزيران اتفاقا في العاصمة", "ar"),
        ("12 34 56", "und"),
        ("Mi-24 Su-25 T-72", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told(text: str, code: str) -> None:
    assert language_of(text) == code
