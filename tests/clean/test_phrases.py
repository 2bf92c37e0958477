"""Notices of pages are known by their wording; sentences of the press that use the same words are not notices."""

import re
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.clean.data_rows import rows
from dragoman.clean.phrases import notice


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Skip to content", "navigation"),
        ("Home » World » Asia", "navigation"),
        ("Share on Facebook Share on Telegram", "share"),
        ("Поделиться", "share"),
        ("Subscribe to Steppe Courier news in Telegram and Viber", "subscribe"),
        ("Подписывайтесь на наш канал в Telegram", "subscribe"),
        ("Get our free weekly newsletter in your inbox", "subscribe"),
        ("Follow us on Telegram", "share"),
        ("The rules for publishing comments are changed.", "comment_policy"),
        ("Your email address will not be published.", "comment_policy"),
        ("12 comments", "comment_policy"),
        ("3 thoughts on “Frigate calls at the port”", "comment_policy"),
        ("Read also: Submarine leaves for the south", "teaser"),
        ("Читайте также: Учения начались", "teaser"),
        ("Related articles", "teaser"),
        ("Mon Tue Wed Thu Fri Sat Sun", "calendar"),
        ("Пн Вт Ср Чт Пт Сб Вс", "calendar"),
        ("We use cookies to improve our site.", "widget"),
        ("Found an error? Select it and press Ctrl + Enter", "widget"),
        ("Нашли ошибку? Выделите текст и нажмите Ctrl+Enter", "widget"),
        ("Thank you! The editors have been notified.", "widget"),
        ("Forgot your password?", "widget"),
        ("Views: 1 234", "widget"),
        ("5 min read", "widget"),
        ("© 2020 Steppe Courier", "other"),
        ("(Reporting by Ann Lee; Editing by Bob Ray)", "other"),
    ],
)
def test_a_notice_is_known(text: str, kind: str) -> None:
    found = notice(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The governor confirmed the strike on his Telegram channel.",
        "Губернатор сообщил об ударе в своём телеграм-канале.",
        "Investigators found an error in the guidance of the missile.",
        "The editor was informed by the police on Monday.",
        "Register of arms transfers shows no deliveries in 2020.",
        "Support our troops, the minister told the parliament.",
        "Учредитель компании задержан в столице.",
        "The president's comments were removed from the transcript.",
        "The two states share a border of 1,200 kilometres.",
        "Follow-up talks are planned for May.",
        "Следите за руками, сказал генерал.",
        "The officers subscribe to the same doctrine.",
        "In other words, the base stays.",
        "Cookies were handed out to the soldiers.",
        "Comments on the draft treaty are due in May.",
        "More on that in the report of the commission.",
        "More than 300 soldiers took part.",
        "",
    ],
)
def test_a_sentence_of_the_press_is_no_notice(text: str) -> None:
    assert notice(text) is None


ANYWHERE = [row[2:] for row in rows("data/clean/phrases.tsv") if row[1] == "any"]


@given(st.data(), st.sampled_from(ANYWHERE))
@settings(max_examples=400)
def test_what_a_pattern_for_anywhere_fits_holds_one_of_its_words(data: st.DataObject, row: list[str]) -> None:
    pattern, words = row
    fitting = data.draw(st.from_regex(pattern, fullmatch=True))
    assert any(word in fitting for word in words.split("|"))


def test_the_patterns_are_in_small_letters_as_the_lines_are_when_they_are_compared() -> None:
    table = (resources.files("dragoman") / "data/clean/phrases.tsv").read_text("utf-8")
    patterns = [line.split("\t")[2] for line in table.splitlines() if line and not line.startswith("#")]
    plain = [re.sub(r"\\.", "", pattern) for pattern in patterns]
    assert [pattern for pattern in plain if pattern != pattern.lower()] == []


@pytest.mark.parametrize("text", ["SKIP TO CONTENT", "ПОДПИСЫВАЙТЕСЬ НА НАШ КАНАЛ В TELEGRAM", "FORGOT YOUR PASSWORD?"])
def test_a_notice_is_known_in_capitals(text: str) -> None:
    assert notice(text) is not None
