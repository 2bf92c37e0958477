"""A finding before it has its number."""

from dataclasses import dataclass

from dragoman.records.article import Evidence
from dragoman.records.dossier import FindingKind, Severity


@dataclass(frozen=True, slots=True)
class Draft:
    """What one check found."""

    kind: FindingKind
    severity: Severity
    message: str
    suggestion: str | None
    evidence: tuple[Evidence, ...]
    """Never empty."""
