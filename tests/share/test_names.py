"""What entities are called."""

import pytest

from dragoman.records.entity import Entity, EntityKind, Mention, Ref
from dragoman.share.names import callings, listed, possessive, several


def _called(kind: EntityKind, name: str, state: str | None = None, office: str | None = None) -> str:
    states = [
        Entity(f"s{code}", "state", of, code, None, None, Ref(), None, None, ())
        for code, of in (("USA", "United States"), ("RUS", "Russia"), ("CZE", "Czech Republic"))
    ]
    entity = Entity("x", kind, name, state, None, office, Ref(), None, None, ())
    return callings([*states, entity])["x"]


@pytest.mark.parametrize(
    ("kind", "name", "state", "office", "said"),
    [
        (
            "person",
            "Ilya Bersenev",
            "RUS",
            "Minister of Defence of Russia",
            "Russia's Minister of Defence Ilya Bersenev",
        ),
        (
            "person",
            "Ann Lee",
            "USA",
            "Secretary of State of the United States",
            "the United States' Secretary of State Ann Lee",
        ),
        (
            "person",
            "Petra Nova",
            "SVK",
            "Minister of Defence of Slovakia",
            "Minister of Defence of Slovakia Petra Nova",
        ),
        ("person", "Jan Dvorak", "CZE", None, "Jan Dvorak"),
        ("person", "Minister of Defence", "RUS", "Minister of Defence of Russia", "Minister of Defence"),
        ("state", "Czech Republic", "CZE", None, "the Czech Republic"),
        ("state", "Armenia", "ARM", None, "Armenia"),
        ("organization", "United Nations", None, None, "United Nations"),
    ],
)
def test_a_calling(kind: EntityKind, name: str, state: str | None, office: str | None, said: str) -> None:
    assert _called(kind, name, state, office) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The Belarusian defence minister", "the Belarusian defence minister"),
        ("Opposition lawmakers", "Opposition lawmakers"),
        ("the " + "very " * 20 + "long story", "lawmakers"),
    ],
)
def test_who_has_no_name_is_called_as_in_the_text(words: str, said: str) -> None:
    mention = Mention(0, len(words), words, "nominal")
    entity = Entity("x", "person", "lawmakers", "BLR", "MIL", "Minister of Defence", Ref(), None, None, (mention,))
    assert callings([entity])["x"] == said


@pytest.mark.parametrize(
    ("names", "plural"),
    [
        (["Russia"], False),
        (["Russia", "China"], True),
        (["Kyrgyz soldiers"], True),
        (["some 200 people"], True),
        (["the Border Guards"], False),
        (["the press"], False),
        ([], False),
    ],
)
def test_verbs_follow_the_number_of_names(names: list[str], plural: bool) -> None:
    assert several(names) is plural


def test_lists_are_written_out_each_name_once() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "A"]) == "A and B"
    assert listed(["A", "B", "C"]) == "A, B and C"


@pytest.mark.parametrize(
    ("name", "said"),
    [("Russia", "Russia's"), ("Belarus", "Belarus's"), ("the United States", "the United States'")],
)
def test_owners_take_an_apostrophe(name: str, said: str) -> None:
    assert possessive(name) == said
