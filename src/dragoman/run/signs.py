"""What the words of one sentence promise: whether an event of the record could stand in it. No model, words and names only.

Nothing here is a second list of words: what makes an event is read off the coding lexicon's own frames, and who acts off
the resolver's own names, so that a word added there is let through here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from dragoman.coding.lexicon import Frame, Lexicon, lexicon_for
from dragoman.records.event import EventType
from dragoman.resolve.agents import agents, singulars
from dragoman.resolve.lexicon import Sense
from dragoman.resolve.lexicon import lexicon as names
from dragoman.resolve.people import offices

_WORD = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
_OF = re.compile(r" (?:of|for|to|in|at) ")
"""What an office is head of, minister of, ambassador to, follows it."""
_STATES = frozenset({"state", "adjective", "nationals", "capital", "seat", "people", "person"})
_PUBLIC = frozenset(
    {"GOV", "MIL", "COP", "REB", "UAF", "LEG", "JUD", "SPY", "PRM", "IGO", "SEP", "INS", "OPP", "PTY", "PRE", "ELI"}
)
"""Sectors of those who act for a state, in it, or against it in arms."""
_ARMED = frozenset({"REB", "INS", "SEP"})
"""Sectors of those who fight a state: where one of theirs is named, hardly anything else is spoken of."""
_COMMON = frozenset({"general", "intelligence", "member", "members"})
"""Of the words of public affairs and those who serve a state, the ones that in small letters mean something else more often:
"in general"."""
_BODIES = frozenset({"department"})
"""Bodies of a state that the resolver knows by their whole names alone, as shops and firms have such ones too."""
_UNRULY = frozenset({"PROTEST", "ASSAULT"})
"""Types of event in which anybody may act: workers strike, a crowd attacks."""
_HOSTILE = frozenset({"ACCUSE", "COERCE", "CONCEDE", "REJECT", "SANCTION", "THREATEN"})
"""Types of event that, where a state is named, few pages about something else have words for."""
_PUBLIC_LIFE = frozenset({
    "military", "diplomatic", "intelligence", "terrorism", "territory", "peacekeeping", "cbrn", "asylum", "migration",
    "human_rights", "crime", "trafficking", "legislative", "election", "legal",
})  # fmt: skip
"""Contexts whose words, beside an actor and an event, leave little doubt that public affairs are spoken of."""


class Sign(IntEnum):
    """How much a sentence promises."""

    NONE = 0
    """No event that anybody of the record could have a part in."""
    LIKELY = 1
    """A word for an event and somebody of public life: on many a page about something else, too."""
    SURE = 2
    """The same, with two states, a state and its servants or hostility, an armed group, or words of public affairs."""


@dataclass(frozen=True, slots=True)
class _Needs:
    """What must stand in a sentence for a frame to fit."""

    particle: str | None
    choices: tuple[frozenset[str], ...]
    """From each of these, one word."""
    type: EventType


def sign(text: str) -> Sign:
    """What a sentence of English promises."""
    written = _WORD.findall(text)
    words = [word.lower().replace("’", "'").replace("‑", "-") for word in written]
    common = _COMMON.intersection(written)
    lemmas = frozenset().union(*map(_lemmas, words)) if words else frozenset()
    needs = _needs()
    fitting = [
        need
        for lemma in lemmas
        for need in needs.get(lemma, ())
        if (need.particle is None or need.particle in words) and all(choice & lemmas for choice in need.choices)
    ]
    senses = [match.meanings for match in names().find(text)]
    named = {sense.state for meanings in senses for sense in meanings[:1] if sense.state and sense.kind != "place"}
    of_a_state = any(_of_a_state(sense) for meanings in senses for sense in meanings)
    served = any(_acting(word) == "public" for word in words if word not in common)
    if not fitting:
        # What the lexicon has no word for may stand between two of those it knows all the same.
        if not of_a_state or len(senses) < 2:
            return Sign.NONE
        return Sign.SURE if served and len(named) > 1 else Sign.LIKELY
    types = {need.type for need in fitting}
    unruly = not types.isdisjoint(_UNRULY)
    armed = any(sense.organization and sense.organization.sector in _ARMED for meanings in senses for sense in meanings)
    if not (served or of_a_state):
        return Sign.LIKELY if unruly and (senses or any(map(_acting, words))) else Sign.NONE
    telling = served or unruly or not types.isdisjoint(_HOSTILE)
    sure = len(named) > 1 or (named and telling) or armed or not _affairs().isdisjoint(lemmas - common)
    return Sign.SURE if sure else Sign.LIKELY


def _of_a_state(sense: Sense) -> bool:
    body = sense.organization
    return sense.kind in _STATES or (
        body is not None and (body.sector in _PUBLIC or body.state in ("UNO", "EUR", "IGO"))
    )


@lru_cache(maxsize=65536)
def _acting(word: str) -> str:
    """Whom a word names: "public" for one who serves a state or fights it, "private" for others who act, "" for nobody."""
    found = ""
    for part in (word, *word.split("-")):
        for form in singulars(part.removesuffix("'s")):
            agent = agents().get(form)
            if form in _titles() or form in _BODIES or (agent and not agent.trait and agent.sector in _PUBLIC):
                return "public"
            if agent and not agent.trait:
                found = "private"
    return found


@cache
def _titles() -> frozenset[str]:
    """The words that offices are headed by: "minister" of "minister of health", "premier"."""
    return frozenset(_OF.split(wording)[0].split()[-1] for wording in offices())


@cache
def _english() -> Lexicon:
    lexicon = lexicon_for("en")
    if lexicon is None:
        raise LookupError("the English lexicon is not in the package")
    return lexicon


@cache
def _needs() -> dict[str, tuple[_Needs, ...]]:
    """By lemma, what each of its frames asks of the sentence beyond it."""
    found: dict[str, list[_Needs]] = {}
    for (lemma, _), frames in _english().frames.items():
        found.setdefault(lemma, []).extend(map(_asked, frames))
    return {lemma: tuple(dict.fromkeys(needs)) for lemma, needs in found.items()}


def _asked(frame: Frame) -> _Needs:
    # A condition that a kind of entity may fulfil cannot be judged by words.
    choices = (c.lemmas for c in frame.conditions if c.lemmas and not c.negated and not c.kinds)
    return _Needs(frame.particle, tuple(choices), frame.type)


@cache
def _affairs() -> frozenset[str]:
    return frozenset(word for word, context in _english().contexts.items() if context in _PUBLIC_LIFE)


@cache
def _known() -> frozenset[str]:
    """Every lemma that a frame can ask for, and the words of public affairs."""
    frames = (frame for each in _english().frames.values() for frame in each)
    asked = (condition.lemmas for frame in frames for condition in frame.conditions)
    return frozenset(_needs()).union(_affairs(), *asked)


@lru_cache(maxsize=65536)
def _lemmas(word: str) -> frozenset[str]:
    """The lemmas of ours that a form may belong to, more rather than fewer: nothing is known of its part of speech."""
    whole = word.removesuffix("'s").removesuffix("'")
    forms = {word, whole, *_bases(whole)}
    for part in whole.split("-") if "-" in whole else ():
        forms |= {part, *_bases(part)}
    return frozenset(forms & _known())


def _bases(form: str) -> Iterable[str]:
    if irregular := _english().irregular.get(form):
        yield irregular
    for ending, instead in _english().endings:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            if instead != "=":
                yield stem + instead
            elif stem[-1] == stem[-2]:
                yield stem[:-1]
