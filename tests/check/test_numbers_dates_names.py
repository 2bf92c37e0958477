"""Sums, dates and spellings that do not add up."""

import pytest

from dragoman.records.article import Evidence
from dragoman.records.event import Event, EventDate, Voice
from tests.check.reading import findings, of_kind


def test_parts_may_not_be_more_than_the_whole() -> None:
    """150 and 80 are not among 200."""
    (finding,) = of_kind(
        findings("Some 200 people, including 150 soldiers and 80 policemen, were decorated."), "number"
    )
    assert "230" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Some 200 people, including 150 soldiers and 50 policemen, were decorated.",
        "Some 200 people, including 150 soldiers, and 80 trucks left in 2019.",
        "About 30 ships, including 12 frigates and 8 corvettes, took part.",
    ],
)
def test_sums_that_add_up_are_left_alone(text: str) -> None:
    """Only parts that exceed the whole are told."""
    found = of_kind(findings(text), "number")
    assert [finding.message for finding in found] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on Monday, 28 April 2021.", "Wednesday"),
        ("They met on Friday, May 13, 2024.", "Monday"),
        ("They met on Sunday, May 13.", "Monday"),
        ("They met on 31 April.", "no 31 April"),
        ("They met on February 29, 2023.", "no 29 February in 2023"),
        ("The plan for 2025-2021 was signed.", "backwards"),
    ],
)
def test_impossible_dates_are_found(text: str, words: str) -> None:
    """The article is of 14 May 2024."""
    (finding,) = of_kind(findings(text), "date")
    assert words in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "They met on Wednesday, 28 April 2021, and on 29 February 2024.",
        "They met on Monday, May 13, and will meet on Friday.",
        "The plan for 2021-2025 and the budget of 2023–2024 were signed.",
        "In May 45 people came, and on April 1 another 31.",
        "He was born on Tuesday, December 25.",
    ],
)
def test_possible_dates_are_left_alone(text: str) -> None:
    """A date without a year is weighed only near publication."""
    found = of_kind(findings(text), "date")
    assert [finding.message for finding in found] == []


def _event(day: str, factuality: str) -> Event:
    return Event(
        "v1", "CONSULT", None, (), (), (), EventDate(day, day, "day"), None, factuality, (Voice("outlet"),), None,  # type: ignore[arg-type]
        (Evidence(0, 9, "They met."),), 0.5,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "factuality", "count"),
    [
        ("2024-06-01", "occurred", 1),
        ("2024-06-01", "planned", 0),
        ("2024-05-15", "occurred", 0),
        ("2024-05-01", "occurred", 0),
    ],
)
def test_the_future_is_not_told_as_past(day: str, factuality: str, count: int) -> None:
    """A day's difference may be the time zone's."""
    assert len(of_kind(findings("They met.", events=(_event(day, factuality),)), "date")) == count


def test_one_person_spelt_in_two_ways_is_told() -> None:
    """Transliteration differs within one article."""
    (finding,) = of_kind(
        findings("Defence Minister Bakhodir Kurbanov met his guest.", "“We agree,” Bakhodir Kurbonov said."), "name"
    )
    assert finding.severity == "info"
    assert [words.text.split()[-1] for words in finding.evidence] == ["Kurbanov", "Kurbonov"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Petrov", "Irina Petrova"),
        ("Steve Martin", "Thomas Merton"),
        ("Sergei Lavrov", "Dmitry Lavrov"),
        ("Lena Hansen", "Piet Hanson"),
    ],
)
def test_two_persons_are_two_persons(one: str, other: str) -> None:
    """Alike surnames with other given names are other people."""
    assert of_kind(findings(f"General {one} met the envoys.", f"Then {other} spoke to the press."), "name") == []
