"""An Atom feed (RFC 4287) of events, the last added first: what is new for any filter."""

import re
from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from dragoman.records.kept import KeptEvent
from dragoman.share.tables import Export

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(events: Iterable[KeptEvent], export: Export, out: BinaryIO) -> None:
    """The feed; its subtitle says what was asked."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <id>urn:dragoman:feed:{_text(re.sub('[^A-Za-z0-9=,._-]+', ':', export.asked))}</id>",
        "  <title>Dragoman: new events</title>",
        f"  <subtitle>{_text(export.asked)}</subtitle>",
        f"  <updated>{export.made}</updated>",
        f"  <generator>{_text(export.program)}</generator>",
        "  <author><name>Dragoman</name></author>",
    ]
    for event in events:
        lines += _entry(event)
    out.write(("\n".join([*lines, "</feed>"]) + "\n").encode("utf-8"))


def _entry(event: KeptEvent) -> list[str]:
    title = " · ".join(part for part in (", ".join(event.actors), event.type, ", ".join(event.recipients)) if part)
    said = [voice for voice in event.asserted_by if voice != "outlet"]
    when = f"{event.date_start or 'no date'}: " if event.date_start else ""
    summary = f"{when}“{event.words}”" + (f" — says {', citing '.join(said)}" if said else "")
    corrected = f" (corrected: {', '.join(event.corrected)})" if event.corrected else ""
    lines = [
        "  <entry>",
        f"    <id>urn:dragoman:{event.id}</id>",
        f"    <title>{_text(title)}</title>",
        f"    <updated>{event.added}</updated>",
        f'    <content type="text">{_text(summary)} [{event.factuality}]{corrected}</content>',
        f"    <category term={quoteattr(event.type)}/>",
    ]
    if "://" in event.source:
        lines.append(f'    <link rel="alternate" href={quoteattr(_NOT_XML.sub("", event.source))}/>')
    source = f"      <source><id>urn:dragoman:{event.article}</id><title>{_text(event.title or event.source)}</title>"
    return [*lines, f"{source[2:]}<updated>{event.added}</updated></source>", "  </entry>"]


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words))
