"""From a word to the parties it names: the entity of the phrase's head, or the one inside the phrase that stands for it."""

from dragoman.coding.draft import Party
from dragoman.coding.scene import Scene
from dragoman.coding.tree import cases, conjuncts
from dragoman.records.entity import Entity

_INSIDE = ("nmod:poss", "amod", "compound", "nmod", "appos", "nmod:desc", "flat", "acl", "det", "dep")
_DEPTH = 4


def parties(scene: Scene, index: int, *, inside: bool = True, before: int | None = None) -> tuple[Party, ...]:
    """Everybody whom a phrase names, coordinated ones each.

    `inside`: also whom it belongs to ("Iran's sites"); `before`: no conjunct from this word on, for what follows a
    relative clause is seldom coordinated with the noun that the clause describes.
    """
    found: list[Party] = []
    for head in conjuncts(scene.sentence, index):
        if before is not None and index < before <= head:
            continue
        for party in _of(scene, head, inside):
            if before is not None and party.tokens and party.tokens[0] > before:
                continue
            if all(party.entity != other.entity for other in found):
                found.append(party)
    return tuple(found)


def _of(scene: Scene, head: int, inside: bool) -> tuple[Party, ...]:
    pair = _pair(scene, head)
    if pair:
        return pair
    several = _owners(scene, head)
    if several:
        return several
    entity = scene.entity(head)
    if entity is not None and scene.acts(head):
        if entity.state is not None or not inside:
            return (Party(entity.id, scene.spans[head]),)
        return _within(scene, head, _DEPTH, close=True) or (Party(entity.id, scene.spans[head]),)
    return _within(scene, head, _DEPTH) if inside else ()


def _owners(scene: Scene, head: int) -> tuple[Party, ...]:
    """The states that share a group: "US and NATO troops", "the presidents of Russia and Belarus"."""
    entity = scene.entity(head)
    if entity is None or entity.kind not in ("group", "organization", "person") or head not in scene.spans[head]:
        return ()
    sentence = scene.sentence
    found: dict[str, Party] = {}
    for child in sentence.dependents(head, "nmod", "amod", "compound"):
        if sentence.tokens[child].deprel == "nmod" and not set(cases(sentence, child)[:1]) & scene.lexicon.words("of"):
            continue
        for owner in conjuncts(sentence, child):
            other = scene.entity(owner)
            if other is not None and other.state and other.kind in ("state", "organization") and owner != head:
                found.setdefault(other.state, Party(other.id, scene.spans[owner]))
    return tuple(found.values()) if len(found) > 1 else ()


def _within(scene: Scene, head: int, depth: int, *, close: bool = False) -> tuple[Party, ...]:
    """Somebody inside a phrase; `close`: only owners and what stands after "of"."""
    if depth == 0:
        return ()
    sentence = scene.sentence
    children = sorted(
        (
            c
            for c in sentence.children[head]
            if sentence.tokens[c].deprel in _INSIDE or sentence.tokens[c].relation in _INSIDE
        ),
        key=lambda c: (_rank(sentence.tokens[c].deprel), c),
    )
    for child in children:
        deprel = sentence.tokens[child].deprel
        if close and deprel == "nmod" and not set(cases(sentence, child)[:1]) & scene.lexicon.words("of"):
            continue
        if close and deprel in ("acl", "acl:relcl", "appos"):
            continue
        if sentence.tokens[child].relation == "nmod" and set(cases(sentence, child)[:1]) & scene.lexicon.words(
            "outside"
        ):
            continue
        if not close and scene.lemmas[child] in scene.lexicon.words("launching"):
            # "Rockets fired by the army": whose hand they leave, does what they do
            agents = sentence.dependents(child, "obl:agent")
            launched = tuple(party for agent in agents for party in parties(scene, agent))
            if launched:
                return launched
        entity = scene.entity(child)
        if entity is not None and scene.acts(child) and entity.state is not None:
            return tuple(
                party for conjunct in conjuncts(sentence, child) for party in _of(scene, conjunct, inside=False)
            )
        found = _pair(scene, child) or _within(scene, child, depth - 1, close=close)
        if found:
            return found
    return ()


def _rank(deprel: str) -> int:
    return _INSIDE.index(deprel) if deprel in _INSIDE else _INSIDE.index(deprel.partition(":")[0])


def _pair(scene: Scene, head: int) -> tuple[Party, ...]:
    """The two states in play, where the phrase is "the two countries", "both sides", "the parties", "each other"."""
    lexicon = scene.lexicon
    lemma = scene.lemmas[head]
    couple = lemma in lexicon.words("side") and any(
        scene.lemmas[c] in lexicon.words("both") for c in scene.sentence.children[head]
    )
    alone = lemma in lexicon.words("both_alone") and scene.sentence.tokens[head].relation not in ("amod", "det")
    token = scene.sentence.tokens[head]
    bare = len(scene.sentence.children[head]) == sum(1 for _ in scene.sentence.dependents(head, "det", "punct"))
    named = lemma in lexicon.words("parties") and token.has("Number=Plur") and bare
    if not couple and not alone and not named:
        return ()
    pair = _couple(scene, head)
    return tuple(Party(entity.id, ()) for entity in pair) if len(pair) > 1 else ()


def _couple(scene: Scene, head: int) -> tuple[Entity, ...]:
    """The two that a pair means: those that its sentence names, or, where that names another, the two told of before.

    In "Norway called on both sides" the sides are not Norway.
    """
    named = {entity.state for entity in scene.entities[:head] if entity is not None and entity.state}
    if len(named) == 1:
        others = tuple(entity for entity in scene.in_play if entity.state not in named)
        if len(others) > 1:
            return others[:2]
    return scene.in_play[:2]
