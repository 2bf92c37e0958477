"""W3C Web Annotations: every piece of evidence as an annotation of the page, findable by its words and by its place."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.records.article import Article, Evidence
from dragoman.records.dossier import Dossier
from dragoman.share.tables import Export

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_BESIDE = 32
"""Characters before and after the words, by which they are told from the same words elsewhere."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A dossier, with the record's ids of its items, and the fields that a person has corrected, by the ids in the dossier."""

    dossier: Dossier
    ids: Mapping[str, str]
    corrected: Mapping[str, Sequence[str]]


def write(dossiers: Iterable[Annotated], export: Export, out: BinaryIO) -> None:
    """One AnnotationPage for all of them."""
    head = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "generator": {"type": "Software", "name": export.program},
        "generated": export.made,
        "summary": export.asked,
    }
    out.write((json.dumps(head, ensure_ascii=False)[:-1] + ', "items": [').encode())
    first = True
    for annotated in dossiers:
        for annotation in _annotations(annotated):
            out.write(b"\n" if first else b",\n")
            out.write(json.dumps(annotation, ensure_ascii=False).encode("utf-8", "replace"))
            first = False
    out.write(b"\n]}\n")


def _annotations(annotated: Annotated) -> Iterator[dict[str, Any]]:
    dossier = annotated.dossier
    for event in dossier.events:
        body = f"{event.type} {event.mode or ''}".strip()
        yield from _each(annotated, event.id, event.evidence, "classifying", body)
    for quote in dossier.quotes:
        yield from _each(annotated, quote.id, quote.evidence, "describing", f"quotation: {quote.cue or ''}".strip(": "))
    for finding in dossier.findings:
        yield from _each(annotated, finding.id, finding.evidence, "assessing", finding.message)


def _each(
    annotated: Annotated, local: str, evidence: Iterable[Evidence], motivation: str, body: str
) -> Iterator[dict[str, Any]]:
    article = annotated.dossier.article
    item = annotated.ids.get(local, f"{article.id}:{local}")
    bodies = [(body, motivation), (item, "identifying")]
    if fields := annotated.corrected.get(local):
        bodies.append((f"corrected: {', '.join(fields)}", "editing"))
    for number, piece in enumerate(evidence, 1):
        yield {
            "@context": _CONTEXT,
            "id": f"urn:dragoman:{item}:{number}",
            "type": "Annotation",
            "motivation": motivation,
            "body": [
                {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
                for value, purpose in bodies
            ],
            "target": {"source": article.source, "selector": _selectors(article, piece)},
        }


def _selectors(article: Article, piece: Evidence) -> list[dict[str, Any]]:
    # Positions count code points of the article's text as the dossier has it: on the page itself the words lead.
    return [
        {
            "type": "TextQuoteSelector",
            "exact": piece.text,
            "prefix": article.text[max(0, piece.start - _BESIDE) : piece.start],
            "suffix": article.text[piece.end : piece.end + _BESIDE],
        },
        {"type": "TextPositionSelector", "start": piece.start, "end": piece.end},
    ]
