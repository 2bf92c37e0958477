"""Which place a name means, and how precisely."""

import pytest

from dragoman.resolve.places import places
from tests.resolve.test_resolve import at


@pytest.mark.parametrize(
    ("text", "words", "kind", "state"),
    [
        ("Shelling was heard in Tripoli, Lebanon, on Monday.", "Tripoli", "place", "LBN"),
        ("Libyan troops fought in Tripoli.", "Tripoli", "place", "LBY"),
        ("Tajik and Chinese troops trained at Harbmaidon.", "Harbmaidon", "place", "TJK"),
        ("The aircraft landed at Khmeimim air base.", "Khmeimim", "place", "SYR"),
        ("Michael Jordan flew home. Jordan was tired.", "Jordan", "person", None),
        ("Jordan and Egypt reopened the crossing.", "Jordan", "state", "JOR"),
        ("Chad and Niger signed a pact.", "Chad", "state", "TCD"),
    ],
)
def test_names_that_mean_several_things(text: str, words: str, kind: str, state: str | None) -> None:
    entity = at(text, text[: text.rindex(words) + len(words)])
    assert (entity.kind, entity.state) == (kind, state)


def test_a_gulf_is_no_state_s_because_of_its_name() -> None:
    text = "Two minesweepers crossed the Gulf of Finland overnight."
    assert (at(text, "Gulf").kind, at(text, "Finland").state) == ("place", None)


def test_a_name_that_nothing_tells_apart_has_no_coordinates() -> None:
    """Several towns of about one size: no pin is better than a wrong one."""
    entity = at("A bus burned in Springfield on Monday.", "Springfield")
    assert entity.kind == "place"
    assert (entity.latitude, entity.longitude, entity.ref.geonames) == (None, None, None)


def test_a_city_has_its_geonames_id_and_coordinates() -> None:
    entity = at("The ministers met in Bukhara on Monday.", "Bukhara")
    assert entity.ref.geonames == 1217662
    assert entity.latitude == pytest.approx(39.77, abs=0.05)


def test_every_place_has_coordinates_on_earth_or_none() -> None:
    wrong = [
        p.name
        for p in places()
        if p.latitude is not None and not (-90 <= p.latitude <= 90 and -180 <= (p.longitude or 0) <= 180)
    ]
    assert wrong == []


def test_a_place_that_no_list_has_lies_where_the_text_says() -> None:
    assert at("The bomb exploded in Kotelva, Ukraine, on Monday.", "Kotelva").state == "UKR"


def test_a_small_town_of_a_state_that_is_not_in_play_is_not_the_one_of_the_table() -> None:
    """Guliston is a town of Uzbekistan, and a village where Tajikistan and Kyrgyzstan meet."""
    text = (
        "Tajikistan and Kyrgyzstan closed the border. Tajik and Kyrgyz troops withdrew. Tajikistan and Kyrgyzstan agreed on "
        "Monday that the crossing in Guliston opens."
    )
    assert at(text, "Guliston").latitude is None


def test_a_large_city_by_itself_is_a_place() -> None:
    assert at("Mariupol", "Mariupol").state == "UKR"


def test_a_seat_makes_its_state_act_as_a_government() -> None:
    assert at("Tehran rejected the offer.", "Tehran").sector == "GOV"
    assert at("Iran is large.", "Iran").sector is None
