"""Who and what an article speaks of: its names, offices and bodies gathered into entities."""

import re
from dataclasses import replace

from dragoman.records.article import Article
from dragoman.records.entity import Designation, Entity, EntityKind, Mention, Ref, Resolution
from dragoman.records.reading import Reading
from dragoman.resolve.agents import agents, singulars
from dragoman.resolve.draft import Board, Draft
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.names import Found, known_names
from dragoman.resolve.nominals import Nominal, NominalFinder
from dragoman.resolve.occasions import titled
from dragoman.resolve.page import Page
from dragoman.resolve.people import sector_of
from dragoman.resolve.persons import Named, persons, place_on
from dragoman.resolve.phrases import core_start
from dragoman.resolve.reference import antecedent, described_states, pronouns, same_nominal
from dragoman.resolve.states import office_of
from dragoman.resolve.weapons import weapons

_ACRONYM = re.compile(r"\s?\(\s?[\"“]?([A-Z][A-Za-z]{0,3}[A-Z]{1,6}s?)[\"”]?\s?[;,)]")
_ARMS_AND_MEN = frozenset({"nsubj", "obl:agent", "root"})
"""What arms do in these places, their crews do: "Iranian drones struck" is an act of Iran."""
_UNTOLD = frozenset({"UNK", "CVL", "BUS", "SOC"})
"""Sectors whose bodies are not worth an entity where nothing is known of them: "the industry", "a group"."""


def resolve(article: Article, reading: Reading) -> Resolution:
    """The entities of an article, numbered by first mention, each with its mentions in order."""
    page = Page(article, reading)
    return _Resolving(page, article, reading).done()


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """A mention with the closing mark of a quotation mark that it opens: these “friends”, not these “friends."""
    for opening, closing in ("“”", "«»"):
        if text[end : end + 1] == closing and text.count(opening, start, end) > text.count(closing, start, end):
            return start, end + 1
    return start, end


def _unquoted(name: str) -> str:
    """A name without quotation marks that have lost their other half."""
    for opening, closing in (("“", "”"), ("«", "»")):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name if name.count('"') % 2 == 0 else name.replace('"', "")


class _Resolving:
    """One article on its way through the steps; each adds to the board, later steps see what earlier ones found."""

    def __init__(self, page: Page, article: Article, reading: Reading) -> None:
        self._page = page
        self._article = article
        self._reading = reading
        self._board = Board()
        self._at: dict[int, Draft] = {}
        """Who stands at a word: the entity that the word as head of a phrase means."""
        self._designations: list[tuple[Draft, Designation]] = []

    def done(self) -> Resolution:
        page = self._page
        armed = self._weapons()
        found = [one for one in known_names(page) if not armed & set(range(one.first, one.last + 1)) or one.first < 0]
        finder = NominalFinder(page, found)
        found = [one for one in found if not self._is_common(one, finder)]
        found = sorted([*found, *described_states(page, found)], key=lambda one: one.start)
        finder = NominalFinder(page, found)
        people = persons(page, found, finder)
        self._at.update(place_on(self._board, page, people))
        fixed = {k for one in people for k in range(one.first, one.last + 1)}
        fixed |= {
            k for one in found if one.kind == "organization" and one.first >= 0 for k in range(one.first, one.last + 1)
        }
        occasions = [one for one in titled(page) if not {one.last, one.noun} & fixed]
        busy = {k for one in people for k in range(one.first, one.last + 1)} | armed
        inside = {k for one in occasions for k in range(one.first, one.last + 1)}
        nominals = [n for n in finder.all() if n.head not in busy and not inside & set(range(n.first, n.last + 1))]
        self._known(found, people, nominals)
        for one in occasions:
            text = page.text[page.words[one.first].start : page.words[one.last].end]
            draft = self._board.take((one.kind, fold(text)), Draft(one.kind, text, named=True))
            draft.mention(page.words[one.first].start, page.words[one.last].end, "name")
        self._recognised(found, busy | inside, nominals, finder)
        self._nominals(nominals, people)
        self._acronyms()
        for i, draft in pronouns(page, self._at):
            draft.mention(page.words[i].start, page.words[i].end, "pronoun")
        return self._finished()

    def _weapons(self) -> set[int]:
        """Put the weapons on the board; returns the words they take."""
        page = self._page
        taken: set[int] = set()
        for weapon in weapons(self._article, self._reading):
            span = page.span(weapon.start, weapon.end)
            if span and self._crewed(*span):
                continue
            draft = self._board.take(("weapon", fold(weapon.name)), Draft("weapon", weapon.name, named=True))
            draft.mention(weapon.start, weapon.end, "name")
            if all(known is not draft for known, _ in self._designations):
                designation = Designation(
                    "", weapon.status, weapon.category, weapon.role, weapon.maker, weapon.candidates
                )
                self._designations.append((draft, designation))
            if span:
                taken |= set(range(span[0], span[1] + 1))
        return taken

    def _crewed(self, first: int, last: int) -> bool:
        """Whether arms without a designation act: then they are a group of their state."""
        words = self._page.words
        head = self._page.head_of(first, last)
        if any(character.isdigit() for k in range(first, last + 1) for character in words[k].text):
            return False
        return words[head].deprel in _ARMS_AND_MEN and any(
            single in agents() for single in singulars(words[head].lower)
        )

    def _is_common(self, one: Found, finder: NominalFinder) -> bool:
        """Whether the name of a body is a common noun here: "Russian Security Council" is not the United Nations' one."""
        if one.kind != "organization" or one.first < 0:
            return False
        if self._page.text[one.start : one.end].lower().replace("-", " ") not in agents():
            return False
        words = self._page.words
        before = range(core_start(self._page, one.last), one.first)
        after = range(one.last + 1, min(one.last + 4, len(words)))
        if not (after and words[after[0]].lower == "of"):
            after = range(0)
        return any((other := finder.found_at(k)) is not None and other.state for k in (*before, *after))

    def _known(self, found: list[Found], people: list[Named], nominals: list[Nominal]) -> None:
        page, board = self._page, self._board
        heads = {page.head_of(one.first, one.last) for one in people}
        heads |= {page.head_of(nominal.first, nominal.last) for nominal in nominals}
        named = {k for one in people for k in range(one.name_first, one.last + 1)}
        for one in found:
            text = page.text[one.start : one.end]
            if one.kind == "person" or (one.first >= 0 and set(range(one.first, one.last + 1)) & named):
                continue
            if one.kind == "people":
                self._people(one, text, heads)
                continue
            if one.kind == "organization":
                draft = board.organization(one, text)
            elif one.kind == "place":
                draft = board.place(one, text)
            elif one.state is None:
                continue
            elif one.kind == "nationals" and not self._collective(one):
                draft = board.take(("nationals", text, one.state), Draft("group", text, one.state))
            else:
                draft = board.state(one.state)
            head = page.head_of(one.first, one.last) if one.first >= 0 else -1
            # Where the parser makes the adjective the head of its phrase, the phrase's entity has to be found there.
            hidden = any(n.first <= head <= n.last and n.head != head for n in nominals) or head in self._at
            if head in heads and hidden and one.kind in {"state", "adjective"}:
                continue
            draft.mention(one.start, one.end, "nominal" if one.kind == "described" else "name")
            if head >= 0:
                self._at.setdefault(head, draft)

    def _people(self, one: Found, text: str, heads: set[int]) -> None:
        """A people named by itself ("the Kurds") is a group; its adjective is nothing by itself."""
        if one.first < 0:
            return
        word = self._page.words[one.last]
        if word.relation in {"amod", "compound", "flat"} or one.last in heads or word.upos == "ADJ":
            return
        draft = self._board.take(("nationals", text, one.state or ""), Draft("group", text, one.state))
        draft.mention(one.start, one.end, "name")
        self._at.setdefault(one.last, draft)

    def _collective(self, one: Found) -> bool:
        """Whether nationals stand for their state: "the Americans", but not "two Russians" or "ethnic Uzbeks"."""
        if one.first < 0:
            return False
        page = self._page
        head = page.head_of(one.first, one.last)
        before = page.words[one.first - 1].lower if one.first else ""
        return before == "the" and not any(page.children(head, "nummod", "amod", "nmod"))

    def _recognised(self, found: list[Found], busy: set[int], nominals: list[Nominal], finder: NominalFinder) -> None:
        """Organisations and places that only the recogniser knows."""
        page, board = self._page, self._board
        heads = {k for n in nominals if n.type == "name" for k in range(n.head, n.last + 1)}
        known = {k for one in found if one.first >= 0 for k in range(one.first, one.last + 1)}
        for name in page.names:
            if name.kind not in {"organization", "place"}:
                continue
            span = page.span(name.start, name.end)
            if span is None:
                continue
            first, last = span
            while first < last and page.words[first].upos == "DET":
                first += 1
            while last > first and page.words[last].lower in {"'s", "’s", "'", "’"}:
                last -= 1
            words = set(range(first, last + 1))
            if words & busy or words & heads or not page.words[first].capital or words <= known:
                continue
            if name.kind == "place" and words & known:
                continue
            start, end = page.words[first].start, page.words[last].end
            text = page.text[start:end]
            inner = next((one for k in sorted(words) if (one := finder.found_at(k)) is not None and one.state), None)
            state = inner.state if inner else None
            if name.kind == "place":
                draft = board.take(("place", fold(text), ""), Draft("place", text, named=True))
            else:
                sector = self._sector(first, last)
                draft = board.take(
                    ("organization", fold(text), ""), Draft("organization", text, state, sector, named=True)
                )
            draft.mention(start, end, "name")
            self._at.setdefault(page.head_of(first, last), draft)

    def _sector(self, first: int, last: int) -> str | None:
        table = agents()
        for k in (last, *range(first, last)):
            agent = table.get(self._page.words[k].lower)
            if agent is not None and agent.kind != "person":
                return agent.sector
        return None

    def _nominals(self, nominals: list[Nominal], people: list[Named]) -> None:
        page, board = self._page, self._board
        by_last = {one.last: one for one in people}
        for nominal in nominals:
            words = page.words
            start, end = words[nominal.first].start, words[nominal.last].end
            person = self._apposed(nominal, by_last)
            if person is not None:
                self._enrich(person, nominal)
                person.mention(start, end, "nominal")
                self._at[nominal.head] = person
                continue
            if nominal.owner is not None:
                owner = self._at.get(nominal.owner) or antecedent(page, self._at, nominal.owner)
                if owner is not None:
                    self._at[nominal.owner] = owner
            if nominal.owner is not None and not nominal.states and nominal.agent.trait != "relational":
                owner = self._at.get(nominal.owner)
                if owner is not None and owner.state:
                    nominal.states = (owner.state,)
            if nominal.agent.noun in {"counterpart", "colleague"}:
                self._like_owner(nominal)
            if not nominal.states and nominal.type != "name" and self._idle(nominal):
                continue
            draft = same_nominal(page, board.drafts, nominal)
            if draft is None:
                draft = self._make(nominal, nominal.state)
            elif draft.state is None and nominal.state:
                draft.state = nominal.state
            draft.mention(start, end, nominal.type)
            self._at[nominal.head] = draft
            if len(nominal.states) > 1:
                self._others(nominal, draft)

    def _idle(self, nominal: Nominal) -> bool:
        """Whether a phrase without a state says too little to be an actor."""
        if nominal.agent.trait in {"relational", "strict"} or nominal.agent.kind == "place":
            return True
        if nominal.agent.trait == "weak":
            return nominal.sector in {"UNK", nominal.agent.sector}
        return nominal.sector in _UNTOLD and nominal.agent.kind == "organization"

    def _make(self, nominal: Nominal, state: str | None) -> Draft:
        kind: EntityKind = "group" if nominal.agent.kind == "person" and nominal.several else nominal.agent.kind
        key = (kind, fold(nominal.name), state or "")
        sector = nominal.sector
        if nominal.title and not nominal.former and kind == "person":
            sector = sector_of(nominal.title) or sector
        draft = Draft(
            kind, _unquoted(nominal.name), state, sector or None, noun=nominal.agent.noun, former=nominal.former
        )
        if kind == "person":
            if nominal.title and not nominal.former:
                draft.title = nominal.title
                draft.office = office_of(nominal.title, state)
                draft.told = True
            return self._board.take(key, draft) if nominal.definite else self._board.add(draft)
        return (
            self._board.take(key, draft) if state or nominal.definite or not nominal.several else self._board.add(draft)
        )

    def _others(self, nominal: Nominal, nearest: Draft) -> None:
        """Further states of one phrase ("American and British troops"): an entity each, over a wider span than the first."""
        page = self._page
        words = page.words
        nearest.mentions.pop((words[nominal.first].start, words[nominal.last].end), None)
        nearest.mention(words[nominal.head].start, words[nominal.last].end, nominal.type)
        for state in nominal.states[1:]:
            draft = self._make(nominal, state)
            draft.mention(words[nominal.first].start, words[nominal.last].end, nominal.type)

    def _apposed(self, nominal: Nominal, by_last: dict[int, Named]) -> Draft | None:
        """The person that a title stands beside: "X, the minister", "the minister, X,"."""
        if nominal.agent.kind != "person" or nominal.several:
            return None
        words = self._page.words
        if nominal.first >= 2 and words[nominal.first - 1].text == ",":
            before = by_last.get(nominal.first - 2)
            if before is not None and words[nominal.head].relation in {
                "appos",
                "nmod",
                "flat",
                "list",
                "dep",
                "amod",
                "parataxis",
            }:
                return self._at.get(before.last)
        for link in self._page.children(nominal.head, "appos", "flat"):
            draft = self._at.get(link)
            if draft is not None and draft.kind == "person" and link > nominal.head:
                return draft
        return None

    def _enrich(self, person: Draft, nominal: Nominal) -> None:
        if nominal.state and (person.state is None or (nominal.title and not person.told)):
            person.state = nominal.state
        if nominal.former:
            person.former = True
            person.sector = "ELI"
        elif nominal.title and (person.title is None or person.title == nominal.title):
            person.title = nominal.title
            person.told = True
            person.office = office_of(nominal.title, person.state)
            person.sector = sector_of(nominal.title) or nominal.sector
        elif person.sector in {None, "UNK"}:
            person.sector = nominal.sector

    def _like_owner(self, nominal: Nominal) -> None:
        """A counterpart holds the office of the one whose counterpart it is, in another state."""
        owner = self._at.get(nominal.owner) if nominal.owner is not None else None
        if owner is None:
            owners = [self._at[k] for k in range(nominal.first, nominal.head) if k in self._at]
            owner = next((draft for draft in owners if draft.kind == "person"), None)
        if owner is None:
            return
        nominal.sector = owner.sector or nominal.sector
        if not nominal.several and owner.title:
            nominal.title = owner.title

    def _acronyms(self) -> None:
        """Short names given in brackets after a name find it again further on."""
        text = self._page.text
        for draft in list(self._board.drafts):
            if draft.kind not in {"organization", "document", "occasion"}:
                continue
            for _, end in sorted(draft.mentions):
                found = _ACRONYM.match(text, end)
                if found is not None:
                    self._shortened(draft, found.group(1), found.start(1))

    def _shortened(self, draft: Draft, short: str, begin: int) -> None:
        """Give a draft the mentions of its short name, also those that the recogniser took for a body of its own."""
        for other in self._board.drafts:
            same = other is not draft and other.kind == "organization" and other.name == short
            if same and other.state in {None, draft.state}:
                for (start, end), kind in sorted(other.mentions.items()):
                    draft.mention(start, end, kind)
                other.mentions.clear()
        taken = [span for other in self._board.drafts for span in other.mentions]
        for again in re.finditer(rf"\b{re.escape(short)}\b", self._page.text):
            if again.start() >= begin and not any(start <= again.start() < end for start, end in taken):
                draft.mention(again.start(), again.start() + len(short), "name")

    def _finished(self) -> Resolution:
        drafts = sorted(
            (draft for draft in self._board.drafts if draft.mentions),
            key=lambda draft: (draft.start, draft.kind, draft.name),
        )
        entities = []
        numbers: dict[int, str] = {}
        for number, draft in enumerate(drafts, 1):
            identifier = f"e{number}"
            numbers[id(draft)] = identifier
            place = draft.place if draft.kind == "place" else None
            entities.append(
                Entity(
                    identifier,
                    draft.kind,
                    draft.name,
                    draft.state,
                    draft.sector,
                    draft.office,
                    Ref(geonames=place.geonames if place else None),
                    place.latitude if place else None,
                    place.longitude if place else None,
                    tuple(
                        Mention(start, end, self._page.text[start:end], kind)
                        for (start, end), kind in sorted(
                            (_closed(self._page.text, *span), kind) for span, kind in draft.mentions.items()
                        )
                    ),
                )
            )
        designations = tuple(
            replace(designation, entity=numbers[id(draft)])
            for draft, designation in self._designations
            if id(draft) in numbers
        )
        return Resolution(tuple(entities), designations)
