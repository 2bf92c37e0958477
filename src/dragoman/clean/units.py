"""A text dump in units: paragraphs, headings, list items and stray lines, each with the place where it stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Mark = Literal["", "heading", "bullet", "quote", "rule"]

LINE = re.compile(r"[^\r\n\u2028\u2029\x85\x0b\x0c]+")
BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x85\x0b\x0c]")
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\xad"
BLANK = " \t\xa0\u3000\u2002\u2003\u2009\u202f\x00\x1b" + INVISIBLE
RULE = re.compile(r"[\W_]+")
HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
BULLET = re.compile(r"(?:[•●▪■◦‣∙·►▸➢✓–—]|[*+o-])[ \t]+(?=\S)")
SPEECH = re.compile(r"[–—-][ \t]+[^\W\d_]")
QUOTE = re.compile(r">[ \t]?(?=\S)")
IMAGE = re.compile(r"!\[([^\]]{0,500})\]\([^)]{0,4000}\)")
LINK = re.compile(r"(?<!!)\[([^\[\]]{0,1000})\]\((?:[^()]|\([^()]{0,300}\)){0,4000}\)")
EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)[*_])(?=[^\s*_])([^*_\n]{1,2000}?)(?<=\S)\1(?!\w)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
OPEN_LINK = re.compile(r"(?:\[[^\[\]]{0,300}|\]\([^()\s]{0,500}-?)\Z")
"""A Markdown link that its line leaves open."""
MARKDOWN = re.compile(r"\]\([^)\s]{1,300}|^ {0,3}#{1,6} \S|^ {2,4}\* \S", re.MULTILINE)
ENDS = tuple(".!?…:;。！？।؟»”\"'’)]")
SPACES = re.compile(r"\s+")
UNREAD = dict.fromkeys(map(ord, INVISIBLE + "\x00\x1b"))
"""Signs that are no part of the words, to be taken away."""
FUNCTION = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "as",
        "than",
        "into",
        "about",
        "over",
        "between",
        "under",
        "after",
        "before",
        "during",
        "against",
        "near",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "its",
        "his",
        "her",
        "their",
        "our",
        "в",
        "на",
        "с",
        "со",
        "к",
        "по",
        "из",
        "от",
        "до",
        "для",
        "и",
        "или",
        "но",
        "что",
        "как",
        "о",
        "об",
        "при",
        "за",
        "под",
        "над",
        "между",
        "у",
        "а",
        "не",
        "его",
        "её",
        "их",
    ]
)
"""Words that end no line of their own: after one of them the sentence goes on in the next line."""
SIGNED = re.compile(
    r"(?i:(?:written |posted |words |text |story |reported |compiled )?by)\s+[^\W\d_a-z][\w'’.-]*"
    r"(?:\s[^\W\d_a-z][\w'’.-]*){1,3}(?:\s+[|•·–—-]\s.{0,60})?"
)
"""A byline: the line above it is a title, however it ends."""
MARKDOWN_WIDTH = 79
WIDEST_WRAP = 130
"""Texts wrapped by hand, mail programs or converters break lines at 60 to 120 columns."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, heading, list item or stray line of a dump."""

    start: int
    """Where it begins in the source, its list mark or "##" included."""
    end: int
    text: str
    """Its words as a person would read them: one line, single spaces, without marks of Markdown."""
    mark: Mark
    gap: int
    """Blank lines before it."""
    linked: float
    """Share of its letters that stand in Markdown links, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    mark: Mark
    words_at: int
    gap: int


def units(text: str) -> list[Unit]:
    """The units of a dump in order; together they hold every visible character of it."""
    is_markdown = len(MARKDOWN.findall(text, 0, 200_000)) >= 2
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    found: list[Unit] = []
    group: list[_Line] = []
    for line in lines:
        if group and not _goes_on(text, group[-1], line, width, len(group)):
            found.append(_unit(text, group, is_markdown))
            group = []
        group.append(line)
    if group:
        found.append(_unit(text, group, is_markdown))
    return found


def _lines(text: str) -> Iterator[_Line]:
    last_end = 0
    for match in LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip(BLANK)
        if not stripped or stripped.isspace():
            continue
        indent = len(raw) - len(raw.lstrip(BLANK))
        start = match.start() + indent
        breaks = len(BREAK.findall(text, last_end, match.start())) if last_end else 1
        mark, length = _mark(stripped)
        yield _Line(start, start + len(stripped), indent, mark, start + length, max(breaks - 1, 0))
        last_end = start + len(stripped)


def _mark(line: str) -> tuple[Mark, int]:
    if len(line) < 200 and RULE.fullmatch(line):
        return "rule", 0
    if match := HEADING.match(line):
        return "heading", match.end()
    if SPEECH.match(line) and line[0] != "-":
        return "", 0  # a dash opens direct speech in half of Europe's press
    if match := BULLET.match(line):
        return "bullet", match.end()
    if match := QUOTE.match(line):
        return "quote", match.end()
    return "", 0


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The column at which a text was wrapped, or `None` where its lines are whole paragraphs.

    In wrapped text the first word of the next line would not have fit; so nearly all full lines come close to one width.
    Lines with addresses are left out: an address is never broken.
    """
    lines = [line for line in lines if text.find("://", line.start, min(line.end, line.start + 400)) < 0]
    lengths = sorted(line.end - line.start + line.indent for line in lines if line.end - line.start >= 40)
    if len(lengths) < 2:
        return None
    width = lengths[min(int(len(lengths) * 0.97), len(lengths) - 1)]
    if width > WIDEST_WRAP:
        return None
    inner = [
        line.end - line.start + line.indent
        for line, following in pairwise(lines)
        if following.gap == 0 and not following.mark and line.end - line.start >= 40 and text[line.end - 1] not in ENDS
    ]
    close = sum(length >= width - 18 for length in inner)
    return width if len(inner) >= 2 and close >= 0.7 * len(inner) else None


def _goes_on(text: str, line: _Line, following: _Line, width: int | None, so_far: int) -> bool:
    """Whether a line's sentence runs on into the next line."""
    if following.gap or "rule" in (line.mark, following.mark) or following.mark in ("heading", "bullet"):
        return False
    if OPEN_LINK.search(text, max(line.start, line.end - 600), line.end):
        return True
    if line.mark == "heading" and width is None:
        return _is_full(text, line, following)
    if following.mark == "quote" and (line.mark != "quote" and so_far == 1):
        return False
    length = line.end - line.start + line.indent
    first = SPACES.split(text[following.words_at : following.words_at + 120], maxsplit=1)[0]
    if not first:
        return False  # nothing but a mark, or blanks of a kind that ends no line
    if width is not None:
        return length + 1 + len(first) > width - 1 and length >= 40
    if following.end - following.start < 120 and SIGNED.fullmatch(text, following.start, following.end):
        return False
    last = text[line.end - 1]
    if first[0] == "(" and last.isdigit() and length < 60:
        return True  # a time, and its zone in the next line
    if last in ENDS:
        return False
    if first[0] in ",.;:)!?’”»" and len(first) < 3:
        return True
    tail = text[max(line.end - 40, line.words_at) : line.end].split()
    long_enough = length >= 40 or so_far > 1
    if last == "," or (tail and tail[-1].lower() in FUNCTION):
        return long_enough
    return first[0].islower() and long_enough


def _is_full(text: str, line: _Line, following: _Line) -> bool:
    """Whether a heading reaches the column at which converters to Markdown break lines, so that it goes on in the next."""
    length = line.end - line.start + line.indent
    first = SPACES.split(text[following.words_at : following.words_at + 120], maxsplit=1)[0]
    return not following.mark and length <= MARKDOWN_WIDTH < length + 1 + len(first)


def _unit(text: str, group: list[_Line], is_markdown: bool) -> Unit:
    first, last = group[0], group[-1]
    words = " ".join(text[line.words_at : line.end] for line in group)
    linked = 0.0
    if is_markdown and first.mark != "rule":
        words, linked = _without_markdown(words)
    words = " ".join(words.translate(UNREAD).split())
    mark = first.mark if words and not RULE.fullmatch(words[:200]) else "rule"
    return Unit(first.start, last.end, words, mark, first.gap, linked)


def _without_markdown(words: str) -> tuple[str, float]:
    inside = 0
    if "](" in words:
        words = IMAGE.sub(" ", words)
        inside = sum(len(match.group(1)) for match in LINK.finditer(words))
        words = LINK.sub(r"\1", words)
    if "*" in words or "_" in words:
        words = EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", words))
    if "\\" in words:
        words = ESCAPED.sub(r"\1", words)
    return words, min(inside / max(len(words.strip()), 1), 1.0)
