"""One sentence with what is known around it: which word names which entity, and who is in play."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from dragoman.coding.lexicon import Lexicon
from dragoman.records.attribution import Attribution
from dragoman.records.entity import Entity, Resolution
from dragoman.records.reading import Reading, Sentence, Token

_ACTING = frozenset({"person", "state", "organization", "group", "place"})
_SERVING = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
"""Sectors whose people speak for their state."""
_NOBODY = Attribution((), (), ())
_FADING = 0.5
"""How much a state's weight falls with every sentence back, when "the two countries" are looked for."""
_REACH = 6
"""Sentences looked back for them."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, the entity each of its words belongs to, and the states in play before it."""

    index: int
    sentence: Sentence
    lexicon: Lexicon
    lemmas: tuple[str, ...]
    """The words' dictionary forms in lower case, as the lexicon knows them."""
    entities: tuple[Entity | None, ...]
    """For each word the entity of the narrowest mention that covers it."""
    spans: tuple[tuple[int, ...], ...]
    """For each word the words of that mention."""
    in_play: tuple[Entity, ...] = field(repr=False)
    """The states the text is about just before this sentence's end, the weightiest first."""

    def entity(self, index: int) -> Entity | None:
        """The entity that a word belongs to."""
        return self.entities[index]

    def acts(self, index: int) -> bool:
        """Whether a word names somebody (not a weapon, a document, an occasion)."""
        entity = self.entities[index]
        return entity is not None and entity.kind in _ACTING


def scenes(
    reading: Reading, resolution: Resolution, lexicon: Lexicon, attribution: Attribution = _NOBODY
) -> list[Scene]:
    """One scene for each sentence, in order; "we" and "our" name whoever the attribution says is speaking."""
    pairs = list(resolution.mentions())
    states: dict[str | None, Entity] = {
        entity.state: entity for entity in reversed(resolution.entities) if entity.kind == "state" and entity.state
    }
    found: list[Scene] = []
    weights: list[Counter[str]] = []
    since: dict[str, int] = {}
    at = 0
    for number, sentence in enumerate(reading.sentences):
        while at < len(pairs) and pairs[at][1].start < sentence.start:
            at += 1
        covering: list[tuple[int, int, Entity]] = []
        seen: Counter[str] = Counter()
        here = at
        while here < len(pairs) and pairs[here][1].start < sentence.end:
            entity, mention = pairs[here]
            covering.append((mention.start, mention.end, entity))
            # "The territory of Afghanistan" brings Afghanistan into play once, by its name
            named = entity.kind != "place" or mention.type == "name"
            if entity.state is not None and entity.state in states and named:
                seen[entity.state] += 1
                since.setdefault(entity.state, mention.start)
            here += 1
        entities: list[Entity | None] = [None] * len(sentence.tokens)
        spans: list[tuple[int, ...]] = [()] * len(sentence.tokens)
        starts = [token.start for token in sentence.tokens]
        # Wide mentions first, so that narrower ones write over them.
        for start, end, entity in sorted(covering, key=lambda c: (c[0] - c[1], c[0])):
            first = bisect_left(starts, start)
            span = tuple(range(first, bisect_left(starts, end)))
            for i in span:
                entities[i] = entity
                spans[i] = span
        for i, token in enumerate(sentence.tokens):
            if token.has("Person=1") and token.has("Number=Plur") and len(spans[i]) != 1:
                entities[i] = _we(token, resolution, attribution, states)
                spans[i] = (i,)
        weights.append(seen)
        total: dict[str, float] = {}
        for back, counts in enumerate(reversed(weights[-_REACH:])):
            for state in sorted(counts):
                total[state] = total.get(state, 0.0) + min(counts[state], 2) * _FADING**back
        order = sorted(total, key=lambda state: (-total[state], since[state]))
        lemmas = tuple(lexicon.lemma(token) for token in sentence.tokens)
        in_play = tuple(states[state] for state in order)
        found.append(Scene(number, sentence, lexicon, lemmas, tuple(entities), tuple(spans), in_play))
    return found


def _we(
    token: Token, resolution: Resolution, attribution: Attribution, states: dict[str | None, Entity]
) -> Entity | None:
    """Whom "we" and "our" mean in somebody's words: the state that the speaker serves, else the speaker."""
    voice = attribution.voices(token.start)[-1]
    if voice.entity is None:
        return None
    speaker = resolution.get(voice.entity)
    return states.get(speaker.state, speaker) if speaker.sector in _SERVING else speaker
