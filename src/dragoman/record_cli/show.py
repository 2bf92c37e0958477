"""Answers for people: one entry after the other, each with its source and its id."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.errors import UsageError
from dragoman.records.event import EventDate, Number
from dragoman.records.flat import plain
from dragoman.records.kept import Hit, KeptArticle, KeptEvent, KeptFinding, KeptQuote
from dragoman.share.dates import published, shown

Plain = Any
"""A column, or a value of any kind that JSON has."""

_WIDTH = 100
"""Columns where the output is no terminal."""
_WORDS = 220
"""Characters of the words shown."""
_STATUS = {"ongoing": "green", "planned": "blue", "possible": "yellow", "denied": "red"}


def show(found: Sequence[Any], shape: type, output: Path | None) -> None:
    """Print answers."""
    if output is not None:
        raise UsageError("--output is for --format csv, json, jsonl and parquet")
    if not found:
        print_lines([Text("Nothing in the record answers that.")])
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=24)
    grid.add_column(ratio=1)
    for row in found:
        label, *lines = _LINES[shape](row)
        grid.add_row(label, lines[0])
        for line in lines[1:]:
            grid.add_row("", line)
    print_lines([grid])


def print_lines(lines: Sequence[Any]) -> None:
    """Print to the terminal, or as wide as everywhere else."""
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
    with console.capture() as capture:
        for line in lines:
            console.print(line)
    sys.stdout.write("\n".join(line.rstrip() for line in capture.get().split("\n")))
    sys.stdout.flush()


def safe(words: str, style: str = "") -> Text:
    """Words on one line, nothing in them an order to the terminal."""
    return Text("".join(c if c.isprintable() else "\ufffd" for c in " ".join(words.split())), style)


def event_lines(event: KeptEvent) -> Iterator[Text]:
    """When; what; the words and where they stand."""
    yield safe(
        _when(event.date_start, event.date_end, event.date_precision) or "no date",
        "cyan" if event.date_start else "dim",
    )
    said = [_who(event.actors) or "somebody", f"{event.type.lower()}{f' ({event.mode})' if event.mode else ''}"]
    if event.recipients:
        said.append(_who(event.recipients))
    what = safe(" · ".join(said), "bold")
    if event.factuality in _STATUS:
        what.append(f" [{event.factuality}]", _STATUS[event.factuality])
    if event.detail:
        fields = [
            f"{name.replace('_', ' ')} {_value(value)}"
            for name, value in plain(event.detail).items()
            if name != "kind" and value not in (None, [])
        ]
        what.append(" ").append_text(
            safe(f"— {event.detail.kind}: {', '.join(fields)}" if fields else f"— {event.detail.kind}")
        )
    yield what
    others = [voice for voice in event.asserted_by if voice != "outlet"]
    yield safe(f"“{_brief(event.words)}”" + (f" — says {', citing '.join(others)}" if others else ""))
    yield _source(event, event.corrected)


def _quote_lines(quote: KeptQuote) -> Iterator[Text]:
    yield safe(_when(quote.date_start, quote.date_end, "day") or (quote.published or "no date")[:10], "cyan")
    speaker = ", ".join(part for part in (quote.speaker, quote.speaker_office) if part) or "someone not named"
    yield safe(speaker, "bold").append(" ").append_text(safe(quote.cue or ""))
    yield safe(f"“{_brief(quote.text)}”" if quote.direct else _brief(quote.text))
    yield _source(quote, quote.corrected)


def _finding_lines(finding: KeptFinding) -> Iterator[Text]:
    yield safe(finding.severity, {"error": "bold red", "warning": "yellow"}.get(finding.severity, "cyan"))
    suggestion = finding.suggestion and finding.suggestion not in finding.message
    yield safe(finding.message + (f" → {finding.suggestion}" if suggestion else ""))
    yield _source(finding, ())


def article_lines(article: KeptArticle) -> Iterator[Text]:
    """When; title; outlet and numbers; source and id."""
    yield safe(published(article.published[:10]) if article.published else "no date", "cyan")
    yield safe(article.title or "(no title)", "bold")
    counts = f"{article.events} events, {article.quotes} quotations, {article.findings} findings"
    versions = f"{article.versions} versions" if article.versions > 1 else None
    yield safe(" · ".join(part for part in (article.outlet, *article.authors, counts, versions) if part))
    corrected = f" · corrected: {', '.join(article.corrected)}" if article.corrected else ""
    yield safe(f"{article.source} · {article.id}{corrected}", "dim")


def hit_lines(hit: Hit) -> Iterator[Text]:
    """An article found by its words: the words marked."""
    first, title, *_, last = article_lines(hit.article)
    yield first
    yield title
    excerpt = Text("".join(c if c.isprintable() else " " for c in hit.excerpt))
    for start, end in hit.marks:
        excerpt.stylize("bold yellow underline", start, end)
    if not sys.stdout.isatty():
        # Where there are no colours, the words are marked all the same.
        words = hit.excerpt
        for start, end in reversed(hit.marks):
            words = f"{words[:start]}[{words[start:end]}]{words[end:]}"
        excerpt = safe(words)
    yield excerpt
    yield last


def _source(item: KeptEvent | KeptQuote | KeptFinding, corrected: tuple[str, ...]) -> Text:
    parts = [item.outlet, item.published and item.published[:10], item.source, item.id]
    line = safe(" · ".join(part for part in parts if part), "dim")
    return line.append(f" · corrected: {', '.join(corrected)}", "magenta") if corrected else line


def _when(start: str | None, end: str | None, precision: str | None) -> str | None:
    if not start:
        return None
    return shown(EventDate(start, end or start, precision or "day"))  # type: ignore[arg-type]


def _who(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _value(value: Plain) -> str:
    if isinstance(value, Number | dict):
        return str(value["text"] if isinstance(value, dict) else value.text)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _brief(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else f"{line[:_WORDS].rpartition(' ')[0]} …"


_LINES: dict[Any, Any] = {
    KeptEvent: event_lines, KeptQuote: _quote_lines, KeptFinding: _finding_lines, KeptArticle: article_lines, Hit: hit_lines,
}  # fmt: skip
