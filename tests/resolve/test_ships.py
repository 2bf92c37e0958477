"""Warships and exercises that have names of their own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.ships import ships
from tests.resolve.test_resolve import at, resolved


@pytest.mark.parametrize(
    ("text", "name", "kind", "state"),
    [
        ("The navy saw HMS Daring off Malta.", "HMS Daring", "weapon", "GBR"),
        ("The destroyer USS Porter (DDG 78) entered the Black Sea.", "USS Porter", "group", "USA"),
        ("India gave Vietnam the corvette Kirpan.", "Kirpan", "weapon", None),
        ("The Russian frigate Admiral Essen fired missiles.", "Admiral Essen", "group", "RUS"),
    ],
)
def test_a_ship_is_its_navys_and_acts_as_a_crew(text: str, name: str, kind: str, state: str | None) -> None:
    entity = at(text, name)
    assert (entity.kind, entity.name, entity.state) == (kind, name, state)


def test_a_ship_is_found_again_by_its_name() -> None:
    entity = at("India promised the corvette Kirpan. The Kirpan was handed over in July.", "Kirpan")
    assert [m.text for m in entity.mentions] == ["corvette Kirpan", "Kirpan"]


@pytest.mark.parametrize(
    "text", ["A submarine Monday night was seen.", "The strike group of USS Kidd Strike Group moved."]
)
def test_what_is_no_ships_name_is_left_out_of_it(text: str) -> None:
    assert {e.name for e in resolved(text).entities} & {"Monday", "USS Kidd Strike Group"} == set()


@given(st.text(alphabet=" USHMX().PorteDaing-78'’\n", max_size=60))
def test_ships_lie_apart_and_begin_with_their_name(text: str) -> None:
    found = list(ships(text))
    assert all(text[ship.start : ship.end].startswith(ship.name) for ship in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Turkey began the exercise Caucasus Gate 2019 on Monday.", "Caucasus Gate 2019"),
        ("The exercise, called Khazar Breeze 2021, opens in Baku.", "Khazar Breeze 2021"),
        ("They will hold the joint drills “Prut Bridge”.", "Prut Bridge"),
        ("The navy joined Operation Northern Lantern.", "Operation Northern Lantern"),
    ],
)
def test_an_exercise_has_the_name_that_it_was_given(text: str, name: str) -> None:
    assert ("occasion", name) in {(e.kind, e.name) for e in resolved(text).entities}


def test_an_exercise_is_found_by_its_name_without_the_year() -> None:
    text = "Caucasus Gate opens near Tbilisi. Ukraine joined the exercise Caucasus Gate 2019."
    assert at(text, "Caucasus Gate opens".split(" opens", maxsplit=1)[0]).kind == "occasion"
    assert "place" not in {e.kind for e in resolved(text).entities if e.name == "Caucasus"}


def test_a_state_after_the_noun_is_no_exercises_name() -> None:
    assert {e.kind for e in resolved("The exercises South Korea held ended.").entities} == {"state"}
