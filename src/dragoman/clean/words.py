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
    counted = _Counted.of(words)
    found = [Judgement(language.code, _share(language, counted)) for language in of_script(script)]
    return sorted(found, key=lambda judgement: (-judgement.share, judgement.code))


def speaks_for(code: str, words: list[str], script: str, least: float) -> bool:
    """Whether at least so much speaks for one language; nothing does in another script."""
    language = next((known for known in of_script(script) if known.code == code), None)
    if language is None or not words:
        return False
    hits = sum(word in language.words for word in words)
    if hits / len(words) - MOST_ALIEN >= least:
        return True  # whatever its letters are
    return hits > 0 and _share(language, _Counted.of(words)) >= least


@dataclass(frozen=True, slots=True)
class _Counted:
    """The words and letters of a text."""

    words: Counter[str]
    letters: Counter[str]
    total: int

    @classmethod
    def of(cls, words: list[str]) -> "_Counted":
        return cls(Counter(words), Counter("".join(words)), len(words))


def _share(language: Language, counted: _Counted) -> float:
    hits = sum(counted.words[word] for word in language.words & counted.words.keys())
    if not hits:
        return 0.0
    whole = counted.letters.total()
    spread, alien_letters = _spread(language.script), _alien(language)
    own = sum(
        count / spread[letter]
        for letter, count in counted.letters.items()
        if letter in language.letters and letter in spread
    )
    alien = sum(count for letter, count in counted.letters.items() if letter in alien_letters)
    return hits / counted.total + min(own / whole, MOST_OWN) - min(ALIEN * alien / whole, MOST_ALIEN)


@cache
def _alien(language: Language) -> frozenset[str]:
    """Letters of other languages of its script that a language does not have."""
    return frozenset(letter for other in of_script(language.script) for letter in other.letters) - language.letters


@cache
def _spread(script: str) -> dict[str, int]:
    """For each letter that few languages of a script have, how many they are."""
    counts = Counter(letter for language in of_script(script) for letter in language.letters)
    return {letter: count for letter, count in counts.items() if count <= RARE * len(of_script(script))}
