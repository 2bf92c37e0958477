"""The language of a text: told by its script, its letters and its commonest words; what they leave open is asked further."""

from dragoman.clean.identify import identified
from dragoman.clean.scripts import main_script, share_of_kana
from dragoman.clean.words import judgements, words_of

UNKNOWN = "und"
"""BCP 47 for a language that could not be told."""
SAMPLE = 20_000
"""Code points that are looked at."""
SURE_WORDS, SURE_SHARE, SURE_LEAD = 12, 0.2, 0.1
"""Words, share of common ones, and lead before the next language from which nobody else is asked: running text holds a
third of such words in most languages, a list of names next to none."""
LIKELY = 0.6
"""Below this likelihood a guess is none: names and numbers alone ("Mi-24 Su-25 T-72") reach .4."""
LIKELY_SHORT = 0.8
"""The same below `SURE_WORDS` words."""
LEAST_WORDS = 3


def language_of(text: str) -> str:
    """BCP 47 code of the language that most of the text is in; "und" where it cannot be told."""
    sample = text[:SAMPLE]
    script, count = main_script(sample)
    if count < LEAST_WORDS:
        return UNKNOWN
    if script == "han":
        return "ja" if share_of_kana(sample) > 0.05 else "zh"
    if script not in ("latin", "cyrillic", "arabic"):
        return script
    words = words_of(sample)
    judged = judgements(words, script)
    best, lead = judged[0], judged[0].share - judged[1].share
    if len(words) >= SURE_WORDS and best.share >= SURE_SHARE and lead >= SURE_LEAD:
        return best.code
    if len(words) < LEAST_WORDS:
        return UNKNOWN
    code, likely = identified(sample, script)
    agreed = code == best.code and best.share > 0
    return code if agreed or likely >= (LIKELY if len(words) >= SURE_WORDS else LIKELY_SHORT) else UNKNOWN
