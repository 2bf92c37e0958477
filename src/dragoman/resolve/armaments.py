"""The weapons of an article, put on the board."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.records.entity import Designation
from dragoman.resolve.agents import agents, singulars
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.nominals import NominalFinder
from dragoman.resolve.ships import Ship, christened, ships
from dragoman.resolve.weapons import WeaponMention, weapons
from dragoman.resolve.weapons_knowledge import listed_ship, ship_nouns

_ARMS_AND_MEN = frozenset({"nsubj", "obl:agent", "root"})
"""What arms do in these places, their crews do: "Iranian drones struck" is an act of Iran."""


_LONGEST_NOUN = 4
"""Words in a noun for a ship."""
_SHIP = ("ships", "warship")
"""SIPRI's category and the role of a ship of which no more is known than its navy."""


@dataclass(frozen=True, slots=True)
class Arms:
    """A weapon at a place of the text; `first` and `last` are words, -1 where the reading has none there."""

    weapon: WeaponMention
    first: int
    last: int
    ship: bool = False
    """Whether it is a ship with a name of its own."""
    state: str | None = None
    """The state whose it is by its name: that of a warship's navy."""


def arms(scene: Scene) -> list[Arms]:
    """The weapons of an article, those left out that stand for their crews."""
    found = []
    fleet = [_prefixed(scene, ship) for ship in ships(scene.page.text)]
    fleet += [one for one in _christened(scene) if not any(_overlap(one.weapon, other.weapon) for other in fleet)]
    for weapon in weapons(scene.page.article, scene.reading):
        if any(_overlap(weapon, ship.weapon) for ship in fleet):
            continue
        first, last = scene.page.span(weapon.start, weapon.end) or (-1, -1)
        if first < 0 or not _crewed(scene, first, last):
            found.append(Arms(weapon, first, last))
    found += fleet
    found += _again(scene, found)
    return sorted(found, key=lambda one: one.weapon.start)


def _prefixed(scene: Scene, ship: Ship) -> Arms:
    role = listed_ship(ship.name)
    category, what = (role.category, role.name) if role else _SHIP
    mention = WeaponMention(ship.start, ship.end, ship.name, None, None, category, what, None)
    first, last = scene.page.span(ship.start, ship.end) or (-1, -1)
    return Arms(mention, first, last, ship=True, state=ship.state)


def _christened(scene: Scene) -> Iterator[Arms]:
    """The ships that stand by name after the noun for them; the first one's mention holds the noun."""
    words = scene.page.words
    nouns = ship_nouns()
    for i, word in enumerate(words):
        phrases = [
            (k, nouns[phrase])
            for k in range(max(i - _LONGEST_NOUN + 1, 0), i + 1)
            if words[k].sentence == word.sentence
            and (phrase := " ".join(w.lower for w in words[k : i + 1] if w.text != "-").replace("-", " ")) in nouns
        ]
        for number, (first, end) in enumerate(christened(scene.page, i) if phrases else ()):
            begin = first if number else phrases[0][0]
            role = phrases[0][1]
            name = scene.page.text[words[first].start : words[end].end]
            mention = WeaponMention(
                words[begin].start, words[end].end, name, None, None, role.category, role.name, None
            )
            yield Arms(mention, begin, end, ship=True)


def _overlap(one: WeaponMention, other: WeaponMention) -> bool:
    return one.start < other.end and one.end > other.start


def _again(scene: Scene, found: list[Arms]) -> list[Arms]:
    """Where ships that were introduced by a noun are named once more."""
    more: dict[int, Arms] = {}
    taken = [(one.weapon.start, one.weapon.end) for one in found]
    for one in found:
        if not one.ship or one.state:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(one.weapon.name)}(?!\w)", scene.page.text):
            if not any(match.start() < end and match.end() > start for start, end in taken):
                mention = replace(one.weapon, start=match.start(), end=match.end())
                span = scene.page.span(*match.span()) or (-1, -1)
                more.setdefault(match.start(), Arms(mention, *span, ship=True))
    return list(more.values())


def place_weapons(scene: Scene, found: list[Arms], finder: NominalFinder) -> None:
    """Give every weapon its entity; arms of one name that are said to be of two states are two entities.

    A warship that acts anywhere in the article is a group of its navy's, its crew.
    """
    acting = {one.weapon.name for one in found if one.ship and _acts(scene, one)}
    owners = {
        one.weapon.name: state
        for one in reversed(found)
        if one.ship and (state := one.state or _owner(scene, one, finder))
    }
    for one in found:
        weapon = one.weapon
        if weapon.name in acting:
            crew = Draft("group", weapon.name, owners.get(weapon.name), "MIL", named=True)
            crew = scene.board.take(("ship", weapon.name), crew)
            crew.mention(weapon.start, weapon.end, "name")
            if one.first >= 0:
                scene.at.setdefault(scene.page.head_of(one.first, one.last), crew)
            continue
        state = owners.get(weapon.name) if one.ship else _owner(scene, one, finder)
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
