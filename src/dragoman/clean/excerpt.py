"""A feed's summary becomes the parts of an article: its title and its paragraphs as they stand, nothing left out."""

import re

from dragoman.clean.parts import Parts, Piece

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


def parts_of_excerpt(text: str, title: str | None) -> Parts:
    """The parts of a summary; its first paragraph is the title where it has the title's words."""
    found = [
        (match[0].strip(), match.start() + len(match[0]) - len(match[0].lstrip()))
        for match in _PARAGRAPH.finditer(text)
    ]
    pieces = tuple(
        Piece("title" if i == 0 and words == title else "paragraph", words, start, start + len(words))
        for i, (words, start) in enumerate(found)
        if words
    )
    return Parts(pieces, (), (), title, (), None, None, (), None, None)
