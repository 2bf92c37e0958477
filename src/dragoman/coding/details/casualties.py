"""The detail of losses: how many were killed, wounded, captured, driven out."""

from collections.abc import Iterator

from dragoman.coding.details.case import Case
from dragoman.coding.numbers import Amount, amounts
from dragoman.records.article import Evidence
from dragoman.records.event import Casualties, Number

_FIELDS = ("killed", "wounded", "captured", "displaced")
_REACH = 4
"""Words between a number and the word of loss after it at most: "12 of the soldiers were killed"."""


def casualties(case: Case) -> tuple[Casualties, tuple[Evidence, ...]] | None:
    """The losses that the event's clause counts; `None` where it counts none."""
    found: dict[str, Amount] = {}
    for kind, amount in _counted(case):
        found.setdefault(kind, amount)
    if not found:
        return None
    numbers: dict[str, Number] = {kind: amount.number for kind, amount in found.items()}
    spans = tuple(
        evidence
        for kind in _FIELDS
        if kind in found and (evidence := case.evidence((found[kind].first, found[kind].last)))
    )
    return Casualties(
        killed=numbers.get("killed"),
        wounded=numbers.get("wounded"),
        captured=numbers.get("captured"),
        displaced=numbers.get("displaced"),
    ), spans


def _counted(case: Case) -> Iterator[tuple[str, Amount]]:
    """Each number of people with the word of loss it belongs to: by the tree, else the word right before or after."""
    scope = set(case.scope())
    taken: set[int] = set()
    counting = [
        a for a in amounts(case.sentence, case.article.language) if a.currency is None and scope.issuperset(a.core)
    ]
    for amount in counting:
        thing = _thing(case, amount)
        if thing is None:
            continue
        kind = _by_tree(case, thing, amount) or _by_order(case, amount, thing)
        if kind:
            taken.update(amount.core)
            yield kind, amount


def _thing(case: Case, amount: Amount) -> int | None:
    """What is counted: people, or nothing but the number itself ("wounded 30"); `None` for other things."""
    tokens = case.sentence.tokens
    for i in amount.core:
        if tokens[i].head not in amount.core:
            head = tokens[i].head
            if (
                tokens[i].relation in ("nummod", "det", "compound")
                and head >= 0
                and tokens[head].upos in ("NOUN", "PROPN", "ADJ")
            ):
                return head if _people(case, head) else None
            below = next((c for c in case.sentence.dependents(i, "nmod")), None)
            if below is not None and not _people(case, below):
                return None
            return i
    return None


def _people(case: Case, index: int) -> bool:
    lemma = case.lemma(index)
    return any(case.words.has(name, lemma) for name in ("person", "casualty noun", "casualty adjective"))


def _by_tree(case: Case, thing: int, amount: Amount) -> str | None:
    tokens = case.sentence.tokens
    own = case.words.value("casualty noun", case.lemma(thing)) or case.words.value("casualty noun", tokens[thing].text)
    if own:
        return own
    for child in case.sentence.children[thing]:
        # "12 people dead", "30 people wounded", "12 people killed by a mine"
        if tokens[child].relation in ("amod", "acl", "xcomp") and child > amount.last:
            said = _loss(case, child)
            if said:
                return said
    head, relation = tokens[thing].head, tokens[thing].relation
    if head < 0 or relation not in ("obj", "iobj", "nsubj"):
        return None
    said = _loss(case, head)
    if said and _fits(case, head, tokens[thing].deprel):
        return said
    if relation in ("obj", "iobj"):
        # "left 12 people dead", "killed 12 people and 30 wounded"
        for child in case.sentence.dependents(head, "xcomp", "advcl"):
            said = _loss(case, child)
            if said and child > thing and tokens[child].upos == "ADJ":
                return said
    return None


def _fits(case: Case, verb: int, relation: str) -> bool:
    """Whether the counted ones suffer it: what is killed, who dies; not who kills."""
    if relation in ("obj", "iobj", "nsubj:pass"):
        return True
    return not case.words.has("casualty deed", case.lemma(verb))


def _by_order(case: Case, amount: Amount, thing: int) -> str | None:
    tokens = case.sentence.tokens
    if amount.first > 0 and tokens[amount.first - 1].upos == "VERB":
        said = _loss(case, amount.first - 1)
        if said:
            return said
    after = max(thing, amount.last) + 1
    for i in range(after, min(len(tokens), after + _REACH)):
        if tokens[i].upos in ("PUNCT", "CCONJ", "NUM"):
            return None
        said = _loss(case, i)
        if said:
            following = tokens[i + 1].upos if i + 1 < len(tokens) else "PUNCT"
            # "12 soldiers killed two civilians": who kills is not counted
            return said if following not in ("NUM", "DET", "NOUN", "PROPN") else None
    return None


def _loss(case: Case, index: int) -> str | None:
    token = case.sentence.tokens[index]
    if token.upos in ("VERB", "ADJ", "NOUN"):
        for name in ("casualty verb", "casualty adjective"):
            found = case.words.value(name, case.words.base(token)) or case.words.value(name, token.text)
            if found:
                return found
    return None
