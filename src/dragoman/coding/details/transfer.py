"""The details of a transfer: each weapon that the sentence lists, from whom to whom, how many, how and how far along."""

from dataclasses import dataclass
from typing import Literal, cast

from dragoman.coding.details.case import Case
from dragoman.coding.details.roles import roles
from dragoman.coding.numbers import Amount, amount_of, amounts
from dragoman.coding.tree import conjuncts
from dragoman.records.article import Evidence
from dragoman.records.event import Number, Transfer

Mode = Literal["sale", "gift", "loan", "licence", "local assembly"]
Status = Literal["talks", "ordered", "delivering", "delivered", "cancelled"]
_PREMODIFIERS = frozenset({"amod", "compound", "flat", "nmod", "nummod", "appos", "punct"})
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class _Item:
    """One weapon of the list."""

    head: int
    first: int
    """First word of its designation; `head` or a later word is the last."""
    last: int
    category: str | None
    known: bool
    """Whether it is surely a weapon: a designation, or a word of the table."""


def transfers(case: Case) -> tuple[tuple[Transfer, tuple[Evidence, ...]], ...]:
    """One transfer for each weapon named, in the order of the sentence; one without designation where none is named."""
    items = _items(case)
    sides = roles(case, "give", "get")
    mode, moded = _mode(case)
    status, stated = _status(case, mode)
    shared = [case.evidence(case.draft.words), case.evidence(moded), case.evidence(stated)]
    if not items:
        value = _value(case, None)
        detail = Transfer(supplier=sides.giver, recipient=sides.getter, value=value[0], mode=mode, status=status)
        if detail == Transfer():
            return ()
        return ((detail, _kept([*shared, value[1]])),)
    found = []
    for item in items:
        counted = _quantity(case, item)
        # The price of a list is no price of one of its things.
        value = _value(case, item if len(items) > 1 else None)
        detail = Transfer(
            supplier=sides.giver,
            recipient=sides.getter,
            designation=case.text(item.first, item.last),
            category=item.category,
            quantity=counted.number if counted else None,
            value=value[0],
            mode=mode,
            status=status,
        )
        spans = [case.evidence((item.first, item.last)), value[1], *shared]
        if counted:
            spans.insert(1, case.evidence((counted.first, counted.last)))
        found.append((detail, _kept(spans)))
    return tuple(found)


def _kept(spans: list[Evidence | None]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for evidence in spans if evidence))


def _items(case: Case) -> list[_Item]:
    """The weapons among the draft's object and what is coordinated with it."""
    sentence = case.sentence
    start = case.draft.object
    if start is None:
        start = next(
            (
                c
                for w in case.draft.words
                for c in sentence.dependents(w, "obj", "nsubj:pass", "nmod")
                if _is_weapon(case, c)
            ),
            None,
        )
    if start is None:
        return []
    heads: list[int] = []
    for head in conjuncts(sentence, start):
        heads += _reached(case, head)
    found = [_item(case, head) for head in dict.fromkeys(heads)]
    sure = [item for item in found if item.known]
    return sure or [item for item in found[:1] if _is_thing(case, item.head)]


def _is_thing(case: Case, head: int) -> bool:
    """Whether a word that no table knows may name arms: not people, parties, papers or the transfer itself."""
    entity = case.entity(head)
    acting = entity is not None and entity.kind in ("person", "group", "state", "organization", "place")
    party = any(head in party.tokens for party in (*case.draft.actors, *case.draft.recipients))
    lemma = case.lemma(head)
    known = any(
        case.words.has(name, lemma) for name in ("person", "trainee", "instrument", "give", "get", "transfer status")
    )
    return not acting and not party and not known and head not in case.draft.words


def _reached(case: Case, head: int) -> list[int]:
    """The things a phrase is about: itself, or, for "dozens of", "deliveries of", "a batch of", what follows."""
    if _is_weapon(case, head):
        return [head]
    for child in case.sentence.dependents(head, "nmod", "appos"):
        listed = [node for node in conjuncts(case.sentence, child) if _is_weapon(case, node)]
        if listed:
            return listed
    return [head]


def _is_weapon(case: Case, index: int) -> bool:
    if case.sentence.tokens[index].upos not in ("NOUN", "PROPN", "NUM", "X"):
        return False
    if case.words.ending_at("category", case.sentence, index):
        return True
    return any(_designated(case, i) for i in _name(case, index))


def _designated(case: Case, index: int) -> bool:
    entity = case.entity(index)
    return entity is not None and entity.kind == "weapon"


def _name(case: Case, head: int) -> list[int]:
    """The head and the words before and after it that belong to its name, in one piece."""
    tokens = case.sentence.tokens
    first = head
    while first > 0 and _belongs(case, first - 1, head):
        first -= 1
    last = head
    while last + 1 < len(tokens) and tokens[last + 1].head in (head, last) and _follows(case, last + 1):
        last += 1
    return list(range(first, last + 1))


def _follows(case: Case, index: int) -> bool:
    """Whether a word after a weapon names it: "the corvette Kirpan"."""
    token = case.sentence.tokens[index]
    named = token.upos == "PROPN" and token.relation in ("flat", "appos", "compound")
    return named or (token.relation != "punct" and _designated(case, index))


def _belongs(case: Case, index: int, head: int) -> bool:
    token = case.sentence.tokens[index]
    if token.relation not in _PREMODIFIERS or token.upos in ("DET", "ADP", "CCONJ") or token.text in (",", ";"):
        return False
    if token.upos == "NUM" and not _designated(case, index):
        return False
    node = index
    for _ in range(_DEPTH):
        node = case.sentence.tokens[node].head
        if node == head:
            return True
        if node > head or node < 0:
            return False
    return False


def _item(case: Case, head: int) -> _Item:
    words = _name(case, head)
    while len(words) > 1 and _outside_name(case, words[0]):
        words = words[1:]
    category = None
    for i in words:
        entity = case.entity(i)
        known = next((d for d in case.resolution.designations if entity and d.entity == entity.id), None)
        if known and known.category:
            category = known.category
            break
    named = case.words.ending_at("category", case.sentence, head)
    if category is None and named:
        category = named[0]
    return _Item(head, words[0], words[-1], category, named is not None or any(_designated(case, i) for i in words))


def _outside_name(case: Case, index: int) -> bool:
    """Whether a word before a weapon is no part of what it is called: "new", "Russian", a stray hyphen."""
    token = case.sentence.tokens[index]
    entity = case.entity(index)
    return (
        token.upos in ("PUNCT", "DET", "PRON", "ADP")
        or case.words.has("not part", case.words.base(token))
        or case.words.has("not part", token.text)
        or (entity is not None and entity.kind in ("state", "place", "organization", "person"))
    )


def _quantity(case: Case, item: _Item) -> Amount | None:
    """How many: a number on the thing's own phrase, not on the contracts it comes under."""
    for index in (item.head, *range(item.first, item.last + 1)):
        found = amount_of(case.sentence, index, case.article.language)
        if found and found.last < item.head and not any(_designated(case, i) for i in found.core):
            return found
    return None


def _value(case: Case, item: _Item | None) -> tuple[Number | None, Evidence | None]:
    """The money: in the event's clause, or, for one of several things, on its own phrase."""
    scope = set(case.sentence.subtree(item.head)) if item else set(case.scope())
    money = [a for a in amounts(case.sentence, case.article.language) if a.currency and scope.issuperset(a.core)]
    if len(money) != 1:
        return None, None
    return money[0].number, case.evidence((money[0].first, money[0].last))


def _mode(case: Case) -> tuple[Mode | None, tuple[int, ...]]:
    """How it changes hands, by the words of the event, else by other words of its clause ("under a contract")."""
    doing = list(case.happening())
    for index in (*doing, *(i for i in case.scope() if i not in doing)):
        token = case.sentence.tokens[index]
        found = case.words.starting_at("transfer mode", case.sentence, index)
        if found and token.upos in ("VERB", "NOUN", "ADJ", "ADP", "PROPN"):
            return cast("Mode", found[0]), (index, found[1] - 1)
    money = _value(case, None)[0]
    if money is not None and case.draft.type != "AID":
        return "sale", ()
    return None, ()


def _status(case: Case, mode: Mode | None) -> tuple[Status | None, tuple[int, ...]]:
    """How far along, by the words of the event and how certain the text makes it."""
    draft = case.draft
    doing = list(case.happening())
    values = {i: case.words.value("transfer status", case.lemma(i)) for i in doing}
    cancelled = next((i for i in doing if values[i] == "cancelled"), None)
    if cancelled is not None and draft.type in ("SANCTION", "REJECT", "CONCEDE", "COERCE"):
        return "cancelled", (cancelled,)
    if draft.factuality == "denied" or draft.type in ("SANCTION", "REJECT"):
        return None, ()
    stage = next((values[i] for i in doing if values[i] and values[i] != "cancelled"), None)
    told = tuple(i for i in doing if values[i] == stage)[:1]
    if draft.type == "REQUEST" or draft.factuality == "possible":
        return "talks", told
    if stage == "ordered" and draft.factuality == "planned" and not any(_committed(case, i) for i in doing):
        # "plans to sell": nothing is ordered yet; "agreed to sell" is
        return None, ()
    if stage == "delivered":
        return _delivery(case, mode, doing), told
    return cast("Status | None", stage), told


def _delivery(case: Case, mode: Mode | None, doing: list[int]) -> Status | None:
    """A delivery that is over, under way, or agreed; one that is only promised has no stage yet."""
    tokens = case.sentence.tokens
    if any(case.words.has("stipulate", case.lemma(i)) for i in doing[1:]) or case.draft.factuality == "planned":
        agreed = mode != "gift" and any(_committed(case, i) for i in doing)
        return "ordered" if mode == "sale" or agreed else None
    doer = tokens[case.draft.predicate]
    progressive = doer.has("VerbForm=Part") and any(
        tokens[c].relation == "aux" and tokens[c].has("Tense=Pres")
        for c in case.sentence.children[case.draft.predicate]
    )
    progressive = progressive and doer.has("Tense=Pres")
    if case.draft.factuality == "ongoing" or progressive or any(case.words.has("begin", case.lemma(i)) for i in doing):
        return "delivering"
    return "delivered"


def _committed(case: Case, index: int) -> bool:
    return case.words.has("commit", case.lemma(index))
