"""Persons on the board: which names are one person's, and what the list of office-holders adds."""

from rapidfuzz.fuzz import ratio

from dragoman.resolve.draft import Board, Draft
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.named import Named
from dragoman.resolve.page import Page
from dragoman.resolve.people import office_of, sector_of
from dragoman.resolve.romanise import skeleton
from dragoman.resolve.spellings import listed_person, titled_person

_ALIKE = 84
"""Likeness (rapidfuzz ratio, 0 to 100) from which two given names are spellings of one: "Bakhodir", "Bakhodyr"."""
_ALIKE_SURNAME = 80
_SHORTEST_SOUND = 5
"""Letters; shorter surnames sound alike by chance."""


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
        if one.found is not None and draft.person is None and not _elsewhere(one):
            draft.person = one.found.person
            if draft.person is not None and " " not in name and draft.name == name:
                draft.name = draft.person.name
        if title is not None:
            draft.noun = draft.noun or title.agent.noun
            draft.state = draft.state or one.state or title.state
            if title.former:
                draft.former = True
            elif title.title and draft.title is None:
                draft.title = title.title
            if draft.sector in {None, "UNK"} or (title.title and draft.office is None):
                draft.sector = title.sector
            if title.title and not title.former:
                draft.told = True
                draft.office = office_of(title.title, draft.state)
        draft.state = draft.state or one.state
        draft.mention(words[one.first].start, words[one.last].end, "name")
        for k in range(one.first, one.last + 1):
            at[k] = draft
    for draft in people:
        if draft.person is None:
            draft.person = listed_person(draft.name, draft.state)
            titled = titled_person(draft.name, draft.title, draft.state, page.day)
            if titled is not None:
                draft.person, draft.title = titled[0], titled[1].office
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
    row = one.found.person if one.found and not _elsewhere(one) else None
    parts = [fold(part) for part in name.replace("-", " ").split()]
    state = one.state or (one.title.state if one.title else None)
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


def _elsewhere(one: Named) -> bool:
    """Whether the text gives a mere surname of the list to another state: "Private Aliyev of Kazakhstan"."""
    state = one.state or (one.title.state if one.title else None)
    person = one.found.person if one.found else None
    return (
        person is not None
        and one.name_first == one.last
        and None not in {state, person.state}
        and state != person.state
    )


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
