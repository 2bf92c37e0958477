"""Persons: their names with the titles before them, and which names are one person's."""

from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from dragoman.resolve.draft import Board, Draft
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.names import Found
from dragoman.resolve.nominals import Nominal, NominalFinder
from dragoman.resolve.page import Page
from dragoman.resolve.people import sector_of
from dragoman.resolve.romanise import skeleton
from dragoman.resolve.spellings import listed_person
from dragoman.resolve.states import office_of

_ABBREVIATED = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "sir", "lord", "lady", "sheikh", "hon", "mullah", "rev", "dame",
})  # fmt: skip
_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "de",
        "da",
        "dos",
        "del",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "abu",
        "ul",
        "ur",
        "bint",
        "di",
        "du",
        "-",
    }
)
_ALIKE = 84
"""Likeness (rapidfuzz ratio, 0 to 100) from which two given names are spellings of one: "Bakhodir", "Bakhodyr"."""
_ALIKE_SURNAME = 80
_SHORTEST_SOUND = 5
"""Letters; shorter surnames sound alike by chance."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name at a place of the text, with the title before it."""

    first: int
    last: int
    name_first: int
    title: Nominal | None
    found: Found | None


def persons(page: Page, found: list[Found], finder: NominalFinder) -> list[Named]:
    """All persons named in the article, in the order of the text."""
    taken = {i for one in found for i in range(one.first, one.last + 1) if one.first >= 0}
    spans: dict[int, tuple[int, Found | None]] = {}
    for one in found:
        if one.kind == "person":
            spans[one.first] = (one.last, one)
    covered = {i for first, (last, _) in spans.items() for i in range(first, last + 1)}
    for name in page.names:
        if name.kind != "person":
            continue
        span = page.span(name.start, name.end)
        if span is None:
            continue
        first, last = _bare(page, finder, *span)
        if first > last or covered & set(range(first, last + 1)):
            continue
        if all(k in taken for k in range(first, last + 1)) or not page.words[last].capital:
            continue
        if any(k in taken for k in range(first, last + 1)) and not _mixed(page, finder, last):
            continue
        if page.words[first].upos not in {"PROPN", "X", "NOUN", "ADJ"} or finder.at(last) is not None:
            continue
        spans[first] = (last, None)
        covered |= set(range(first, last + 1))
    for first, last in _after_titles(page, finder, covered | taken):
        spans[first] = (last, None)
        covered |= set(range(first, last + 1))
    result = []
    for first in sorted(spans):
        last, known = spans[first]
        title, start = _title(page, finder, first, covered)
        result.append(Named(start, last, first, title, known))
    titles = {k for one in result for k in range(one.first, one.name_first)}
    return [one for one in result if one.name_first not in titles]


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
        )
    ):
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


def place_on(board: Board, page: Page, named: list[Named]) -> dict[int, Draft]:
    """Put the persons on the board, those that are one together; returns who stands at each word."""
    at: dict[int, Draft] = {}
    people: list[Draft] = []
    for one in named:
        words = page.words
        name = page.text[words[one.name_first].start : words[one.last].end]
        name = name.removesuffix("'s").removesuffix("’s")
        title = one.title
        draft = _same(people, one, name)
        if draft is None:
            draft = board.add(Draft("person", name, named=True))
            people.append(draft)
        elif len(name.split()) > len(draft.name.split()):
            draft.name = name
        if one.found is not None and draft.person is None:
            draft.person = one.found.person
            if draft.person is not None and " " not in name and draft.name == name:
                draft.name = draft.person.name
        if title is not None:
            draft.noun = draft.noun or title.agent.noun
            draft.state = draft.state or title.state
            if title.former:
                draft.former = True
            elif title.title and draft.title is None:
                draft.title = title.title
            if draft.sector in {None, "UNK"} or (title.title and draft.office is None):
                draft.sector = title.sector
            if title.title and not title.former:
                draft.told = True
                draft.office = office_of(title.title, draft.state)
        draft.mention(words[one.first].start, words[one.last].end, "name")
        for k in range(one.first, one.last + 1):
            at[k] = draft
    for draft in people:
        if draft.person is None:
            draft.person = listed_person(draft.name, draft.state)
        _known(draft, page.day)
    return at


def _known(draft: Draft, day: str | None) -> None:
    """What the list of people adds where the text is silent."""
    if draft.title and not draft.former:
        draft.sector = sector_of(draft.title) or draft.sector
    person = draft.person
    if person is not None and draft.state in {None, person.state}:
        draft.state = person.state
        term = person.term_at(day)
        if draft.title is None and not draft.former and term is not None:
            draft.title = term.office
            draft.sector = sector_of(term.office) or draft.sector or "GOV"
        elif day and term is None and draft.title is None and person.past(day):
            draft.sector = "ELI"
    if draft.title and not draft.former:
        draft.office = office_of(draft.title, draft.state)


def _same(people: list[Draft], one: Named, name: str) -> Draft | None:
    """The person already on the board that a name stands for."""
    row = one.found.person if one.found else None
    parts = [fold(part) for part in name.replace("-", " ").split()]
    state = one.title.state if one.title else None
    if len(parts) == 1:
        # "Clinton" after "Hillary Clinton" is she, whomever the list knows by the bare surname.
        for draft in reversed(people):
            if fold(draft.name.split()[-1]) == parts[0] and (not state or draft.state in {None, state}):
                return draft
    for draft in reversed(people):
        if row is not None and draft.person is row:
            return draft
    for draft in reversed(people):
        known = [fold(part) for part in draft.name.replace("-", " ").split()]
        if state and draft.state and state != draft.state:
            continue
        if row is not None and draft.person is not None and draft.person is not row:
            continue
        if len(parts) == 1:
            if parts[0] in {known[-1], known[0]}:
                return draft
        elif len(known) == 1:
            if known[0] in {parts[-1], parts[0]}:
                return draft
        elif _alike(known, parts, state is not None and state == draft.state):
            return draft
    office = one.title.title if one.title else None
    sounds = [draft for draft in people if _sounds_like(draft, name, state, office)]
    return sounds[0] if len(sounds) == 1 else None


def _sounds_like(draft: Draft, name: str, state: str | None, office: str | None) -> bool:
    """Whether two names are transliterations of one: never on likeness alone where states or offices differ."""
    if (state and draft.state and state != draft.state) or (office and draft.title and office != draft.title):
        return False
    known, other = skeleton(draft.name).split(), skeleton(name).split()
    if not known or not other or min(len(draft.name.split()[-1]), len(name.rsplit(maxsplit=1)[-1])) < _SHORTEST_SOUND:
        return False
    return known[-1] == other[-1] and (len(known) == 1 or len(other) == 1 or known[0] == other[0])


def _alike(known: list[str], parts: list[str], same_state: bool) -> bool:
    if known == parts:
        return True
    surname = known[-1] == parts[-1] or (same_state and ratio(known[-1], parts[-1]) >= _ALIKE_SURNAME)
    one, other = known[0], parts[0]
    given = one == other or (min(len(one), len(other)) <= 2 and one[0] == other[0]) or ratio(one, other) >= _ALIKE
    return surname and given
