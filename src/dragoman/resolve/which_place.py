"""Which of the places that share a name is meant: by the state named after it, the states in play, nearness, size."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from dragoman.resolve.gazetteer import Match
from dragoman.resolve.lexicon import Sense, find_names
from dragoman.resolve.page import Page
from dragoman.resolve.places import Place

_NEAR_KM = 250
"""Kilometres: a place this near to another that the text surely names is likelier meant."""
_FAR_LARGER = 4
"""How many times more inhabitants make the largest of several the one that news means without saying more."""
_LARGE = 100_000
"""Inhabitants from which a town is known beyond its state."""
_OFTEN = 3
"""Times that a state is named in an article that is about it."""
_EARTH_KM = 6371


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the article says of where it is set."""

    in_play: dict[str, int]
    """How often each state is named."""
    in_play_surely: dict[str, int]
    """The same without names that may mean another state ("Korea")."""
    points: tuple[tuple[str, float, float], ...]
    """Places whose name is nobody else's: name, latitude, longitude."""


def surroundings(text: str, matches: Sequence[Match[Sense]], doubtful: Container[str]) -> Surroundings:
    """What the names of an article say of where it is set; `doubtful`: names that may mean one state or another."""
    counts: dict[str, int] = {}
    sure: dict[str, int] = {}
    points: dict[str, tuple[str, float, float]] = {}
    for match in matches:
        sense = match.meanings[0]
        if sense.state and sense.kind != "place":
            counts[sense.state] = counts.get(sense.state, 0) + 1
            if text[match.start : match.end] not in doubtful:
                sure[sense.state] = sure.get(sense.state, 0) + 1
        towns = [one.place for one in match.meanings if one.place is not None]
        if len(towns) == 1 and towns[0].latitude is not None and towns[0].longitude is not None:
            points[towns[0].name] = (towns[0].name, towns[0].latitude, towns[0].longitude)
    return Surroundings(counts, sure, tuple(points.values()))


def town(page: Page, towns: Sequence[Place], last: int, around: Surroundings) -> Place:
    """The place meant; where nothing tells the likeliest from the rest, one without coordinates."""
    named = told_after(page, towns, last)
    if named is not None:
        return named
    sure = [place for place in towns if place.sure] or list(towns)
    if all(_out_of_play(place, around) for place in sure):
        # "Guliston" in an article on Tajikistan and Kyrgyzstan need not be the one that the table has in Uzbekistan.
        return _unplaced(sure[0], None)
    ranked = sorted(sure, key=lambda place: _weight(place, around), reverse=True)
    best = ranked[0]
    if len(ranked) == 1 or _weight(best, around)[:2] != _weight(ranked[1], around)[:2]:
        return best
    rivals = [place for place in ranked[1:] if _weight(place, around)[:2] == _weight(best, around)[:2]]
    if best.size >= _FAR_LARGER * max(place.size for place in rivals):
        return best
    state = best.state if all(place.state == best.state for place in rivals) else None
    return _unplaced(best, state)


def _out_of_play(place: Place, around: Surroundings) -> bool:
    """Whether a town is small and its state is not spoken of in an article that is about several others."""
    others = sum(count >= _OFTEN for count in around.in_play.values()) > 1
    return not place.sure and place.size < _LARGE and others and place.state not in around.in_play


def _unplaced(place: Place, state: str | None) -> Place:
    return Place(place.name, place.aliases, state, None, None, None, 0, sure=place.sure)


def told_after(page: Page, towns: Sequence[Place], last: int) -> Place | None:
    """The one of several towns whose state stands right after the name: "Tripoli, Lebanon"."""
    if len(towns) < 2 or not 0 <= last < len(page.words) - 2 or page.words[last + 1].text != ",":
        return None
    start = page.words[last + 2].start
    for match in find_names(page.text[start : start + 40])[:1]:
        named = [place for place in towns if match.start == 0 and place.state == match.meanings[0].state]
        if named:
            return max(named, key=lambda place: place.size)
    return None


def largest(towns: Sequence[Place]) -> Place | None:
    """The largest of some places."""
    return max(towns, key=lambda place: place.size) if towns else None


def _weight(place: Place, around: Surroundings) -> tuple[bool, bool, int]:
    return around.in_play.get(place.state or "", 0) > 0, _near(place, around), place.size


def _near(place: Place, around: Surroundings) -> bool:
    if place.latitude is None or place.longitude is None:
        return False
    return any(
        name != place.name and _distance_km(place.latitude, place.longitude, north, east) <= _NEAR_KM
        for name, north, east in around.points
    )


def _distance_km(north: float, east: float, other_north: float, other_east: float) -> float:
    """The great-circle distance, by the haversine formula."""
    a, b = radians(north), radians(other_north)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_east - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
