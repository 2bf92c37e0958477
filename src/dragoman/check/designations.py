"""Designations that no weapon bears, with the one that is likely meant."""

from collections.abc import Iterator, Sequence

from dragoman.check.draft import Draft
from dragoman.check.numbers import Move
from dragoman.check.spots import Spot, plain, spots, witnesses
from dragoman.records.article import Article
from dragoman.records.entity import Resolution

_SHOWN = ("caption", "title")
_NAMED = 4
"""How many known designations a message names where none is likelier than the others."""


def designations(article: Article, resolution: Resolution, moves: Sequence[Move]) -> Iterator[Draft]:
    """One finding for each impossible designation, with all its mentions."""
    all_spots = spots(article, resolution)
    known = witnesses(all_spots)
    wrong: dict[str, list[Spot]] = {}
    for spot in all_spots:
        if spot.designation.status == "impossible":
            wrong.setdefault(spot.written, []).append(spot)
    for mentions in wrong.values():
        yield _draft(article, mentions, known, moves)


def _draft(article: Article, mentions: list[Spot], known: list[Spot], moves: Sequence[Move]) -> Draft:
    spot = mentions[0]
    candidates = spot.designation.candidates
    witness = _elsewhere(spot, known)
    moved = next((move.reads[one.start] for one in mentions for move in moves if one.start in move.reads), None)
    likely = moved or (_candidate(spot, witness) if witness else None)
    if likely is None and len(candidates) == 1:
        likely = candidates[0]
    if witness and plain(_candidate(spot, witness)) != plain(likely or ""):
        witness = None
    message = f"No {spot.noun} {spot.written!r} exists"
    if witness:
        places = {"caption": "a caption names", "title": "the title names"}
        message += f"; {likely} is likely meant, which {places.get(witness.block or '', 'the article also names')}."
    elif likely:
        message += f"; {likely} is likely meant."
    elif candidates:
        message += f"; known with these letters: {', '.join(candidates[:_NAMED])}."
    else:
        message += "."
    evidence = [article.evidence(one.start, one.end) for one in (*mentions, *((witness,) if witness else ()))]
    return Draft("designation", "error" if likely else "warning", message, likely, tuple(evidence))


def _elsewhere(spot: Spot, known: list[Spot]) -> Spot | None:
    """A known designation of the article that the impossible one may stand for.

    One of the same series with the same letters anywhere, if it has any; else one of the same series and role in a
    caption or the title, which show what the article is about, if they show but one.
    """
    names = [plain(candidate) for candidate in spot.designation.candidates]
    series = [other for other in known if plain(other.prefix) == plain(spot.prefix) and _may_be(other, spot)]
    same = [other for other in series if spot.suffix and plain(other.suffix) == plain(spot.suffix)]
    same += [other for other in known if plain(other.written) in names and other not in same]
    if same:
        return min(same, key=lambda other: (other.block not in _SHOWN, other.designation.status != "known"))
    shown = [other for other in series if other.block in _SHOWN]
    return shown[0] if len({plain(other.written) for other in shown}) == 1 else None


def _may_be(other: Spot, spot: Spot) -> bool:
    """Whether what one designation is can be called what the other is said to be: a transport helicopter, a helicopter."""
    return spot.noun in (other.noun, "weapon") or other.noun.split()[-1:] == spot.noun.split()


def _candidate(spot: Spot, other: Spot) -> str:
    """The usual spelling of a designation found elsewhere."""
    wanted = plain(other.written)
    return next((name for name in spot.designation.candidates if plain(name) == wanted), other.written)
