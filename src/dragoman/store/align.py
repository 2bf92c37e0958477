"""Where the words of one text stand in another: an article read again, or a page that has changed."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]|\s+")
_TOO_MANY = 4_000_000
"""Words of one side times words of the other, from which a changed stretch is not compared word by word."""


class Alignment:
    """The stretches that two texts have in common, in order."""

    def __init__(self, old: str, new: str) -> None:
        self._common = [(0, 0, len(old))] if old == new else _common(old, new)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words `old[start:end]` stand in the new text; `None` where any of them is gone."""
        for old, new, length in self._common:
            if old <= start and end <= old + length:
                return start - old + new, end - old + new
        return None


def _common(old: str, new: str) -> list[tuple[int, int, int]]:
    """Common stretches as (place in the old text, place in the new one, length): paragraphs first, then words."""
    olds, news = _pieces(old, re.compile(r"[^\n]+|\n+")), _pieces(new, re.compile(r"[^\n]+|\n+"))
    found: list[tuple[int, int, int]] = []
    for kind, i, i_end, j, j_end in _opcodes(olds, news):
        start, end = _span(olds, i, i_end, len(old))
        start_new, end_new = _span(news, j, j_end, len(new))
        if kind == "equal":
            found.append((start, start_new, end - start))
        elif kind == "replace":
            found += _words(old[start:end], new[start_new:end_new], start, start_new)
    return _joined(found)


def _words(old: str, new: str, start: int, start_new: int) -> list[tuple[int, int, int]]:
    olds, news = _pieces(old, _WORD), _pieces(new, _WORD)
    if len(olds) * len(news) > _TOO_MANY:
        return []
    found = []
    for kind, i, i_end, j, _ in _opcodes(olds, news):
        if kind == "equal":
            first, last = _span(olds, i, i_end, len(old))
            found.append((start + first, start_new + _span(news, j, j, len(new))[0], last - first))
    return found


def _joined(stretches: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Stretches that follow each other in both texts are one."""
    joined: list[tuple[int, int, int]] = []
    for old, new, length in stretches:
        if joined and sum(joined[-1][::2]) == old and joined[-1][1] + joined[-1][2] == new:
            joined[-1] = (*joined[-1][:2], joined[-1][2] + length)
        else:
            joined.append((old, new, length))
    return joined


def _pieces(text: str, pattern: re.Pattern[str]) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in pattern.finditer(text)]


def _span(pieces: list[tuple[int, str]], first: int, last: int, length: int) -> tuple[int, int]:
    start = pieces[first][0] if first < len(pieces) else length
    return start, (pieces[last][0] if last < len(pieces) else length)


def _opcodes(olds: list[tuple[int, str]], news: list[tuple[int, str]]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, [p for _, p in olds], [p for _, p in news], autojunk=False).get_opcodes()
