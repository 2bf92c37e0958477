"""Where: the place named in a phrase of the predicate, or of the predicate that it hangs on."""

from dragoman.coding.draft import Party
from dragoman.coding.scene import Scene
from dragoman.coding.tree import cases, conjuncts

_REACH = 2
"""How many predicates up a place is looked for: "signed a pact during talks in Bukhara"."""


def place(scene: Scene, words: tuple[int, ...]) -> Party | None:
    """The narrowest place among the locative phrases; a state only where the words are no finer."""
    sentence = scene.sentence
    locative = scene.lexicon.words("locative")
    state: Party | None = None
    for node in _upwards(scene, words):
        for child in sentence.dependents(node, "obl", "nmod"):
            case = cases(sentence, child)[:1]
            for head in conjuncts(sentence, child) if case and case[0] in locative else ():
                entity = scene.entity(head)
                if entity is not None and entity.kind == "place":
                    return Party(entity.id, scene.spans[head])
                if entity is not None and entity.kind == "state" and state is None:
                    state = Party(entity.id, scene.spans[head])
    return state


def _upwards(scene: Scene, words: tuple[int, ...]) -> tuple[int, ...]:
    found = list(words)
    node = words[0]
    for _ in range(_REACH):
        token = scene.sentence.tokens[node]
        if token.head < 0 or token.relation not in ("obj", "obl", "nmod", "xcomp", "conj"):
            break
        node = token.head
        found.append(node)
    for word in words:
        for child in scene.sentence.dependents(word, "obj", "obl", "nmod", "nsubj:pass"):
            found.append(child)
            found.extend(scene.sentence.dependents(child, "nmod"))
            found.extend(_people(scene, child))
    return tuple(dict.fromkeys(found))


def _people(scene: Scene, index: int) -> list[int]:
    """The names in a phrase that name a person: "met Minister Ivan Petrov in Minsk", where a parser puts Petrov in Minsk."""
    names = [index, *scene.sentence.dependents(index, "appos", "flat")]
    names += [inner for name in names[1:] for inner in scene.sentence.dependents(name, "appos", "flat")]
    return [name for name in names if (entity := scene.entity(name)) is not None and entity.kind == "person"]
