"""The heads of plain texts, without menus about them: each line gives the field that it stands for."""

from dataclasses import dataclass

import pytest

from dragoman.clean.article import clean
from dragoman.records.article import Article
from dragoman.records.source import Source

TITLE = "Navies open drill off the coast"
BODY = """The two navies opened a joint exercise off the northern coast on Monday, the fleet's press office said. Four ships take part.

It will end on Friday with a gunnery drill. Norway sent a frigate, and Latvia sent two minehunters.
"""
RUSSIAN_TITLE = "Флоты двух стран начали учения у побережья"
RUSSIAN_BODY = """Флоты двух стран начали в понедельник совместные учения у северного побережья, сообщили в штабе флота.

Учения завершатся в пятницу стрельбами. Норвегия направила фрегат, а Латвия – два тральщика.
"""


@dataclass(frozen=True, slots=True)
class Head:
    """What a head should give."""

    lines: str
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    dateline: str | None = None
    views: int | None = None


KELLER, DAY = ("Maria Keller",), "2021-05-12"
HEADS = [
    Head(f"{TITLE}\n\nNorthern Fleet Observer\n12 May 2021\nMaria Keller, Paul Moss", "Northern Fleet Observer",
         ("Maria Keller", "Paul Moss"), DAY),
    Head(f"{TITLE}\n\nThe Northern Lantern\n12 May 2021\nBy Maria Keller", "The Northern Lantern", KELLER, DAY),
    Head(f"The Northern Lantern\n\n{TITLE}\n\nBy Maria Keller\n12 May 2021", "The Northern Lantern", KELLER, DAY),
    Head(f"{TITLE}\n\nHarbour Review, Working Paper 7\nCompiled by Maria Keller\n12 May 2021", "Harbour Review", KELLER, DAY),
    Head(f"{TITLE}\n\nHarbour Weekly | Wednesday, May 12, 2021 | by Maria Keller, Tromso", "Harbour Weekly", KELLER, DAY, "Tromso"),
    Head(f"{TITLE}\n\nHarbour Weekly, 12 May 2021", "Harbour Weekly", (), DAY),
    Head(f"{TITLE}\n\nPosted on May 12, 2021 by Maria Keller in News\nHarbour Weekly", "Harbour Weekly", KELLER, DAY),
    Head(f"{TITLE}\n\nOslo, 12 May 2021\nBy Maria Keller and Min-jun Seo", None, ("Maria Keller", "Min-jun Seo"), DAY, "Oslo"),
    Head(f"{TITLE}\n\nMaria Keller\n12.05.2021 10:30\n  (Belgrade time), Belgrade\nViews: 1 204\n\nHarbour Observer",
         "Harbour Observer", KELLER, "2021-05-12T10:30:00+02:00", "Belgrade", 1204),
    Head(f"{TITLE}\n\nMaria Keller\n12.05.2021 10:30 (Harbourtown time)", None, KELLER, "2021-05-12T10:30"),
    Head(f"{TITLE}\n\nSource: Harbour Times\nDate: 12 May 2021\nAuthor: Maria Keller", "Harbour Times", KELLER, DAY),
    Head(f"MINISTRY OF DEFENCE OF LATVIA\nPRESS SERVICE\n\nPRESS RELEASE No. 12\n\nRiga, 12 May 2021\n\n{TITLE}",
         "Ministry of Defence of Latvia", (), DAY, "Riga"),
    Head(f"{TITLE}\n\n12 May 2021\nNorth Macedonia", None, (), DAY),
    Head(f"{TITLE}\n\n12 May 2021\nWorld News", None, (), DAY),
    Head(f"{TITLE}\nFour ships take part in the first exercise since 2014\n\nBy Maria Keller\n12 May 2021", None, KELLER, DAY),
]  # fmt: skip
RUSSIAN_HEADS = [
    Head(f"{RUSSIAN_TITLE}\n\n12.05.2021 10:30 (бишкекское время)\nАнна Белова\nВестник северного порта",
         "Вестник северного порта", ("Анна Белова",), "2021-05-12T10:30:00+06:00"),
    Head(f"{RUSSIAN_TITLE}\n\nАнна Белова, «Морской вестник»\n12 мая 2021 года", "Морской вестник", ("Анна Белова",), DAY),
    Head(f"{RUSSIAN_TITLE}\n\nАвтор: Анна Белова\n12 мая 2021, 10:30\nПросмотров: 1 204", None, ("Анна Белова",),
         "2021-05-12T10:30", None, 1204),
    Head(f"МИНИСТЕРСТВО ОБОРОНЫ ЛАТВИИ\n\nПресс-релиз № 12\n\n12 мая 2021 г.\n\n{RUSSIAN_TITLE}", "МИНИСТЕРСТВО ОБОРОНЫ ЛАТВИИ", (), DAY),
]  # fmt: skip


def article_of(text: str) -> Article:
    return clean(Source("a.txt", text.encode()))


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.lines.replace("\n", "/")[:90])
def test_a_plain_head_is_read(head: Head) -> None:
    assert_read(article_of(f"{head.lines}\n\n{BODY}"), head, TITLE)


@pytest.mark.parametrize("head", RUSSIAN_HEADS, ids=range(len(RUSSIAN_HEADS)))
def test_a_plain_russian_head_is_read(head: Head) -> None:
    assert_read(article_of(f"{head.lines}\n\n{RUSSIAN_BODY}"), head, RUSSIAN_TITLE)


def assert_read(article: Article, head: Head, title: str) -> None:
    assert article.title == title
    assert article.outlet == head.outlet
    assert article.authors == head.authors
    assert article.published == head.published
    assert article.dateline == head.dateline
    assert article.views == head.views


@pytest.mark.parametrize(
    ("opening", "place", "outlet"),
    [
        ("VARDO, Norway — ", "Vardo, Norway", None),
        ("OSLO, May 12 (Harbour Wire) - ", "Oslo", "Harbour Wire"),
        ("OSLO (Harbour Wire) — ", "Oslo", "Harbour Wire"),
    ],
)
def test_a_dateline_names_a_place_and_an_agency_not_known_before(opening: str, place: str, outlet: str | None) -> None:
    article = article_of(f"{TITLE}\n\n{opening}{BODY}")
    assert (article.dateline, article.outlet) == (place, outlet)


def test_whom_to_ask_is_no_part_of_a_plain_text() -> None:
    article = article_of(f"{TITLE}\n\n{BODY}\nFor details:\nPress Service of the Fleet\nTel. +47 55 000 000\n")
    assert article.title == TITLE
    assert article.text.endswith("two minehunters.")
    assert [item.text for item in article.dropped] == [
        "For details:",
        "Press Service of the Fleet",
        "Tel. +47 55 000 000",
    ]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By\nMaria Keller\n12 May 2021", KELLER),
        ("Written by\n\nMaria Keller, Contributor\n\n12 May 2021", KELLER),
        ("Автор:\nАнна Белова\n12.05.2021", ("Анна Белова",)),
        ("By Maria Keller, Founder & CEO\n12 May 2021", KELLER),
        ("By\nthe harbour\n12 May 2021", ()),
        ("12 May 2021\nNo Comments", ()),
    ],
)
def test_a_byline_can_take_two_lines(byline: str, authors: tuple[str, ...]) -> None:
    article = article_of(f"{TITLE}\n{byline}\n\n{BODY}")
    assert (article.title, article.authors, article.published) == (TITLE, authors, DAY)


@pytest.mark.parametrize("byline", ["by Maria Keller", "Written by Maria Keller | Harbour desk"])
def test_a_byline_does_not_run_on_from_the_title(byline: str) -> None:
    article = article_of(f"The navies that nobody had been waiting for\n{byline}\n\n{BODY}")
    assert article.title == "The navies that nobody had been waiting for"
    assert article.authors == KELLER
