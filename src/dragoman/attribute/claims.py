"""Indirect speech and views: "X said that …", "according to X, …", "X's claim that …", "it is alleged that …"."""

from collections.abc import Iterator, Sequence

from dragoman.attribute.cues import Cue, is_distance, noun_cue, phrase_cue, verb_cue
from dragoman.attribute.phrases import phrase_after, phrase_before, source, subject, tree_phrase, with_apposition
from dragoman.attribute.reported import Reported
from dragoman.attribute.saying import Saying, Source
from dragoman.records.article import Article
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading

_NOBODY = frozenset(
    ["i", "we", "you", "one", "this", "that", "these", "those", "which", "what", "nothing", "everything"]
)
"""Subjects that make no source: the outlet itself, or a thing that lets one conclude."""
_CLAUSE_KINDS = ("say", "think", "show", "question", "ask", "promise", "accuse", "describe", "manner")
_VOICING = frozenset(
    [
        "make",
        "issue",
        "voice",
        "express",
        "repeat",
        "reiterate",
        "state",
        "have",
        "put",
        "advance",
        "raise",
        "release",
        "publish",
    ]
)
_EXPLETIVE = frozenset(("it", "there"))


def statements(
    article: Article, reading: Reading, resolution: Resolution, quotations: Sequence[Saying]
) -> tuple[Saying, ...]:
    """All indirect sayings, in the order of their cues."""
    found: list[Saying] = []
    for sentence in reading.sentences:
        found.extend(_Clauses(article, sentence, resolution, quotations).all())
    return tuple(found)


class _Clauses(Reported):
    """The sayings of one sentence."""

    def all(self) -> Iterator[Saying]:
        """Every saying of the sentence."""
        headline = self._headline()
        if headline is not None:
            yield headline
        main: Saying | None = None
        for i in range(len(self.tokens)):
            for saying in self._at(i, main):
                yield saying
                main = main or (saying if saying.listed else None)

    def _at(self, i: int, main: Saying | None) -> Iterator[Saying]:
        phrase = phrase_cue(self.sentence, i)
        if phrase is not None:
            found = self._phrase(phrase, main)
            if found is not None:
                yield found
            return
        cue = verb_cue(self.sentence, i)
        if cue is not None and cue.kind in _CLAUSE_KINDS and self.is_verb(i):
            found = self.verb(cue, main)
            if found is not None:
                yield found
                return
        noun = noun_cue(self.sentence, i)
        if noun is not None:
            found = self._noun(noun)
            if found is not None:
                yield found
        if is_distance(self.tokens[i].text):
            found = self._distance(i)
            if found is not None:
                yield found

    def _phrase(self, cue: Cue, main: Saying | None) -> Saying | None:
        """For "According to X, …": the clause around the phrase, without it."""
        tokens = self.tokens
        named = phrase_after(self.sentence, cue.last + 1, len(tokens))
        if named is None:
            return None
        first, last = with_apposition(self.sentence, *named, len(tokens))
        cue_span = (tokens[cue.first].start, tokens[cue.last].end)
        who = source(self.sentence, first, last, self.resolution)
        if any(q.cue == cue_span for q in self.quotations):
            return None
        if cue.lemma in ("citing", "quoting", "referring to"):
            if main is None:
                return None
            return Saying(main.content, who, cue_span, None, direct=False, passed_on=main.cue)
        begin, end = self._bounds(cue.first)
        if not any(t.upos not in ("PUNCT", "CCONJ", "ADV", "SCONJ", "ADP") for t in tokens[begin : cue.first]):
            content = self.span(self._after_phrase(last, end), end)
        else:
            start = self._owner(cue.first, named[1], begin)
            content = self.span(start, cue.first - 1)
            rest = self.span(last + 1, end) if last + 1 <= end and tokens[last + 1].text == "," else None
            if rest is not None and content is not None:
                return Saying((content, rest), who, cue_span, None, direct=False)
        return Saying((content,), who, cue_span, None, direct=False) if content else None

    def _after_phrase(self, last: int, end: int) -> int:
        """Where the clause begins after a phrase at its head: behind the comma, if more hangs on the phrase before it."""
        tokens = self.tokens
        if last + 1 <= end and tokens[last + 1].upos in ("VERB", "ADP", "PRON", "SCONJ"):
            comma = next((i for i in range(last + 1, end) if tokens[i].text == ","), None)
            return last + 1 if comma is None else comma + 1
        return last + 1

    def _owner(self, phrase: int, named: int, begin: int) -> int:
        """Where the clause begins that a phrase in the middle or at the end belongs to."""
        head = self.tokens[named].head
        while head >= 0 and self.tokens[head].relation not in ("root", "advcl", "ccomp", "parataxis", "acl", "conj"):
            head = self.tokens[head].head
        if head < 0 or self.tokens[head].relation not in ("advcl", "ccomp"):
            return begin
        return max(begin, min(i for i in self.sentence.subtree(head) if i <= phrase)) if head < phrase else begin

    def _bounds(self, index: int) -> tuple[int, int]:
        """The words of the sentence, or of the quotation that holds the word."""
        position = self.tokens[index].start
        for quotation in self.quotations:
            for start, end in quotation.content:
                if start <= position < end:
                    inside = [i for i, t in enumerate(self.tokens) if start < t.start and t.end < end]
                    return (inside[0], inside[-1]) if inside else (0, len(self.tokens) - 1)
        return 0, len(self.tokens) - 1

    def _noun(self, cue: Cue) -> Saying | None:
        """For "X's claim that …" and "the report that …"."""
        tokens, i = self.tokens, cue.first
        if i + 2 >= len(tokens):
            return None
        that = next((k for k in range(i + 1, min(len(tokens), i + 6)) if tokens[k].text.lower() == "that"), None)
        if that is None or not (tokens[that].upos == "SCONJ" or tokens[that].relation == "mark"):
            return None
        if any(t.upos in ("VERB", "AUX") for t in tokens[i + 1 : that]):
            return None
        clause = tokens[that].head
        below = self.sentence.subtree(clause) if clause > that else []
        content = self.span(that + 1, max(below) if below else len(tokens) - 1)
        if content is None:
            return None
        who = self._owner_of(i)
        if who is None and (cue.kind != "report" or self._negated_noun(i)):
            return None
        span = (tokens[i].start, tokens[i].end)
        return Saying((content,), who, span, None, direct=False, listed=who is not None)

    def _negated_noun(self, noun: int) -> bool:
        return any(self.tokens[c].text.lower() == "no" for c in self.sentence.dependents(noun, "det"))

    def _owner_of(self, noun: int) -> Source | None:
        tokens = self.tokens
        for child in self.sentence.children[noun]:
            if tokens[child].deprel == "nmod:poss" or (
                tokens[child].relation == "nmod"
                and any(tokens[c].text.lower() in ("of", "by", "from") for c in self.sentence.dependents(child, "case"))
            ):
                if tokens[child].text.lower() in ("my", "our", "your"):
                    return None
                return source(self.sentence, *tree_phrase(self.sentence, child), self.resolution)
        verb = tokens[noun].head
        if verb >= 0 and tokens[noun].relation == "obj" and tokens[verb].lemma in _VOICING:
            who = subject(self.sentence, verb)
            if who is not None and tokens[who].text.lower() not in _NOBODY | _EXPLETIVE:
                return source(self.sentence, *tree_phrase(self.sentence, who), self.resolution)
        return None

    def _distance(self, i: int) -> Saying | None:
        """For "allegedly": the clause in no named voice."""
        head = self.tokens[i].head
        if head < 0:
            return None
        below = self.sentence.subtree(head)
        content = self.span(below[0], below[-1])
        span = (self.tokens[i].start, self.tokens[i].end)
        return Saying((content,), None, span, None, direct=False, listed=False) if content else None

    def _headline(self) -> Saying | None:
        """For "X: …" as the title or a heading."""
        block = self.article.block_at(self.sentence.start)
        tokens = self.tokens
        colon = next((i for i, t in enumerate(tokens[:8]) if t.text == ":"), None)
        if block is None or block.kind not in ("title", "heading") or colon is None or colon == 0:
            return None
        named = phrase_before(self.sentence, colon - 1, 0)
        if named is None or named[0] != 0 or len(tokens) - colon < 4:
            return None
        who = source(self.sentence, *named, self.resolution)
        if who.entity is None or not any(t.upos in ("VERB", "AUX") for t in tokens[colon:]):
            return None
        content = self.span(colon + 1, len(tokens) - 1)
        span = (tokens[colon].start, tokens[colon].end)
        if content is None or self.is_quotation(content, span):
            return None
        return Saying((content,), who, span, None, direct=False)
