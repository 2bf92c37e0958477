"""What a word says of the act or clause that hangs on it: "managed to", "refused to", "plans for"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dragoman.attribute.inflection import noun_forms, rows, verb_forms
from dragoman.records.event import Factuality

Effect = Literal["same", "occurred", "ongoing", "planned", "possible", "denied", "own"]
Complement = Literal["act", "clause", "-"]
WordClass = Literal["verb", "noun", "adj", "modifier", "preposition"]


@dataclass(frozen=True, slots=True)
class Embedding:
    """One row of the table."""

    effect: Effect
    denied: Effect
    """The effect where the word itself is denied."""


def embedding(word: str, kind: WordClass, complement: Complement) -> Embedding | None:
    """The row for a word in any of its forms; `None` where the table says nothing."""
    return _table()[kind, complement].get(word.lower())


def is_event_noun(word: str) -> bool:
    """Whether a noun names an act or event: "withdrawal"."""
    return word.lower() in _event_nouns()


def combined(head: Factuality, row: Embedding, own: Factuality) -> Factuality:
    """How certain an act is, from the certainty of the word it hangs on, what that word says, and its own marks."""
    effect = row.denied if head == "denied" else row.effect
    if effect == "own":
        return own
    if effect == "same":
        return head
    if effect == "occurred" or head == "denied":
        return effect
    if head == "possible":
        return "possible"
    if head == "planned" and effect == "ongoing":
        return "planned"
    return effect


@cache
def _table() -> Mapping[tuple[str, str], dict[str, Embedding]]:
    table: dict[tuple[str, str], dict[str, Embedding]] = {
        (kind, complement): {}
        for kind in ("verb", "noun", "adj", "modifier", "preposition")
        for complement in ("act", "clause", "-")
    }
    for word, kind, complement, effect, denied in rows("embedding.tsv"):
        forms = verb_forms(word) if kind == "verb" else noun_forms(word) if kind == "noun" else (word,)
        for form in forms:
            # A row's own word goes before another row's form: "used to" beside "use".
            if form == word or form not in table[kind, complement]:
                table[kind, complement][form] = Embedding(cast("Effect", effect), cast("Effect", denied))
    return table


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(form for (noun,) in rows("event_nouns.tsv") for form in noun_forms(noun))
