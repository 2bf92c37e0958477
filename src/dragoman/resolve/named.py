"""Where persons are named, with the titles before their names."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dragoman.resolve.names import Found
from dragoman.resolve.nominals import Nominal, NominalFinder
from dragoman.resolve.page import Page
from dragoman.resolve.phrases import opening_bracket

_ABBREVIATED = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "sir", "lord", "lady", "sheikh", "hon", "mullah", "rev", "dame",
})  # fmt: skip
_PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "ben", "de", "da", "dos", "del", "van", "von", "der", "den", "la", "le", "abu", "ul", "ur",
    "bint", "di", "du", "-",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name at a place of the text, with the title before it."""

    first: int
    last: int
    name_first: int
    title: Nominal | None
    found: Found | None
    state: str | None = None
    """The state that other words than a title say is this person's: "the Danish skipper X", "X of Denmark"."""


def named_persons(page: Page, found: list[Found], finder: NominalFinder, armed: AbstractSet[int]) -> list[Named]:
    """All persons named in the article, in the order of the text; `armed`: the words that name weapons."""
    bodies = {k for one in finder.all() if one.type == "name" for k in range(one.head, one.last + 1)}
    taken = {i for one in found for i in range(one.first, one.last + 1) if one.first >= 0}
    spans: dict[int, tuple[int, Found | None]] = {}
    for one in found:
        if one.kind == "person":
            first, last, alone = _whole(page, finder, one)
            spans[first] = (last, one if alone else None)
    covered = {i for first, (last, _) in spans.items() for i in range(first, last + 1)}
    for name in page.names:
        if name.kind != "person":
            continue
        span = page.span(name.start, name.end)
        if span is None:
            continue
        first, last = _bare(page, finder, *span)
        inside = set(range(first, last + 1))
        if first > last or covered & inside or armed & inside or inside <= bodies:
            continue
        if all(k in taken for k in range(first, last + 1)) or not page.words[last].capital:
            continue
        if any(k in taken for k in range(first, last + 1)) and not _mixed(page, finder, last):
            continue
        if page.words[first].upos not in {"PROPN", "X", "NOUN", "ADJ"} or finder.at(last) is not None:
            continue
        spans[first] = (last, None)
        covered |= set(range(first, last + 1))
    for first, last in _after_titles(page, finder, covered | taken | bodies | armed):
        spans[first] = (last, None)
        covered |= set(range(first, last + 1))
    result = []
    for first in sorted(spans):
        last, known = spans[first]
        title, start = _title(page, finder, first, covered)
        result.append(Named(start, last, first, title, known))
    titles = {k for one in result for k in range(one.first, one.name_first)}
    kept = [one for one in result if one.name_first not in titles]
    return [replace(one, state=_told_state(page, finder, one)) for one in _together(page, finder, kept)]


def _together(page: Page, finder: NominalFinder, named: list[Named]) -> list[Named]:
    """Names that share a title in the plural get it, each for itself: "Presidents X and Y", "the ministers X of A and Y of B"."""
    words = page.words
    shared: list[Named] = []
    for one in named:
        title = one.title
        before = finder.title_before(one.first - 1) if one.first and title is None else None
        if before is not None and before.several and before.agent.kind == "person" and before.last + 1 == one.first:
            title = before
        elif shared and title is None and shared[-1].title is not None and shared[-1].title.several:
            between = range(shared[-1].last + 1, one.first)
            named_of = [k for k in between if (known := finder.found_at(k)) is not None and known.kind == "state"]
            if all(words[k].lower in {"and", ",", "of", "the"} or k in named_of for k in between) and between:
                title = shared[-1].title
        if title is not None and title.several and len(title.states) > 1:
            title = replace(title, states=())
        shared.append(replace(one, title=title))
    return shared


def _told_state(page: Page, finder: NominalFinder, one: Named) -> str | None:
    """The state named right after a name with "of", or by an adjective at the head of an untitled description before it."""
    words = page.words
    after = one.last + 1
    if after + 1 < len(words) and words[after].lower == "of" and words[after + 1].sentence == words[one.last].sentence:
        k = after + 2 if words[after + 1].lower == "the" and after + 2 < len(words) else after + 1
        known = finder.found_at(k)
        kinds = {"state", "place", "organization"} if one.title else {"state"}
        if known is not None and not known.seat and known.kind in kinds:
            return known.state
    if one.title is not None:
        return None
    k = one.first - 1
    while k >= 0 and words[k].upos in {"NOUN", "ADJ"} and words[k].sentence == words[one.first].sentence:
        known = finder.found_at(k)
        if known is not None:
            described = k + 1 < one.first and known.kind == "adjective" and words[one.first - 1].upos == "NOUN"
            return known.state if described else None
        k -= 1
    return None


def _whole(page: Page, finder: NominalFinder, one: Found) -> tuple[int, int, bool]:
    """Where the whole name stands of which a known surname is a word, and whether the known person is meant.

    With a given name before it, the surname may be somebody else's; an article ("Al-Abadi") changes nothing.
    """
    words = page.words
    first = one.first
    if one.first != one.last:
        return first, one.last, True
    for name in page.names:
        span = page.span(name.start, name.end) if name.kind == "person" else None
        if span is None or not span[0] <= one.first <= span[1] or span == (one.first, one.last):
            continue
        begin, end = _bare(page, finder, *span)
        before = range(begin, one.first)
        if (
            begin == one.first
            and end > one.last
            and all(finder.found_at(k) is None for k in range(one.last + 1, end + 1))
        ):
            # "Petro Ivanov" is not the Petro that the list knows.
            return first, end, False
        if end == one.last and all(finder.found_at(k) is None and not _is_title(page, finder, k) for k in before):
            first = min(first, begin)
    while first >= 2 and words[first - 1].text == "-" and words[first - 2].lower in _PARTICLES:
        first -= 2
    given = [k for k in range(first, one.first) if words[k].lower not in _PARTICLES]
    return first, one.last, not given


def _mixed(page: Page, finder: NominalFinder, last: int) -> bool:
    """Whether a name that holds a place's name is a person's all the same: its last word must be its own."""
    return finder.found_at(last) is None and page.words[last].upos == "PROPN"


def _bare(page: Page, finder: NominalFinder, first: int, last: int) -> tuple[int, int]:
    """A recognised name without titles, states and articles before it and what is not a name after it."""
    words = page.words
    for k in range(last, first - 1, -1):
        if _is_title(page, finder, k) and k < last:
            first = k + 1
            break
    while first <= last and (
        words[first].upos in {"DET", "PUNCT", "ADP", "NUM"}
        or (_state_at(finder, first) and first < last)
        or (words[first].lower in {"'s", "’s"})
        or not (words[first].capital or words[first].lower in _PARTICLES)
    ):
        first += 1
    while last >= first and (words[last].lower in {"'s", "’s", "'", "’"} or words[last].upos == "PUNCT"):
        last -= 1
    return first, last


def _state_at(finder: NominalFinder, index: int) -> bool:
    one = finder.found_at(index)
    return one is not None and one.kind in {"adjective", "state"}


def _is_title(page: Page, finder: NominalFinder, k: int) -> bool:
    word = page.words[k]
    if word.lower.rstrip(".") in _ABBREVIATED:
        return True
    nominal = finder.title_before(k)
    return nominal is not None and nominal.agent.kind == "person" and not nominal.several


def _after_titles(page: Page, finder: NominalFinder, covered: set[int]) -> list[tuple[int, int]]:
    """Names that the recogniser missed: capitals right after a title."""
    words = page.words
    found = []
    for k in range(len(words) - 1):
        follower = words[k + 1]
        if not (follower.capital and follower.upos == "PROPN" and follower.sentence == words[k].sentence):
            continue
        if (
            k + 1 in covered
            or not _is_title(page, finder, k)
            or not (words[k].capital or words[k].deprel in {"compound", "nmod:desc"})
        ):
            continue
        last = k + 1
        while (
            last + 1 < len(words)
            and words[last + 1].sentence == follower.sentence
            and last + 1 not in covered
            and (
                (words[last + 1].upos == "PROPN" and words[last + 1].capital)
                or (words[last + 1].lower in _PARTICLES and last + 2 < len(words) and words[last + 2].capital)
            )
            and last - k < 5
        ):
            last += 1
        if finder.at(last) is None and not _is_title(page, finder, last):
            found.append((k + 1, last))
    return found


def _title(page: Page, finder: NominalFinder, name: int, named: set[int]) -> tuple[Nominal | None, int]:
    """The title before a name and where the whole begins."""
    words = page.words
    k = name - 1
    sentence = words[name].sentence
    if k < 0 or words[k].sentence != sentence:
        return None, name
    start = name
    while k >= 0 and words[k].sentence == sentence and words[k].lower.rstrip(".") in _ABBREVIATED:
        start = k
        k -= 1
    if k < 0 or words[k].sentence != sentence:
        return None, start
    chosen: Nominal | None = None
    limit = max(name - 13, 0)
    while (
        k >= limit
        and words[k].sentence == sentence
        and (
            words[k].upos in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}
            or words[k].lower in {"of", "for", "and", "to", "'s", "’s", "-"}
            or opening_bracket(page, k) is not None
        )
    ):
        opening = opening_bracket(page, k)
        if opening is not None:
            k = opening - 1
            continue
        if k in named:
            break
        nominal = finder.title_before(k)
        within = chosen is not None and chosen.first <= k
        if nominal is not None and nominal.agent.kind == "person" and not nominal.several and not within:
            direct = nominal.last + 1 >= start or (chosen is not None and nominal.last + 1 >= chosen.first)
            reaches = direct or (
                words[nominal.last + 1].lower in {"of", "for", "to"} and _all_of(page, nominal.last + 1, start)
            )
            if reaches and (chosen is None or chosen.title is None or nominal.title is not None or not direct):
                chosen = _merged(nominal, chosen)
        k -= 1
    if chosen is None:
        return None, start
    if not chosen.states:
        # "Minister of Trade of the Kingdom of Spain Ana Ruiz", whatever the parser makes of it.
        chosen = replace(chosen, states=finder.states_between(chosen.head + 1, start))
    joined = [k for k in range(chosen.first, chosen.head) if words[k].upos == "CCONJ" or words[k].text == ","]
    others = [k for k in range(chosen.first, joined[-1] if joined else chosen.first) if k in named]
    if others:
        # Another person's name is no part of the title, but its state serves for both: "Polish President A and Premier B".
        first = others[-1] + 1
        while first < chosen.head and words[first].upos in {"CCONJ", "PUNCT"}:
            first += 1
        chosen = replace(chosen, first=first, states=finder.states_between(first, chosen.head) or chosen.states)
    first = chosen.first
    while first < chosen.head and words[first].upos == "DET":
        first += 1
    return chosen, first


def _merged(nominal: Nominal, inner: Nominal | None) -> Nominal:
    """A chain of titles ("Deputy Minister of Defence, Colonel-General"): the outer one, with what only the inner one says."""
    if inner is None:
        return nominal
    if not nominal.states:
        nominal.states = inner.states
    if nominal.title is None:
        nominal.title = inner.title
        if nominal.sector in {"UNK", "GOV"}:
            nominal.sector = inner.sector
    return nominal


def _all_of(page: Page, begin: int, end: int) -> bool:
    """Whether the words between a title and a name are only what the title is of."""
    words = page.words
    return all(
        words[k].upos in {"NOUN", "PROPN", "ADJ", "DET"}
        or words[k].lower in {"of", "for", "and", "to", "'s", "’s", "-"}
        for k in range(begin, end)
    ) and not any(
        words[k].upos == "NOUN" and words[k].lower in {"talks", "meeting", "visit"} for k in range(begin, end)
    )
