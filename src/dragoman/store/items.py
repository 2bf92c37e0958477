"""What an article says, item by item, with what an item is known by: its words, and its kind among items in the same words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.records.article import Article, Evidence
from dragoman.records.dossier import Dossier
from dragoman.records.event import Agreement, Event, Exercise, Transfer
from dragoman.records.kept import ItemKind

Span = tuple[int, int]
_NEAR = 300
"""Characters from its first words within which further words of an item are shown with them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One event, quotation, entity or finding of a dossier."""

    kind: ItemKind
    local: str
    """Its id in the dossier."""
    spans: tuple[Span, ...]
    """The words it rests on; its id stays while all of them stay."""
    places: frozenset[Span]
    """Where the first of these words may stand in another reading of the same item."""
    traits: tuple[str, ...]
    """What tells it from others in the same words, the most telling first."""
    anchor: str
    """Its first words."""
    start: int | None
    end: int | None
    words: str
    """The text from its first words to the last ones near by."""


def items(dossier: Dossier) -> Iterator[Item]:
    """Every item of a dossier."""
    article = dossier.article
    names = {entity.id: entity.name for entity in dossier.entities}
    for event in dossier.events:
        yield _item("event", event.id, article, event.evidence, _traits(event, names))
    for quote in dossier.quotes:
        traits = ("direct" if quote.direct else "reported", names.get(quote.speaker or "", ""))
        yield _item("quote", quote.id, article, quote.evidence, traits)
    for finding in dossier.findings:
        yield _item("finding", finding.id, article, finding.evidence, (finding.kind, finding.message))
    for entity in dossier.entities:
        mentions = [Evidence(m.start, m.end, m.text) for m in entity.mentions]
        first = next((Evidence(m.start, m.end, m.text) for m in entity.mentions if m.type == "name"), None)
        chosen = [first] if first else mentions[:1]
        yield _item("entity", entity.id, article, chosen, (entity.kind, entity.name), mentions)


def _item(
    kind: ItemKind,
    local: str,
    article: Article,
    evidence: Iterable[Evidence],
    traits: tuple[str, ...],
    mentions: Iterable[Evidence] = (),
) -> Item:
    spans = tuple(dict.fromkeys((e.start, e.end) for e in evidence))
    places = frozenset((e.start, e.end) for e in mentions) or frozenset(spans[:1])
    start, end = _stretch(article, spans)
    words = article.text[start:end] if start is not None else ""
    anchor = article.text[slice(*spans[0])] if spans else ""
    return Item(kind, local, spans, places, traits, anchor, start, end, words)


def _stretch(article: Article, spans: tuple[Span, ...]) -> tuple[int | None, int | None]:
    if not spans:
        return None, None
    start, end = spans[0]
    block = article.block_at(start)
    for other, other_end in spans[1:]:
        if (block is None or block.start <= other < block.end) and start - _NEAR <= other and other_end <= end + _NEAR:
            start, end = min(start, other), max(end, other_end)
    return start, end


def _traits(event: Event, names: dict[str, str]) -> tuple[str, ...]:
    parties = ("|".join(names.get(e, e) for e in side) for side in (event.actors, event.recipients))
    return (event.type, event.mode or "", *parties, event.detail.kind if event.detail else "", what(event) or "")


def what(event: Event) -> str | None:
    """What an agreement, transfer or exercise is called."""
    match event.detail:
        case Transfer(designation=called) | Agreement(title=called) | Exercise(name=called):
            return called
    return None
