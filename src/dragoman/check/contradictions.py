"""One thing with two numbers: "signed 12 contracts" here, "signed 35 contracts" there."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.check.draft import Draft
from dragoman.check.voice import own_voice
from dragoman.records.article import Article, Evidence
from dragoman.records.attribution import Attribution
from dragoman.records.reading import Reading, Sentence

_OTHERS = frozenset(
    {"more", "another", "other", "additional", "further", "extra", "new", "next", "first", "last", "per", "each"}
)
_MEASURES = frozenset({"day", "week", "month", "year", "hour", "minute", "percent", "%", "kilometer", "kilometre", "km", "mile",
                       "time", "meter", "metre", "dollar", "euro", "rouble", "ruble", "million", "billion", "people"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Count:
    """A counted thing and what happens to it."""

    number: str
    what: tuple[str, ...]
    """Base forms: the verb, its relation to the noun, the verb's subject, the noun and the words that narrow it."""
    evidence: Evidence


def contradictions(article: Article, reading: Reading, attribution: Attribution) -> Iterator[Draft]:
    """Two counts of the same thing, done by the same doer, in the outlet's own voice."""
    counts: list[_Count] = []
    for sentence in reading.sentences:
        for count in _counts(article, sentence):
            if not own_voice(attribution, article, count.evidence.start, count.evidence.end):
                continue
            other = next((c for c in counts if c.what == count.what and c.number != count.number), None)
            if other:
                message = f"The same thing has two numbers: {other.evidence.text!r} and {count.evidence.text!r}."
                yield Draft("contradiction", "info", message, None, (other.evidence, count.evidence))
            counts.append(count)


def _counts(article: Article, sentence: Sentence) -> Iterator[_Count]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        head = token.head
        if token.upos != "NUM" or token.relation != "nummod" or head < 0 or not token.text.replace(",", "").isdigit():
            continue
        noun = tokens[head]
        verb = noun.head
        if noun.upos != "NOUN" or noun.lemma in _MEASURES or verb < 0 or tokens[verb].upos != "VERB":
            continue
        narrow = [tokens[k].lemma.casefold() for k in sentence.subtree(head) if k not in (i, head)]
        if _OTHERS & set(narrow):
            continue
        subject = sentence.first(verb, "nsubj")
        doer = tokens[subject].lemma if subject is not None and subject != head else ""
        if noun.relation == "obj" and (not doer or (subject is not None and tokens[subject].upos == "PRON")):
            continue
        if noun.relation not in ("obj", "nsubj"):
            continue
        what = (tokens[verb].lemma, noun.deprel, doer, noun.lemma, *narrow, *_when(sentence, verb))
        span = sentence.subtree(head)
        start, end = min(tokens[verb].start, tokens[span[0]].start), max(tokens[verb].end, tokens[span[-1]].end)
        yield _Count(token.text.replace(",", ""), what, article.evidence(start, end))


def _when(sentence: Sentence, verb: int) -> list[str]:
    """What else tells one deed from another: times, places, circumstances."""
    return [
        sentence.tokens[k].lemma.casefold()
        for child in sentence.dependents(verb, "obl", "advmod", "advcl")
        for k in sentence.subtree(child)
        if sentence.tokens[k].upos in ("NOUN", "PROPN", "NUM", "ADV")
    ]
