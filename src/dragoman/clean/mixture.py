"""Words that mix the letters of two scripts: a Latin "a" in a Russian word, which no search finds."""

import re
from collections.abc import Iterator

from dragoman.records.article import Note

_WORD = re.compile(r"[A-Za-z\u0370-\u03ff\u0400-\u052f]{3,}")
_SCRIPTS = re.compile("[A-Za-z]"), re.compile("[\u0400-\u052f]"), re.compile("[\u0370-\u03ff]")
MOST_SHOWN = 3


def mixture(text: str) -> Iterator[Note]:
    """A note with the first such words of a text, where it has any."""
    if text.isascii():
        return
    found = [
        word
        for word in _WORD.findall(text)
        if not word.isascii() and sum(bool(script.search(word)) for script in _SCRIPTS) > 1
    ]
    if found:
        shown = ", ".join(f"“{word}”" for word in dict.fromkeys(found[: 10 * MOST_SHOWN]))
        shown = ", ".join(shown.split(", ")[:MOST_SHOWN])
        words = "1 word mixes" if len(found) == 1 else f"{len(found):,} words mix"
        yield Note("script", f"{words} letters of different scripts that look alike: {shown}")
