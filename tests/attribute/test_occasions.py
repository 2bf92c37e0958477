"""At which event a thing was said."""

from dataclasses import replace

from dragoman.attribute.attribute import attribute
from dragoman.attribute.occasions import occasions
from dragoman.records.article import Article
from dragoman.records.attribution import Quote
from dragoman.records.entity import EntityKind
from dragoman.records.event import Event, EventDate, EventType
from tests.attribute.trees import article_of, entities, reading_of

_NAMED: dict[str, tuple[EntityKind, list[str]]] = {"varga": ("person", ["Varga"]), "orlov": ("person", ["Orlov"])}
_DAY = EventDate("2024-05-06", "2024-05-06", "day")
_TALKS = "“The bridge will be ready soon,” Varga said on May 6 at negotiations with Orlov. The visit ended on Friday."
_VISIT = "During her visit to the harbour, Varga said that the fleet would attack the island."
_INSIDE = "“The visit was long and the talks were hard,” Varga said."
_LATER = "The visit began on May 6.\n\nDuring her visit Varga said that the bridge would be ready soon."
TEXTS = [_LATER, _TALKS, _VISIT, _INSIDE]


def _quotes(text: str) -> tuple[Article, tuple[Quote, ...]]:
    article = article_of(text)
    return article, attribute(article, reading_of(article), entities(article, _NAMED)).quotes


def _event(article: Article, identifier: str, word: str, kind: EventType, date: EventDate | None = None) -> Event:
    start = article.text.index(word)
    evidence = (article.evidence(start, start + len(word)),)
    return Event(identifier, kind, None, (), ("varga",), (), date, None, "occurred", (), None, evidence, 1.0)


def test_the_talks_named_beside_the_cue() -> None:
    """Event and date come from the sentence that attributes, not from the one after."""
    article, quotes = _quotes(_TALKS)
    events = [_event(article, "v1", "negotiations", "CONSULT", _DAY), _event(article, "v2", "visit", "CONSULT")]
    (quote,) = occasions(quotes, events, article)
    assert (quote.occasion, quote.date) == ("v1", _DAY)


def test_what_is_spoken_of_is_no_occasion() -> None:
    """An attack within the words said is not where they were said; the visit before them is."""
    article, quotes = _quotes(_VISIT)
    events = [_event(article, "v1", "attack", "ASSAULT", _DAY), _event(article, "v2", "visit", "CONSULT")]
    (quote,) = occasions(quotes, events, article)
    assert (quote.occasion, quote.date) == ("v2", None)


def test_occasions_within_the_quotation_do_not_count() -> None:
    """Talks that the speaker mentions are not those at which she speaks."""
    article, quotes = _quotes(_INSIDE)
    events = [_event(article, "v1", "visit", "CONSULT"), _event(article, "v2", "talks", "CONSULT")]
    assert occasions(quotes, events, article) == quotes


def test_an_event_read_elsewhere_is_known_by_its_speaker() -> None:
    """The only visit in which the speaker takes part is the one during which she spoke; of two, neither."""
    article, quotes = _quotes(_LATER)
    visit = _event(article, "v1", "visit", "CONSULT", _DAY)
    (quote,) = occasions(quotes, [visit], article)
    assert (quote.occasion, quote.date) == ("v1", _DAY)
    assert occasions(quotes, [visit, replace(visit, id="v2")], article) == quotes
