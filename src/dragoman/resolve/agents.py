"""Nouns for those who act: "troops", "ministry", "spokesman"."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.resolve.tables import rows

AgentKind = Literal["person", "group", "organization", "place"]
_KINDS: dict[str, AgentKind] = {"person": "person", "group": "group", "organization": "organization", "place": "place"}


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun that names an actor."""

    noun: str
    sector: str
    kind: AgentKind
    trait: str
    """"weak": an actor only where a state or body is named with it ("the Uzbek side"); "relational": never of the state that
    goes before it ("a US ally"); "strict": only with a state; empty otherwise."""


@cache
def agents() -> dict[str, Agent]:
    """Agent nouns in the singular, lower case, hyphens as spaces."""
    found = {}
    for row in rows("agents"):
        noun, sector, kind, trait = [*row, ""][:4]
        found[noun.replace("-", " ")] = Agent(noun.replace("-", " "), sector, _KINDS[kind], trait)
    return found


def singulars(word: str) -> tuple[str, ...]:
    """What a noun may be the plural of, itself first."""
    forms = [word]
    if word.endswith("men"):
        forms.append(f"{word[:-3]}man")
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    if word.endswith(("ses", "xes", "ches", "shes")):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    if word.endswith("ves"):
        forms.append(f"{word[:-3]}f")
    return tuple(forms)
