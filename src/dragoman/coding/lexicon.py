"""The words of a language that make events: predicates with their frames, operators over them, word classes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import cast, get_args

from dragoman.records.event import EventType
from dragoman.records.reading import Token

TYPES: frozenset[str] = frozenset(get_args(EventType))
_INFLECTED = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
_PARTS = {"v": frozenset({"VERB", "AUX"}), "n": frozenset({"NOUN", "PROPN"}), "a": frozenset({"ADJ", "VERB", "ADV"})}


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or, negated, must not) stand in a slot."""

    slot: str
    negated: bool
    lemmas: frozenset[str]
    kinds: frozenset[str]
    """Of "party", "person", "state", "weapon", "place"; both empty: anything at all."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of `predicates.tsv`: a predicate in one sense and where its parties stand."""

    lemma: str
    particle: str | None
    conditions: tuple[Condition, ...]
    type: EventType
    mode: str | None
    recipients: tuple[str, ...]
    actors: tuple[str, ...]
    detail: str | None


@dataclass(frozen=True, slots=True)
class Operator:
    """One line of `operators.tsv`: a word that takes an event as its complement and makes another of it."""

    lemma: str
    particle: str | None
    slots: tuple[str, ...]
    """Where the complement stands."""
    effect: str
    addressees: tuple[str, ...]
    """Where the one stands whom it is said or done to."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of one language."""

    frames: dict[tuple[str, str], tuple[Frame, ...]]
    """By lemma and part of speech ("v", "n", "a"), in the order of the file."""
    operators: dict[tuple[str, str], tuple[Operator, ...]]
    classes: dict[str, frozenset[str]]
    contexts: dict[str, str]
    """Context by lemma."""
    lemmas: frozenset[str] = field(default=frozenset())
    """Every lemma that frames or operators know: most words need no second look."""
    words_known: frozenset[str] = field(default=frozenset())
    """Those and the members of all classes."""
    endings: tuple[tuple[str, str], ...] = ()
    """Inflectional endings and what stands in their place in the dictionary form."""

    irregular: dict[str, str] = field(default_factory=dict)
    """Dictionary form by irregular form."""

    def lemma(self, token: Token) -> str:
        """The dictionary form of a word, in lower case; mended where the reader's is no word of ours but a likely one is."""
        lemma = token.lemma.lower()
        if token.upos in ("VERB", "ADJ") and (irregular := self.irregular.get(token.text.lower())):
            return irregular
        if lemma in self.words_known or token.upos not in _INFLECTED:
            return lemma
        for form in (token.text.lower(), lemma):
            if form in self.words_known:
                return form
            for ending, instead in self.endings:
                if token.upos == "NOUN" and ending in _OF_VERBS:
                    continue  # "drilling" is no drill
                if form.endswith(ending) and len(form) > len(ending) + 2:
                    stem = form[: -len(ending)]
                    if instead == "=":
                        guess = stem[:-1] if stem[-1] == stem[-2] else ""
                    else:
                        guess = stem + instead
                    if guess in self.words_known:
                        return guess
        return lemma

    def words(self, name: str) -> frozenset[str]:
        """The words of a class; none where the language has no such class."""
        return self.classes.get(name, frozenset())

    @property
    def negators(self) -> frozenset[str]:
        """Words that negate a predicate."""
        return self.words("negator")

    @property
    def conditions(self) -> frozenset[str]:
        """Words that open a condition."""
        return self.words("condition")

    @property
    def blamers(self) -> frozenset[str]:
        """Verbs whose object is the subject of the clause that follows: "accuse X of doing"."""
        return self.words("blamer")

    def is_agent_case(self, word: str) -> bool:
        """Whether a preposition marks the agent of a passive."""
        return word in self.words("agent_case")


_OF_VERBS = frozenset({"ied", "ed", "ing"})
"""Endings that no noun is inflected with."""


def part_of(upos: str) -> tuple[str, ...]:
    """The lexicon's parts of speech that a universal one may answer to, the likeliest first."""
    return tuple(name for name, tags in _PARTS.items() if upos in tags)


@cache
def lexicon_for(language: str) -> Lexicon | None:
    """The words of a language by BCP 47 tag; `None` where there are none."""
    folder = resources.files("dragoman") / "data/coding" / language.partition("-")[0].lower()
    if not (folder / "predicates.tsv").is_file():
        return None

    def rows(name: str) -> Iterator[list[str]]:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield [cell.strip() for cell in line.split("\t")]

    classes = {row[0]: frozenset(_list(row[1])) for row in rows("classes.tsv")}
    frames: dict[tuple[str, str], list[Frame]] = {}
    for words, part, conditions, type_, mode, recipients, detail, actors in rows("predicates.tsv"):
        if type_ not in TYPES:
            raise ValueError(f"predicates.tsv: {type_!r} of {words!r} is no PLOVER type; one of {sorted(TYPES)}")
        for word in _list(words):
            lemma, _, particle = word.partition(" ")
            frame = Frame(
                lemma,
                particle or None,
                tuple(_condition(text, classes) for text in _slots(conditions)),
                cast("EventType", type_),
                _optional(mode),
                _slots(recipients),
                _slots(actors),
                _optional(detail),
            )
            frames.setdefault((lemma, part), []).append(frame)
    operators: dict[tuple[str, str], list[Operator]] = {}
    for words, part, slots, effect, addressees in rows("operators.tsv"):
        for word in _list(words):
            lemma, _, particle = word.partition(" ")
            operator = Operator(lemma, particle or None, _slots(slots), effect, _slots(addressees))
            operators.setdefault((lemma, part), []).append(operator)
    contexts = {word: row[0] for row in rows("contexts.tsv") for word in _list(row[1])}
    lemmas = frozenset(lemma for lemma, _ in (*frames, *operators))
    return Lexicon(
        {key: tuple(sorted(value, key=lambda f: f.particle is None)) for key, value in frames.items()},
        {key: tuple(sorted(value, key=lambda o: o.particle is None)) for key, value in operators.items()},
        classes,
        contexts,
        lemmas,
        lemmas.union(*classes.values()),
        tuple((row[0], row[1].removeprefix("-")) for row in rows("endings.tsv")),
        {form: row[0] for row in rows("irregular.tsv") for form in _list(row[1])},
    )


def _condition(text: str, classes: dict[str, frozenset[str]]) -> Condition:
    negated = text.startswith("!")
    slot, _, wanted = text.removeprefix("!").partition(":")
    lemmas: set[str] = set()
    kinds: set[str] = set()
    for choice in filter(None, wanted.split("|")):
        if choice.startswith("@"):
            lemmas |= classes[choice[1:]]
            if choice == "@weapons":
                kinds.add("weapon")
        elif choice.startswith("#"):
            kinds.add(choice[1:])
        else:
            lemmas.add(choice)
    return Condition(slot, negated, frozenset(lemmas), frozenset(kinds))


def _list(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(";") if word.strip()]


def _slots(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split())


def _optional(cell: str) -> str | None:
    return None if cell == "-" else cell
