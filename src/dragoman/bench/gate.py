"""How much the gate lets through of what it must, and how much it spares the reader on pages about something else."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.bench.measure import Measure
from dragoman.bench.pages import pages
from dragoman.clean.article import clean
from dragoman.errors import InputError, UsageError
from dragoman.read.english.tokens import sentences
from dragoman.records.article import Article, Block, Stretch
from dragoman.records.source import Source
from dragoman.run.gate import needed

_PAGES = 100
"""Pages cleaned for it: enough for two digits, and done in half a minute."""


def gate(cases: Path, folder: Path) -> Measure:
    """Share of marked events whose sentence is read; share of sentences and pages spared.

    "Alone": each marked sentence as an article of its own, as the case files have them. "Planted": each put into the
    middle of a page about something else, where the gate has every reason to look away. Raises `UsageError` where there
    is nothing to measure.
    """
    rows = [json.loads(line) for line in cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    marked = [row for row in rows if row["gold"]]
    articles = [article for article in map(_cleaned, pages(folder, _PAGES)) if article]
    if not marked or not articles:
        raise UsageError("no marked sentence, or no page in English, in what was given")
    alone = [all(_asked(_article(row["text"]))) for row in marked]
    planted = [_planted(row["text"], articles[i % len(articles)]) for i, row in enumerate(marked)]
    spared = [_asked(article) for article in articles]
    count = sum(map(len, spared))
    table = [
        (f"events read, {where}, {part}", *_recall(marked, kept, between=part != "all"))
        for where, kept in (("alone", alone), ("planted in a page", planted))
        for part in ("all", "between states")
    ]
    table += [
        ("sentences spared", f"{1 - sum(map(sum, spared)) / count:.3f}", f"{count} sentences"),
        ("pages spared whole", f"{sum(not any(row) for row in spared) / len(spared):.3f}", f"{len(spared)} pages"),
        ("pages read whole", f"{sum(all(row) for row in spared) / len(spared):.3f}", f"{len(spared)} pages"),
    ]
    predictions = tuple(
        {"id": row["id"], "alone": a, "planted": p} for row, a, p in zip(marked, alone, planted, strict=True)
    )
    return Measure("The gate", ("measure", "share", "of"), tuple(table), predictions)


def _recall(marked: Sequence[dict[str, Any]], kept: Sequence[bool], *, between: bool) -> tuple[str, str]:
    pairs = [
        (len(row["gold"]), read) for row, read in zip(marked, kept, strict=True) if row["interstate"] or not between
    ]
    golds = sum(count for count, _ in pairs)
    return (f"{sum(count for count, read in pairs if read) / golds:.4f}" if golds else "-", f"{golds} events")


def _cleaned(source: Source) -> Article | None:
    """The article of a page; `None` where there is none, or none in English."""
    try:
        article = clean(source)
    except InputError:
        return None
    return article if article.language.startswith("en") else None


def _asked(article: Article) -> tuple[bool, ...]:
    return needed(article, [stretch for block in article.blocks for stretch in _sentences(article.text, block)])


def _sentences(text: str, block: Block) -> list[Stretch]:
    return [Stretch(start, end) for start, end in sentences(text, block.start, block.end)]


def _planted(text: str, page: Article) -> bool:
    """Whether a sentence is read as a paragraph of its own in the middle of a page."""
    blocks = [page.text[block.start : block.end] for block in page.blocks]
    middle = len(blocks) // 2
    article = _article(*blocks[:middle], text, *blocks[middle:])
    before = sum(len(_sentences(article.text, block)) for block in article.blocks[:middle])
    own = len(_sentences(article.text, article.blocks[middle]))
    return all(_asked(article)[before : before + own])


def _article(*paragraphs: str) -> Article:
    blocks: list[Block] = []
    for paragraph in paragraphs:
        start = blocks[-1].end + 2 if blocks else 0
        blocks.append(Block("paragraph", start, start + len(paragraph), start, start + len(paragraph)))
    text = "\n\n".join(paragraphs)
    return Article("", "", None, "en", None, (), None, None, (), None, text, tuple(blocks), ())
