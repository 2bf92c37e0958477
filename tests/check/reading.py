"""Reads a text through the rooms before the check and checks it."""

from dragoman.attribute.attribute import attribute
from dragoman.check.check import check
from dragoman.read.readers import reader_for
from dragoman.records.article import Article, Block, BlockKind
from dragoman.records.dossier import Finding
from dragoman.records.event import Event
from dragoman.records.reading import Reading
from dragoman.resolve.resolve import resolve


def article_of(*texts: str, kinds: tuple[BlockKind, ...] = (), published: str | None = "2024-05-14") -> Article:
    """An article of paragraphs (or of the kinds given, in order)."""
    blocks, place = [], 0
    for n, text in enumerate(texts):
        kind = kinds[n] if n < len(kinds) else "paragraph"
        blocks.append(Block(kind, place, place + len(text), place, place + len(text)))
        place += len(text) + 2
    text = "\n\n".join(texts)
    return Article("0" * 64, "test", None, "en", None, (), published, None, (), None, text, tuple(blocks), ())


def findings(
    *texts: str,
    kinds: tuple[BlockKind, ...] = (),
    published: str | None = "2024-05-14",
    events: tuple[Event, ...] = (),
) -> tuple[Finding, ...]:
    """What the check finds in a text."""
    article = article_of(*texts, kinds=kinds, published=published)
    reader = reader_for("en")
    if reader is None:
        raise LookupError("the English reader is not installed")
    reading: Reading = reader.read(article)
    resolution = resolve(article, reading)
    found = check(article, reading, resolution, attribute(article, reading, resolution), events)
    for finding in found:
        for words in finding.evidence:
            if article.text[words.start : words.end] != words.text:
                raise ValueError(f"evidence {words} is not the article's words")
    return found


def of_kind(found: tuple[Finding, ...], *kinds: str) -> list[Finding]:
    """The findings of some kinds."""
    return [finding for finding in found if finding.kind in kinds]
