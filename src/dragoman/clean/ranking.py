"""The title of a dump with menus about its text, where the page does not say it beyond doubt: the line for which most speaks.

A logistic model: a line's signs (`title_signs.py`), each times its weight, added up; e to that sum is how much likelier the
line is the title than that the page has none. The weights come from `dragoman.train.titles`.
"""

from collections.abc import Sequence
from functools import cache

from dragoman.clean.body import Look
from dragoman.clean.data_rows import rows
from dragoman.clean.title import Title
from dragoman.clean.title_signs import SIGNS, candidates
from dragoman.clean.units import Unit

LEAST = -4.0
"""The sum from which a line is taken for the title: of the pages whose best line is just above it, half have that title. The
sentences of a text that has no title come to -6."""


def likeliest_title(source: str, found: Sequence[Unit], looks: Sequence[Look], span: tuple[int, int]) -> Title | None:
    """The likeliest title of a text that stands in `found[span[0]:span[1]]`; `None` where no line is likely enough."""
    weights = _weights()
    best: Title | None = None
    most = LEAST
    for candidate in candidates(source, found, looks, span):
        total = sum(sign * weight for sign, weight in zip(candidate.signs, weights, strict=True))
        if total >= most:  # of two lines that say the same, the one nearer to the text
            best, most = Title(candidate.index, candidate.words, candidate.site), total
    return best


@cache
def _weights() -> tuple[float, ...]:
    weights = {sign: float(weight) for sign, weight in rows("data/clean/title_signs.tsv")}
    return tuple(weights[sign] for sign in SIGNS)
