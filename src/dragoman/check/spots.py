"""Where designations stand in the text, split into prefix, number and variant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.records.article import Article
from dragoman.records.entity import Designation, Resolution

# "Su-30SM", "2S19M2", "M1A2", "Leopard 2A6": what stands before the number may begin with one digit.
_PARTS = re.compile(r"(?P<prefix>\d?[^\W\d_]\D*?)(?P<number>\d+)(?P<suffix>.*)")


@dataclass(frozen=True, slots=True)
class Spot:
    """One mention of a designation; offsets in the article's text."""

    designation: Designation
    start: int
    end: int
    """Of the whole mention, noun included."""
    number_start: int
    number: str
    prefix: str
    suffix: str
    block: str | None
    """Kind of the block it stands in."""

    @property
    def written(self) -> str:
        """The designation in its usual spelling, without its noun."""
        return f"{self.prefix}{self.number}{self.suffix}"

    @property
    def noun(self) -> str:
        """What it is said to be."""
        return self.designation.role or self.designation.category or "weapon"

    def with_number(self, number: str, named: Sequence[str] = ()) -> str | None:
        """The known designation that another number makes of it, or one of those `named`; `None` where there is none."""
        wanted = plain(f"{self.prefix}{number}{self.suffix}")
        return next((name for name in (*self.designation.candidates, *named) if plain(name) == wanted), None)


def spots(article: Article, resolution: Resolution) -> list[Spot]:
    """Every mention of a designation that holds a number, in order."""
    by_entity = {designation.entity: designation for designation in resolution.designations}
    found: list[Spot] = []
    for entity, mention in resolution.mentions():
        designation = by_entity.get(entity.id)
        parts = _PARTS.fullmatch(entity.name) if designation else None
        if designation is None or parts is None:
            continue
        place = re.search(rf"(?<!\d){parts['number']}(?!\d)", mention.text)
        block = article.block_at(mention.start)
        if place:
            found.append(
                Spot(
                    designation,
                    mention.start,
                    mention.end,
                    mention.start + place.start(),
                    parts["number"],
                    parts["prefix"],
                    parts["suffix"],
                    block.kind if block else None,
                )
            )
    return found


def witnesses(all_spots: Sequence[Spot]) -> list[Spot]:
    """The mentions that a wrong designation may be measured by: known ones, and likely variants of its kind."""
    return [spot for spot in all_spots if spot.designation.status == "known" or _is_variant(spot)]


def _is_variant(spot: Spot) -> bool:
    return spot.designation.status == "plausible" and bool(spot.suffix)


def plain(designation: str) -> str:
    """A designation without hyphens, spaces and case, to compare spellings."""
    return re.sub(r"[\W_]", "", designation).upper()
