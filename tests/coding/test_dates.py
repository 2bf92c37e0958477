"""What days time expressions mean, and which events they date."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.dates import date_of, dates
from tests.coding.details_trees import article, flat, read, word

CASES = [
    ("the talks of April 27-28", "April 27-28", "2021-04-27", "2021-04-28", "day", "range"),
    ("talks on April 28", "April 28", "2021-04-28", "2021-04-28", "day", "point"),
    ("talks on the 28th of April", "the 28th of April", "2021-04-28", "2021-04-28", "day", "point"),
    ("talks on 28 April 2020", "28 April 2020", "2020-04-28", "2020-04-28", "day", "point"),
    ("talks on Wednesday, April 28", "Wednesday, April 28", "2021-04-28", "2021-04-28", "day", "point"),
    ("talks on 12.03.2019", "12.03.2019", "2019-03-12", "2019-03-12", "day", "point"),
    ("talks on 25/03/2019", "25/03/2019", "2019-03-25", "2019-03-25", "day", "point"),
    ("from March 3 to 9 there", "from March 3 to 9", "2021-03-03", "2021-03-09", "day", "range"),
    ("between 3 and 9 March there", "between 3 and 9 March", "2021-03-03", "2021-03-09", "day", "range"),
    ("from 30 March to 2 April 2022", "from 30 March to 2 April 2022", "2022-03-30", "2022-04-02", "day", "range"),
    (
        "from December 30 to January 4, 2020",
        "from December 30 to January 4, 2020",
        "2019-12-30",
        "2020-01-04",
        "day",
        "range",
    ),
    ("the plan of 2021-2025", "2021-2025", "2021-01-01", "2025-12-31", "year", "range"),
    ("raids in 1998-99", "1998-99", "1998-01-01", "1999-12-31", "year", "range"),
    ("from 2014 to 2016 there", "from 2014 to 2016", "2014-01-01", "2016-12-31", "year", "range"),
    ("raids in March 2019", "March 2019", "2019-03-01", "2019-03-31", "month", "point"),
    ("raids in June last year", "June last year", "2020-06-01", "2020-06-30", "month", "point"),
    ("raids last June", "last June", "2020-06-01", "2020-06-30", "month", "point"),
    ("raids in May", "May", "2021-05-01", "2021-05-31", "month", "point"),
    ("raids in early 2022", "early 2022", "2022-01-01", "2022-12-31", "year", "point"),
    ("the first half of 2020 there", "the first half of 2020", "2020-01-01", "2020-06-30", "month", "point"),
    ("the fourth quarter of 2020 there", "the fourth quarter of 2020", "2020-10-01", "2020-12-31", "month", "point"),
    ("the spring of 2020 there", "the spring of 2020", "2020-03-01", "2020-05-31", "month", "point"),
    ("the winter of 2020 there", "the winter of 2020", "2020-01-01", "2020-12-31", "year", "point"),
    ("raids last summer", "last summer", "2020-06-01", "2020-08-31", "month", "point"),
    ("raids in the 1990s", "the 1990s", "1990-01-01", "1999-12-31", "decade", "point"),
    ("raids since 2014", "2014", "2014-01-01", "2021-04-29", "year", "since"),
    ("raids by the end of the year", "the end of the year", "2021-04-29", "2021-12-31", "year", "until"),
    ("raids by 2019", "2019", "2019-01-01", "2019-12-31", "year", "until"),
    ("raids last Tuesday", "last Tuesday", "2021-04-27", "2021-04-27", "day", "point"),
    ("raids last Thursday", "last Thursday", "2021-04-22", "2021-04-22", "day", "point"),
    ("raids next Friday", "next Friday", "2021-04-30", "2021-04-30", "day", "point"),
    ("raids yesterday", "yesterday", "2021-04-28", "2021-04-28", "day", "point"),
    ("raids today", "today", "2021-04-29", "2021-04-29", "day", "point"),
    ("the day before yesterday there", "the day before yesterday", "2021-04-27", "2021-04-27", "day", "point"),
    ("raids overnight", "overnight", "2021-04-28", "2021-04-29", "day", "point"),
    ("raids earlier this month", "earlier this month", "2021-04-01", "2021-04-29", "month", "point"),
    ("raids this year", "this year", "2021-01-01", "2021-12-31", "year", "point"),
    ("raids next week", "next week", "2021-05-03", "2021-05-09", "day", "point"),
    ("raids three weeks ago", "three weeks ago", "2021-04-05", "2021-04-11", "day", "point"),
    ("raids five years ago", "five years ago", "2016-01-01", "2016-12-31", "year", "point"),
    ("over the past five years there", "the past five years", "2016-04-29", "2021-04-29", "year", "range"),
]


@pytest.mark.parametrize(("text", "words", "start", "end", "precision", "kind"), CASES)
def test_expressions_are_read_against_the_day_of_publication(
    text: str, words: str, start: str, end: str, precision: str, kind: str
) -> None:
    """One expression, its exact words, its days no finer than the words."""
    (mention,) = dates(article(text), flat(text))
    assert text[mention.start : mention.end] == words
    assert (mention.value.start, mention.value.end, mention.value.precision, mention.kind) == (
        start,
        end,
        precision,
        kind,
    )


@pytest.mark.parametrize(
    "text",
    [
        "at that time there were raids",
        "the next day there were raids",
        "a march of two miles may follow",
        "talks on 04/03/2019",
        "talks on 31 February 2020",
        "a T-90 and 1500 rifles",
        "a decade ago",
        "in recent years",
        "prices of $2014",
    ],
)
def test_what_gives_no_day_is_left_out(text: str) -> None:
    """Pointers into the text, words that only look like months, days in two readings, days that do not exist."""
    assert dates(article(text), flat(text)) == ()


@pytest.mark.parametrize("text", ["talks on Monday", "talks on April 28", "talks last year", "talks yesterday"])
def test_without_a_day_of_publication_relative_words_say_nothing(text: str) -> None:
    """No year and no day is made up."""
    assert dates(article(text, None), flat(text)) == ()
    assert dates(article(text, "not a day"), flat(text)) == ()


def test_a_full_date_needs_no_day_of_publication() -> None:
    """What is written out in full is read as it stands."""
    text = "talks on 28 April 2020"
    (mention,) = dates(article(text, None), flat(text))
    assert mention.value.start == "2020-04-28"


def test_other_languages_have_no_dates_without_a_word_list() -> None:
    """A language without words gives nothing, and no error."""
    told = replace(article("le 28 avril 2020"), language="fr")
    assert dates(told, flat(told.text)) == ()


@pytest.mark.parametrize(
    ("beginning", "day"), [("The two ministers met", "2021-04-26"), ("The ministers will meet", "2021-05-03")]
)
def test_tense_tells_which_monday(beginning: str, day: str) -> None:
    """The last one for what happened, the next for what will."""
    (mention,) = dates(*read(beginning))
    assert mention.value.start == day


@pytest.mark.parametrize(
    ("beginning", "predicate", "words"),
    [
        ("Greek", "visited", "3-4 March"),
        ("A delegation", "visit", "next Tuesday"),
        ("Peru", "signed", "12 May"),
        ("The parliament", "ratified", None),
        ("Kenya", "supply", "2030"),
        ("On Friday", "flew", "Friday"),
        ("On Friday", "met", "Friday"),
        ("The outlet", "said", "Tuesday"),
        ("The outlet", "shelled", "January"),
        ("The exercise", "exercise", "September"),
        ("The exercise", "cancelled", "Thursday"),
        ("Troops", "drills", "from March 3 to 9"),
        ("The accord", "expired", "2019"),
        ("Canada", "suspended", None),
    ],
)
def test_the_tree_tells_which_event_a_date_belongs_to(beginning: str, predicate: str, words: str | None) -> None:
    """Never a date of another clause, of a noun beside the event, or of how long a thing is to hold."""
    told, sentence = read(beginning)
    mention = date_of(told, sentence, word(sentence, predicate))
    assert (mention and told.text[mention.start : mention.end]) == words


def test_a_number_that_counts_is_no_year() -> None:
    """Two thousand villages are not a date."""
    assert dates(*read("In 2000 villages")) == ()


_FRAGMENTS = st.sampled_from(
    "in on from to between and since until by the of last next this early late 1990s 2014 2021 - – , . / 3 9 28 31 April "
    "May March Monday Friday week month year ago three past overnight yesterday today end half first".split()
)


@given(
    st.lists(_FRAGMENTS, min_size=1, max_size=14),
    st.sampled_from(["2021-04-29", "2020-02-29", "0001-01-01", "9999-12-31", None]),
)
def test_any_words_give_sound_dates(words: list[str], published: str | None) -> None:
    """Never an error; spans in order and inside the text; ends not before starts; days that exist."""
    text = " ".join(words)
    sentence = flat(text)
    found = dates(article(text, published), sentence)
    last = 0
    for mention in found:
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
        assert date.fromisoformat(mention.value.start) <= date.fromisoformat(mention.value.end)
    assert all(date_of(article(text, published), sentence, i) is None or found for i in range(len(sentence.tokens)))


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2090, 12, 31)))
def test_a_written_day_comes_back(day: date) -> None:
    """Whatever the day, the two usual ways of writing it mean it."""
    for text in (f"on {day.day} {day:%B} {day.year}", f"on {day:%B} {day.day}, {day.year}", f"on {day.isoformat()}"):
        (mention,) = dates(article(text), flat(text))
        assert mention.value.start == mention.value.end == day.isoformat()
