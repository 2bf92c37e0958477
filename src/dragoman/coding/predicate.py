"""From the words of one sentence to drafts: every predicate the lexicon knows, with its operators and its parties."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.arguments import Arguments
from dragoman.coding.draft import Party
from dragoman.coding.effects import Outcome, applied, tensed
from dragoman.coding.lexicon import Frame, Operator, part_of
from dragoman.coding.scene import Scene
from dragoman.coding.tree import (
    auxiliaries,
    cases,
    conditional,
    conjuncts,
    doubly_negated,
    negated,
    obliques,
    particles,
)
from dragoman.records.entity import Entity
from dragoman.records.event import EventType, Factuality

_TRANSITIVE = frozenset({"ASSAULT", "COERCE", "AID", "RETREAT", "SANCTION", "MOBILIZE", "ACCUSE", "REJECT", "CONCEDE"})
"""Types done to somebody: whoever is named below the predicate is likely that somebody."""
_SPEECH = frozenset({"demand", "accuse", "condemn", "threaten", "refuse", "allow", "prevent"})
"""Effects that make an event between the speaker and somebody addressed or spoken of."""
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_PROMISING = frozenset({"commit", "offer", "announce"})
_DEPTH = 5
"""Operators are followed no deeper into each other."""


@dataclass(frozen=True, slots=True)
class Found:
    """An event as far as its predicate tells it."""

    predicate: int
    words: tuple[int, ...]
    type: EventType
    mode: str | None
    factuality: Factuality
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    object: int | None
    detail: str | None
    surety: float
    """Product of how sure each slot is, 0 to 1."""
    operators: int = 0
    """How many operators stand over it."""
    settled: bool = False
    """Whether its negation or tense is spent: it made the type ("will not lift" is REJECT, and happened)."""
    withdrawal: bool = False
    """Whether forces leave: told in passing, it still is a fact of its own."""


class Finder(Arguments):
    """Finds the events of one sentence."""

    def __init__(self, scene: Scene, entities: dict[str, Entity]) -> None:
        super().__init__(scene, entities)
        self.used: set[int] = set()

    def run(self) -> Iterator[Found]:
        """Every event of the sentence, by the place of its predicate in the tree, from the root down."""
        waiting = [i for i, token in enumerate(self.sentence.tokens) if token.head < 0]
        while waiting:
            node = waiting.pop(0)
            lemma = self.scene.lemmas[node]
            known = lemma in self.lexicon.lemmas or lemma in self.lexicon.words("wrapper")
            if node not in self.used and known and not self._unasserted(node):
                yield from self.evaluate(node, (), _DEPTH, alone=True)
            waiting.extend(self.sentence.children[node])

    def _unasserted(self, node: int) -> bool:
        """Whether it is a purpose or a topic only ("to discuss …", "over holding talks"), or stands in a condition."""
        token = self.sentence.tokens[node]
        infinitive = (
            token.has("VerbForm=Inf") and token.relation in ("advcl", "acl") and not auxiliaries(self.sentence, node)
        )
        topic = token.relation in ("advcl", "acl") and set(cases(self.sentence, node)[:1]) & self.lexicon.words("topic")
        return infinitive or bool(topic) or conditional(self.sentence, node, self.lexicon)

    def evaluate(self, node: int, doer: tuple[Party, ...], depth: int, *, alone: bool = False) -> list[Found]:
        """The events that a word makes, with its complements; `doer`: who does it where the word itself does not say."""
        token = self.sentence.tokens[node]
        lemma = self._head_lemma(node)
        if lemma in self.lexicon.words("container") and (lemma, "n") not in self.lexicon.frames:
            for word, inner in obliques(self.sentence, node):
                if word in self.lexicon.words("of") and (self.scene.lemmas[inner], "n") in self.lexicon.frames:
                    return self.evaluate(inner, doer, depth - 1) if depth else []
        for part in part_of(token.upos):
            for operator in self.lexicon.operators.get((lemma, part), ()):
                if operator.particle is None or operator.particle in particles(self.sentence, node):
                    results = self._operate(node, part, operator, doer, depth)
                    if results is not None:
                        return results
            for frame in self.lexicon.frames.get((lemma, part), ()):
                if self.fits(node, part, frame):
                    found = self._fill(node, part, frame, doer, alone=alone)
                    return [found] if found else []
        return []

    def _head_lemma(self, node: int) -> str:
        """The word that says what it is: of "mediation effort" and "bombing campaign" the first."""
        lemma = self.scene.lemmas[node]
        if lemma in self.lexicon.words("wrapper"):
            for child in self.sentence.dependents(node, "compound"):
                if (self.scene.lemmas[child], "n") in self.lexicon.frames:
                    return self.scene.lemmas[child]
        return lemma

    def _operate(
        self, node: int, part: str, operator: Operator, doer: tuple[Party, ...], depth: int
    ) -> list[Found] | None:
        if depth == 0:
            return None
        complements = [c for slot in operator.slots for c in self._complements(node, part, slot)]
        if not complements:
            return None
        addressees = self.first(node, part, operator.addressees, frozenset())
        actors = self.actors(node, part, ("subj", "poss", "by", "of", "mod"), doer)
        if operator.effect == "same" and self._ordered_about(node, part, complements, actors):
            return None
        results: list[Found] = []
        hit = False
        for complement in complements:
            below = addressees if operator.effect in ("demand", "accuse", "condemn", "allow", "prevent") else actors
            inner = self.evaluate(complement, below, depth - 1)
            if operator.effect != "same" and self.sentence.tokens[complement].relation in _CLAUSES:
                # What is demanded, feared or promised did not happen, nor did anything told inside it, save of somebody
                # who is described: "they want to free the pilots whom the rebels seized".
                self.used.update(self._beneath(complement))
            if operator.effect in _PROMISING and inner and any(self.fits(node, part, f) for f in self._own(node, part)):
                # The verb's own frame knows this object better: "pledged support" is support, "offered aid" an offer.
                return None
            if operator.effect == "nothing" and inner:
                self.used.update((complement, node))
                hit = True
                continue
            for found in inner:
                hit = True
                self.used.update((complement, found.predicate))
                outcome = applied(operator.effect, found.type, found.mode, found.factuality)
                ended = outcome and self._tensed(node, outcome)
                if ended is None:
                    continue
                combined = self._combined(node, operator, found, ended, actors, addressees)
                if combined:
                    results.append(combined)
        return self._told_once(results) if hit else None

    def _ordered_about(self, node: int, part: str, complements: list[int], actors: tuple[Party, ...]) -> bool:
        """Whether a verb that may also demand is told to those of another state: one's own troops only are ordered to do it."""
        operators = self.lexicon.operators.get((self.scene.lemmas[node], part), ())
        if not any(other.effect == "demand" for other in operators):
            return False
        if not any(self.sentence.tokens[complement].relation == "xcomp" for complement in complements):
            return False
        told, own = self.states(self.first(node, part, ("obj",), frozenset())), self.states(actors)
        return bool(told and own and not told & own)

    def _beneath(self, node: int) -> set[int]:
        described = [i for i in self.sentence.subtree(node) if self.sentence.tokens[i].deprel == "acl:relcl"]
        return set(self.sentence.subtree(node)).difference(*(self.sentence.subtree(i) for i in described))

    def _told_once(self, results: list[Found]) -> list[Found]:
        """One event of a type for one operator: that with a recipient of another state, or the first."""
        best: dict[tuple[str, str], Found] = {}
        for found in results:
            key = (found.type, found.factuality)
            rival = best.get(key)
            if rival is None or (self._dyadic(found) and not self._dyadic(rival)):
                best[key] = found
        return list(best.values())

    def _dyadic(self, found: Found) -> bool:
        return bool(self.states(found.recipients) - self.states(found.actors))

    def _combined(
        self,
        node: int,
        operator: Operator,
        found: Found,
        outcome: Outcome,
        actors: tuple[Party, ...],
        addressees: tuple[Party, ...],
    ) -> Found | None:
        speech = operator.effect in _SPEECH
        actors = actors or (() if speech else found.actors)
        if not actors:
            return None
        mine = self.states(actors)
        choices = [addressees, found.actors, found.recipients] if speech else [found.recipients, addressees]
        if operator.effect in ("commit", "offer", "announce", "halt", "same", "expect"):
            choices.append(found.actors)
        recipients = next((c for c in choices if c and not self.states(c) <= mine), ())
        if not recipients:
            recipients = next((c for c in choices if c and c != actors), ())
        if operator.effect == "fail" and not recipients and len(actors) > 1:
            actors, recipients = actors[:1], actors[1:]
        words = tuple(sorted({*found.words, *self._words(node)}))
        type_, mode, factuality = outcome
        return replace(
            found,
            predicate=found.predicate if operator.effect == "same" else node,
            words=words,
            type=type_,
            mode=mode,
            factuality=factuality,
            actors=actors,
            recipients=recipients,
            operators=found.operators + 1,
            settled=operator.effect != "same" or found.settled,
        )

    def _own(self, node: int, part: str) -> Iterator[Frame]:
        """The frames of a word that ask for an object."""
        for frame in self.lexicon.frames.get((self.scene.lemmas[node], part), ()):
            if any(
                condition.slot == "obj" and condition.lemmas and not condition.negated for condition in frame.conditions
            ):
                yield frame

    def _complements(self, node: int, part: str, slot: str) -> list[int]:
        if slot == "obliged":
            heads = [
                c
                for c in self.sentence.dependents(node, "ccomp", "parataxis")
                if auxiliaries(self.sentence, c) & self.lexicon.words("obligation")
            ]
        elif slot in _CLAUSES:
            heads = [c for c in self.sentence.dependents(node, slot) if self.sentence.tokens[c].deprel != "acl:relcl"]
        else:
            heads = self.slot(node, part, slot)
        return [c for head in heads for c in conjuncts(self.sentence, head) if c not in self.used]

    def _fill(self, node: int, part: str, frame: Frame, doer: tuple[Party, ...], *, alone: bool) -> Found | None:
        actors = self.actors(node, part, frame.actors, doer)
        if not actors:
            return None
        recipients = self.recipients(node, part, frame.recipients, actors)
        surety = 1.0
        if not recipients and frame.recipients:
            recipients = self.missed(node, part, frame, actors)
            if not recipients and (part == "v" or not alone) and frame.type in _TRANSITIVE:
                recipients = self.nearby(node, actors)
            surety = 0.7 if recipients else 0.8
        outcome = self._tensed(node, (frame.type, frame.mode, "occurred"))
        if outcome is None:
            return None
        if frame.actors == ("obj",) and outcome[0] == "AGREE" and recipients:
            # Of a visit to come the host is told to have agreed, if anybody is.
            actors, recipients = recipients, actors
        if alone:
            self.used.add(node)
        if frame.type in ("REQUEST", "REJECT", "THREATEN", "AGREE"):
            for clause in self.sentence.dependents(node, "xcomp", "ccomp"):
                self.used.update(self.sentence.subtree(clause))
        if frame.type in ("SUPPORT", "ACCUSE", "REJECT", "THREATEN"):
            # What is praised, blamed or refused is told in passing: "praised the decision to recognise …".
            for head in self.slot(node, part, "obj"):
                for clause in self.sentence.dependents(head, "acl"):
                    self.used.update(self.sentence.subtree(clause))
                self.used.update(c for c in conjuncts(self.sentence, head) if self.sentence.tokens[c].upos == "NOUN")
        for condition in frame.conditions:
            if condition.lemmas and not condition.negated:
                self.used.update(self.slot(node, part, condition.slot))
        thing = self.thing(node, part, frame)
        type_, mode, factuality = outcome
        return Found(
            node,
            self._words(node),
            type_,
            mode,
            factuality,
            actors,
            recipients,
            thing,
            frame.detail,
            surety,
            settled=type_ != frame.type,
            withdrawal=frame.mode == "withdraw" and frame.type == "RETREAT",
        )

    def _tensed(self, node: int, outcome: Outcome) -> Outcome | None:
        aux = auxiliaries(self.sentence, node)
        tense = "past"
        if aux & self.lexicon.words("future"):
            tense = "future"
        elif aux & self.lexicon.words("possible"):
            tense = "possible"
        elif self.sentence.tokens[node].upos in ("NOUN", "PROPN"):
            around = {self.scene.lemmas[c] for c in self.sentence.dependents(node, "amod")}
            around |= {self.sentence.tokens[c].text.lower() for c in self.sentence.dependents(node, "amod")}
            if around & self.lexicon.words("planned"):
                tense = "future"
        if doubly_negated(self.sentence, node, self.lexicon):
            return tensed(outcome, "possible", negated=False)
        return tensed(outcome, tense, negated=negated(self.sentence, node, self.lexicon))

    def _words(self, node: int) -> tuple[int, ...]:
        own = [
            c
            for c in self.sentence.children[node]
            if self.sentence.tokens[c].deprel in ("compound:prt", "aux", "aux:pass", "cop")
            or self.sentence.tokens[c].lemma.lower() in self.lexicon.negators
        ]
        return tuple(sorted((node, *own)))
