"""Which known names stand where, and what each of them means there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dragoman.resolve.agents import agents
from dragoman.resolve.lexicon import Sense, find_names
from dragoman.resolve.metonymy import is_place
from dragoman.resolve.organizations import Organization
from dragoman.resolve.page import Page
from dragoman.resolve.people import Person
from dragoman.resolve.places import Place
from dragoman.resolve.spans import holds
from dragoman.resolve.tables import listed, rows
from dragoman.resolve.which_place import Surroundings, largest, surroundings, told_after, town

FoundKind = Literal["state", "adjective", "nationals", "organization", "person", "place", "people", "described"]
_LOCATIVE = frozenset(
    {"in", "at", "near", "from", "to", "outside", "around", "into", "through", "via", "towards", "toward", "of"}
)
_RUSSIAN_LOCATIVE = frozenset({"в", "во", "из", "под", "около", "через", "близ", "возле"})
_LANGUAGE = frozenset(
    {"language", "word", "translation", "speaker", "lesson", "dictionary", "literature", "cuisine", "alphabet"}
)
_DIVISIONS = frozenset(
    {
        "city",
        "province",
        "region",
        "district",
        "governorate",
        "state",
        "oblast",
        "the",
        "county",
        "airport",
        "port",
        "of",
    }
)
_OF_THE_PAST = frozenset({"republic", "republics", "era", "designed", "made", "built", "style", "type"})
_LARGE = 100_000
"""Inhabitants."""
_BYGONE = frozenset({"Soviet", "Yugoslav", "Czechoslovak"})
_SPEAK = frozenset({"speak", "translate", "write", "learn", "understand"})


@dataclass(frozen=True, slots=True)
class Found:
    """A known name at a place of the text; `first` and `last` are words, -1 where the reading has none there."""

    start: int
    end: int
    first: int
    last: int
    kind: FoundKind
    state: str | None
    organization: Organization | None = None
    person: Person | None = None
    place: Place | None = None
    seat: bool = False
    """Whether a state is meant by its capital or a building."""


@dataclass(frozen=True, slots=True)
class _Doubt:
    state: str
    kind: str
    cues: tuple[str, ...]
    against: tuple[str, ...]


@cache
def _doubts() -> dict[str, tuple[_Doubt, ...]]:
    found: dict[str, tuple[_Doubt, ...]] = {}
    for name, state, kind, cues, against in rows("ambiguous"):
        found[name] = (*found.get(name, ()), _Doubt(state, kind, listed(cues), listed(against)))
    return found


def known_names(page: Page) -> list[Found]:
    """The known names of an article, by place in the text, none overlapping."""
    matches = find_names(page.text)
    around = surroundings(page.text, matches, _doubts())
    found: list[Found] = []
    for match in matches:
        span = page.span(match.start, match.end)
        first, last = span or (-1, -1)
        start, end = match.start, match.end
        if span:
            # A match that stops inside a word ("US" in "USb") is none; a full stop that closes an abbreviation belongs to it.
            if page.words[last].end != end and page.text[end : page.words[last].end].strip(".'’s-"):
                continue
            if page.text[end : page.words[last].end] == "." and page.words[last].text.count(".") > 1:
                end += 1
            if page.words[first].start < start and page.text[page.words[first].start : start].strip("\"“'‘«-"):
                continue
        one = _decide(page, start, end, first, last, match.meanings, around)
        if one is not None:
            found.append(_bracketed(page, found[-1], one) if found else one)
    return found


def _bracketed(page: Page, before: Found, one: Found) -> Found:
    """A second name in brackets, "Nur-Sultan (Tselinograd)", means what the first one does."""
    if page.text[before.end : one.start] == " (" and one.seat and before.kind == "place" and before.state == one.state:
        return replace(one, kind="place", place=before.place, seat=False)
    return one


def _decide(
    page: Page, start: int, end: int, first: int, last: int, senses: tuple[Sense, ...], around: Surroundings
) -> Found | None:
    in_play = around.in_play
    by_kind: dict[str, list[Sense]] = {}
    for sense in senses:
        by_kind.setdefault(sense.kind, []).append(sense)
    name = page.text[start:end]
    if "person" in by_kind and first >= 0:
        sense = by_kind["person"][0]
        return Found(start, end, first, last, "person", sense.state, person=sense.person)
    if "organization" in by_kind and not (0 <= first == last and _in_person(page, start, end, first, last)):
        sense = _likeliest(by_kind["organization"], in_play, page.day)
        return Found(start, end, first, last, "organization", sense.state, organization=sense.organization)
    nameable = {"state", "capital", "place"} & by_kind.keys() or not {"adjective", "nationals"} & by_kind.keys()
    if first >= 0 and nameable and _in_person(page, start, end, first, last):
        return None
    if first >= 0 and "state" not in by_kind and (_after_article(page, first) or _bygone(page, name, first, last)):
        return None
    if "state" in by_kind or "adjective" in by_kind or "nationals" in by_kind:
        sense = (by_kind.get("state") or by_kind.get("adjective") or by_kind["nationals"])[0]
        kind: FoundKind = "state"
        if "state" not in by_kind or ("adjective" in by_kind and _attributive(page, first, last)):
            kind = "adjective"
        if "nationals" in by_kind and "state" not in by_kind and _stands_alone(page, first, last):
            kind = "nationals"
        if kind != "state" and _is_language(page, first, last):
            return None
        if kind == "state" and first >= 0 and _surname_here(page, name, start):
            return Found(start, end, first, last, "person", None)
        doubt = _doubt(page, name, around.in_play_surely)
        if doubt is not None:
            if doubt.kind == "place":
                row = Place(name, (), doubt.state, None, None, None, 0, sure=True)
                return Found(start, end, first, last, "place", doubt.state, place=row)
            return Found(start, end, first, last, kind, doubt.state)
        return Found(start, end, first, last, kind, sense.state)
    if "people" in by_kind:
        return Found(start, end, first, last, "people", by_kind["people"][0].state)
    if "seat" in by_kind:
        return Found(start, end, first, last, "state", by_kind["seat"][0].state, seat=True)
    towns = [sense.place for sense in by_kind.get("place", []) if sense.place is not None]
    if "capital" in by_kind:
        state = by_kind["capital"][0].state
        here = [town for town in towns if town.state == state]
        elsewhere = told_after(page, towns, last)
        if elsewhere is not None and elsewhere.state != state:
            return Found(start, end, first, last, "place", elsewhere.state, place=elsewhere)
        if is_place(page, first, last) if first >= 0 else _after_preposition(page.text, start):
            return Found(start, end, first, last, "place", state, place=largest(here))
        return Found(start, end, first, last, "state", state, place=largest(here), seat=True)
    if not towns:
        return None
    unsure = first >= 0 and not any(town.sure for town in towns)
    if unsure and not _placelike(page, start, end, first, last) and not _large_alone(page, towns, first, last):
        return None
    place = town(page, towns, last, around)
    return Found(start, end, first, last, "place", place.state, place=place)


def _after_article(page: Page, first: int) -> bool:
    """Whether an Arabic article makes a surname of an adjective: "al-Kuwaiti"."""
    return first > 1 and page.words[first - 1].text == "-" and page.words[first - 2].lower in {"al", "el"}


def _bygone(page: Page, name: str, first: int, last: int) -> bool:
    """Whether the adjective of a state that is no more says only what was: "post-Soviet", "the former Soviet republic"."""
    if name not in _BYGONE:
        return False
    words = page.words
    joined = first > 1 and words[first - 1].text in {"-", "–"}
    before = words[first - 2].lower if joined else words[first - 1].lower if first else ""
    after = [words[k].lower for k in range(last + 1, min(last + 3, len(words)))]
    return before in {"former", "post", "ex", "old"} or any(word in _OF_THE_PAST for word in after)


def _after_preposition(text: str, start: int) -> bool:
    """Whether a preposition of place stands before a name, where there is no reading to tell more."""
    before = text[:start].rstrip().rpartition(" ")[2].lower()
    return before in _LOCATIVE - {"of"} or before in _RUSSIAN_LOCATIVE


def _likeliest(senses: list[Sense], in_play: dict[str, int], day: str | None) -> Sense:
    """Of bodies with one name: the one that existed on the day, then the one whose state is spoken of."""

    def weight(sense: Sense) -> tuple[bool, int]:
        body = sense.organization
        there = body is None or day is None or holds(body.existed, day)
        return there, in_play.get(sense.state or "", 0)

    return max(senses, key=weight)


def _in_person(page: Page, start: int, end: int, first: int, last: int) -> bool:
    """Whether the name is part of a longer person's name: "Jordan Peterson", "Israel Katz"."""
    words = page.words
    for name in page.names:
        if name.start > start:
            break
        if name.kind == "person" and name.end >= end and (name.start, name.end) != (start, end):
            if name.start < start and first > 0:
                before = words[first - 1]
                if before.upos == "PROPN" and before.lemma not in agents() and not find_names(before.text):
                    return words[last].deprel in {"flat", "root", "nsubj", "obj"} and before.capital
            if name.end > end and last + 1 < len(words):
                after = words[last + 1]
                if after.upos == "PROPN" and after.capital and after.lower not in agents():
                    tied = after.head in range(first, last + 1) and after.deprel == "flat"
                    following = words[last + 2] if last + 2 < len(words) else None
                    office = following is not None and following.lower in agents()
                    return tied and not office and not find_names(after.text) and name.start == start
    return False


def _surname_here(page: Page, name: str, start: int) -> bool:
    """Whether an earlier "Michael Jordan" has made a bare "Jordan" his surname."""
    return any(
        one.kind == "person" and one.end <= start and page.text[one.start : one.end].endswith(f" {name}")
        for one in page.names
    )


def _attributive(page: Page, first: int, last: int) -> bool:
    if first < 0:
        return False
    word = page.words[last]
    return word.relation in {"amod", "compound"} and word.head > last


def _stands_alone(page: Page, first: int, last: int) -> bool:
    if first < 0:
        return True
    word = page.words[page.head_of(first, last)]
    return not (word.relation in {"amod", "compound"} and word.head > last)


def _is_language(page: Page, first: int, last: int) -> bool:
    if first < 0:
        return False
    words = page.words
    head = page.head_of(first, last)
    word = words[head]
    if word.head >= 0 and words[word.head].lemma in _LANGUAGE and word.relation in {"amod", "compound"}:
        return True
    if any(page.children(head, "det", "nummod", "amod")) or word.relation not in {"obl", "obj", "nmod"}:
        return False
    governor = words[word.head].lemma if word.head >= 0 else ""
    return page.text[words[last].end - 1] != "s" and (page.case(head) in {"in", "into"} or governor in _SPEAK)


def _placelike(page: Page, start: int, end: int, first: int, last: int) -> bool:
    """Whether the words around agree that a city's name names the city."""
    words = page.words
    if words[last].upos not in {"PROPN", "NOUN", "X"}:
        return False
    names = [name for name in page.names if name.start < end and name.end > start]
    whole = [name for name in names if name.kind == "place" and name.start <= start and name.end >= end]
    if whole:
        # A part of a longer name ("Cerro Verde") is another place, unless the rest says what it is ("Kherson Region").
        rest = f"{page.text[whole[0].start : start]} {page.text[end : whole[0].end]}".replace("'s", "").replace(
            "’s", ""
        )
        return all(word.lower() in _DIVISIONS for word in rest.replace(",", " ").split())
    if any(name.kind in {"person", "organization", "weapon"} for name in names):
        return False
    before = words[first - 1].lower if first > 0 else ""
    return before in _LOCATIVE and words[last].capital


def _large_alone(page: Page, towns: Sequence[Place], first: int, last: int) -> bool:
    """Whether the name of a large city is a sentence by itself, as in a heading: there the reader has nothing to go by."""
    words = page.words
    beside = [k for k in page.sentence_words(words[first].sentence) if not first <= k <= last]
    return max(town.size for town in towns) >= _LARGE and all(words[k].upos == "PUNCT" for k in beside)


def _doubt(page: Page, name: str, in_play: dict[str, int]) -> _Doubt | None:
    """The other state that a name such as "Georgia" means in this article."""
    for doubt in _doubts().get(name, ()):
        cues = sum(cue in page.text for cue in doubt.cues) + sum(in_play.get(cue, 0) for cue in doubt.cues)
        against = sum(cue in page.text for cue in doubt.against) + sum(in_play.get(cue, 0) for cue in doubt.against)
        if cues > against:
            return doubt
    return None
