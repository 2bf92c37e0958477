"""Where an office that the text gives a person is not the one that the list of office-holders has for that day."""

import re

from dragoman.records.entity import OfficeDifference
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.people import Term

_ALIKE = (
    frozenset({"Minister of Defence", "Secretary of Defence"}),
    frozenset({"Minister of Foreign Affairs", "Foreign Secretary", "Secretary of State"}),
    frozenset({"Prime Minister", "Chancellor"}),
    frozenset({"President"}),
    frozenset({"Vice President"}),
    frozenset({"Chief of the General Staff", "Commander-in-Chief"}),
    frozenset({"Secretary-General"}),
)
"""Offices that the list follows from one holder to the next; the names of one office in different states stand together."""
_SLACK = 2
"""Months by which the list's terms may be off, or an article's title late."""
_ELSEWHEN = re.compile(
    r"\b(?:then|former|formerly|late|ex|at the time|in those days|future|next|incoming)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def difference(scene: Scene, draft: Draft, identifier: str) -> OfficeDifference | None:
    """What the list has against the office that the text gives a person; `None` where they agree, or it is silent.

    Passages that speak of another time ("then", another year) are left alone.
    """
    day, person, told = scene.page.day, draft.person, draft.title
    if day is None or person is None or told is None or not draft.told or draft.former or draft.state != person.state:
        return None
    same = next((group for group in _ALIKE if told in group), None)
    if same is None or _of_another_time(scene, draft, day):
        return None
    held = [term for term in person.terms if term.office in same]
    if any(_around(term, day) for term in held):
        return None
    others = [term for term in person.terms if term.office not in same and _around(term, day)]
    followed = [term for term in others if any(term.office in group for group in _ALIKE)]
    if not held and not followed:
        return None
    listed = (held or followed)[-1]
    return OfficeDifference(identifier, told, listed.office, listed.start, listed.end, person.name)


def _around(term: Term, day: str) -> bool:
    month = _months(day, last=False)
    begin = _months(term.start, last=False) - _SLACK if term.start else 0
    end = _months(term.end, last=True) + _SLACK if term.end else month
    return begin <= month <= end


def _months(moment: str, *, last: bool) -> int:
    year, _, month = moment[:7].partition("-")
    return int(year) * 12 + (int(month) if month else 12 if last else 1)


def _of_another_time(scene: Scene, draft: Draft, day: str) -> bool:
    for start, end in draft.mentions:
        sentence = scene.reading.sentence_at(start)
        words = scene.page.text[sentence.start : sentence.end] if sentence else scene.page.text[start:end]
        if _ELSEWHEN.search(words) or any(year != day[:4] for year in _YEAR.findall(words)):
            return True
    return False
