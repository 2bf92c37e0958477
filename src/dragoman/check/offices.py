"""An office in the text that is not the one which the list of office-holders has: the text is followed, the reader is told."""

from collections.abc import Iterator

from dragoman.check.draft import Draft
from dragoman.records.article import Evidence
from dragoman.records.entity import Entity, OfficeDifference, Resolution


def offices(resolution: Resolution) -> Iterator[Draft]:
    """One finding for each person whose office differs."""
    for difference in resolution.differences:
        entity = resolution.get(difference.entity)
        message = (
            f"The text calls {entity.name} {difference.told}; the list of office-holders has {difference.name} as "
            f"{difference.listed} {_span(difference)}. The record follows the text."
        )
        yield Draft("contradiction", "info", message, None, (_evidence(entity),))


def _span(difference: OfficeDifference) -> str:
    if not difference.start:
        return f"until {difference.end}" if difference.end else "without dates"
    return f"from {difference.start} to {difference.end}" if difference.end else f"since {difference.start}"


def _evidence(entity: Entity) -> Evidence:
    """The fullest of the mentions by name: the one with the title."""
    mention = max(entity.mentions, key=lambda mention: (mention.type == "name", len(mention.text), -mention.start))
    return Evidence(mention.start, mention.end, mention.text)
