"""Where quotation marks open and close: every style, nested, and running on over paragraphs."""

import re
from dataclasses import dataclass

from dragoman.records.article import Article, Block

_OPEN = {"“": "”", "«": "»", "„": "“”", "‘": "’", "‹": "›", "``": "''"}
_MARK = re.compile("''|``|[“«„‘‹”»’›\"']")
_BEFORE_WORD = " \t\n\u00a0([{—–-/"


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch between quotation marks, offsets in the article's text."""

    start: int
    """Of the opening mark."""
    end: int
    """After the closing mark; of a paragraph that runs on without one, the paragraph's end."""
    inner_start: int
    inner_end: int
    depth: int
    """0 for the outermost."""
    runs_on: bool
    """The mark is not closed in its paragraph, and the next paragraph opens with the mark again."""


def marked(article: Article) -> tuple[Marked, ...]:
    """All stretches between marks, in order; a mark that nothing closes marks nothing, unless its speech runs on."""
    found: list[Marked] = []
    for i, block in enumerate(article.blocks):
        following = article.blocks[i + 1] if i + 1 < len(article.blocks) else None
        found.extend(_in_block(article.text, block, following))
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))


def _in_block(text: str, block: Block, following: Block | None) -> list[Marked]:
    found: list[Marked] = []
    stack: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, block.start, block.end):
        _take(text, block, match.start(), match.group(), stack, found)
    if stack and following is not None:
        start, mark = stack[0]
        if text[following.start : following.start + len(mark)] == mark:
            inside = [m for m in found if m.start > start]
            found = [m for m in found if m.start < start]
            found.extend(Marked(m.start, m.end, m.inner_start, m.inner_end, m.depth or 1, m.runs_on) for m in inside)
            found.append(Marked(start, block.end, start + len(mark), block.end, 0, runs_on=True))
    return _outermost_first(found)


def _take(text: str, block: Block, position: int, mark: str, stack: list[tuple[int, str]], found: list[Marked]) -> None:
    opener = next((k for k in range(len(stack) - 1, -1, -1) if _closes(stack[k][1], mark)), None)
    opens = _opens(text, position, mark, block)
    ends = _ends_here(text, position, mark, block)
    if opener is not None and (ends or (not opens and mark not in ("'", "’"))):
        start, kind = stack[opener]
        del stack[opener:]
        if text[start + len(kind) : position].strip():
            found.append(Marked(start, position + len(mark), start + len(kind), position, len(stack), runs_on=False))
    elif opens:
        stack.append((position, mark))


def _closes(opener: str, mark: str) -> bool:
    if opener in ('"', "'"):
        return mark == opener
    if opener == "''":
        return mark == "''"
    # A few presses close with the mark they opened with: “…“.
    return mark in _OPEN.get(opener, "") or mark == opener or (opener == "»" and mark == "«")


def _opens(text: str, position: int, mark: str, block: Block) -> bool:
    before = text[position - 1] if position > block.start else " "
    after = text[position + len(mark)] if position + len(mark) < block.end else " "
    if after.isspace():
        return False
    if mark in ("'", "‘", "’"):
        return mark != "’" and before in _BEFORE_WORD + '“"«„' and (after.isalpha() or after in '"“')
    if mark == "”":
        return False
    return before in _BEFORE_WORD + "‘'“„«\"" or mark in ("“", "«", "„", "``")


def _ends_here(text: str, position: int, mark: str, block: Block) -> bool:
    """Whether a mark stands where a quotation can end: not before a letter, and a single one not as an apostrophe."""
    before = text[position - 1] if position > block.start else " "
    after = text[position + len(mark)] if position + len(mark) < block.end else " "
    if mark in ("'", "’") and (after.isalnum() or _plural_owner(text, position, block)):
        return False
    return not (after.isalnum() or (before.isspace() and not after.isspace()))


def _plural_owner(text: str, position: int, block: Block) -> bool:
    """Whether a single mark is the apostrophe of "the soldiers’ pay": after an s, with the true end yet to come."""
    if text[position - 1 : position] != "s" or text[position + 1 : position + 2] != " ":
        return False
    rest = text[position + 1 : block.end]
    closing = min((k for k in (rest.find("’"), rest.find("'")) if k >= 0), default=-1)
    opening = min((k for k in (rest.find("‘"), rest.find(" '")) if k >= 0), default=len(rest))
    return 0 <= closing < opening and not rest[closing + 1 : closing + 2].isalnum()


def _outermost_first(found: list[Marked]) -> list[Marked]:
    """Depths reckoned anew, for marks that nothing closed leave gaps in them."""
    ordered = sorted(found, key=lambda m: (m.start, -m.end))
    result = []
    for m in ordered:
        depth = sum(1 for other in ordered if other.start < m.start and m.end <= other.end and other != m)
        result.append(Marked(m.start, m.end, m.inner_start, m.inner_end, depth, m.runs_on))
    return result
