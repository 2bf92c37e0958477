"""The base form of a word as a table has it, where the reader's lemma is not in the table.

A reader's lemma of a rare word may be wrong ("ratifie" for "ratified"), its letters never are: the word is taken apart
into stem and ending, and the stem looked for among the table's words.
"""

from collections.abc import Collection, Iterable

from dragoman.records.reading import Token


def base_form(token: Token, known: Collection[str], endings: Iterable[str]) -> str:
    """The lemma in lower case where the table knows it, else the table's word whose form the token is, else the lemma."""
    lemma, text = token.lemma.lower(), token.text.lower()
    if lemma in known:
        return lemma
    for ending in sorted(endings, key=lambda e: (-len(e), e)):
        stem = text.removesuffix(ending)
        if stem == text or len(stem) < 2:
            continue
        for choice in _bases(stem):
            if choice in known:
                return choice
    return lemma


def _bases(stem: str) -> Iterable[str]:
    """What a stem may be of: "sign", "leas(e)", "ratif(y)", "plan(n)"."""
    yield stem
    yield stem + "e"
    yield stem + "y"
    if stem[-1] == stem[-2]:
        yield stem[:-1]
