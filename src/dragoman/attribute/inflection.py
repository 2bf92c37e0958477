"""The forms of English verbs and nouns, so that tables of lemmas are found by the words as written."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

_VOWELS = "aeiou"


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of this room: comments and the line of column names left out."""
    text = (resources.files("dragoman") / "data/attribute" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines[1:])


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Every form of a verb, the lemma first; of several words the first is the verb: "points out".

    Tables are matched by form because a reader's lemma of a rare verb may be wrong ("invit"), its letters never are.
    """
    verb, space, rest = lemma.partition(" ")
    forms = [verb, _add_s(verb), *_regular(verb), *_irregular().get(verb, ())]
    return tuple(dict.fromkeys(form + space + rest for form in forms))


def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural."""
    return (lemma, _add_s(lemma))


def _add_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _regular(verb: str) -> Sequence[str]:
    if verb.endswith("ie"):
        return (verb + "d", verb[:-2] + "ying")
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return (verb + "d", verb[:-1] + "ing")
    if verb.endswith("e"):
        return (verb + "d", verb + "ing")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (verb[:-1] + "ied", verb + "ing")
    return (verb + "ed", verb + "ing")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in rows("irregular.tsv")}
