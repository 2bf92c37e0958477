"""What stands for an entity named elsewhere: pronouns, "the minister", "the republic", "his Uzbek counterpart"."""

from collections.abc import Callable, Sequence

from dragoman.resolve.draft import Draft
from dragoman.resolve.names import Found
from dragoman.resolve.nominals import Nominal
from dragoman.resolve.page import Page, Word
from dragoman.resolve.states import State, states

_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_FEMALE = frozenset({"she", "her", "herself"})
_SHE = frozenset(
    {"mrs", "ms", "spokeswoman", "queen", "chairwoman", "businesswoman", "princess", "congresswoman", "actress"}
)
_HE = frozenset(
    {"mr", "spokesman", "king", "prince", "chairman", "businessman", "congressman", "emir", "sultan", "sheikh"}
)
_PROXIES = frozenset({"puppet", "client", "proxy", "satellite"})
"""What somebody has of these, is another state's."""
_CLAUSES = 4
"""How many words up the tree a possessive looks for the subject."""
_REACH = 2
"""How many sentences back a pronoun looks."""
_DESCRIBED: dict[str, Callable[[State], bool]] = {
    "republic": lambda state: not {"monarchy", "federation", "power"} & set(state.traits),
    "kingdom": lambda state: "monarchy" in state.traits,
    "monarchy": lambda state: "monarchy" in state.traits,
    "federation": lambda state: "federation" in state.traits,
    "country": lambda _: True,
    "nation": lambda _: True,
}
_DESCRIBING = frozenset({
    "former", "soviet", "central", "asian", "whole", "entire", "young", "same", "gulf", "baltic", "island", "landlocked",
})  # fmt: skip
_FADE = 0.6
"""How much of a state's weight is left a sentence later."""
_LONGEST_MEMORY = 12
"""Sentences after which a state is no longer what "the country" means."""
_MARGIN = 1.15
"""How much weightier than the next the chosen state must be."""


def pronouns(page: Page, at: dict[int, Draft]) -> list[tuple[int, Draft]]:
    """The pronouns that can mean only one person: the only one of the sentence so far, or of the sentences just before."""
    resolved: list[tuple[int, Draft]] = []
    for i, word in enumerate(page.words):
        if word.lower not in _PRONOUNS or word.upos not in {"PRON", "DET"}:
            continue
        draft = antecedent(page, at, i)
        if draft is not None:
            resolved.append((i, draft))
            at[i] = draft
    return resolved


def antecedent(page: Page, at: dict[int, Draft], i: int) -> Draft | None:
    """The person that a pronoun means, where only one can be meant."""
    words = page.words
    if words[i].lower not in _PRONOUNS:
        return None
    female = words[i].lower in _FEMALE
    coming = _coming(page, at, i)
    if coming is not None and _agrees(coming, female=female):
        return coming
    sentence = words[i].sentence
    for back in range(_REACH + 1):
        number = sentence - back
        if number < 0 or page.block(words[i].start) - page.block(words[page.firsts[number]].start) > 1:
            return None
        seen: list[tuple[int, Draft]] = []
        # "The general thanked him": who does it is not whom it is done to.
        doer = (
            next((at[k] for k in page.children(_with_subject(page, words[i].head), "nsubj") if k in at), None)
            if _done_to(words[i])
            else None
        )
        for k in page.sentence_words(number):
            if k >= i:
                break
            draft = at.get(k)
            if draft is not None and draft is not doer and draft.kind == "person" and _agrees(draft, female=female):
                seen.append((k, draft))
        people = list({id(draft): draft for _, draft in seen}.values())
        if len(people) == 1:
            return people[0]
        if people:
            subjects = {id(d): d for k, d in seen if words[k].relation == "nsubj" and words[k].lower != "i"}
            return next(iter(subjects.values())) if len(subjects) == 1 else None
    return None


def _coming(page: Page, at: dict[int, Draft], i: int) -> Draft | None:
    """The subject that a possessive runs ahead of: "In his turn, General X noted"."""
    words = page.words
    if words[i].deprel != "nmod:poss" or words[i].head < 0:
        return None
    verb = words[words[i].head].head
    before = page.sentence_words(words[i].sentence).start
    if verb < 0 or any(at[k].kind == "person" for k in range(before, i) if k in at):
        return None
    subject = next((k for k in page.children(verb, "nsubj") if k > i), None)
    draft = at.get(subject) if subject is not None else None
    return draft if draft is not None and draft.kind == "person" and draft.named else None


def _with_subject(page: Page, verb: int) -> int:
    """The verb itself where it has a subject, else the one it goes on with: "Petrov called Orlov and urged him"."""
    while not any(page.children(verb, "nsubj")) and page.words[verb].relation == "conj" and page.words[verb].head >= 0:
        verb = page.words[verb].head
    return verb


def _done_to(word: Word) -> bool:
    return word.lower in {"him", "her"} and word.relation in {"obj", "iobj", "obl"} and word.head >= 0


def owner_state(page: Page, at: dict[int, Draft], i: int) -> str | None:
    """The state of the one whose something is, where "its" or "their" takes up the subject: "Guinea recalled its envoy"."""
    words = page.words
    if words[i].lower not in {"its", "their"} or any(
        words[k].lower in _PROXIES for k in (i + 1, i + 2) if k < len(words)
    ):
        return None
    verb = words[i].head
    for _ in range(_CLAUSES):
        if verb < 0:
            return None
        subject = next((k for k in page.children(verb, "nsubj") if k < i), None)
        if subject is not None:
            draft = at.get(subject)
            several = any(page.children(subject, "conj"))
            return draft.state if draft is not None and draft.kind != "person" and not several else None
        verb = words[verb].head
    return None


def _agrees(draft: Draft, *, female: bool) -> bool:
    words = {part.strip(".").lower() for part in draft.name.split()} | {draft.noun}
    return not (words & _HE if female else words & _SHE)


def described_states(page: Page, found: Sequence[Found]) -> list[Found]:
    """The states that "the republic", "this former Soviet republic" and "the country" stand for.

    The state meant is the weightiest one named before: subjects weigh most, then where things happen; weight fades with
    every sentence; states that do not fit the description are out.
    """
    described: list[Found] = []
    weights: list[tuple[int, float, str | None]] = [
        (one.last, _weight(page, one), one.state)
        for one in found
        if one.first >= 0 and one.state in states() and one.kind in {"state", "adjective", "place", "nationals"}
    ]
    for i, word in enumerate(page.words):
        if word.lower not in _DESCRIBED or word.upos not in {"NOUN", "PROPN"} or word.capital:
            continue
        if word.relation == "compound" and i < word.head:
            continue
        first = i
        while (
            first > 0
            and page.words[first - 1].sentence == word.sentence
            and page.words[first - 1].upos in {"ADJ", "PROPN", "NOUN"}
        ):
            first -= 1
        if first == 0 or page.words[first - 1].lower not in {"the", "this"}:
            continue
        between = {page.words[k].lower for k in range(first, i)}
        if not between <= _DESCRIBING or any(page.case(child) == "of" for child in page.children(i, "nmod")):
            continue
        code = _meant(page, i, between, weights, word.lower)
        if code is not None:
            described.append(Found(page.words[first - 1].start, word.end, first - 1, i, "described", code))
            weights.append((i, _weight(page, described[-1]), code))
    return described


def _weight(page: Page, one: Found) -> float:
    head = page.head_of(one.first, one.last)
    word = page.words[head]
    if one.kind == "adjective":
        return 0.2
    owns_subject = word.deprel == "nmod:poss" and page.words[word.head].relation == "nsubj"
    if word.relation == "nsubj" or owns_subject:
        return 2.5
    if word.relation in {"obl", "nmod"} and page.case(head) in {"in", "of"}:
        return 1.6
    return 1.0


def _meant(
    page: Page, i: int, between: set[str], weights: list[tuple[int, float, str | None]], noun: str
) -> str | None:
    sentence = page.words[i].sentence
    totals: dict[str, float] = {}
    for k, weight, code in weights:
        state = states()[code or ""]
        distance = sentence - page.words[k].sentence
        if k >= i or distance > _LONGEST_MEMORY or not _DESCRIBED[noun](state):
            continue
        if "soviet" in between and "soviet" not in state.traits:
            continue
        if "asian" in between and "central asian" not in state.traits:
            continue
        totals[state.code] = totals.get(state.code, 0.0) + weight * _FADE**distance
    ranked = sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _MARGIN * ranked[1][1]):
        return None
    return ranked[0][0]


def same_nominal(page: Page, drafts: Sequence[Draft], nominal: Nominal) -> Draft | None:
    """The entity that a definite phrase takes up again: "the minister", "the Turkish president", "the ministry".

    A person is taken up by office and state, where only one fits; a body or group by its noun and state.
    """
    if not nominal.definite and nominal.type != "name":
        return None
    earlier = [draft for draft in drafts if _fits(draft, nominal, page)]
    if not earlier:
        return None
    stated = [draft for draft in earlier if draft.state]
    if len({draft.state for draft in stated}) > 1 and nominal.state is None:
        return None
    return (stated or earlier)[-1]


def _fits(draft: Draft, nominal: Nominal, page: Page) -> bool:
    if nominal.state is not None and draft.state != nominal.state:
        return False
    noun = nominal.agent.noun
    if nominal.agent.kind == "person" and not nominal.several:
        if draft.kind != "person" or draft.former != nominal.former or _other_sex(draft, noun):
            return False
        if nominal.state is None and not _bare(page, nominal):
            return False
        if nominal.title is not None:
            if draft.title == nominal.title or (
                nominal.state is None and (draft.title or "").startswith(f"{nominal.title} of ")
            ):
                return True
            undated = (
                not page.article.published and not draft.told and draft.person is not None and nominal.state is not None
            )
            return undated and any(term.office == nominal.title for term in draft.person.terms)  # type: ignore[union-attr]
        if draft.title is not None and nominal.state is None:
            return f" {noun} " in f" {draft.title.lower()} "
        return draft.noun == noun
    if draft.kind == "person" or not (draft.noun == noun or (_bare(page, nominal) and _shortened(draft, noun))):
        return False
    return draft.state is None or nominal.state is not None or _bare(page, nominal)


def _shortened(draft: Draft, noun: str) -> bool:
    """Whether a body's name or noun has the noun at an end: "the ministry" after "the ministry of foreign affairs"."""
    if draft.kind != "organization":
        return False
    name = (draft.noun or draft.name).lower()
    ends = {name.split()[0], name.split()[-1], name.partition(" of ")[0].split()[-1]}
    return " " in name and noun in ends


def _other_sex(draft: Draft, noun: str) -> bool:
    return (draft.noun in _SHE and noun in _HE) or (draft.noun in _HE and noun in _SHE)


def _bare(page: Page, nominal: Nominal) -> bool:
    """Whether a phrase is no more than "the" and its noun: only such a one takes up whatever was named before."""
    words = [page.words[k] for k in range(nominal.first, nominal.head)]
    return len(words) - 1 <= noun_words(nominal) - 1


def noun_words(nominal: Nominal) -> int:
    """How many words an agent noun has."""
    return len(nominal.agent.noun.split())
