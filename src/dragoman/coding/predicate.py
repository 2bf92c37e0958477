"""From the words of one sentence to drafts: every predicate the lexicon knows, with its operators and its parties."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.draft import Party
from dragoman.coding.effects import Outcome, applied, tensed
from dragoman.coding.lexicon import Condition, Frame, Lexicon, Operator, part_of
from dragoman.coding.parties import parties
from dragoman.coding.scene import Scene
from dragoman.coding.tree import (
    auxiliaries,
    cases,
    conditional,
    conjuncts,
    direct_object,
    negated,
    nominal,
    obliques,
    particles,
    passive,
    pronoun_antecedent,
    subject,
    surface_subject,
)
from dragoman.records.entity import Entity
from dragoman.records.event import EventType, Factuality

_WINDOW = 9
"""Words looked ahead for a preposition that the parser hung elsewhere, and for the name after it."""
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


class Finder:
    """Finds the events of one sentence; `entities` by id."""

    def __init__(self, scene: Scene, entities: dict[str, Entity]) -> None:
        self.scene = scene
        self.sentence = scene.sentence
        self.lexicon: Lexicon = scene.lexicon
        self.entities = entities
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
                if self._fits(node, part, frame):
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

    # Operators

    def _operate(
        self, node: int, part: str, operator: Operator, doer: tuple[Party, ...], depth: int
    ) -> list[Found] | None:
        if depth == 0:
            return None
        complements = [c for slot in operator.slots for c in self._complements(node, part, slot)]
        if not complements:
            return None
        addressees = self._first(node, part, operator.addressees, frozenset())
        actors = self._actors(node, part, ("subj", "poss", "by", "of", "mod"), doer)
        results: list[Found] = []
        hit = False
        for complement in complements:
            below = addressees if operator.effect in ("demand", "accuse", "condemn", "allow", "prevent") else actors
            inner = self.evaluate(complement, below, depth - 1)
            if operator.effect != "same" and self.sentence.tokens[complement].relation in _CLAUSES:
                # What is demanded, feared or promised did not happen, nor did anything told inside it.
                self.used.update(self.sentence.subtree(complement))
            if (
                operator.effect in _PROMISING
                and inner
                and any(self._fits(node, part, f) for f in self._own(node, part))
            ):
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
        return bool(self._states(found.recipients) - self._states(found.actors))

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
        mine = self._states(actors)
        choices = [addressees, found.actors, found.recipients] if speech else [found.recipients, addressees]
        if operator.effect in ("commit", "offer", "announce", "halt", "same", "expect"):
            choices.append(found.actors)
        recipients = next((c for c in choices if c and not self._states(c) <= mine), ())
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
            heads = self._slot(node, part, slot)
        return [c for head in heads for c in conjuncts(self.sentence, head) if c not in self.used]

    # Frames

    def _fits(self, node: int, part: str, frame: Frame) -> bool:
        if frame.particle is not None and frame.particle not in particles(self.sentence, node):
            return False
        return all(self._holds(node, part, condition) for condition in frame.conditions)

    def _holds(self, node: int, part: str, condition: Condition) -> bool:
        heads = self._slot(node, part, condition.slot)
        if not condition.lemmas and not condition.kinds:
            return bool(heads) != condition.negated
        held = any(self._is(c, condition) for head in heads for c in conjuncts(self.sentence, head))
        return held != condition.negated

    def _is(self, index: int, condition: Condition, depth: int = 2) -> bool:
        token = self.sentence.tokens[index]
        lemma = self.scene.lemmas[index]
        if lemma in condition.lemmas or token.text.lower() in condition.lemmas:
            return True
        entity = self.scene.entity(index)
        if entity is not None and condition.kinds:
            if entity.kind in condition.kinds or (
                entity.state and entity.kind != "weapon" and "party" in condition.kinds
            ):
                return True
            if entity.kind == "group" and "person" in condition.kinds:
                return True
        if depth and lemma in self.lexicon.words("container"):
            return any(
                self._is(c, condition, depth - 1) for c in self.sentence.dependents(index, "compound", "nmod", "amod")
            )
        return False

    def _fill(self, node: int, part: str, frame: Frame, doer: tuple[Party, ...], *, alone: bool) -> Found | None:
        actors = self._actors(node, part, frame.actors, doer)
        if not actors:
            return None
        recipients = self._recipients(node, part, frame.recipients, actors)
        surety = 1.0
        if not recipients and frame.recipients:
            recipients = self._missed(node, part, frame, actors)
            if not recipients and (part == "v" or not alone) and frame.type in _TRANSITIVE:
                recipients = self._nearby(node, actors)
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
            for thing in self._slot(node, part, "obj"):
                for clause in self.sentence.dependents(thing, "acl"):
                    self.used.update(self.sentence.subtree(clause))
                self.used.update(c for c in conjuncts(self.sentence, thing) if self.sentence.tokens[c].upos == "NOUN")
        for condition in frame.conditions:
            if condition.lemmas and not condition.negated:
                self.used.update(self._slot(node, part, condition.slot))
        thing = self._thing(node, part, frame)
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

    def _thing(self, node: int, part: str, frame: Frame) -> int | None:
        """What it is about: the word that the frame asks for, else the object of a verb or what stands after "of"."""
        for condition in frame.conditions:
            if (condition.lemmas or condition.kinds) and not condition.negated and condition.slot != "subj":
                for head in self._slot(node, part, condition.slot):
                    for conjunct in conjuncts(self.sentence, head):
                        if self._is(conjunct, condition):
                            return conjunct
        return next(iter(self._slot(node, part, "obj" if part == "v" else "of")), None)

    def _actors(self, node: int, part: str, slots: tuple[str, ...], doer: tuple[Party, ...]) -> tuple[Party, ...]:
        return self._first(node, part, slots, frozenset()) or doer

    def _recipients(self, node: int, part: str, slots: tuple[str, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
        mine = self._states(actors)
        found = self._first(node, part, slots, mine) or tuple(
            party for party in self._first(node, part, slots, frozenset()) if party not in actors
        )
        if found and part == "v":
            more = [party for stray in self._strays(node) for party in parties(self.scene, stray)]
            found = tuple(dict.fromkeys((*found, *more)))
        return found or self._meant(node, part, slots, mine)

    def _meant(self, node: int, part: str, slots: tuple[str, ...], mine: frozenset[str]) -> tuple[Party, ...]:
        """Whom an "it" nobody resolved means: the last state named before it in the sentence, the actors' own left out."""
        for slot in slots:
            for head in self._slot(node, part, slot):
                token = self.sentence.tokens[head]
                if token.upos != "PRON" or not token.has("Gender=Neut") or self.scene.entity(head) is not None:
                    continue
                for i in range(head - 1, -1, -1):
                    entity = self.scene.entity(i)
                    if entity is not None and entity.kind == "state" and entity.state not in mine:
                        return (Party(entity.id, self.scene.spans[i]),)
        return ()

    def _first(self, node: int, part: str, slots: tuple[str, ...], without: frozenset[str]) -> tuple[Party, ...]:
        """The parties of the first slot that names anybody of other states than `without`."""
        for slot in slots:
            found: list[Party] = []
            for head in self._slot(node, part, slot):
                if slot == "subj" and self.scene.entity(head) is None:
                    above = pronoun_antecedent(self.sentence, node, head)
                    head = head if above is None else above
                described = head if self._describes(node, head) else None
                if described is not None:
                    head = self._coordination(head)
                for party in parties(self.scene, head, before=None if described is None else node):
                    if party not in found:
                        found.append(party)
            if found and not (without and self._states(tuple(found)) <= without):
                return tuple(found)
        return ()

    def _describes(self, node: int, head: int) -> bool:
        """Whether a verb stands in a relative clause of this noun."""
        return head < node and any(
            self.sentence.tokens[c].deprel == "acl:relcl" and node in self.sentence.subtree(c)
            for c in self.sentence.children[head]
        )

    def _coordination(self, head: int) -> int:
        """The first of the coordinated nouns: "the movement and a number of groups that broke into …"."""
        sentence = self.sentence
        token = sentence.tokens[head]
        if token.relation == "nmod" and self.scene.lemmas[token.head] in self.lexicon.words("container"):
            token = sentence.tokens[token.head]
        if token.relation == "conj" and self.scene.acts(token.head):
            return token.head
        return head

    def _strays(self, node: int) -> Iterator[int]:
        """Conjuncts of the noun that a clause describes which stand after the clause: they go with its last word."""
        for i in range(node):
            if self._describes(node, i):
                yield from (c for c in conjuncts(self.sentence, i) if c > node and c != i)

    def _missed(self, node: int, part: str, frame: Frame, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties after one of the frame's prepositions in the same clause, hung elsewhere by the parser."""
        mine = self._states(actors)
        tokens = self.sentence.tokens
        thing = self._thing(node, part, frame)
        for at in range(max(node, thing or 0) + 1, min(len(tokens), max(node, thing or 0) + _WINDOW)):
            if tokens[at].upos in ("VERB", "SCONJ") or tokens[at].text in (",", ";", ":"):
                break
            if tokens[at].upos == "ADP" and tokens[at].text.lower() in frame.recipients:
                for head in range(at + 1, min(len(tokens), at + _WINDOW)):
                    if tokens[head].upos in ("VERB", "ADP", "PUNCT"):
                        break
                    if self.scene.acts(head):
                        found = parties(self.scene, self.scene.spans[head][-1])
                        if found and not self._states(found) <= mine:
                            return found
        return ()

    def _nearby(self, node: int, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """Somebody of another state among the words below the predicate: weaker than a slot."""
        mine = self._states(actors)
        for index in self.sentence.subtree(node):
            entity = self.scene.entity(index)
            if (
                index > node
                and entity is not None
                and self.scene.acts(index)
                and entity.state
                and entity.state not in mine
            ):
                return (Party(entity.id, self.scene.spans[index]),)
        return ()

    # Slots, tense, words

    def _slot(self, node: int, part: str, slot: str) -> list[int]:
        sentence = self.sentence
        if part == "v":
            match slot:
                case "subj":
                    return _one(subject(sentence, node, self.lexicon))
                case "patient":
                    return _one(surface_subject(sentence, node, self.lexicon)) if passive(sentence, node) else []
                case "obj":
                    return _one(direct_object(sentence, node, self.lexicon))
                case "xcomp" | "ccomp" | "iobj" | "advcl":
                    return list(sentence.dependents(node, slot))
                case "compl":
                    return [
                        i
                        for clause in sentence.dependents(node, "xcomp", "ccomp", "advcl")
                        for i in sentence.subtree(clause)
                        if nominal(sentence, i) and self.scene.acts(i)
                    ]
        elif part == "n":
            match slot:
                case "poss":
                    return list(sentence.dependents(node, "nmod:poss"))
                case "mod":
                    return list(sentence.dependents(node, "amod", "compound"))
                case "acl" | "amod" | "compound":
                    return list(sentence.dependents(node, slot))
                case "above":
                    return self._above(node)
                case "subj" | "obj":
                    return []
        else:
            match slot:
                case "subj":
                    return _one(surface_subject(sentence, node, self.lexicon))
                case "xcomp" | "ccomp" | "advcl":
                    return list(sentence.dependents(node, slot))
        heads = [head for word, head in obliques(sentence, node) if word == slot]
        if part == "v" and not heads:
            thing = direct_object(sentence, node, self.lexicon)
            if thing is not None:
                heads = [head for word, head in obliques(sentence, thing) if word == slot]
        if part == "n" and not heads and sentence.tokens[node].deprel in ("obj", "nsubj:pass"):
            above = sentence.tokens[node].head
            if sentence.tokens[above].upos == "VERB":
                heads = [head for word, head in obliques(sentence, above) if word == slot and head != node]
        return heads

    def _above(self, node: int) -> list[int]:
        """The subject of the verb that an occasion is told with: "said X at talks with Y"."""
        sentence = self.sentence
        if sentence.tokens[node].relation != "obl":
            return []
        at = sentence.tokens[node].head
        for _ in range(_DEPTH):
            own = sentence.first(at, "nsubj")
            if own is not None and self.scene.acts(own):
                return [own]
            if sentence.tokens[at].head < 0:
                break
            at = sentence.tokens[at].head
        return []

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
        return tensed(outcome, tense, negated=negated(self.sentence, node, self.lexicon))

    def _words(self, node: int) -> tuple[int, ...]:
        own = [
            c
            for c in self.sentence.children[node]
            if self.sentence.tokens[c].deprel in ("compound:prt", "aux", "aux:pass", "cop")
            or self.sentence.tokens[c].lemma.lower() in self.lexicon.negators
        ]
        return tuple(sorted((node, *own)))

    def _states(self, found: tuple[Party, ...]) -> frozenset[str]:
        return frozenset(self.entities[party.entity].state or party.entity for party in found)


def _one(index: int | None) -> list[int]:
    return [] if index is None else [index]
