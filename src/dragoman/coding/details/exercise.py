"""The detail of a military exercise: its name, who takes part, when, where, with how many troops."""

from dragoman.coding.details.case import Case
from dragoman.coding.numbers import amount_of
from dragoman.records.article import Evidence
from dragoman.records.event import Exercise

_QUOTES = "\"“”„«»‘’'"
_DASHES = "-–"
_NOT_A_NAME = frozenset({"state", "place", "organization", "person", "group", "weapon"})


def exercise(case: Case) -> tuple[Exercise, tuple[Evidence, ...]]:
    """The exercise as the draft and its sentence tell it; days only where the words give days."""
    draft = case.draft
    named = _name(case)
    counts = [
        amount
        for i in case.scope()
        if case.words.has("troops", case.lemma(i)) and (amount := amount_of(case.sentence, i, case.article.language))
    ]
    # Each side's own number is not the exercise's.
    counted = counts[0] if len(counts) == 1 else None
    start, end, dated = case.days()
    detail = Exercise(
        name=case.text(*named) if named else None,
        participants=tuple(dict.fromkeys(party.entity for party in (*draft.actors, *draft.recipients))),
        from_=start,
        to=end,
        place=draft.place.entity if draft.place else None,
        troops=counted.number if counted else None,
    )
    spans = [
        case.evidence(draft.words),
        case.evidence(named or ()),
        case.evidence((counted.first, counted.last)) if counted else None,
        dated,
        case.evidence(draft.place.tokens) if draft.place else None,
    ]
    return detail, tuple(evidence for evidence in spans if evidence)


def _name(case: Case) -> tuple[int, int] | None:
    """The proper name beside a word for exercises: "the Zapad-2021 exercise", "the drills “Steppe Eagle”"."""
    tokens = case.sentence.tokens
    for index in case.scope():
        if not case.words.has("exercise noun", case.lemma(index)):
            continue
        first = index
        while first > 0 and _named(case, first - 1):
            first -= 1
        # "the NATO exercise Sea Wind": whose it is comes before what it is called
        while first < index and (_names_somebody(case, first) or tokens[first].text in _QUOTES):
            first += 1
        found = _unquoted(case, first, index - 1)
        if found:
            return found
        last = index
        while last + 1 < len(tokens) and _named(case, last + 1):
            last += 1
        found = _unquoted(case, index + 1, last)
        if found:
            return found
    for index in case.scope():
        # "the exercise, called Khazar Breeze"
        if case.words.has("naming", case.lemma(index)):
            last = index
            while last + 1 < len(tokens) and _named(case, last + 1):
                last += 1
            found = _unquoted(case, index + 1, last)
            if found:
                return found
    return None


def _named(case: Case, index: int) -> bool:
    """Whether a word can belong to an exercise's name: a proper noun, its year, its marks."""
    token = case.sentence.tokens[index]
    if token.text in _QUOTES or token.text in _DASHES:
        return True
    if token.upos == "NUM":
        before = case.sentence.tokens[index - 1] if index > 0 else token
        return len(token.text) in (2, 4) and (before.text in "-–’'" or before.text[:1].isupper())
    return token.upos == "PROPN" or (token.upos in ("NOUN", "ADJ") and token.text[:1].isupper() and index > 0)


def _names_somebody(case: Case, index: int) -> bool:
    entity = case.entity(index)
    return entity is not None and entity.kind in _NOT_A_NAME


def _unquoted(case: Case, first: int, last: int) -> tuple[int, int] | None:
    """The name without marks around it; `None` where nothing, or no capital, is left."""
    tokens = case.sentence.tokens
    while first <= last and (tokens[first].text in _QUOTES or tokens[first].text in _DASHES):
        first += 1
    while last >= first and (tokens[last].text in _QUOTES or tokens[last].text in _DASHES):
        last -= 1
    return (first, last) if any(tokens[i].text[:1].isupper() for i in range(first, last + 1)) else None
