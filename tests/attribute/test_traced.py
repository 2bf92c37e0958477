"""Sources that go back to one named before."""

import pytest

from dragoman.attribute.attribute import said
from dragoman.records.entity import EntityKind
from tests.attribute.trees import article_of, entities, reading_of

_NAMED: dict[str, tuple[EntityKind, list[str]]] = {
    "committee": ("organization", ["Committee for State Security"]),
    "ministry": ("organization", ["Defence Ministry"]),
    "varga": ("person", ["Anna Varga"]),
    "official": ("person", ["The Arkadian official", "the Arkadian official"]),
    "convoy": ("group", ["the convoy"]),
}
_CASES: list[tuple[str, list[str | None]]] = [
    (
        (
            "Two guards were wounded, the Committee for State Security said.\n\n"
            "The committee denied that the guards had fired."
        ),
        ["committee", "committee"],
    ),
    (
        (
            "The Defence Ministry said in a statement that the bridge was closed.\n\n"
            "“Nobody will cross the river before the spring,” the statement said."
        ),
        ["ministry", "ministry"],
    ),
    (
        (
            "The Defence Ministry said on Monday that the bridge was closed.\n\n"
            "“Nobody will cross the river before the spring,” the statement said."
        ),
        ["ministry", None],
    ),
    (
        "Anna Varga said that the bridge was closed.\n\n“We will open it in the spring,” the Arkadian official said.",
        ["varga", "varga"],
    ),
    (
        "The Defence Ministry said that the bridge was closed. It added that the convoy had been stopped.",
        ["ministry", "ministry"],
    ),
    ("Anna Varga said that the bridge was closed.\n\nIt said that the convoy had been stopped.", ["varga", None]),
    ("“We will open it in the spring,” the Arkadian official said.", ["official"]),
]
TEXTS = [text for text, _ in _CASES]


@pytest.mark.parametrize(("text", "sources"), _CASES)
def test_who_is_meant(text: str, sources: list[str | None]) -> None:
    """A body by its noun, a paper by who issued it, a person by a general word: else nobody."""
    article = article_of(text)
    found = said(article, reading_of(article), entities(article, _NAMED))
    assert [s.source.entity if s.source else None for s in found if s.listed] == sources
