"""Which units of a dump are the article's, by the article's known text: what the model of lines learns from."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

WORD = re.compile(r"\w+")
RUN = 3
"""Words in a row that are looked up in the article."""
LEAST_SHARE = 0.6
"""Share of a unit's runs of words that the article must have."""
SLACK = 3
"""Words by which neighbouring units may overlap in the article."""


def marked(texts: Sequence[str], article: str) -> list[bool]:
    """For each unit whether it is the article's; each stretch of the article is given to one unit, in order."""
    known = WORD.findall(article.lower())
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, RUN + 1):
        for i in range(len(known) - size + 1):
            places[tuple(known[i : i + size])].append(i)
    found: list[tuple[int, int, int]] = []  # unit, first word, last word in the article
    for i, text in enumerate(texts):
        found += ((i, *span) for span in _spans(WORD.findall(text.lower()), places))
    return _in_order(len(texts), found)


def _spans(words: list[str], places: dict[tuple[str, ...], list[int]]) -> list[tuple[int, int]]:
    """Where in the article a unit may stand."""
    if not words:
        return []
    size = min(RUN, len(words))
    runs = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    if sum(run in places for run in runs) < LEAST_SHARE * len(runs):
        return []
    if len(words) <= RUN:
        return [(at, at + len(words)) for at in places[runs[0]][:40]]
    starts = Counter(at - i for i, run in enumerate(runs) for at in places.get(run, ())[:10])
    return [(at, at + len(words)) for at, number in starts.most_common(3) if number >= 0.3 * len(runs)]


def _in_order(size: int, found: list[tuple[int, int, int]]) -> list[bool]:
    """The heaviest chain of units that stand in the article in the same order as in the dump."""
    ends: list[tuple[int, float, int]] = []  # last word, weight, index of `found`; weights rise with last words
    before: list[int] = []
    of_unit: list[tuple[int, tuple[int, float, int]]] = []

    def enter(entry: tuple[int, float, int]) -> None:
        at = bisect_right(ends, entry[0], key=lambda row: row[0])
        if at and ends[at - 1][1] >= entry[1]:
            return
        while at < len(ends) and ends[at][1] <= entry[1]:
            ends.pop(at)
        ends.insert(at, entry)

    for j, (unit, start, end) in enumerate(found):
        while of_unit and of_unit[0][0] < unit:
            enter(of_unit.pop(0)[1])
        at = bisect_right(ends, start + min(SLACK, (end - start) // 2), key=lambda row: row[0])
        weight, previous = (ends[at - 1][1], ends[at - 1][2]) if at else (0.0, -1)
        gap = start - (found[previous][2] if previous >= 0 else 0)
        gain = (end - start) - (0.5 if gap > 40 else 0.0)
        before.append(previous)
        of_unit.append((unit, (end, weight + max(gain, 0.1), j)))
    for _, entry in of_unit:
        enter(entry)
    is_article = [False] * size
    j = ends[-1][2] if ends else -1
    while j >= 0:
        is_article[found[j][0]] = True
        j = before[j]
    return is_article
