"""Who and what stand around a predicate: the words in its slots, the parties they name, what a frame asks for."""

from collections.abc import Iterator

from dragoman.coding.draft import Party
from dragoman.coding.lexicon import Condition, Frame, Lexicon
from dragoman.coding.parties import parties
from dragoman.coding.scene import Scene
from dragoman.coding.tree import (
    conjuncts,
    direct_object,
    nominal,
    obliques,
    particles,
    passive,
    pronoun_antecedent,
    subject,
    surface_subject,
)
from dragoman.records.entity import Entity

_UPWARDS = 5
"""Predicates climbed from an occasion to the one that is told with it."""
_WINDOW = 9
"""Words looked ahead for a preposition that the parser hung elsewhere, and for the name after it."""


class Arguments:
    """The arguments of the predicates of one sentence; `entities` by id."""

    def __init__(self, scene: Scene, entities: dict[str, Entity]) -> None:
        self.scene = scene
        self.sentence = scene.sentence
        self.lexicon: Lexicon = scene.lexicon
        self.entities = entities

    def fits(self, node: int, part: str, frame: Frame) -> bool:
        """Whether a frame's particle and conditions hold."""
        if frame.particle is not None and frame.particle not in particles(self.sentence, node):
            return False
        return all(self.holds(node, part, condition) for condition in frame.conditions)

    def holds(self, node: int, part: str, condition: Condition) -> bool:
        """Whether a condition holds of a predicate."""
        heads = self.slot(node, part, condition.slot)
        if not condition.lemmas and not condition.kinds:
            return bool(heads) != condition.negated
        held = any(self.is_a(c, condition) for head in heads for c in conjuncts(self.sentence, head))
        return held != condition.negated

    def is_a(self, index: int, condition: Condition, depth: int = 2) -> bool:
        """Whether a word, or what a word like "package" holds, is of the kind that a condition asks for."""
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
        if depth and (lemma in self.lexicon.words("container") or token.upos == "NUM"):
            return any(
                self.is_a(c, condition, depth - 1) for c in self.sentence.dependents(index, "compound", "nmod", "amod")
            )
        return False

    def thing(self, node: int, part: str, frame: Frame) -> int | None:
        """What it is about: the word that the frame asks for, else the object of a verb or what stands after "of"."""
        for condition in frame.conditions:
            if (condition.lemmas or condition.kinds) and not condition.negated and condition.slot != "subj":
                for head in self.slot(node, part, condition.slot):
                    for conjunct in conjuncts(self.sentence, head):
                        if self.is_a(conjunct, condition):
                            return conjunct
        return next(iter(self.slot(node, part, "obj" if part == "v" else "of")), None)

    def first(self, node: int, part: str, slots: tuple[str, ...], without: frozenset[str]) -> tuple[Party, ...]:
        """The parties of the first slot that names anybody of other states than `without`."""
        for slot in slots:
            found: list[Party] = []
            for head in self.slot(node, part, slot):
                if slot == "subj" and self.scene.entity(head) is None:
                    above = pronoun_antecedent(self.sentence, node, head)
                    head = head if above is None else above
                described = head if self.describes(node, head) else None
                if described is not None:
                    head = self.coordination(head)
                for party in parties(self.scene, head, before=None if described is None else node):
                    if party not in found:
                        found.append(party)
            if found and not (without and self.states(tuple(found)) <= without):
                return tuple(found)
        return ()

    def recipients(self, node: int, part: str, slots: tuple[str, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties it is done to, of another state than the actors where there are such."""
        mine = self.states(actors)
        found = self.first(node, part, slots, mine) or tuple(
            party for party in self.first(node, part, slots, frozenset()) if party not in actors
        )
        if found and part == "v":
            more = [party for stray in self.strays(node) for party in parties(self.scene, stray)]
            found = tuple(dict.fromkeys((*found, *more)))
        return found or self.meant(node, part, slots, mine)

    def meant(self, node: int, part: str, slots: tuple[str, ...], mine: frozenset[str]) -> tuple[Party, ...]:
        """Whom an "it" nobody resolved means: the last state named before it in the sentence, the actors' own left out."""
        for slot in slots:
            for head in self.slot(node, part, slot):
                token = self.sentence.tokens[head]
                if token.upos != "PRON" or not token.has("Gender=Neut") or self.scene.entity(head) is not None:
                    continue
                for i in range(head - 1, -1, -1):
                    entity = self.scene.entity(i)
                    if entity is not None and entity.kind == "state" and entity.state not in mine:
                        return (Party(entity.id, self.scene.spans[i]),)
        return ()

    def missed(self, node: int, part: str, frame: Frame, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties after one of the frame's prepositions in the same clause, hung elsewhere by the parser."""
        mine = self.states(actors)
        tokens = self.sentence.tokens
        thing = self.thing(node, part, frame)
        for at in range(max(node, thing or 0) + 1, min(len(tokens), max(node, thing or 0) + _WINDOW)):
            if tokens[at].upos in ("VERB", "SCONJ") or tokens[at].text in (",", ";", ":"):
                break
            if tokens[at].upos == "ADP" and tokens[at].text.lower() in frame.recipients:
                for head in range(at + 1, min(len(tokens), at + _WINDOW)):
                    if tokens[head].upos in ("VERB", "ADP", "PUNCT"):
                        break
                    if self.scene.acts(head):
                        found = parties(self.scene, self.scene.spans[head][-1])
                        if found and not self.states(found) <= mine:
                            return found
        return ()

    def describes(self, node: int, head: int) -> bool:
        """Whether a verb stands in a relative clause of this noun."""
        return head < node and any(
            self.sentence.tokens[c].deprel == "acl:relcl" and node in self.sentence.subtree(c)
            for c in self.sentence.children[head]
        )

    def coordination(self, head: int) -> int:
        """The first of the coordinated nouns: "the movement and a number of groups that broke into …"."""
        sentence = self.sentence
        token = sentence.tokens[head]
        if token.relation == "nmod" and self.scene.lemmas[token.head] in self.lexicon.words("container"):
            token = sentence.tokens[token.head]
        if token.relation == "conj" and self.scene.acts(token.head):
            return token.head
        return head

    def strays(self, node: int) -> Iterator[int]:
        """Conjuncts of the noun that a clause describes which stand after the clause: they go with its last word."""
        for i in range(node):
            if self.describes(node, i):
                yield from (c for c in conjuncts(self.sentence, self.coordination(i)) if c > node)

    def nearby(self, node: int, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """Somebody of another state among the words below the predicate: weaker than a slot."""
        mine = self.states(actors)
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

    def slot(self, node: int, part: str, slot: str) -> list[int]:
        """The heads of the phrases in a slot of a verb ("v"), noun ("n") or adjective ("a")."""
        sentence = self.sentence
        if part == "v":
            match slot:
                case "subj":
                    return self.listed(node, subject(sentence, node, self.lexicon))
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
                    return self.above(node)
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

    def listed(self, node: int, head: int | None) -> list[int]:
        """The subject, and who is joined to it by no more than a comma, as headlines do: "Norway, Sweden sign pact"."""
        if head is None:
            return []
        for first, second in ((head, node - 1), (0, head)):
            comma = first + 1
            alone = first == 0 and second == node - 1 and comma == second - 1
            if alone and self.sentence.tokens[comma].text == "," and self.scene.acts(first) and self.scene.acts(second):
                return [first, second]
        return [head]

    def above(self, node: int) -> list[int]:
        """The subject of the verb that an occasion is told with: "said X at talks with Y"."""
        sentence = self.sentence
        if sentence.tokens[node].relation != "obl":
            return []
        at = sentence.tokens[node].head
        for _ in range(_UPWARDS):
            own = sentence.first(at, "nsubj")
            if own is not None and self.scene.acts(own):
                return [own]
            if sentence.tokens[at].head < 0:
                break
            at = sentence.tokens[at].head
        return []

    def states(self, found: tuple[Party, ...]) -> frozenset[str]:
        """The states of parties; the ids of those who have none."""
        return frozenset(self.entities[party.entity].state or party.entity for party in found)

    def actors(self, node: int, part: str, slots: tuple[str, ...], doer: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties that do it; `doer` where the predicate itself names none."""
        return self.first(node, part, slots, frozenset()) or doer


def _one(index: int | None) -> list[int]:
    return [] if index is None else [index]
