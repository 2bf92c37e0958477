"""What does not add up in an article, and what a reader should know before relying on it."""

from collections.abc import Sequence

from dragoman.check.contradictions import contradictions
from dragoman.check.dates import dates
from dragoman.check.designations import designations
from dragoman.check.language import language
from dragoman.check.loaded import loaded
from dragoman.check.names import names
from dragoman.check.numbers import moved_numbers, sums
from dragoman.check.offices import offices
from dragoman.check.unattributed import unattributed
from dragoman.check.years import swapped_years
from dragoman.records.article import Article
from dragoman.records.attribution import Attribution
from dragoman.records.dossier import Finding
from dragoman.records.entity import Resolution
from dragoman.records.event import Event
from dragoman.records.reading import Reading


def check(
    article: Article,
    reading: Reading,
    resolution: Resolution,
    attribution: Attribution,
    events: Sequence[Event],
) -> tuple[Finding, ...]:
    """All findings in the order of their place in the text."""
    moves = moved_numbers(article, reading, resolution)
    drafts = [
        *language(article, reading),
        *(move.draft for move in moves),
        *designations(article, resolution, moves),
        *sums(article, reading),
        *swapped_years(article, reading),
        *dates(article, events),
        *names(resolution),
        *offices(resolution),
        *contradictions(article, reading, attribution),
        *loaded(article, reading, resolution, attribution),
        *unattributed(article, reading, resolution, attribution),
    ]
    drafts.sort(key=lambda draft: (draft.evidence[0].start, draft.evidence[0].end, draft.kind, draft.message))
    return tuple(
        Finding(f"f{number}", draft.kind, draft.severity, draft.message, draft.suggestion, draft.evidence)
        for number, draft in enumerate(drafts, 1)
    )
