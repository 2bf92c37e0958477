"""Who is meant by "its", "his counterpart", "the ministry" and other words that point back or ahead."""

import pytest

from tests.resolve.test_resolve import at, resolved


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Guinea recalled its ambassador.", "ambassador", "GIN"),
        ("France withdrew its troops from Niger.", "troops", "FRA"),
        ("Paris gave up its puppet government in Bangui.", "government", "CAF"),
        ("Russia and Belarus recalled their envoys.", "envoys", None),
    ],
)
def test_a_possessive_takes_up_the_subject(text: str, words: str, state: str | None) -> None:
    assert at(text, words).state == state


def test_soldiers_are_not_of_the_place_that_they_leave() -> None:
    assert at("Some 400 soldiers from the Kant air base went home.", "soldiers").state is None
    assert at("Some 400 soldiers from Nepal went home.", "soldiers").state == "NPL"


def test_counterparts_hold_one_office_from_one_to_the_next() -> None:
    text = (
        "Deputy Defence Minister Yerlan Saparbek spoke. His Turkish counterpart, Murat Aydemir, agreed. "
        "He met his Kyrgyz counterpart Bakyt Osmonov."
    )
    assert at(text, "Aydemir").office == "Deputy Minister of Defence of Turkey"
    assert at(text, "Osmonov").office == "Deputy Minister of Defence of Kyrgyzstan"


def test_whom_something_is_done_to_is_not_who_does_it() -> None:
    text = "Ivan Petrov arrived. General Marek Nowak thanked him."
    assert at(text, "him").name == "Ivan Petrov"


def test_who_goes_on_to_do_it_is_not_whom_it_is_done_to() -> None:
    text = "General Marek Nowak called Ivan Petrov on Monday and urged him to wait."
    assert at(text, "him").name == "Ivan Petrov"


def test_a_possessive_may_run_ahead_of_its_person() -> None:
    text = "Doina Lungu spoke first. In his turn, Mihnea Oprescu praised the plan."
    assert at(text, "his").name == "Mihnea Oprescu"


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        (
            "The ministry of foreign affairs of Turkmenistan protested. The ministry gave no reason.",
            "The ministry",
            "TKM",
        ),
        ("The State Security Service of Uzbekistan arrested two men. The service said so.", "The service", "UZB"),
    ],
)
def test_a_body_is_taken_up_by_its_noun(text: str, short: str, name: str) -> None:
    assert at(text, short).state == name


def test_an_apposition_goes_to_the_nearer_of_two() -> None:
    text = "The Tajik president's spokesman and the head of Uzbekistan's State Security Service, Abdusalom Azizov, met."
    assert at(text, "Abdusalom Azizov").state == "UZB"


def test_what_a_state_is_said_to_be_is_no_person() -> None:
    assert {e.kind for e in resolved("Estonia is a founding member of the alliance.").entities} <= {
        "state",
        "organization",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [("They spoke of justice for all.", "justice"), ("He fought for justice and peace.", "justice")],
)
def test_a_noun_for_a_person_without_an_article_is_a_thing(text: str, words: str) -> None:
    assert resolved(text).at(text.index(words)) is None


def test_a_people_is_a_group_and_numbers_are_no_part_of_its_name() -> None:
    entity = at("The blast wounded at least 31 people in Chad.", "people")
    assert (entity.kind, entity.name.partition(" in ")[0]) == ("group", "31 people")
