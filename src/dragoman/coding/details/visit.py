"""The detail of a visit: who went to whom, of what rank, from when to when."""

from dragoman.coding.details.case import Case
from dragoman.records.article import Evidence
from dragoman.records.event import Visit


def visit(case: Case) -> tuple[Visit, tuple[Evidence, ...]]:
    """The visit as the draft and its sentence tell it; days only where the words give days."""
    draft = case.draft
    visitor = draft.actors[0] if draft.actors else None
    host = draft.recipients[0].entity if draft.recipients else None
    if host is None and draft.place is not None:
        host = draft.place.entity
    host = case.state_for(host)
    rank, ranked = _rank(case)
    start, end, dated = case.days()
    found = (case.evidence(draft.words), ranked, dated)
    detail = Visit(visitor=visitor.entity if visitor else None, host=host, rank=rank, from_=start, to=end)
    return detail, tuple(evidence for evidence in found if evidence)


def _rank(case: Case) -> tuple[str | None, Evidence | None]:
    """The rank by the visitor's office, else by the words that name the visitor in the sentence."""
    for party in case.draft.actors:
        words = case.evidence(party.tokens)
        entity = case.resolution.get(party.entity)
        if entity.office:
            rank = case.words.in_text("rank", entity.office)
            if rank:
                return rank, words
        for head in party.tokens:
            found = case.words.ending_at("rank", case.sentence, head)
            if found:
                return found[0], case.evidence((found[1], head))
    for party in case.draft.actors:
        # "a Turkish delegation", where the party is only the state
        for head in case.party_heads(party):
            for node in list(case.path(head))[1:3]:
                found = case.words.ending_at("rank", case.sentence, node)
                if found and node not in case.draft.words and case.sentence.tokens[node].upos in ("NOUN", "PROPN"):
                    return found[0], case.evidence((found[1], node))
    return None, None
