"""Whether the day or the month comes first is told by the page, never silently, and not decided where nothing tells it."""

import pytest

from dragoman.clean.article import clean
from dragoman.records.article import Article
from dragoman.records.source import Source

ENGLISH = (
    "The two ministers signed an agreement on the training of officers, the ministry said in a statement.\n\n"
    "The first cadets will arrive in the autumn and will study for two years, the minister said."
)
RUSSIAN = (
    "Министры подписали соглашение о подготовке офицеров, сообщили в министерстве обороны республики.\n\n"
    "Первые курсанты прибудут осенью, сообщил министр, и будут учиться в столице два года."
)


def dump(day: str, text: str = ENGLISH, after: str = "") -> Article:
    return clean(
        Source("a.txt", f"Home\n\nOfficers to be trained abroad\n\nBy Anna Lee\n{day}\n\n{text}\n{after}".encode())
    )


def page(day: str, head: str = "", locale: str = "en", address: str = "a.html") -> Article:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in ENGLISH.split("\n\n"))
    return clean(
        Source(
            address,
            f'<html lang="{locale}"><head>{head}</head><body><article><h1>Officers to be trained abroad</h1>'
            f'<p class="date">{day}</p>{paragraphs}</article></body></html>'.encode(),
        )
    )


def told(article: Article) -> list[str]:
    return [note.message for note in article.notes if note.kind == "date"]


def test_another_date_of_the_page_tells() -> None:
    article = dump("04/05/2021", after="\nRead also\n28/04/2021 Talks fail\n")
    assert article.published == "2021-05-04"
    assert told(article) == ["“04/05/2021” was read as 4 May 2021: the day comes first in another date of the page"]


def test_the_month_may_come_first_and_time_and_zone_are_those_of_that_day() -> None:
    article = dump("12/03/2021 2:05 PM ET", after="\nRead also\n04/28/2021 Talks fail\n")
    assert article.published == "2021-12-03T14:05:00-05:00"


def test_the_language_tells() -> None:
    article = dump("04/05/2021 14:05", RUSSIAN)
    assert article.published == "2021-05-04T14:05"
    assert told(article) == ["“04/05/2021” was read as 4 May 2021: the page is in ru, which names the day first"]


@pytest.mark.parametrize(
    ("locale", "address", "published"),
    [
        ("en-US", "a.html", "2021-04-05"),
        ("en-GB", "a.html", "2021-05-04"),
        ("en", "https://news.example.ge/1", "2021-05-04"),
        ("en", "https://news.example.mil/1", "2021-04-05"),
        ("en", "https://news.example.com/1", None),
    ],
)
def test_locale_and_outlet_tell(locale: str, address: str, published: str | None) -> None:
    article = page("04/05/2021", locale=locale, address=address)
    assert article.published == published
    assert len(told(article)) == 1


def test_where_nothing_tells_no_day_is_given_and_that_is_said() -> None:
    article = dump("04/05/2021")
    assert article.published is None
    assert told(article) == [
        "“04/05/2021” may be 4 May 2021 or 5 April 2021: nothing on the page tells which, so no day is given"
    ]


@pytest.mark.parametrize("day", ["04/05/2021", "05/04/2021"])
def test_what_the_page_states_comes_first(day: str) -> None:
    article = page(day, '<meta property="article:published_time" content="2021-04-05T10:00:00Z">')
    assert (article.published, told(article)) == ("2021-04-05T10:00:00+00:00", [])


def test_a_day_without_doubt_needs_no_word() -> None:
    assert told(dump("29/04/2021")) == []
