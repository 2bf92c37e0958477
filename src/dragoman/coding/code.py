"""From a reading to events: PLOVER's types with their parties, dates, places, voices and words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.confidence import confidence
from dragoman.coding.contexts import contexts
from dragoman.coding.dates import date_of
from dragoman.coding.details.detail import detail_of, transfers_of
from dragoman.coding.draft import Draft, Party
from dragoman.coding.lexicon import lexicon_for
from dragoman.coding.merge import merge
from dragoman.coding.place import place
from dragoman.coding.predicate import Finder, Found
from dragoman.coding.scene import Scene, scenes
from dragoman.coding.tree import auxiliaries
from dragoman.records.article import Article, Evidence
from dragoman.records.attribution import Attribution
from dragoman.records.entity import Entity, Resolution
from dragoman.records.event import Detail, Event, Factuality, Transfer
from dragoman.records.reading import Reading, Sentence

_BETWEEN = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "SANCTION"})
"""Types that are nothing between two bodies of one state."""
_ASSERTED = ("conj", "ccomp", "csubj", "parataxis", "xcomp", "obj", "nsubj", "cop")
"""Relations through which a clause still asserts: "X said that A did and B did"."""
_TO_STATES = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"}
)
"""Types that are between governments, wherever they take place."""
_MOVING = frozenset({"RETREAT", "REQUEST", "MOBILIZE"})
"""Types whose object is a thing that is moved or asked for rather than somebody."""
_NEEDS_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
"""PLOVER codes these only with a recipient."""


def code(article: Article, reading: Reading, resolution: Resolution, attribution: Attribution) -> tuple[Event, ...]:
    """The events that an article tells, in the order of the text; none where the language has no lexicon."""
    lexicon = lexicon_for(reading.language)
    if lexicon is None:
        return ()
    entities = {entity.id: entity for entity in resolution.entities}
    certainties = {certainty.start: certainty.factuality for certainty in attribution.certainties}
    events: list[Event] = []
    for scene in scenes(reading, resolution, lexicon, attribution):
        drafts = [_draft(scene, found, entities, certainties) for found in Finder(scene, entities).run()]
        for draft in _weighty([draft for draft in drafts if draft], entities):
            events.extend(_events(article, reading, resolution, attribution, scene, draft))
    return merge(tuple(events), entities)


def _draft(scene: Scene, found: Found, entities: dict[str, Entity], certainties: dict[int, Factuality]) -> Draft | None:
    actors = found.actors
    recipients = tuple(party for party in found.recipients if party.entity not in {actor.entity for actor in actors})
    recipients = tuple(_addressed(party, found, entities) for party in recipients if not _inert(party, found, entities))
    sides = [{entities[p.entity].state or p.entity for p in side} for side in (actors, recipients)]
    if found.type in _BETWEEN and sides[1] <= sides[0]:
        recipients = ()
    if not any(entities[p.entity].state or entities[p.entity].sector for p in actors):
        return None
    type_ = found.type
    if found.detail == "exercise" and type_ == "MOBILIZE" and len(sides[0] | sides[1]) > 1:
        type_ = "COOPERATE"
    if type_ == "COOPERATE" and not recipients and len(sides[0]) > 1:
        actors, recipients = actors[:1], actors[1:]
    if type_ in _NEEDS_RECIPIENT and not recipients:
        return None
    if type_ == "CONSULT" and not recipients and len(sides[0]) < 2:
        return None
    if len(sides[0] | sides[1]) < 2 and not found.withdrawal and not _main(scene.sentence, found.predicate):
        return None
    certain: Factuality = certainties.get(scene.sentence.tokens[found.predicate].start, "occurred")
    factuality = found.factuality if found.factuality != "occurred" or found.settled else certain
    if factuality in ("possible", "denied") and not recipients and not found.detail and len(sides[0]) < 2:
        # what somebody might do, or does not do, to nobody named is a writer's thought, not an event
        return None
    return Draft(
        sentence=scene.index,
        predicate=found.predicate,
        words=found.words,
        type=type_,
        mode=found.mode,
        actors=actors,
        recipients=recipients,
        factuality=factuality,
        object=found.object,
        place=place(scene, found.words),
        detail=found.detail,
        contexts=contexts(scene),
        confidence=confidence(found, entities),
    )


def _addressed(party: Party, found: Found, entities: dict[str, Entity]) -> Party:
    """The state that a place stands for where something is said or done to states: "closed the Belarusian border"."""
    entity = entities[party.entity]
    if entity.kind != "place" or entity.state is None or found.type not in _TO_STATES:
        return party
    owner = next((e for e in entities.values() if e.kind == "state" and e.state == entity.state), None)
    return Party(owner.id, party.tokens) if owner else party


def _inert(party: Party, found: Found, entities: dict[str, Entity]) -> bool:
    """Whether a recipient is none: a place of no known state, or what a force moves or a request asks for."""
    entity = entities[party.entity]
    if entity.state is not None:
        return False
    return entity.kind == "place" or (
        found.object in party.tokens and found.type in _MOVING and any(m.type == "nominal" for m in entity.mentions)
    )


def _weighty(drafts: list[Draft], entities: dict[str, Entity]) -> list[Draft]:
    """Without what one side does by itself where the sentence tells of an event between two, details of arms aside."""
    between = any(_sides(draft, entities) > 1 for draft in drafts)
    return [
        draft
        for draft in drafts
        if not between or _sides(draft, entities) > 1 or draft.detail or draft.type == "RETREAT"
    ]


def _sides(draft: Draft, entities: dict[str, Entity]) -> int:
    """How many states (or stateless bodies) take part."""
    return len({entities[party.entity].state or party.entity for party in (*draft.actors, *draft.recipients)})


def _main(sentence: Sentence, index: int) -> bool:
    """Whether a predicate is what its sentence says, not something said in passing."""
    token = sentence.tokens[index]
    while token.head >= 0 and token.deprel.startswith(_ASSERTED):
        token = sentence.tokens[token.head]
    return token.head < 0


def _events(
    article: Article,
    reading: Reading,
    resolution: Resolution,
    attribution: Attribution,
    scene: Scene,
    draft: Draft,
) -> Iterator[Event]:
    """The event of a draft; where it lists several weapons on their way, one event for each."""
    voices = attribution.voices(scene.sentence.tokens[draft.predicate].start)
    dated = date_of(article, scene.sentence, draft.predicate)
    if dated and dated.kind == "since" and not auxiliaries(scene.sentence, draft.predicate):
        # "the biggest order since 1989": what has gone on since then says so with an auxiliary
        dated = None
    quoted = voices[-1].voice == "speaker"
    if dated and (dated.outside or attribution.voices(dated.start) != voices or (dated.spoken and quoted)):
        # A date inside somebody's words does not date what is told outside of them, nor the other way round; and what
        # somebody calls "today" is not the day of the article.
        dated = None
    evidence = [*_spans(article, scene.sentence, draft.words)]
    for party in (*draft.actors, *draft.recipients):
        evidence.extend(_spans(article, scene.sentence, party.tokens))
    if dated:
        evidence.append(article.evidence(dated.start, dated.end))
    if draft.place:
        evidence.extend(_spans(article, scene.sentence, draft.place.tokens))
    if draft.object is not None:
        evidence.extend(_spans(article, scene.sentence, (draft.object,)))
    event = Event(
        id="",
        type=draft.type,
        mode=draft.mode,
        contexts=draft.contexts,
        actors=_ids(draft.actors),
        recipients=_ids(draft.recipients),
        date=dated.value if dated else None,
        place=draft.place.entity if draft.place else None,
        factuality=draft.factuality,
        asserted_by=voices,
        detail=None,
        evidence=tuple(dict.fromkeys(evidence)),
        confidence=draft.confidence,
    )
    for detail, words in _details(draft, article, reading, resolution):
        yield replace(event, detail=detail, evidence=tuple(dict.fromkeys((*event.evidence, *words))))


def _details(
    draft: Draft, article: Article, reading: Reading, resolution: Resolution
) -> Sequence[tuple[Detail | None, tuple[Evidence, ...]]]:
    detailed = detail_of(draft, article, reading, resolution)
    if detailed is None:
        return ((None, ()),)
    if isinstance(detailed[0], Transfer):
        return transfers_of(draft, article, reading, resolution)
    return (detailed,)


def _ids(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.entity for party in parties))


def _spans(article: Article, sentence: Sentence, words: tuple[int, ...]) -> Iterator[Evidence]:
    """The stretches of neighbouring words, as evidence."""
    run: list[int] = []
    for word in (*words, None):
        if run and (word is None or word != run[-1] + 1):
            yield article.evidence(sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end)
            run = []
        if word is not None:
            run.append(word)
