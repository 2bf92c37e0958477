"""The dossier for people: what happened, who said what, what does not add up, in the terminal or as plain text."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.records.article import Article, Evidence
from dragoman.records.attribution import Quote
from dragoman.records.dossier import Dossier, Finding
from dragoman.records.event import Event
from dragoman.share.dates import published, shown
from dragoman.share.names import callings, possessive
from dragoman.share.phrases import phrase
from dragoman.share.voices import attributed

_PLAIN_WIDTH = 100
"""Columns where the output is no terminal: the same everywhere."""
_QUOTE_LENGTH, _WORDS_LENGTH = 200, 60
"""Characters from which a quotation, or the words behind a line, are shown by their beginning and end."""
_SEVERITIES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_STATUS = {"ongoing": "green", "planned": "blue", "possible": "yellow", "denied": "red"}
_CLAUSE_LENGTH = 160
"""Characters within which the words of an event still belong to its predicate's clause."""
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s+[\"“‘(]?[A-Z]|\n\n")
_BEFORE = {"according", "by", "in", "per", "quoting", "citing", "cited", "for", "to"}
"""First words of the cues that stand before their speaker."""
_DIRECTLY = {
    "told", "asked", "assured", "reminded", "informed", "urged", "warned", "invited", "thanked", "advised", "tells", "telling",
    "called", "cautioned", "notified", "briefed", "accused", "blamed", "promised", "answered", "ordered",
}  # fmt: skip
"""Cues that have the one spoken to as their object: "told reporters", but "said to reporters"."""
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""What would steer a terminal, reorder what is read, or cannot be written."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section: what stands at its left, what it says, and the words behind it."""

    label: str
    style: str
    text: Text
    evidence: tuple[Evidence, ...] = ()


class Printer:
    """Prints dossiers one after the other."""

    def __init__(self, *, evidence: bool, verbose: bool, console: Console | None = None) -> None:
        """`evidence`: each line followed by its words; `verbose`: entities, whole quotations, and what was dropped."""
        self._evidence = evidence
        self._verbose = verbose
        self._console = console or Console(width=None if sys.stdout.isatty() else _PLAIN_WIDTH, highlight=False)
        self._shown = 0

    def show(self, dossier: Dossier) -> None:
        """Print one dossier, set off from the one before."""
        with self._console.capture() as capture:
            self._lay_out(dossier)
        self._console.file.write(re.sub(" +\n", "\n", capture.get()))

    def _lay_out(self, dossier: Dossier) -> None:
        if self._shown:
            self._console.print()
            self._console.print(Rule(style="dim"))
        self._shown += 1
        for line in _head(dossier):
            self._console.print(line)
        called = callings(dossier.entities)
        outlet = dossier.article.outlet or "the outlet"
        told = (
            f"by {possessive(dossier.article.outlet)} account" if dossier.article.outlet else "by the article's account"
        )
        events = _events(dossier, called, outlet)
        self._section(f"What happened, {told}", events or [Line("", "", Text("No event was recognised."))])
        length = None if self._verbose else _QUOTE_LENGTH
        self._section("Who said what", [_quote(quote, called, length) for quote in dossier.quotes])
        self._section("What does not add up", _findings(dossier.findings))
        if self._verbose:
            self._section("Who and what is named", list(_entities(dossier)))
            self._section("Left out as not the article's", list(_dropped(dossier.article)))

    def _section(self, title: str, lines: Sequence[Line]) -> None:
        if not lines:
            return
        self._console.print()
        self._console.print(_say(title, "bold underline"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(max_width=24)
        grid.add_column(ratio=1)
        for line in lines:
            grid.add_row(_say(line.label, line.style), line.text)
            if self._evidence and line.evidence:
                grid.add_row("", _places(line.evidence))
        self._console.print(Padding(grid, (0, 0, 0, 2)))


def _say(words: str, style: str = "") -> Text:
    """Words as they may be shown: on one line, nothing in them taken for markup or for orders to the terminal."""
    return Text(_UNSEEN.sub("", " ".join(words.split())), style)


def _head(dossier: Dossier) -> Iterator[Text]:
    article = dossier.article
    yield _say(article.title or "(no title)", "bold")
    when = published(article.published) if article.published else None
    views = f"{article.views:,} views" if article.views is not None else None
    yield from _joined([article.outlet, *article.authors, when, article.dateline, views], "")
    yield from _joined([f"Tags: {', '.join(article.tags)}" if article.tags else None], "")
    reader = ", ".join(dossier.models) or "no reader"
    yield from _joined([article.source, f"language {article.language}", reader, dossier.program], "dim")
    yield from _joined(
        [
            f"From {article.within}" if article.within else None,
            f"crawled {published(article.crawled)}" if article.crawled else None,
            f"translated from {article.translated_from}" if article.translated_from else None,
        ],
        "dim",
    )
    for note in article.notes:
        yield _say(f"Note: {note.message}", "yellow")
    if dossier.unread:
        share = sum(stretch.end - stretch.start for stretch in dossier.unread) / len(article.text)
        # "100 %" would be untrue while a title was read, "0 %" while a line was not
        percent = "all" if share > 0.999 else f"{min(99, max(1, round(100 * share)))} %"
        yield _say(f"Passed over as off the subject: {percent} of the text (--no-gate reads it)", "dim")


def _joined(parts: Iterable[str | None], style: str) -> Iterator[Text]:
    known = [part for part in parts if part]
    if known:
        yield _say(" · ".join(known), style)


def _events(dossier: Dossier, called: dict[str, str], outlet: str) -> list[Line]:
    """Dated events by date, then the others; in the order of the text where that says no more. The same line once."""
    lines: dict[tuple[str, str], Line] = {}
    for event in sorted(dossier.events, key=_order):
        text = _say(phrase(event, called))
        if event.detail is None and event.evidence:
            # The type alone says little: what was done stands in the text's own words.
            text.append_text(_say(f": “{_own_words(event, dossier.article.text)}”"))
        if event.factuality in _STATUS:
            text.append(f" [{event.factuality}]", _STATUS[event.factuality])
        if said := attributed(event, called, dossier.findings, outlet):
            text.append(" ").append_text(_say(f"— {said}", "italic"))
        label = shown(event.date) if event.date else "no date"
        line = lines.setdefault((label, text.plain), Line(label, "cyan" if event.date else "dim", text))
        words = dict.fromkeys((*line.evidence, *event.evidence))
        lines[label, text.plain] = replace(line, evidence=tuple(words))
    return list(lines.values())


def _own_words(event: Event, text: str) -> str:
    """From the predicate to the last word of evidence behind it in its sentence."""
    start, end = event.evidence[0].start, event.evidence[0].end
    for other in event.evidence[1:]:
        if end < other.end <= start + _CLAUSE_LENGTH and not _SENTENCE_END.search(text, start, other.end):
            end = other.end
    return text[start:end]


def _order(event: Event) -> tuple[bool, str, str, int]:
    date = event.date
    place = event.evidence[0].start if event.evidence else 0
    return (date is None, date.start if date else "", date.end if date else "", place)


def _quote(quote: Quote, called: dict[str, str], length: int | None) -> Line:
    speaker = called.get(quote.speaker or "", "someone not named")
    cue = quote.cue or "said"
    first = cue.partition(" ")[0].casefold()
    if first in _BEFORE:
        who = f"{cue} {speaker}"
    elif quote.addressee in called:
        who = f"{speaker} {cue} {'' if first in _DIRECTLY else 'to '}{called[quote.addressee]}"
    else:
        who = f"{speaker} {cue}"
    words = quote.text.strip().removesuffix(",")
    words = _brief(words, length) if length else words
    said = f"{who[:1].upper()}{who[1:]}: " + (f"“{words}”" if quote.direct else words)
    return Line(shown(quote.date) if quote.date else "", "cyan", _say(said), quote.evidence)


def _findings(findings: Iterable[Finding]) -> list[Line]:
    order = list(_SEVERITIES)
    return [
        Line(
            finding.severity,
            _SEVERITIES[finding.severity],
            _say(_advice(finding)),
            finding.evidence,
        )
        for finding in sorted(findings, key=lambda finding: order.index(finding.severity))
    ]


def _advice(finding: Finding) -> str:
    if not finding.suggestion or finding.suggestion in finding.message:
        return finding.message
    return f"{finding.message} → {finding.suggestion}"


def _entities(dossier: Dossier) -> Iterator[Line]:
    for entity in dossier.entities:
        place = f"{entity.latitude:.2f}, {entity.longitude:.2f}" if entity.latitude and entity.longitude else None
        known = [part for part in (entity.state, entity.sector, entity.office, place) if part]
        times = f"{len(entity.mentions)}×"
        words = tuple(Evidence(mention.start, mention.end, mention.text) for mention in entity.mentions)
        yield Line(entity.kind, "dim", _say(" · ".join([entity.name, *known, times])), words)


def _dropped(article: Article) -> Iterator[Line]:
    for dropped in article.dropped:
        places = f"[{dropped.source_start}–{dropped.source_end} of the source]"
        yield Line(dropped.kind, "dim", _say(f"{_brief(dropped.text, _WORDS_LENGTH)} {places}"))


def _places(evidence: Iterable[Evidence]) -> Text:
    """The words with their places in the article's text (code points, the end exclusive)."""
    return _say("; ".join(f"{_quoted(_brief(e.text, _WORDS_LENGTH))} [{e.start}–{e.end}]" for e in evidence), "dim")


def _quoted(words: str) -> str:
    return words if words[:1] in '“"«„' else f"“{words}”"


def _brief(words: str, length: int) -> str:
    """The words on one line; of many, the first and the last."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    head, tail = line[: length * 2 // 3], line[-(length // 3) :]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
