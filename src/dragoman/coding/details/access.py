"""The detail of a right to a base, the airspace, a port or transit: who gives it to whom, and on what terms."""

from typing import Literal, cast

from dragoman.coding.details.case import Case
from dragoman.coding.details.roles import roles
from dragoman.records.article import Evidence
from dragoman.records.event import Access

Facility = Literal["base", "airspace", "port", "transit"]


def access(case: Case) -> tuple[Access, tuple[Evidence, ...]] | None:
    """The right as the draft and its sentence tell it; `None` where the sentence names nothing to be used."""
    found = _facility(case)
    if found is None:
        return None
    facility, first, head = found
    sides = roles(case, "grant", "enjoy")
    grantor, grantee = sides.giver, sides.getter
    owner = _owner(case, head)
    if owner is not None and owner != grantor:
        others = [party.entity for party in (*case.draft.actors, *case.draft.recipients) if party.entity != owner]
        grantor, grantee = owner, others[0] if others else None
    grantor, grantee = case.state_for(grantor), case.state_for(grantee)
    terms = _terms(case)
    detail = Access(grantor=grantor, grantee=grantee, facility=facility, terms=case.text(*terms) if terms else None)
    spans = [case.evidence(case.draft.words), case.evidence((first, head)), case.evidence(terms or ())]
    return detail, tuple(evidence for evidence in spans if evidence)


def _facility(case: Case) -> tuple[Facility, int, int] | None:
    scope = case.scope()
    near = [case.draft.object] if case.draft.object is not None else []
    for index in (*near, *scope):
        found = case.words.ending_at("facility", case.sentence, index)
        if found and case.sentence.tokens[index].upos in ("NOUN", "PROPN"):
            return cast("Facility", found[0]), found[1], index
    return None


def _owner(case: Case, head: int) -> str | None:
    """Whose the facility is, where one of the parties owns it: "the republic's airspace", "Tajik bases"."""
    below = set(case.sentence.subtree(head))
    for party in (*case.draft.recipients, *case.draft.actors):
        for index in case.party_heads(party):
            relation = case.sentence.tokens[index].deprel
            if index in below and (relation == "nmod:poss" or relation.startswith(("amod", "compound"))):
                return party.entity
    return None


def _terms(case: Case) -> tuple[int, int] | None:
    """On what terms: "unhindered use", "free of charge", "for 49 years"."""
    tokens = case.sentence.tokens
    scope = case.scope()
    for index in scope:
        if case.words.has("use noun", case.lemma(index)) and tokens[index].upos == "NOUN":
            first = index
            while first > 0 and tokens[first - 1].head == index and tokens[first - 1].relation == "amod":
                first -= 1
            if first < index and not case.words.has("not part", case.lemma(first)):
                return first, index
    for index in scope:
        found = case.words.starting_at("terms", case.sentence, index)
        if found:
            return index, found[1] - 1
    for index in scope:
        counted = case.words.has("term unit", case.lemma(index)) and case.sentence.first(index, "nummod") is not None
        if counted and any(case.words.has("term case", word) for word in case.cases(index)):
            return min(case.sentence.subtree(index)), index
    return None
