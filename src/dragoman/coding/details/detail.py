"""The detail of an event: chosen by the kind its lexicon entry expects, or by what the event is about.

The engine calls `transfers_of` for drafts of arms transfers, for a sentence may list several weapons and each is an event
of its own ("new fighters, attack helicopters and radars"); for every other draft `detail_of`. Each detail comes with the
words that support it; they go into the event's evidence.
"""

from dragoman.coding.details.access import access
from dragoman.coding.details.agreement import agreement
from dragoman.coding.details.case import Case
from dragoman.coding.details.casualties import casualties
from dragoman.coding.details.exercise import exercise
from dragoman.coding.details.training import training
from dragoman.coding.details.transfer import transfers
from dragoman.coding.details.visit import visit
from dragoman.coding.details.words import words_for
from dragoman.coding.draft import Draft
from dragoman.records.article import Article, Evidence
from dragoman.records.entity import Resolution
from dragoman.records.event import Detail, Transfer
from dragoman.records.reading import Reading


def detail_of(
    draft: Draft, article: Article, reading: Reading, resolution: Resolution
) -> tuple[Detail, tuple[Evidence, ...]] | None:
    """The detail of a draft with its words; of several transfers the first; `None` where the text gives none."""
    words = words_for(reading.language)
    if words is None:
        return None
    case = Case(draft, article, reading, resolution, words)
    match draft.detail or _kind(case):
        case "visit":
            return visit(case)
        case "agreement":
            return agreement(case)
        case "transfer":
            found = transfers(case)
            return found[0] if found else None
        case "training":
            return training(case)
        case "exercise":
            return exercise(case)
        case "access":
            return access(case)
        case "casualties":
            return casualties(case)
    return None


def transfers_of(
    draft: Draft, article: Article, reading: Reading, resolution: Resolution
) -> tuple[tuple[Transfer, tuple[Evidence, ...]], ...]:
    """One transfer for each weapon that a draft's sentence lists, in its order, each with its words."""
    words = words_for(reading.language)
    return transfers(Case(draft, article, reading, resolution, words)) if words else ()


def _kind(case: Case) -> str | None:
    """The kind of detail where the lexicon expects none: only by the mode of the event, never by a guess."""
    if case.draft.type == "CONSULT" and case.draft.mode == "visit":
        return "visit"
    if case.draft.mode == "access":
        return "access"
    if case.draft.type == "ASSAULT":
        return "casualties"
    return None
