"""What the rules make of a dump: its title, the stretch of its running text, and why a unit in it is not the article's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.clean.body import Look, is_plain, is_sentence, kinds_dropped, outside, plain_end, region
from dragoman.clean.captions import is_caption
from dragoman.clean.head import is_dated_or_signed
from dragoman.clean.lines import the_article_s
from dragoman.clean.names import is_section
from dragoman.clean.ranking import likeliest_title
from dragoman.clean.title import Title, sure_title, title_above
from dragoman.clean.units import Unit
from dragoman.records.article import DroppedKind

LONGEST_CREDIT = 100
LEAST_AFTER_TITLE = 0.5
"""Share of the running text that must follow a title that stands inside it, for what is above to be cut off."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the article stands in a dump."""

    is_plain: bool
    """Whether no menus and notices stand about it."""
    title: Title | None
    first: int
    """The first unit of running text."""
    start: int
    """Where the article begins below its title; in a plain text that is above the first running text."""
    end: int
    reasons: tuple[DroppedKind | None, ...]
    """For each unit why it is not the article's; `None` where it is."""

    @property
    def kept(self) -> list[bool]:
        """For each unit whether it is the article's."""
        return [self.start <= i < self.end and reason is None for i, reason in enumerate(self.reasons)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The running text of a dump before its title is known."""

    is_plain: bool
    span: tuple[int, int]
    """The first unit of it, and the one after the last."""
    named: Title | None
    """The title where the page says it beyond doubt."""


def planned(source: str, found: Sequence[Unit], looks: Sequence[Look]) -> Plan:
    """Where the article stands among the units of a dump."""
    plan = by_rules(source, found, looks)
    return plan if plan.is_plain else _corrected(plan, found, looks)


def by_rules(source: str, found: Sequence[Unit], looks: Sequence[Look]) -> Plan:
    """The same as the rules have it: what the lines say by their wording and how running text lies among them."""
    stretch = laid_out(source, found, looks)
    title, (first, end) = _titled(source, found, looks, stretch)
    start = first
    if stretch.is_plain:
        start, end = (title.index + 1 if title is not None else 0), plain_end(looks)
    reasons = kinds_dropped(found, looks, (start, end))
    for i in range(start, max(first, start)):
        if reasons[i] is None and is_section(found[i].text):
            reasons[i] = "navigation"
    return Plan(stretch.is_plain, title, first, start, end, tuple(reasons))


def _corrected(plan: Plan, found: Sequence[Unit], looks: Sequence[Look]) -> Plan:
    """The plan of a dump with menus once each line has been weighed; a line that its wording gives away stays dropped."""
    title = plan.title.index if plan.title is not None else None
    below = range(plan.end, len(found))
    tail = next((i for i in below if (notice := looks[i].notice) is not None and notice.is_tail), len(found))
    open_ones = [i for i in range(tail) if i != title and not _is_given_away(plan, looks, i)]
    own = the_article_s(open_ones, found, looks, plan.kept, (plan.start, plan.end), title)
    if not own:
        return plan
    start, end = own[0], own[-1] + 1
    kept = frozenset(own)
    reasons = tuple(
        None if i in kept else reason or outside(unit, seen)
        for i, (reason, unit, seen) in enumerate(zip(plan.reasons, found, looks, strict=True))
    )
    return replace(plan, start=start, end=end, reasons=reasons)


def _is_given_away(plan: Plan, looks: Sequence[Look], i: int) -> bool:
    return (
        looks[i].notice is not None
        or plan.reasons[i] in ("calendar", "comment_policy")
        or (plan.start <= i < plan.end and plan.reasons[i] == "teaser")
    )


def laid_out(source: str, found: Sequence[Unit], looks: Sequence[Look]) -> Stretch:
    """The stretch of the running text; a title that a page repeats as its name helps to find where it begins."""
    plain = is_plain(looks, found)
    title = sure_title(source, found, looks)
    start, end = _stretched(found, looks, region(looks, found, title.index if title else None), title)
    if plain and start < end and is_dated_or_signed(found[start].text):  # "12 мая 2021 г." ends as a sentence does
        start = next((i for i in range(start, end) if looks[i].is_prose), start)
    return Stretch(plain, (start, end), title)


def _titled(
    source: str, found: Sequence[Unit], looks: Sequence[Look], stretch: Stretch
) -> tuple[Title | None, tuple[int, int]]:
    """The title, and the running text below it."""
    start, end = stretch.span
    title = stretch.named
    if title is None or title.index >= end:
        find = title_above if stretch.is_plain else likeliest_title
        title = find(source, found, looks, stretch.span)
    if title is not None and start <= title.index < end:
        after = sum(seen.words for seen in looks[title.index + 1 : end] if seen.is_prose)
        if after < LEAST_AFTER_TITLE * sum(seen.words for seen in looks[start:end] if seen.is_prose):
            return None, (start, end)
        start = title.index + 1
    return title, (start, end)


def _stretched(
    found: Sequence[Unit], looks: Sequence[Look], span: tuple[int, int], title: Title | None
) -> tuple[int, int]:
    """The region with the short sentences and single short lines at its edges, up to the next notice."""
    start, end = span
    if start == end:
        return span
    top = title.index + 1 if title is not None and title.index < start else 0
    while (
        start > top
        and looks[start - 1].notice is None
        and not found[start - 1].mark
        and is_sentence(found[start - 1].text)
    ):
        start -= 1
    while (following := _following(found, looks, end)) > end:
        end = following
    return start, end


def _following(found: Sequence[Unit], looks: Sequence[Look], end: int) -> int:
    """The end of the region with the sentence that follows it, be it past a teaser; the same end where none does."""
    past = end
    while past < len(found) and past < end + 2 and _is_box(looks[past]):
        past += 1
    if past >= len(found) or looks[past].notice is not None or found[past].mark == "rule":
        return end
    text = found[past].text
    goes_on = (
        is_sentence(text) if past > end else text[-1] in '.!?…»”"' or (len(text) < LONGEST_CREDIT and is_caption(text))
    )
    return past + 1 if goes_on else end


def _is_box(seen: Look) -> bool:
    return seen.notice is not None and not seen.notice.is_tail and seen.notice.kind in ("teaser", "subscribe")
