"""One act of saying as this room finds it: the words said, who says them, the word that attributes them."""

from dataclasses import dataclass

Span = tuple[int, int]
"""Start and end in `Article.text`, code points, the end exclusive."""

_LOOSE = ",;:–—-."
_FELLOWS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_OPENERS = {"”": "“", "»": "«", '"': '"'}


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, as the text names them."""

    start: int
    end: int
    entity: str | None
    """Entity id, where the resolution knows one."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody's words or view. A quotation's content includes its marks."""

    content: tuple[Span, ...]
    source: Source | None
    cue: Span | None
    addressee: Source | None
    direct: bool
    listed: bool = True
    """Whether it is a statement to be listed among the quotes, or only a stretch in another's voice."""
    passed_on: Span | None = None
    """The cue of the saying that passes this one on: "Reuters reported, citing officials, that …"."""

    def holds(self, span: Span) -> bool:
        """Whether a span lies within the words said."""
        return any(start <= span[0] and span[1] <= end for start, end in self.content)

    @property
    def size(self) -> int:
        """Length of the words said, in code points."""
        return sum(end - start for start, end in self.content)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the blanks and commas at its ends, nor a quotation mark there whose fellow lies outside."""
    changed = True
    while changed and start < end:
        before = (start, end)
        while start < end and (text[start].isspace() or text[start] in _LOOSE):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in _LOOSE):
            end -= 1
        inside = text[start:end]
        if inside[:1] in _FELLOWS and not _closed(inside[1:], _FELLOWS[inside[0]]):
            start += 1
        elif inside[-1:] in _OPENERS and not _closed(inside[:-1], _OPENERS[inside[-1]]):
            end -= 1
        changed = before != (start, end) and (text[before[0]] in _FELLOWS or text[before[1] - 1] in _OPENERS)
    return start, end


def _closed(text: str, fellow: str) -> bool:
    return text.count(fellow) % 2 == 1 if fellow == '"' else fellow in text
