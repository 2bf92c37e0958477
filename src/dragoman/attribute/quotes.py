"""Direct quotations: which stretches between marks are somebody's words, and whose.

A stretch is a quotation when it is speech by its form (whole sentences, or a long phrase or clause) and the words around
it attribute it; a name or a phrase held with tongs (a "peace" conference) is none.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.attribute.attributing import Attributing, Attribution
from dragoman.attribute.marks import Marked, marked
from dragoman.attribute.saying import Saying, Span
from dragoman.attribute.unmarked import unmarked
from dragoman.records.article import Article
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading, Token

_LONG = 6
"""Words from which a fragment with a speaker is a quotation whatever its form; a clause needs four, a named thing three."""
_WHOLE = 5
"""Words from which whole sentences between marks are a quotation even where nobody is named."""
_FINITE_MARKS = ".!?…"


def quotations(article: Article, reading: Reading, resolution: Resolution) -> tuple[Saying, ...]:
    """All direct quotations in order."""
    outer = [m for m in marked(article) if m.depth == 0]
    outer = sorted((*outer, *unmarked(article, reading, outer)), key=lambda m: m.start)
    finder = _Finder(article, reading, resolution, outer)
    sayings: list[Saying] = []
    last: Saying | None = None
    for group in _groups(outer):
        saying = finder.saying(group, last)
        if saying is None:
            continue
        if last is not None and finder.goes_on(last, saying):
            saying = replace(last, content=(*last.content, *saying.content))
            sayings[-1] = saying
        else:
            sayings.append(saying)
        last = saying
    return tuple(sayings)


def inner_text(article: Article, saying: Saying) -> str:
    """The words said without the outer marks, nor the comma before the words that attribute.

    Pieces of one paragraph are joined by a blank, paragraphs by an empty line.
    """
    text = ""
    previous: Span | None = None
    for start, end in saying.content:
        piece = article.text[start:end].strip()
        if saying.direct:
            piece = piece.lstrip("“”«»„\"‘`'").rstrip("“”«»\"’`'").strip()
        if previous is not None:
            text += "\n\n" if "\n" in article.text[previous[1] - 1 : start + 1] else " "
        text += piece
        previous = (start, end)
    return text.rstrip(",").rstrip()


def _groups(outer: Sequence[Marked]) -> list[list[Marked]]:
    """Paragraphs of one speech, each opened with the mark again, belong together."""
    groups: list[list[Marked]] = []
    for m in outer:
        if groups and groups[-1][-1].runs_on:
            groups[-1].append(m)
        else:
            groups.append([m])
    return groups


class _Finder(Attributing):
    """Tells the quotations among the stretches between marks."""

    def saying(self, group: Sequence[Marked], last: Saying | None) -> Saying | None:
        """The quotation, or `None` where the marks hold no speech."""
        first, final = group[0], group[-1]
        inner = [t for m in group for t in self._tokens(m.inner_start, m.inner_end)]
        words = [t for t in inner if t.upos not in ("PUNCT", "SYM")]
        if not words or _is_proper(words) or (_is_name(words) and not self._ends_sentence(final)):
            return None
        speech = self._is_speech(first, final, words)
        content = tuple((m.start, m.end) for m in group)
        signed = self.signed(final)
        if signed is not None:
            return Saying(content, signed, None, None, direct=True)
        found = None
        if speech or len(words) >= 3:
            found = self.after(final) or self.before(first, speech)
        if found is None and speech:
            found = self.beside(first, final)
        if found is not None:
            if not (speech or self._is_fragment(first, words, found)):
                return None
            return Saying(content, found.source, found.cue, found.addressee, direct=True)
        if not speech or len(words) < _WHOLE or not self._ends_sentence(final):
            return None
        if last is not None and self._follows(last, first):
            return Saying(content, last.source, None, last.addressee, direct=True)
        return Saying(content, None, None, None, direct=True) if _has_verb(words) else None

    def goes_on(self, last: Saying, saying: Saying) -> bool:
        """Whether a quotation is the rest of the one before it, as “B” is in: “A,” X said. “B.”."""
        between = self.article.text[last.content[-1][1] : saying.content[0][0]]
        if "\n" in between or last.cue is None:
            return False
        inside = last.content[-1][1] <= last.cue[0] and last.cue[1] <= saying.content[0][0]
        return inside and (saying.cue is None or saying.cue == last.cue)

    def _tokens(self, start: int, end: int) -> list[Token]:
        return [
            t
            for s in self.reading.sentences
            if s.start < end and s.end > start
            for t in s.tokens
            if start <= t.start < end
        ]

    def _ends_sentence(self, m: Marked) -> bool:
        inner = self.article.text[m.inner_start : m.inner_end].rstrip("”’\"' ")
        return inner.endswith(tuple(_FINITE_MARKS)) or m.runs_on

    def _is_speech(self, first: Marked, final: Marked, words: Sequence[Token]) -> bool:
        """Whole sentences by their form: a capital at the start, and a full stop, or a comma before the attribution."""
        text = self.article.text
        inner = text[final.inner_start : final.inner_end].rstrip()
        if not text[first.inner_start : first.inner_end].lstrip()[:1].isupper() and not words[0].text[:1].isdigit():
            return False
        opens = text[: first.start].rstrip()[-1:] in (
            "",
            ".",
            "!",
            "?",
            "…",
            ":",
            ",",
            "”",
            '"',
            "»",
            "-",
            "–",
            "—",
            ")",
            "\n",
        )
        opens = opens or "\n" in text[max(0, first.start - 2) : first.start] or self._starts_sentence(first)
        after = text[final.end :].lstrip(" \u00a0")[:1]
        closes = inner.endswith((*_FINITE_MARKS, ",")) or after in (",", "-", "–", "—") or final.runs_on
        return (opens and closes and (len(words) > 2 or inner.endswith((*_FINITE_MARKS, ",")))) or (
            inner.endswith((",", "!", "?", ".")) and len(words) >= 4 and _has_verb(words)
        )

    def _starts_sentence(self, m: Marked) -> bool:
        return any(s.start <= m.start <= s.start + 1 for s in self.reading.sentences)

    def _is_fragment(self, first: Marked, words: Sequence[Token], found: Attribution) -> bool:
        """Whether a part of a sentence is quoted: by length, by a verb in it, or for the cue right before it."""
        if len(words) >= _LONG or (len(words) >= 4 and _has_verb(words)):
            return True
        gap = self._tokens(found.cue[1], first.start)
        return (
            first.start - found.cue[1] >= 0
            and len([t for t in gap if t.upos not in ("DET", "PUNCT", "SCONJ", "ADP")]) <= 3
        )

    def _follows(self, last: Saying, first: Marked) -> bool:
        """Whether a quotation stands right after another's paragraph."""
        between = self.article.text[last.content[-1][1] : first.start]
        if "\n" not in between:
            return not between.strip() or len(between) < 120
        tail = between.split("\n")[0]
        return between.count("\n") <= 2 and len(tail) < 160 and not between.split("\n")[-1].strip()


def _is_name(words: Sequence[Token]) -> bool:
    """Whether every word of weight is capitalised: “Army Games”."""
    weighty = [t for t in words if t.upos not in ("DET", "ADP", "CCONJ", "PART")]
    return len(words) <= 8 and all(t.text[:1].isupper() or t.text[:1].isdigit() for t in weighty)


def _is_proper(words: Sequence[Token]) -> bool:
    """Whether the marks hold a proper name and nothing else, a full stop within them or not: “Radio Mondial.”."""
    weighty = [t for t in words if t.upos not in ("DET", "ADP")]
    return 2 <= len(words) <= 8 and all(t.upos in ("PROPN", "NUM") and t.text[:1].isupper() for t in weighty)


def _has_verb(words: Sequence[Token]) -> bool:
    return any(t.upos in ("VERB", "AUX") for t in words)
