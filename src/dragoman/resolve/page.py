"""The article's words in one row, and what stands where: what every step of the resolving works on."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records.article import Article
from dragoman.records.reading import Name, Reading


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the article; `head` and `children` are indices in the article's row of words, `head` -1 for a root."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str
    upos: str
    deprel: str
    head: int
    children: tuple[int, ...]
    sentence: int

    @property
    def relation(self) -> str:
        """The relation without its subtype."""
        return self.deprel.partition(":")[0]

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


class Page:
    """An article with its reading, its words numbered through."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self.article = article
        self.text = article.text
        self.day = article.published[:10] if article.published else None
        """When the article was published, ISO 8601."""
        self.names: tuple[Name, ...] = tuple(sorted(reading.names, key=lambda name: (name.start, -name.end)))
        self.words: list[Word] = []
        self.firsts: list[int] = []
        """For each sentence, the index of its first word."""
        for number, sentence in enumerate(reading.sentences):
            offset = len(self.words)
            self.firsts.append(offset)
            for i, t in enumerate(sentence.tokens):
                head = t.head + offset if 0 <= t.head < len(sentence.tokens) and t.head != i else -1
                children = tuple(child + offset for child in sentence.children[i])
                self.words.append(
                    Word(
                        t.start,
                        t.end,
                        t.text,
                        t.text.lower(),
                        t.lemma.lower(),
                        t.upos,
                        t.deprel,
                        head,
                        children,
                        number,
                    )
                )
        self._starts = [word.start for word in self.words]
        self._blocks = [block.start for block in article.blocks]

    def at(self, position: int) -> int | None:
        """The word that covers a place of the text."""
        i = bisect_right(self._starts, position) - 1
        return i if i >= 0 and self.words[i].start <= position < self.words[i].end else None

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The words (first, last) that a stretch of text touches; `None` where there are none."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.words[first].end <= start:
            first += 1
        last = bisect_right(self._starts, end - 1) - 1
        if first > last or first >= len(self.words):
            return None
        return first, last

    def sentence_words(self, number: int) -> range:
        """The words of a sentence."""
        end = self.firsts[number + 1] if number + 1 < len(self.firsts) else len(self.words)
        return range(self.firsts[number], end)

    def head_of(self, first: int, last: int) -> int:
        """The word of a stretch whose own head lies outside of it; the last one where there is none."""
        for i in range(first, last + 1):
            if not first <= self.words[i].head <= last:
                return i
        return last

    def children(self, index: int, *relations: str) -> Iterator[int]:
        """The dependents of a word by relation, subtypes included."""
        for child in self.words[index].children:
            word = self.words[child]
            if not relations or word.deprel in relations or word.relation in relations:
                yield child

    def case(self, index: int) -> str | None:
        """The preposition of a noun, lower case."""
        for child in self.children(index, "case"):
            if self.words[child].lower not in {"'s", "’s", "'", "’"}:
                return self.words[child].lower
        return None

    def block(self, position: int) -> int:
        """The number of the block that a place of the text stands in."""
        return bisect_right(self._blocks, position) - 1
