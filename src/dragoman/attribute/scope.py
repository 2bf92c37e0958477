"""One sentence as the search for sayings sees it: its words, what is quoted in it, and what stands around a cue."""

from collections.abc import Sequence

from dragoman.attribute.cues import Cue, verb_cue
from dragoman.attribute.saying import Saying, Span, trimmed
from dragoman.records.article import Article
from dragoman.records.entity import Resolution
from dragoman.records.reading import Sentence


class Scope:
    """A sentence with the quotations that touch it."""

    def __init__(
        self, article: Article, sentence: Sentence, resolution: Resolution, quotations: Sequence[Saying]
    ) -> None:
        self.article = article
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.resolution = resolution
        self.quotations = [q for q in quotations if any(s < sentence.end and e > sentence.start for s, e in q.content)]

    def is_quotation(self, content: Span, cue: Span) -> bool:
        """Whether the content is nothing but a quotation that is listed already, two words aside at most."""
        bare = sum(
            not any(
                start <= token.start < end
                for q in self.quotations
                for start, end in q.content
                if not q.holds(content) or q.cue == cue
            )
            for token in self.tokens
            if content[0] <= token.start < content[1] and token.upos != "PUNCT"
        )
        return bare < 2

    def is_quotations_cue(self, cue: Cue) -> bool:
        """Whether a cue attributes a direct quotation."""
        return any(q.cue == (self.tokens[cue.first].start, self.tokens[cue.last].end) for q in self.quotations)

    def follows_its_quotation(self, cue: Cue) -> bool:
        """Whether a cue stands behind the quotation that it attributes, so that no other content stands before it."""
        span = (self.tokens[cue.first].start, self.tokens[cue.last].end)
        return any(q.cue == span and q.content[0][0] < span[0] for q in self.quotations)

    def negated(self, index: int) -> bool:
        """Whether a word is denied."""
        return any(self.tokens[c].text.lower() in ("not", "n't", "n’t", "never") for c in self.sentence.children[index])

    def passive(self, cue: Cue) -> bool:
        """Whether a verb stands in the passive: "it was said"."""
        children = self.sentence.children[cue.first]
        if any(self.tokens[c].deprel in ("aux:pass", "nsubj:pass") for c in children):
            return True
        # "It is alleged that", taken for an adjective.
        expletive = any(self.tokens[c].text.lower() == "it" for c in children)
        return expletive and cue.kind == "say" and any(self.tokens[c].relation == "cop" for c in children)

    def adds(self, i: int) -> bool:
        """Whether a participle of speech goes on after a comma: ", adding that"."""
        if i == 0 or self.tokens[i - 1].text != "," or not self.tokens[i].text.lower().endswith("ing"):
            return False
        cue = verb_cue(self.sentence, i)
        return cue is not None and cue.kind == "say"

    def span(self, first: int, last: int) -> Span | None:
        """The text from a word to a word, without blanks and commas at its ends; `None` where nothing is left."""
        if first > last or first >= len(self.tokens):
            return None
        start, end = trimmed(
            self.article.text, self.tokens[first].start, self.tokens[min(last, len(self.tokens) - 1)].end
        )
        return (start, end) if start < end else None
