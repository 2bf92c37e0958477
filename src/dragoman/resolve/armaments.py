"""The weapons of an article, put on the board."""

from dataclasses import dataclass

from dragoman.records.entity import Designation
from dragoman.resolve.agents import agents, singulars
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.nominals import NominalFinder
from dragoman.resolve.weapons import WeaponMention, weapons

_ARMS_AND_MEN = frozenset({"nsubj", "obl:agent", "root"})
"""What arms do in these places, their crews do: "Iranian drones struck" is an act of Iran."""


@dataclass(frozen=True, slots=True)
class Arms:
    """A weapon at a place of the text; `first` and `last` are words, -1 where the reading has none there."""

    weapon: WeaponMention
    first: int
    last: int


def arms(scene: Scene) -> list[Arms]:
    """The weapons of an article, those left out that stand for their crews."""
    found = []
    for weapon in weapons(scene.page.article, scene.reading):
        first, last = scene.page.span(weapon.start, weapon.end) or (-1, -1)
        if first < 0 or not _crewed(scene, first, last):
            found.append(Arms(weapon, first, last))
    return found


def place_weapons(scene: Scene, found: list[Arms], finder: NominalFinder) -> None:
    """Give every weapon its entity; arms of one name that are said to be of two states are two entities."""
    for one in found:
        weapon = one.weapon
        state = _owner(scene, one, finder)
        draft = scene.board.take(
            ("weapon", fold(weapon.name), state or ""), Draft("weapon", weapon.name, state, named=True)
        )
        draft.mention(weapon.start, weapon.end, "name")
        if all(known is not draft for known, _ in scene.designations):
            designation = Designation("", weapon.status, weapon.category, weapon.role, weapon.maker, weapon.candidates)
            scene.designations.append((draft, designation))


def _owner(scene: Scene, one: Arms, finder: NominalFinder) -> str | None:
    """The state whose arms they are said to be by the words before them: "the Iranian tanker", "Syrian government missiles"."""
    if one.first < 0:
        return None
    return next(iter(finder.states_before(scene.page.head_of(one.first, one.last))), None)


def _crewed(scene: Scene, first: int, last: int) -> bool:
    """Whether arms without a designation act: then they are a group of their state."""
    words = scene.page.words
    head = scene.page.head_of(first, last)
    if any(character.isdigit() for k in range(first, last + 1) for character in words[k].text):
        return False
    return words[head].deprel in _ARMS_AND_MEN and any(single in agents() for single in singulars(words[head].lower))
