"""Which language the common words and the letters of a text speak for."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from dragoman.clean.languages import Language, of_script
from dragoman.clean.scripts import main_script

WORD = re.compile(r"[^\W\d_]+(?:['ʻʼ‘’][^\W\d_]+)?")
ALIEN = 2.0
"""What a letter that a language does not have takes away: one in fifty letters outweighs four common words in a hundred."""
MOST_ALIEN, MOST_OWN = 0.25, 0.15
RARE = 0.34
"""Letters that more than this share of a script's languages have tell nothing for any of them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A language and how much speaks for it."""

    code: str
    share: float
    """Of common words, letters added and taken away."""


def common_words(text: str) -> tuple[str, float]:
    """The language that speaks loudest, "und" where none does, and how loud."""
    script, _ = main_script(text)
    judged = judgements(words_of(text), script)
    return (judged[0].code, judged[0].share) if judged and judged[0].share > 0 else ("und", 0.0)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return WORD.findall(text.lower())


def judgements(words: list[str], script: str) -> list[Judgement]:
    """Every language of a script, the likeliest first."""
    counted = _Counted.of(words, script)
    found = [Judgement(language.code, _share(language, counted)) for language in of_script(script)]
    return sorted(found, key=lambda judgement: (-judgement.share, judgement.code))


def share_of(code: str, words: list[str], script: str) -> float:
    """How much speaks for one language; 0 where the words are in another script."""
    language = next((known for known in of_script(script) if known.code == code), None)
    return _share(language, _Counted.of(words, script)) if language else 0.0


@dataclass(frozen=True, slots=True)
class _Counted:
    """The words and letters of a text."""

    words: Counter[str]
    total: int
    telling: dict[str, int]
    """The letters by which the languages of the script are told from each other, in the order of the text."""
    letters: int
    """All letters."""

    @classmethod
    def of(cls, words: list[str], script: str) -> "_Counted":
        letters, told = "".join(words), _all(script)
        telling = {letter: count for letter, count in Counter(letters).items() if letter in told}
        return cls(Counter(words), len(words), telling, len(letters))


def _share(language: Language, counted: _Counted) -> float:
    hits = sum(counted.words[word] for word in language.words if word in counted.words)
    if not hits:
        return 0.0
    spread = _spread(language.script)
    own = alien = 0.0
    for letter, count in counted.telling.items():
        if letter not in language.letters:
            alien += count
        elif letter in spread:
            own += count / spread[letter]
    return (
        hits / counted.total + min(own / counted.letters, MOST_OWN) - min(ALIEN * alien / counted.letters, MOST_ALIEN)
    )


@cache
def _all(script: str) -> frozenset[str]:
    return frozenset(letter for language in of_script(script) for letter in language.letters)


@cache
def _spread(script: str) -> dict[str, int]:
    """For each letter that few languages of a script have, how many they are."""
    counts = Counter(letter for language in of_script(script) for letter in language.letters)
    return {letter: count for letter, count in counts.items() if count <= RARE * len(of_script(script))}
