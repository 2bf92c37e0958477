"""Lines near a title: persons, outlets, offices and series are told by their wording; sections and places are none."""

import pytest

from dragoman.clean.names import is_series, is_titled, office, outlet, persons, signature, stated_outlet


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Maria Keller", ["Maria Keller"]),
        ("Maria Keller, Jan de Wit and Paul Moss", ["Maria Keller", "Jan de Wit", "Paul Moss"]),
        ("Анна Белова", ["Анна Белова"]),
        ("Harbour Observer", []),
        ("The Northern Lantern", []),
        ("World News", []),
        ("Executive Summary", []),
        ("Norway", []),
        ("Ships leave the port", []),
    ],
)
def test_a_list_of_persons_is_told_from_other_lines(line: str, names: list[str]) -> None:
    assert persons(line) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Harbour Observer", "Harbour Observer"),
        ("Northern Fleet Letter", "Northern Fleet Letter"),
        ("Harbour Monitor, Working Paper 7", "Harbour Monitor"),
        ("Вестник северного порта", "Вестник северного порта"),
        ("Северный вестник", "Северный вестник"),
        ("Газета «Морской обозреватель»", "Морской обозреватель"),
        ("World News", None),
        ("Navies praise the observer", None),
        ("Об этом вчера написала районная газета", None),
    ],
)
def test_an_outlet_is_known_by_what_it_calls_itself(line: str, name: str | None) -> None:
    assert outlet(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("MINISTRY OF DEFENCE OF THE REPUBLIC OF LATVIA", "Ministry of Defence of the Republic of Latvia"),
        ("Embassy of Norway in Riga", "Embassy of Norway in Riga"),
        ("МИНИСТЕРСТВО ОБОРОНЫ РЕСПУБЛИКИ ЛАТВИЯ", "МИНИСТЕРСТВО ОБОРОНЫ РЕСПУБЛИКИ ЛАТВИЯ"),
        ("Ministry of Defence signs contract for two ships", None),
        ("Office furniture", None),
    ],
)
def test_an_office_is_named_without_shouting(line: str, name: str | None) -> None:
    assert office(line) == name


@pytest.mark.parametrize(
    "line", ["PRESS RELEASE No. 12", "Joint statement", "Пресс-релиз № 12", "For immediate release"]
)
def test_a_series_is_no_title(line: str) -> None:
    assert is_series(line)


@pytest.mark.parametrize("line", ["Press release upsets the neighbours", "Statement of intent signed in Oslo"])
def test_a_headline_is_no_series(line: str) -> None:
    assert not is_series(line)


def test_an_outlet_can_be_said_outright() -> None:
    assert stated_outlet("Source: Harbour Times") == "Harbour Times"
    assert stated_outlet("Источник: «Морской вестник»") == "Морской вестник"
    assert stated_outlet("Source: two officers who asked for their names not to be printed") is None


def test_a_signature_gives_person_and_outlet() -> None:
    assert signature("Анна Белова, «Морской вестник»") == ("Анна Белова", "Морской вестник")
    assert signature("The frigate, “Northern Star”") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("The Northern Lantern", True), ("World News", False), ("The northern lantern", False), ("Norway", False)],
)
def test_a_name_is_capitalised_throughout(line: str, expected: bool) -> None:
    assert is_titled(line) is expected
