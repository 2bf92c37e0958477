"""The gate: which sentences of an article the reader is asked to read, judged by words and names alone.

An article that keeps to the subject is read whole: its findings, quotations and references may stand anywhere. Of one about
something else only the passages are read that may hold an event, each with what it refers to; where there is none, nothing.
"""

import re
from collections.abc import Sequence

from dragoman.coding.lexicon import lexicon_for
from dragoman.records.article import Article, Stretch
from dragoman.run.signs import Sign, sign

_SURE_SHARE, _LIKELY_SHARE = 1 / 8, 1 / 3
"""An article is on the subject from these shares of sentences: sure ones, likely or sure ones. Pages of the open web about
something else have 1 % and 9 %; articles of the press on the subject, 30 % and 50 %."""
_BEFORE, _AFTER, _NEAR = 2, 1, 3
"""Sentences read before and after a sure one, for what it refers to; how far a likely one may lie from it."""
_CAPITALISED = re.compile(r"[A-Z][\w’'-]{2,}")
_INSIDE = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]{2,}")
"""The same, not at the beginning of a sentence: what stands so anywhere is a name, most likely."""


def needed(article: Article, sentences: Sequence[Stretch]) -> tuple[bool, ...]:
    """For each sentence, whether the reader must read it; all of them in a language that has no lexicon to judge by."""
    if not article.language.lower().startswith("en") or lexicon_for(article.language) is None:
        return (True,) * len(sentences)
    texts = [article.text[sentence.start : sentence.end] for sentence in sentences]
    signs = [sign(text) for text in texts]
    sure = [i for i, found in enumerate(signs) if found is Sign.SURE]
    promising = len(signs) - signs.count(Sign.NONE)
    if len(sure) >= len(texts) * _SURE_SHARE or promising >= max(1, len(texts) * _LIKELY_SHARE):
        return (True,) * len(texts)
    kept: set[int] = set()
    for i in sure:
        near = range(max(0, i - _NEAR), min(len(texts), i + _NEAR + 1))
        kept.update(j for j in near if signs[j] is not Sign.NONE or -_BEFORE <= j - i <= _AFTER)
    if kept:
        kept.add(0)
        kept.update(_introductions(texts, kept))
    return tuple(i in kept for i in range(len(texts)))


def _introductions(texts: Sequence[str], kept: set[int]) -> set[int]:
    """The sentences in which the names of those kept stand for the first time: there a person has an office and a state."""
    names = {name for text in texts for name in _INSIDE.findall(text)}
    names &= {name for i in kept for name in _CAPITALISED.findall(texts[i])}
    found: set[int] = set()
    for i, text in enumerate(texts):
        new = names.intersection(_CAPITALISED.findall(text))
        if new:
            found.add(i)
            names -= new
    return found
