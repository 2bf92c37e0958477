"""What is known of each line of a dump with menus when it is asked whether it is the article's: numbers, without any language.

What the rules make of a line and of its neighbours is among them; the trees of `lines.py` correct the rules, they do not replace
them.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.clean.body import Look
from dragoman.clean.units import Unit

SIGNS = (
    "kept_by_rules", "words", "is_prose", "notice", "tails_before", "mark", "linked", "place", "from_start", "to_end",
    "share_before", "words_before", "share_after", "gap", "last_sign", "share_of_digits", "times_said", "letters_a_word",
    "share_of_capitalised", "from_title", "prose_of_next_5", "prose_of_last_5", "kept_2_before", "words_2_before",
    "kept_1_before", "words_1_before", "kept_1_after", "words_1_after", "kept_2_after", "words_2_after",
)  # fmt: skip
"""The columns of `line_signs`."""
NOTICES = ("", "navigation", "share", "subscribe", "comment_policy", "calendar", "teaser", "widget", "other")
MARKS = ("", "heading", "bullet", "quote", "rule")
LAST_SIGNS = (".!?…。", ":;,", "”»\")'")
NO_TITLE = -50
LOOKED_AT = 200
"""Code points of a line of which digits and capitals are counted."""


def line_signs(
    found: Sequence[Unit], looks: Sequence[Look], kept: Sequence[bool], span: tuple[int, int], title: int | None
) -> NDArray[np.float64]:
    """An array (lines, signs). `kept`, `span` and `title`: what the rules make of the dump."""
    prose = [seen.words if seen.is_prose and seen.notice is None and unit.linked < 0.5 else 0 for unit, seen in zip(found, looks, strict=True)]  # fmt: skip
    before = np.concatenate([[0], np.cumsum(prose)])
    total = max(int(before[-1]), 1)
    size = len(found)
    said = Counter(unit.text.lower() for unit in found)
    at = np.arange(size)
    tails = np.cumsum([seen.notice is not None and seen.notice.is_tail for seen in looks])
    own = np.array([_of_line(unit, seen, said) for unit, seen in zip(found, looks, strict=True)])
    table = np.empty((size, len(SIGNS)))
    table[:, 0] = kept
    table[:, 1:4] = own[:, 0:3]
    table[:, 4] = np.concatenate([[0], tails[:-1]])
    table[:, 5:7] = own[:, 3:5]
    table[:, 7] = at / size
    table[:, 8], table[:, 9] = at - span[0], span[1] - at
    table[:, 10], table[:, 11], table[:, 12] = before[:-1] / total, before[:-1], (total - before[1:]) / total
    table[:, 13:19] = own[:, 5:11]
    table[:, 19] = at - (NO_TITLE if title is None else title)
    table[:, 20] = before[np.minimum(at + 6, size)] - before[1:]
    table[:, 21] = before[:-1] - before[np.maximum(at - 5, 0)]
    for column, step in ((22, -2), (24, -1), (26, 1), (28, 2)):
        places = at + step
        inside = (places >= 0) & (places < size)
        table[:, column : column + 2] = np.where(inside[:, None], table[np.clip(places, 0, size - 1), 0:2], 0)
    return table


def _of_line(unit: Unit, seen: Look, said: Counter[str]) -> tuple[float, ...]:
    text = unit.text or " "
    opening = text[:LOOKED_AT]
    words = opening.split()
    last = next((i for i, signs in enumerate(LAST_SIGNS, 1) if text[-1] in signs), 0)
    return (
        seen.words,
        seen.is_prose,
        NOTICES.index(seen.notice.kind if seen.notice else ""),
        MARKS.index(unit.mark),
        unit.linked,
        unit.gap,
        last,
        sum(map(str.isdigit, opening)) / len(opening),
        said[unit.text.lower()],
        len(text) / max(seen.words, 1),
        sum(word[0].isupper() for word in words) / max(len(words), 1),
    )
