"""Who says that it happened, as the dossier for people puts it.

The outlet's own report stands plain, under a heading that names the outlet; what a finding doubts in the outlet's own
voice (no source given, loaded words) is marked as its claim. Everybody else is named, the outermost voice first.
"""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.records.article import Evidence
from dragoman.records.dossier import Finding
from dragoman.records.event import Event, Voice

_DOUBTS = {"unattributed", "loaded_language", "contradiction"}


def attributed(event: Event, callings: Mapping[str, str], findings: Sequence[Finding], outlet: str) -> str | None:
    """Such as "according to X", "says X", "claim of Daily Observer"; `None` for the outlet's own undoubted report."""
    others = [voice for voice in event.asserted_by if voice.voice != "outlet"]
    if others:
        return _chain(others, callings)
    doubted = any(finding.kind in _DOUBTS and _touch(finding.evidence, event.evidence) for finding in findings)
    return f"claim of {outlet}" if doubted else None


def _chain(voices: Sequence[Voice], callings: Mapping[str, str]) -> str:
    names = [callings.get(voice.entity or "") or voice.text or "someone not named" for voice in voices]
    said = f"says {names[0]}" if voices[0].voice == "speaker" else f"according to {names[0]}"
    return "".join([said, *(f", citing {name}" for name in names[1:])])


def _touch(ones: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    spans = [(one.start, one.end) for one in ones]
    return any(start < other.end and other.start < end for other in others for start, end in spans)
