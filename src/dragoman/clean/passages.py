"""Blocks of an article that are in another language than the article."""

from collections.abc import Iterable, Iterator

from dragoman.clean.language import UNKNOWN, language_of
from dragoman.clean.scripts import main_script
from dragoman.clean.words import speaks_for, words_of
from dragoman.records.article import Block, Passage

LEAST_WORDS, LEAST_WORDS_OTHER_SCRIPT = 8, 3
"""A shorter block may be a name, a title or a slogan, unless its very letters are others."""
ENOUGH = 0.15
"""Share of the article's own common words with which a block needs no further look."""
LONG_BLOCK = 2_000
KIN = (
    frozenset({"hr", "sr-Latn", "sl"}),
    frozenset({"da", "no", "sv"}),
    frozenset({"cs", "sk"}),
    frozenset({"ru", "be", "uk", "bg", "mk", "sr"}),
)
"""Languages so near to each other that a block of one must be longer to be told from the others."""
LEAST_WORDS_KIN = 15


def passages(text: str, blocks: Iterable[Block], language: str) -> Iterator[Passage]:
    """Every block of the text in another language, where it is long enough to be told."""
    if language == UNKNOWN:
        return
    script, _ = main_script(text)
    for block in blocks:
        start = text[block.start : min(block.end, block.start + LONG_BLOCK)]
        words = words_of(start)
        count, own = len(words), main_script(start)[0]
        is_other_script = own != script and language not in ("ja", "zh")
        if count < (LEAST_WORDS_OTHER_SCRIPT if is_other_script else LEAST_WORDS):
            continue
        if speaks_for(language, words, own, ENOUGH):
            continue
        found = language_of(start)
        is_kin = any(language in family and found in family for family in KIN)
        if found not in (UNKNOWN, language) and not (is_kin and count < LEAST_WORDS_KIN):
            yield Passage(block.start, block.end, found)
