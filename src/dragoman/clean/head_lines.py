"""Which lines of a dump are its head: those about the title, then labelled ones, then those that sign below the text."""

import re
from collections.abc import Sequence

from dragoman.clean.body import Look
from dragoman.clean.head import Head, is_byline, is_dated_or_signed, is_labelled
from dragoman.clean.layout import Plan
from dragoman.clean.names import is_capitalised, known_persons, persons, signature, stated_outlet
from dragoman.clean.title import key
from dragoman.clean.units import Unit

ABOVE_TITLE, BELOW_START, BELOW_TITLE = 8, 6, 14
"""Lines above the title, from the beginning of the text, and on web pages below the title, among which byline and day are
sought."""
NAME_ABOVE, NAME_BELOW = 4, 8
"""Lines above and below the title among which a name without a label is its author's."""
BEFORE_END, BELOW_END = 3, 25
"""Lines before and after the end of the text among which it is signed."""
ABOUT = re.compile(
    r"(?:about (?:the )?authors?|meet the author|об авторе|про автора|über den autor|à propos de l.auteur)\W*",
    re.IGNORECASE,
)
ABOUT_NAME = re.compile(r"(?:about|meet|об авторе:?)\s(?P<name>\S.{3,60})", re.IGNORECASE)


def read_head(found: Sequence[Unit], looks: Sequence[Look], plan: Plan, head: Head) -> set[int]:
    """Fill the head; which units gave it a field and do nothing else."""
    consumed = _about_title(found, plan, head)
    if plan.is_plain and plan.title is not None:
        consumed |= _masthead(found, consumed, plan.title.index, plan.first, head)
    if not head.authors and not plan.is_plain:
        consumed |= _below_text(found, looks, plan, head)
    return consumed


def _about_title(found: Sequence[Unit], plan: Plan, head: Head) -> set[int]:
    """From the lines between title and text, then from those above the title, then from labelled lines."""
    title, start, end, reasons = plan.title, max(plan.first, plan.start), plan.end, plan.reasons
    consumed: set[int] = set()
    top = title.index if title is not None else start
    lowest = start + BELOW_START if plan.is_plain else max(start + BELOW_START, top + BELOW_TITLE)
    below = list(range(top + 1, min(lowest, end))) if title is not None else []
    above = list(range(top - 1, max(top - 1 - ABOVE_TITLE, -1), -1))
    for i in (*below, *above):
        text = found[i].text
        is_near = not plan.is_plain and title is not None and -NAME_ABOVE <= i - top <= NAME_BELOW
        is_named = is_near and not head.authors and bool(known_persons(text))
        if not is_named and ((i in above and found[i].linked > 0.8) or (i >= start and not is_dated_or_signed(text))):
            continue
        if i in consumed or (title is not None and key(text) == key(title.words)):
            continue
        following = found[i + 1].text if i + 1 < len(found) and i + 1 != top else ""
        if following and i + 1 not in consumed and head.take_signed(text, following):
            consumed |= {i, i + 1}
            continue
        is_under = i - 1 in consumed and not found[i].gap and is_dated(found[i - 1].text) and bool(persons(text))
        is_beside = is_dated(following) or is_under
        if head.take_time(text) or head.take(text, beside_date=is_beside) or (is_named and head.take_persons(text)):
            consumed.add(i)
    for i, unit in enumerate(found):
        inside = start <= i < end and reasons[i] is None
        near = inside and (i < start + 2 or i >= end - 3)
        if i in consumed or i == top or (inside and not near) or not is_labelled(unit.text):
            continue
        if head.take(unit.text, beside_date=False):
            consumed.add(i)
    return consumed


def _masthead(found: Sequence[Unit], consumed: set[int], title: int, first: int, head: Head) -> set[int]:
    """Fill what the head still lacks from lines of a plain text that name a person, an outlet or an office and no more."""
    read: set[int] = set()
    is_sentence_case = not is_capitalised(found[title].text)
    above = [i for i in range(max(title - ABOVE_TITLE, 0), title) if i not in consumed]
    below = [i for i in range(title + 1, first) if i not in consumed]
    for i in (*below, *above):
        text = found[i].text
        is_beside = (i - 1 in consumed and not found[i].gap) or (i + 1 in consumed and not found[i + 1].gap)
        is_list = i == title + 1 and len(persons(text)) > 1
        is_said = is_list or stated_outlet(text) is not None or signature(text) is not None
        is_block = is_sentence_case and (is_beside or i == 0)
        if (is_beside or is_said or i in above) and head.take_masthead(text, is_block=is_block):
            read.add(i)
    return read


def _below_text(found: Sequence[Unit], looks: Sequence[Look], plan: Plan, head: Head) -> set[int]:
    """Who signs below the text: "Written by …", or a name under "About the author" or over what its bearer does."""
    for i in range(max(plan.end - BEFORE_END, plan.start), min(plan.end + BELOW_END, len(found))):
        text, seen = found[i].text, looks[i]
        following = found[i + 1].text if i + 1 < len(found) else ""
        if head.take_signed(text, following):
            return {i, i + 1}
        if ABOUT.fullmatch(text) and head.take_persons(following):
            return {i + 1}
        if seen.notice is not None and seen.notice.is_tail and seen.notice.kind in ("teaser", "comment_policy"):
            break
        if is_byline(text) and head.take(text, beside_date=False):
            return {i}
        about = ABOUT_NAME.fullmatch(text)
        if about is not None and head.take_persons(about["name"]):
            return {i}
        names = known_persons(text)
        if names and following.startswith(names[0]) and len(following.split()) > len(text.split()) + 3:
            head.take_persons(text)
            return {i}
    return set()


def is_dated(text: str) -> bool:
    """Whether a line gives a day and little else."""
    trial = Head()
    return bool(text) and trial.take(text, beside_date=False) and trial.published is not None
