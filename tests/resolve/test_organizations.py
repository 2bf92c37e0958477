"""The list of organisations, and what of it depends on the day."""

import pytest

from dragoman.resolve.organizations import organizations
from dragoman.resolve.states import states
from tests.resolve.test_resolve import at, resolved

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO".split()
)


def test_a_committee_for_national_security_is_one_body() -> None:
    entities = resolved("Kyrgyzstan's State Committee for National Security arrested two officers.").entities
    (body,) = (entity for entity in entities if entity.kind == "organization")
    assert (body.state, body.sector) == ("KGZ", "SPY")


def test_every_organisation_has_a_sector_of_plover_and_a_state_that_exists() -> None:
    known = {*states(), "UNO", "EUR", "IGO", "NGO", None}
    wrong = [
        one.name for one in organizations() if one.state not in known or (one.sector and one.sector not in SECTORS)
    ]
    assert wrong == []
    assert len(organizations()) >= 600


def test_no_name_stands_for_two_of_them() -> None:
    names = [name for one in organizations() for name in {one.name, *one.aliases}]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize(
    ("day", "sector"), [("1998-05-01", "GOV"), ("2010-04-28", "REB"), ("2022-04-28", "GOV"), (None, "REB")]
)
def test_the_sector_goes_by_the_day(day: str | None, sector: str) -> None:
    assert at("The Taliban closed the crossing.", "Taliban", day).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "state", "sector"),
    [
        ("Daesh fled the town.", "Daesh", None, "REB"),
        ("ISIL fled the town.", "ISIL", None, "REB"),
        ("Ansar Allah fired a missile.", "Ansar Allah", "YEM", "REB"),
        ("The YPG and the SDF withdrew.", "SDF", "SYR", "REB"),
        ("The GKNB denied the report.", "GKNB", "KGZ", "SPY"),
        ("The PLA Navy sent a frigate.", "PLA Navy", "CHN", "MIL"),
        ("The Border Guard Service of Wadiya opened fire.", "Service", None, "COP"),
        ("The State Security Committee of Belarus denied it.", "Committee", "BLR", "SPY"),
    ],
)
def test_aliases_and_unknown_bodies_have_state_and_sector(
    text: str, words: str, state: str | None, sector: str
) -> None:
    entity = at(text, words)
    assert (entity.state, entity.sector) == (state, sector)
