"""A time expression in a sentence."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.event import EventDate

Kind = Literal["point", "range", "since", "until"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """The words of a time expression and the days they mean."""

    start: int
    """Where its words begin in the article's text, in code points; "since" and "by" are not among them, the "from" and
    "to" of a range are."""
    end: int
    value: EventDate
    """Of a "since": until the day of publication; of an "until": from the day of publication (where that is known and
    lies on the right side; otherwise the days named)."""
    kind: Kind
    outside: bool = False
    """What the sentence tells happened at another time ("after June"), or the date belongs to a noun ("for 2021")."""
    spoken: bool = False
    """It counts from the day on which it is said ("today", "last night"): in a quotation that day is the speaker's."""
