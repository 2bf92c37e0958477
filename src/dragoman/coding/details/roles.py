"""Which party gives and which gets, by where the sentence puts them around the words of giving and getting."""

from dataclasses import dataclass

from dragoman.coding.details.case import Case
from dragoman.coding.draft import Party
from dragoman.coding.tree import passive

_OWNER = frozenset({"nmod:poss", "amod", "compound"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Entity ids; `None` where the sentence names nobody in that role."""

    giver: str | None
    getter: str | None
    evidence: tuple[int, ...]
    """The words that name them."""


def roles(case: Case, give: str, get: str) -> Roles:
    """Giver and getter by two classes of words: those whose subject gives, those whose subject gets.

    Where the sentence's grammar tells only one, the other side of the draft is the other; where it tells neither, the
    actor gives and the recipient gets.
    """
    draft = case.draft
    everyone = [*draft.actors, *draft.recipients]
    told: dict[str, str] = {}
    for party in everyone:
        role = _role(case, party, give, get)
        if role and role not in told.values():
            told.setdefault(party.entity, role)
    giver = next((entity for entity, role in told.items() if role == "giver"), None)
    getter = next((entity for entity, role in told.items() if role == "getter"), None)
    rest = [party.entity for party in everyone if party.entity not in told]
    if giver is None and getter is None:
        giver = draft.actors[0].entity if draft.actors else None
        getter = draft.recipients[0].entity if draft.recipients else None
    elif giver is None:
        giver = next((entity for entity in rest if entity != getter), None)
    elif getter is None:
        getter = next((entity for entity in rest if entity != giver), None)
    tokens = tuple(i for party in everyone if party.entity in (giver, getter) for i in party.tokens)
    return Roles(giver, getter, tokens)


def _role(case: Case, party: Party, give: str, get: str) -> str | None:
    tokens = case.sentence.tokens
    doing = set(case.happening())
    for head in case.party_heads(party):
        below = head
        for node in case.path(head):
            if node in doing and node != head:
                # "the supply of Russian lorries": what the things are called after is where they come from
                owned = below != head and tokens[head].relation in ("amod", "compound") and tokens[head].head == below
                found = "giver" if owned else _at(case, below, node, give, get)
                if found:
                    return found
                break
            if tokens[node].relation in ("nmod", "obl"):
                found = _by_preposition(case, node)
                if found:
                    return found
            below = node
    return None


def _at(case: Case, child: int, verb: int, give: str, get: str) -> str | None:
    """The role of what stands below a word of giving or getting; "from", "to" say it by themselves."""
    said = _by_preposition(case, child)
    if said:
        return said
    gives, gets = case.words.has(give, case.lemma(verb)), case.words.has(get, case.lemma(verb))
    if gives == gets:
        return None
    relation = case.sentence.tokens[child].deprel
    if relation == "iobj":
        return "getter"
    agent = relation == "obl:agent" or (relation == "obl" and _marked(case, child, "agent case"))
    subject = relation.startswith("nsubj") and not passive(case.sentence, verb)
    if agent or subject or relation in _OWNER:
        return "giver" if gives else "getter"
    if relation == "obj" and any(_marked(case, c, "equip case") for c in case.sentence.children[verb]):
        return "getter"
    return None


def _by_preposition(case: Case, index: int) -> str | None:
    if _marked(case, index, "giver case"):
        return "giver"
    return "getter" if _marked(case, index, "getter case") else None


def _marked(case: Case, index: int, name: str) -> bool:
    return any(case.words.has(name, word) for word in case.cases(index))
