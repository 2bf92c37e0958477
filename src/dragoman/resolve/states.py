"""States and the words that name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.resolve.tables import listed, rows

_ARTICLE = frozenset(
    {"USA", "GBR", "ARE", "NLD", "PHL", "CZE", "BHS", "GMB", "COD", "COG", "CAF", "DOM", "MDV", "COM", "SYC"}
)
"""States whose usual name takes "the" inside a sentence."""


@dataclass(frozen=True, slots=True)
class State:
    """A state and its words."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    nationals: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    traits: tuple[str, ...]

    @property
    def in_sentence(self) -> str:
        """The name as it stands in a sentence: "the United States"."""
        return f"the {self.name}" if self.code in _ARTICLE else self.name


@cache
def states() -> dict[str, State]:
    """All states by code."""
    found = {}
    for row in rows("states"):
        code, name, others, adjectives, nationals, capitals, seats, traits = [*row, *[""] * (8 - len(row))]
        found[code] = State(
            code,
            name,
            (name, *listed(others)),
            listed(adjectives),
            listed(nationals),
            listed(capitals),
            listed(seats),
            listed(traits),
        )
    return found


@cache
def russian_states() -> dict[str, State]:
    """The Russian words for states by code, in the nominative."""
    found = {}
    for row in rows("states_ru"):
        code, names, adjectives, nationals, capitals, seats = [*row, *[""] * (6 - len(row))]
        found[code] = State(
            code,
            states()[code].name,
            listed(names),
            listed(adjectives),
            listed(nationals),
            listed(capitals),
            listed(seats),
            states()[code].traits,
        )
    return found


def plurals(state: State) -> Iterator[str]:
    """The nouns for several nationals: "Uzbeks", "Danes"; adjectives such as "Chinese" serve as they are."""
    for word in (*state.nationals, *state.adjectives):
        if not word.endswith(("s", "ese", "sh", "ch", "men", "women", "tswana")) and word not in {
            "US",
            "UK",
            "U.S.",
            "UAE",
        }:
            yield f"{word}s"
