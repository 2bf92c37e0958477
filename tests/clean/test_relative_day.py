"""“Yesterday, 14:05” is a day where it is known when the page was handed out, and where every clock agrees on it."""

import pytest

from dragoman.clean.article import clean
from dragoman.records.article import Article
from dragoman.records.source import Source

RUSSIAN = (
    "Министры подписали соглашение о подготовке офицеров, сообщили в министерстве обороны республики.\n\n"
    "Первые курсанты прибудут осенью, сообщил министр, и будут учиться в столице два года."
)


def article(day: str, crawled: str | None) -> Article:
    text = f"Офицеров будут обучать в столице\n\nАвтор: Анна Ли\n{day}\n\n{RUSSIAN}"
    return clean(Source("a.txt", text.encode(), crawled=crawled))


@pytest.mark.parametrize(
    ("day", "crawled", "published"),
    [
        ("вчера, 14:05", "2024-03-05T06:07:08Z", "2024-03-04T14:05"),
        ("вчера, 14:05", "2024-03-05T22:30:00Z", "2024-03-05T14:05"),  # the sixth everywhere that Russian is read
        ("вчера, 14:05", "2024-03-05T17:00:00Z", None),  # the fifth in Moscow, the sixth in Vladivostok
        ("Вчера, 14:05 МСК", "2024-03-05T17:00:00Z", "2024-03-04T14:05:00+03:00"),
        ("Сегодня в 09:30", "2024-03-05T06:40:00Z", "2024-03-05T09:30"),
        ("Опубликовано: вчера", "2024-03-01T06:07:08Z", "2024-02-29"),
        ("2 часа назад", "2024-03-05T06:07:08Z", "2024-03-05"),
        ("2 часа назад", "2024-03-05T00:07:08Z", None),
        ("Yesterday at 14:05 GMT", "2024-03-05T06:07:08Z", "2024-03-04T14:05:00+00:00"),
        ("Обновлено: вчера, 14:05", "2024-03-05T06:07:08Z", None),
        ("вчера, 99:99", "2024-03-05T06:07:08Z", "2024-03-04"),
        ("вчера, 14:05", "0001-01-01T00:00:00Z", None),
        ("вчера, 14:05", "2024-13-41T00:00:00Z", None),
    ],
)
def test_a_day_is_counted_from_the_crawl(day: str, crawled: str, published: str | None) -> None:
    found = article(day, crawled)
    assert found.published == published
    assert found.crawled == crawled
    assert found.text.endswith(RUSSIAN)


def test_it_is_said_how_the_day_was_told() -> None:
    found = article("вчера, 14:05", "2024-03-05T06:07:08Z")
    assert [note.message for note in found.notes] == [
        "“вчера, 14:05” was counted from 2024-03-05T06:07:08Z, when the page was handed out"
    ]
    assert "вчера" not in found.text


def test_without_a_crawl_there_is_no_day_and_that_is_said() -> None:
    found = article("вчера, 14:05", None)
    assert found.published is None
    assert [note.message for note in found.notes] == [
        "the page gives its day only as “вчера, 14:05”, and nothing tells when the page was saved"
    ]


def test_yesterday_in_a_sentence_dates_no_page() -> None:
    text = f"Офицеров будут обучать в столице\n\nМинистр сказал вчера, 14 марта, что курсанты прибудут осенью.\n\n{RUSSIAN}"
    found = clean(Source("a.txt", text.encode(), crawled="2024-03-05T06:07:08Z"))
    assert (found.published, found.notes) == (None, ())
