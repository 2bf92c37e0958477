"""The detail of an agreement: what instrument, its title and field as the text has them, whose, how far along, valid when."""

from typing import Literal, cast

from dragoman.coding.dates import DateMention, dates
from dragoman.coding.details.case import Case
from dragoman.records.article import Evidence
from dragoman.records.event import Agreement

Status = Literal["negotiated", "announced", "signed", "ratified", "extended", "expired", "terminated"]

_NOMINAL = frozenset({"NOUN", "PROPN"})


def agreement(case: Case) -> tuple[Agreement, tuple[Evidence, ...]] | None:
    """The agreement that the event is about; `None` where its sentence names no instrument."""
    found = _instrument(case)
    if found is None:
        return None
    instrument, first, head = found
    span = _title(case, first, head)
    field = _field(case, head, span)
    since, until, dated = _validity(case, head, span)
    status, stated = _status(case)
    parties = tuple(dict.fromkeys(party.entity for party in (*case.draft.actors, *case.draft.recipients)))
    detail = Agreement(
        instrument=instrument,
        title=case.text(*span) if span[1] > span[0] else None,
        field=case.text(*field) if field else None,
        signatories=parties,
        status=status,
        valid_from=since,
        valid_to=until,
    )
    spans = [case.evidence(range(span[0], span[1] + 1)), case.evidence(field) if field else None, dated]
    if stated is not None:
        spans.append(case.evidence((stated,)))
    return detail, tuple(evidence for evidence in spans if evidence)


def _instrument(case: Case) -> tuple[str, int, int] | None:
    """Value, first word and head of the instrument: the draft's object, the predicate itself, or what is done to it."""
    tokens = case.sentence.tokens
    near = [case.draft.object] if case.draft.object is not None else []
    near.append(case.draft.predicate)
    for word in case.draft.words:
        near += [c for c in case.sentence.children[word] if tokens[c].relation in ("obj", "nsubj", "obl", "nmod")]
    for index in near:
        # "a series of agreements", "a package of documents": the noun that follows
        for node in [index, *case.sentence.dependents(index, "nmod", "conj")]:
            found = case.words.ending_at("instrument", case.sentence, node)
            if found and tokens[node].upos in _NOMINAL:
                return found[0], found[1], node
            opened = case.words.starting_at("instrument", case.sentence, node)
            if opened and tokens[node].upos in _NOMINAL:
                return opened[0], node, node
    return None


def _title(case: Case, first: int, head: int) -> tuple[int, int]:
    """The instrument with what names it: adjectives before, its "of", "on", "in the field of", "for" phrases after."""
    tokens = case.sentence.tokens
    while (
        first > 0
        and tokens[first - 1].head == head
        and tokens[first - 1].relation in ("amod", "compound", "flat", "punct")
        and tokens[first - 1].upos in ("ADJ", "NOUN", "PROPN", "PUNCT")
        and not case.words.has("not part", case.lemma(first - 1))
        and (tokens[first - 1].upos != "PUNCT" or tokens[first - 1].text == "-")
        and not _is_party(case, first - 1)
    ):
        first -= 1
    while tokens[first].upos == "PUNCT" and first < head:
        first += 1
    below = set(case.sentence.subtree(head))
    mentions = dates(case.article, case.sentence)
    last = head
    i = head + 1
    while i < len(tokens) and (i in below or tokens[i].text == "-"):
        if tokens[i].upos == "PUNCT" and tokens[i].text not in ("-", "–"):
            break
        if _is_clause(case, i):
            break
        if tokens[i].upos in ("ADP", "CCONJ") and not _goes_on(case, i, mentions):
            break
        if tokens[i].upos in ("NOUN", "PROPN", "NUM", "ADJ"):
            last = i
        i += 1
    return first, last


def _is_clause(case: Case, i: int) -> bool:
    """Whether a word opens a clause about the instrument; "on clearing mines" is still its name."""
    tokens = case.sentence.tokens
    token = tokens[i]
    gerund = i + 1 if token.relation == "mark" and case.words.has("field case", token.text) else i
    if gerund < len(tokens) and tokens[gerund].has("VerbForm=Ger") and tokens[gerund].relation == "acl":
        return not case.words.has("field case", tokens[gerund - 1].text)
    return token.upos in ("VERB", "AUX", "PRON", "SCONJ", "PART") or token.relation in ("acl", "mark")


def _goes_on(case: Case, i: int, mentions: tuple[DateMention, ...]) -> bool:
    """Whether the phrase that a preposition opens is still the instrument's name."""
    token = case.sentence.tokens[i]
    word = token.text.lower()
    if token.upos == "CCONJ":
        return token.head > i and case.sentence.tokens[token.head].upos in _NOMINAL
    if case.words.has("party case", word):
        return False
    following = case.sentence.tokens[i + 1] if i + 1 < len(case.sentence.tokens) else None
    if following is None:
        return False
    dated = any(mention.start <= following.start < mention.end for mention in mentions)
    if dated:
        return case.words.has("valid case", word)
    if case.words.has("place case", word):
        entity = case.entity(token.head if token.head > i else i + 1)
        return entity is None or entity.kind not in ("place", "state")
    return True


def _is_party(case: Case, index: int) -> bool:
    entity = case.entity(index)
    return entity is not None and entity.kind in ("state", "place", "organization", "person", "group")


def _field(case: Case, head: int, span: tuple[int, int]) -> tuple[int, int] | None:
    """What it is about: "in the military field", "in the field of X", "on X", "a defence agreement", "of naval cooperation"."""
    tokens = case.sentence.tokens
    inside = range(span[0], span[1] + 1)
    for i in inside:
        if i != head and case.words.has("field noun", case.lemma(i)):
            before = [
                c for c in case.sentence.children[i] if tokens[c].relation in ("amod", "compound") and c in inside
            ]
            if before:
                return before[0], i - 1
            after = next((c for c in case.sentence.dependents(i, "nmod") if c in inside and c > i), None)
            if after is not None:
                return _phrase(case, after, span)
    for child in case.sentence.dependents(head, "nmod"):
        if child in inside and any(case.words.has("field case", word) for word in case.cases(child)):
            return _phrase(case, child, span)
    for i in inside:
        # a hyphened compound is three words: "military-technical"
        found = case.words.starting_at("field", case.sentence, i)
        if found and i != head and found[1] - 1 <= span[1] and tokens[i].upos in ("ADJ", "NOUN", "PROPN"):
            return i, found[1] - 1
    return None


def _phrase(case: Case, head: int, span: tuple[int, int]) -> tuple[int, int] | None:
    """A phrase without its preposition and article, inside the title; without dates and places that follow."""
    tokens = case.sentence.tokens
    mentions = dates(case.article, case.sentence)
    inside = [i for i in case.sentence.subtree(head) if span[0] <= i <= span[1]]
    while inside and (tokens[inside[0]].relation in ("case", "det") or tokens[inside[0]].upos in ("ADP", "DET")):
        inside.pop(0)
    if not inside:
        return None
    last = inside[-1]
    for mention in mentions:
        if tokens[inside[0]].start < mention.start <= tokens[last].start:
            last = next(i for i in inside if tokens[i].end > mention.start) - 1
            while last > inside[0] and tokens[last].upos == "ADP":
                last -= 1
    return inside[0], last


def _validity(case: Case, head: int, span: tuple[int, int]) -> tuple[str | None, str | None, Evidence | None]:
    """From when and to when it holds, in ISO 8601 as precise as the words: "2021", "2021-05", "2021-05-01"."""
    tokens = case.sentence.tokens
    below = set(case.sentence.subtree(head))
    own = case.date()
    extended = any(case.words.value("agreement status", case.lemma(i)) == "extended" for i in case.happening())
    for mention in dates(case.article, case.sentence):
        index = case.sentence.index_at(mention.start)
        if index is None or index == 0:
            continue
        before = case.words.value("valid case", tokens[index - 1].text)
        within = index in below or span[0] <= index <= span[1] + 2
        if mention.kind == "range" and (before == "from" or (within and mention != own)):
            return _iso(mention.value.start, mention), _iso(mention.value.end, mention), _words(case, mention)
        if before == "to" and (within or extended) and mention.kind == "until":
            return None, _iso(mention.value.end, mention), _words(case, mention)
        if before == "from" and within and mention.outside and mention.value.precision == "year":
            return _iso(mention.value.start, mention), _iso(mention.value.end, mention), _words(case, mention)
    return None, None, None


def _iso(day: str, mention: DateMention) -> str:
    return day[: {"day": 10, "month": 7, "year": 4, "decade": 4}[mention.value.precision]]


def _words(case: Case, mention: DateMention) -> Evidence:
    return case.article.evidence(mention.start, mention.end)


def _status(case: Case) -> tuple[Status | None, int | None]:
    """How far along it is by what is done to it; what is still to be signed is only announced."""
    for index in case.happening():
        value = cast("Status | None", case.words.value("agreement status", case.lemma(index)))
        if value is None:
            continue
        match case.draft.factuality:
            case "occurred" | "ongoing":
                return value, index
            case "planned" if value in ("signed", "ratified", "extended", "announced"):
                return "announced", index
            case "possible" if value in ("signed", "negotiated"):
                return "negotiated", index
            case _:
                return None, None
    return None, None
