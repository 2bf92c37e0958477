"""Which units of a dump are the article's: running text is told from menus, notices and teasers by its layout and wording."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.clean.moments import moments
from dragoman.clean.phrases import Notice, notice
from dragoman.clean.units import Unit
from dragoman.records.article import DroppedKind

WORD = re.compile(r"\w+")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SENTENCE_END = re.compile(r"""[.!?…。！？।؟]["'”’»)\]\d]*$""")
INNER_END = re.compile(r"[.!?]\s+[\"“«]?[^\W\d_a-zа-я]")
SPEECH = re.compile(r"[–—] ?[^\W\d_]|(?:[QA]|В|О)[:.] ")
ELLIPSIS = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*(?:(?:read|see|view|learn|continue)\b.{0,30}|подробнее|читать.{0,12}|далее)?\W*$",
    re.IGNORECASE,
)
CALENDAR_ROW = re.compile(r"[\d\s|«»\"'“”<>-]{2,60}")
CALENDAR_HEAD = re.compile(r"[^\W\d_]{3,12} (?:19|20)\d\d|[\"“«‹<]\s*[^\W\d_]{3,10}\s*[\"”»›>]?")
TAIL_PENALTY = 60.0
"""In words of running text: less than this after "Related articles" or "Comments" is not taken for the article's."""
MOST_AT_EDGES = 6
"""Short lines above or below the running text of a plain document: title, byline, day, signature."""
TITLE_BONUS = 60.0
ENOUGH = 80.0
"""In words of running text: after so much of an article, a heading "Comments" ends it for good."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a unit looks like."""

    words: int
    is_prose: bool
    """Running text: a sentence of some length, or several."""
    notice: Notice | None


def count_words(text: str) -> int:
    """Words, where scripts without blanks count two signs as one."""
    signs = 0 if text.isascii() else len(CJK.findall(text))
    return len(WORD.findall(text)) if not signs else signs // 2 + len(WORD.findall(CJK.sub(" ", text)))


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does and is long enough to be one."""
    return bool(SENTENCE_END.search(text[-12:])) and count_words(text[:2000]) >= 4


def look(unit: Unit) -> Look:
    """A unit's length, whether it is running text, and what notice it is by its wording."""
    text = unit.text
    words = count_words(text)
    ends = bool(SENTENCE_END.search(text[-12:])) or text.endswith((":", ";"))
    is_prose = (words >= 9 and ends) or (words >= 16 and bool(INNER_END.search(text))) or words >= 40
    found = notice(text) if unit.mark != "rule" else Notice("widget", False)
    if found is not None and unit.mark == "" and SPEECH.match(text):
        found = None  # "— Yes." answers a question
    if found is not None and words > 40 and found.kind in ("navigation", "share", "teaser", "calendar"):
        found = None
    if (
        found is None
        and ELLIPSIS.search(text[-60:])
        and 6 <= words <= 60
        and not text.startswith(("“", '"', "«", "—", "–"))
    ):
        is_prose = False  # cut off in the middle: a teaser, or a thought left open; it carries no weight
    return Look(words, is_prose, found)


def region(looks: Sequence[Look], found: Sequence[Unit], title: int | None = None) -> tuple[int, int]:
    """The stretch of units that holds most running text and least else: the article, from its first to its last unit.

    `title`: the unit that is surely the title; the stretch that it opens is preferred, and begins below it.
    """
    best, best_span = 0.0, (0, 0)
    total, start = 0.0, 0
    comments = _comments_at(found, looks)
    for i, (seen, unit) in enumerate(zip(looks, found, strict=True)):
        if total >= ENOUGH and (
            i == comments or (seen.notice and seen.notice.is_tail and seen.notice.kind == "comment_policy")
        ):
            break
        if total <= 0:
            total, start = 0.0, i
        total += _weight(seen, unit) if i != title else TITLE_BONUS
        if total > best:
            best, best_span = total, (start, i + 1)
    if title is not None and best_span[0] == title:
        first = next((i for i in range(title + 1, best_span[1]) if _weight(looks[i], found[i]) > 0), best_span[1])
        return first, best_span[1]
    return best_span


def is_plain(looks: Sequence[Look], found: Sequence[Unit]) -> bool:
    """Whether nothing of a web page is about a text: no menus, no notices but whom to ask or who reported below it."""
    end = plain_end(looks)
    if any(seen.notice and (i < end or seen.notice.kind != "other") for i, seen in enumerate(looks)):
        return False
    found, looks = found[:end], looks[:end]
    prose = [i for i, seen in enumerate(looks) if seen.is_prose]
    edges = (prose[0], len(looks) - 1 - prose[-1]) if prose else (len(looks), 0)
    short = sum(not (seen.is_prose or is_sentence(unit.text)) for seen, unit in zip(looks, found, strict=True))
    return max(edges) <= MOST_AT_EDGES and short <= max(MOST_AT_EDGES, 0.7 * len(looks))


def plain_end(looks: Sequence[Look]) -> int:
    """Where the notices below the last running text begin."""
    last = max((i for i, seen in enumerate(looks) if seen.is_prose and seen.notice is None), default=-1)
    return next((i for i in range(last + 1, len(looks)) if looks[i].notice), len(looks))


def _comments_at(found: Sequence[Unit], looks: Sequence[Look]) -> int | None:
    """Where readers' comments begin: short lines with a day and a time, each after a name and before the words said."""
    stamped = [
        i
        for i, unit in enumerate(found)
        if looks[i].words <= 14 and not looks[i].is_prose and any(moment.has_time for moment in moments(unit.text))
    ]
    for first, third in zip(stamped, stamped[2:], strict=False):
        if third - first <= 30 and sum(looks[i].words for i in range(first, third)) > 20:
            return max(first - 1, 0)
    return None


def _weight(seen: Look, unit: Unit) -> float:
    if seen.notice is not None:
        return -TAIL_PENALTY if seen.notice.is_tail else -6.0
    if unit.mark == "rule":
        return -0.5
    if unit.linked > 0.8:
        return -4.0
    if seen.is_prose:
        return min(seen.words, 60) * (1 - unit.linked)
    if unit.mark == "" and is_sentence(unit.text) and not ELLIPSIS.search(unit.text[-60:]):
        return 0.5 * seen.words
    if unit.mark == "bullet":
        return -1.5 if seen.words < 8 else 1.0
    if unit.mark == "heading":
        return -1.0
    return -3.0 if seen.words < 5 else -1.5


def kinds_dropped(found: Sequence[Unit], looks: Sequence[Look], span: tuple[int, int]) -> list[DroppedKind | None]:
    """For each unit the reason why it is not the article's, or `None` where it is."""
    start, end = span
    reasons: list[DroppedKind | None] = []
    for i, (unit, seen) in enumerate(zip(found, looks, strict=True)):
        if seen.notice is not None:
            reasons.append(seen.notice.kind)
        elif start <= i < end:
            reasons.append(None)
        else:
            reasons.append(outside(unit, seen))
    _mark_calendars(found, reasons)
    _mark_teasers(found, looks, reasons)
    _mark_runs(found, looks, reasons, span)
    for i in range(end, len(found)):  # a notice of several paragraphs: the later ones are worded like anything
        if reasons[i] == "other" and i > end and reasons[i - 1] == "comment_policy" and _is_full(looks[i], found[i]):
            reasons[i] = "comment_policy"
    return reasons


def _is_full(seen: Look, unit: Unit) -> bool:
    return seen.is_prose or is_sentence(unit.text)


def outside(unit: Unit, seen: Look) -> DroppedKind:
    """Why a unit that stands outside of the article is not its own, by its look."""
    if seen.is_prose or SENTENCE_END.search(unit.text[-12:]):
        return "other"
    return "navigation" if seen.words <= 12 else "teaser"


def _mark_calendars(found: Sequence[Unit], reasons: list[DroppedKind | None]) -> None:
    for i, reason in enumerate(reasons):
        if reason != "calendar":
            continue
        for step in (-1, 1):
            j = i + step
            while 0 <= j < len(found) and (
                CALENDAR_ROW.fullmatch(found[j].text)
                or CALENDAR_HEAD.fullmatch(found[j].text)
                or found[j].mark == "rule"
            ):
                reasons[j] = "calendar"
                j += step


def _mark_teasers(found: Sequence[Unit], looks: Sequence[Look], reasons: list[DroppedKind | None]) -> None:
    """Units cut off by an ellipsis that begin as another unit does, and whole paragraphs said before."""
    others = [i for i in range(len(found)) if looks[i].words >= 9 and reasons[i] is None]
    seen_before: set[str] = set()
    for i, unit in enumerate(found):
        if reasons[i] is not None:
            continue
        if looks[i].words >= 6 and looks[i].words <= 80 and ELLIPSIS.search(unit.text[-60:]):
            if re.search(r"(read|see|view|learn|continue|подробнее|читать|далее)", unit.text[-30:], re.IGNORECASE):
                reasons[i] = "teaser"
                continue
            cut = [word.lower() for word in WORD.findall(unit.text)]
            for j in others:
                if j != i and looks[j].words > len(cut) - 3 and _share(cut, _opening(found[j].text)) >= 0.75:
                    reasons[i] = "teaser"
                    break
        if reasons[i] is None and looks[i].words >= 8:
            if unit.text in seen_before:
                reasons[i] = "teaser"
            seen_before.add(unit.text)


@lru_cache(maxsize=512)  # every line that is cut off is compared with all others
def _opening(text: str) -> Counter[str]:
    return Counter(word.lower() for word in WORD.findall(text[:400])[:40])


def _share(words: Sequence[str], opening: Counter[str]) -> float:
    shared = sum((Counter(words) & opening).values())
    return shared / max(min(len(words), 40), 1)


def _mark_runs(
    found: Sequence[Unit], looks: Sequence[Look], reasons: list[DroppedKind | None], span: tuple[int, int]
) -> None:
    """Inside the article: runs of short lines without sentences are menus that stand in the middle of it."""
    i, end = span
    while i < end:
        j = i
        while j < end and not looks[j].is_prose and found[j].mark != "heading" and looks[j].words <= 12:
            j += 1
        run = range(i, j)
        own = [k for k in run if reasons[k] is None]
        introduced = i > span[0] and found[i - 1].text.endswith(":")
        bullets = sum(found[k].mark == "bullet" for k in own)
        noticed = len(run) - len(own)
        sentences = sum(is_sentence(found[k].text) for k in own)
        if (
            not introduced
            and len(run) >= 5
            and sentences < 0.3 * max(len(own), 1)
            and (bullets < 0.6 * max(len(own), 1) or noticed >= 2)
            and not _is_numbered(found, own)
        ):
            for k in own:
                if not is_sentence(found[k].text):
                    reasons[k] = "navigation"
        i = max(j, i + 1)


def _is_numbered(found: Sequence[Unit], own: Sequence[int]) -> bool:
    return sum(bool(re.match(r"\(?[\da-z]{1,2}[.):]\s", found[k].text)) for k in own) >= 0.5 * max(len(own), 1)
