"""The language of a text, told by its script, its letters and its commonest short words."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources

UNKNOWN = "und"
"""BCP 47 for a language that could not be told."""
SAMPLE = 20_000
"""Code points that are looked at."""
WORD = re.compile(r"[^\W\d_]+(?:['ʻʼ’][^\W\d_]+)?")
SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("arabic", re.compile(r"[\u0600-\u06ff]")),
    ("han", re.compile(r"[\u3400-\u9fff]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
LEAST_SHARE = 0.12
"""Running text holds a third of such words in any of the languages; a list of names holds next to none."""
LEAST_SHARE_SHORT = 0.07
LEAST_HITS = 2
"""One such word could be part of a name: "Su-25" is not Spanish."""


@dataclass(frozen=True, slots=True)
class _Language:
    code: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]


def language_of(text: str) -> str:
    """BCP 47 code of the language that most of the text is in; "und" where it cannot be told."""
    sample = text[:SAMPLE]
    counts = {script: len(pattern.findall(sample)) for script, pattern in SCRIPTS}
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < 3:
        return UNKNOWN
    if script in ("han", "kana"):
        return "ja" if counts["kana"] > 0.05 * (counts["han"] + counts["kana"]) else "zh"
    if script == "arabic":
        return _arabic(sample)
    if script not in ("latin", "cyrillic"):
        return script
    return _by_words(sample.lower(), script)


def _arabic(text: str) -> str:
    if len(re.findall("[ٹڈڑے]", text)) * 100 > len(text):
        return "ur"
    return "fa" if len(re.findall("[پچژگی]", text)) * 50 > len(text) else "ar"


def _by_words(text: str, script: str) -> str:
    words = WORD.findall(text)
    counts = Counter(words)
    letters = Counter(text)
    total = max(len(words), 1)
    best = (0.0, UNKNOWN)
    for language in _languages():
        if language.script == script:
            hits = sum(counts[word] for word in language.words)
            common = hits / total if hits >= LEAST_HITS else 0.0
            own = sum(letters[letter] for letter in language.letters) / max(len(text), 1)
            best = max(best, (common + min(3 * own, 0.15) * (common > 0), language.code), key=lambda found: found[0])
    return best[1] if best[0] >= (LEAST_SHARE if total > 40 else LEAST_SHARE_SHORT) else UNKNOWN


@cache
def _languages() -> tuple[_Language, ...]:
    table = (resources.files("dragoman") / "data/clean/languages.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(_Language(code, script, frozenset(own), frozenset(words.split())) for code, script, own, words in rows)
