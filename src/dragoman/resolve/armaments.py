"""The weapons of an article, put on the board."""

from dataclasses import dataclass

from dragoman.records.entity import Designation
from dragoman.resolve.agents import agents, singulars
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.nominals import NominalFinder
from dragoman.resolve.ships import ships
from dragoman.resolve.weapons import WeaponMention, weapons
from dragoman.resolve.weapons_knowledge import listed_ship

_ARMS_AND_MEN = frozenset({"nsubj", "obl:agent", "root"})
"""What arms do in these places, their crews do: "Iranian drones struck" is an act of Iran."""


_SHIP = ("ships", "warship")
"""SIPRI's category and the role of a ship of which no more is known than its navy."""


@dataclass(frozen=True, slots=True)
class Arms:
    """A weapon at a place of the text; `first` and `last` are words, -1 where the reading has none there."""

    weapon: WeaponMention
    first: int
    last: int
    state: str | None = None
    """The state whose it is by its name: that of a warship's navy."""


def arms(scene: Scene) -> list[Arms]:
    """The weapons of an article, those left out that stand for their crews."""
    found = []
    fleet = list(ships(scene.page.text))
    for weapon in weapons(scene.page.article, scene.reading):
        if any(weapon.start < ship.end and weapon.end > ship.start for ship in fleet):
            continue
        first, last = scene.page.span(weapon.start, weapon.end) or (-1, -1)
        if first < 0 or not _crewed(scene, first, last):
            found.append(Arms(weapon, first, last))
    for ship in fleet:
        role = listed_ship(ship.name)
        category, what = (role.category, role.name) if role else _SHIP
        mention = WeaponMention(ship.start, ship.end, ship.name, None, None, category, what, None)
        found.append(Arms(mention, *(scene.page.span(ship.start, ship.end) or (-1, -1)), state=ship.state))
    return sorted(found, key=lambda one: one.weapon.start)


def place_weapons(scene: Scene, found: list[Arms], finder: NominalFinder) -> None:
    """Give every weapon its entity; arms of one name that are said to be of two states are two entities.

    A warship that acts anywhere in the article is a group of its navy's, its crew.
    """
    acting = {one.weapon.name for one in found if one.state and _acts(scene, one)}
    for one in found:
        weapon = one.weapon
        if weapon.name in acting:
            crew = scene.board.take(("ship", weapon.name), Draft("group", weapon.name, one.state, "MIL", named=True))
            crew.mention(weapon.start, weapon.end, "name")
            if one.first >= 0:
                scene.at.setdefault(scene.page.head_of(one.first, one.last), crew)
            continue
        state = one.state or _owner(scene, one, finder)
        draft = scene.board.take(
            ("weapon", fold(weapon.name), state or ""), Draft("weapon", weapon.name, state, named=True)
        )
        draft.mention(weapon.start, weapon.end, "name")
        if all(known is not draft for known, _ in scene.designations):
            designation = Designation("", weapon.status, weapon.category, weapon.role, weapon.maker, weapon.candidates)
            scene.designations.append((draft, designation))


def _acts(scene: Scene, one: Arms) -> bool:
    return one.first >= 0 and scene.page.words[scene.page.head_of(one.first, one.last)].deprel in _ARMS_AND_MEN


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
