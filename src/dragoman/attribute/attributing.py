"""The words that attribute a quotation: behind it, before it, or in the sentence that leads to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.attribute.cues import Cue, phrase_cue, verb_cue
from dragoman.attribute.marks import Marked
from dragoman.attribute.phrases import phrase_after, phrase_before, source, subject, tree_phrase, with_apposition
from dragoman.attribute.saying import Source, Span
from dragoman.attribute.unmarked import signature
from dragoman.records.article import Article
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading, Sentence, Token

_REACH = 16
"""Words within which an attribution must begin beside its quotation."""
_WITH_WHOM = frozenset(
    [
        "tell",
        "inform",
        "notify",
        "assure",
        "reassure",
        "remind",
        "advise",
        "brief",
        "ask",
        "urge",
        "invite",
        "warn",
        "thank",
        "congratulate",
        "address",
    ]
)
_CALLS = frozenset(
    [
        "call",
        "conversation",
        "talk",
        "talks",
        "meeting",
        "letter",
        "message",
        "interview",
        "phone",
        "telegram",
        "note",
        "negotiation",
    ]
)
_FINITE_MARKS = ".!?…"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that attribute: found beside one quotation."""

    source: Source | None
    cue: Span
    addressee: Source | None
    sentence: Sentence


class Attributing:
    """Looks for the words that attribute, beside one quotation after the other."""

    def __init__(self, article: Article, reading: Reading, resolution: Resolution, outer: Sequence[Marked]) -> None:
        self.article = article
        self.reading = reading
        self.resolution = resolution
        self.outer = outer

    def after(self, final: Marked) -> Attribution | None:
        """Behind the quotation: "…," X said; "…," said X."""
        sentence = next(
            (s for s in self.reading.sentences if s.end > final.end and any(t.start >= final.end for t in s.tokens)),
            None,
        )
        if sentence is None or "\n" in self.article.text[final.end : max(final.end, sentence.tokens[0].start)]:
            return None
        tokens = sentence.tokens
        begin = next(i for i, t in enumerate(tokens) if t.start >= final.end)
        stop = next((i for i in range(begin, len(tokens)) if self._quoted(tokens[i])), len(tokens))
        new_sentence = sentence.start >= final.end
        while begin < stop and tokens[begin].upos == "PUNCT":
            begin += 1
        joined = begin < stop and tokens[begin].text.lower() in ("and", "but", "so", "which")
        begin += joined
        for i in range(begin, min(stop, begin + _REACH)):
            cue = verb_cue(sentence, i)
            if (
                cue is None
                or cue.kind in ("describe", "accuse", "show")
                or (tokens[i].upos in ("NOUN", "ADJ") and tokens[i].text.lower() == cue.lemma)
            ):
                continue
            if i == begin:
                # "… and called on the guests": what follows a joined verb is whom it takes, not who speaks.
                told = joined or cue.lemma in _WITH_WHOM or tokens[i].text.lower().endswith("ing")
                phrase = None if told else phrase_after(sentence, cue.last + 1, stop)
            else:
                phrase = phrase_before(sentence, i - 1, begin)
                if phrase is None or not self._only_subject(sentence, begin, phrase[0], phrase[1], i):
                    phrase = self._by_tree(sentence, cue, begin, stop)
            if phrase is None:
                continue
            if new_sentence and (not self._is_tail(sentence, begin, i) or (phrase[0] > begin + 2 and i != begin)):
                return self._this_was_said(sentence, begin, stop)
            phrase = with_apposition(sentence, *phrase, stop if i == begin else i)
            return self._attribution(sentence, cue, phrase)
        return self._this_was_said(sentence, begin, stop) if new_sentence else self._by_phrase(sentence, begin, stop)

    def _by_phrase(self, sentence: Sentence, begin: int, stop: int) -> Attribution | None:
        """“…,” according to X."""
        cue = phrase_cue(sentence, begin) if begin < stop else None
        phrase = phrase_after(sentence, cue.last + 1, stop) if cue else None
        return self._attribution(sentence, cue, phrase) if cue and phrase else None

    def _is_tail(self, sentence: Sentence, begin: int, cue: int) -> bool:
        """Whether a new sentence does nothing but attribute what stands before it: “Why now?” he asked."""
        start = sentence.tokens[begin]
        short = not any(t.text.lower() in ("that", ":") for t in sentence.tokens[cue + 1 : cue + 4])
        ends_open = not any(
            c in sentence.children[cue]
            for c in range(cue + 1, len(sentence.tokens))
            if sentence.tokens[c].relation == "ccomp"
        )
        return (
            short
            and ends_open
            and (start.text[:1].islower() or len(sentence.tokens) - begin <= 8 or cue == begin)
            and self._glued(sentence, begin)
        )

    def _glued(self, sentence: Sentence, begin: int) -> bool:
        return self.article.text[sentence.start : sentence.tokens[begin].end][:1] != "\n"

    def _this_was_said(self, sentence: Sentence, begin: int, stop: int) -> Attribution | None:
        """“….” This was stated by X. / X said this at a briefing."""
        tokens = sentence.tokens
        words = [t.text.lower() for t in tokens[begin:stop]]
        if "this" not in words[:_REACH] and "such" not in words[:2]:
            return None
        for i in range(begin, min(stop, begin + _REACH)):
            cue = verb_cue(sentence, i)
            if cue is None or cue.kind not in ("say", "manner"):
                continue
            if words[0] in ("this", "such") and i + 1 < stop and "by" in words[i + 1 - begin : i + 3 - begin]:
                by = begin + words.index("by", i - begin)
                phrase = phrase_after(sentence, by + 1, stop)
            elif i + 1 < stop and tokens[i + 1].text.lower() == "this":
                phrase = phrase_before(sentence, i - 1, begin)
            else:
                continue
            if phrase:
                return self._attribution(sentence, cue, phrase)
        return None

    def before(self, first: Marked, speech: bool) -> Attribution | None:
        """In front of the quotation: X said: “…”; X invited them “to …”; X: “…”."""
        sentence = self.reading.sentence_at(first.start)
        if sentence is None:
            return None
        tokens = sentence.tokens
        end = next((i for i, t in enumerate(tokens) if t.end > first.start), len(tokens))
        begin = next((i + 1 for i in range(end - 1, -1, -1) if self._quoted(tokens[i])), 0)
        for i in range(end - 1, begin - 1, -1):
            cue = verb_cue(sentence, i)
            if cue is None or cue.last >= end or not self._governs(sentence, cue, end, speech):
                if tokens[i].has("VerbForm=Fin") and tokens[i].upos == "VERB" and speech:
                    break
                continue
            phrase = self._by_tree(sentence, cue, 0, end) or phrase_before(sentence, i - 1, begin)
            if phrase is not None:
                return self._attribution(sentence, cue, phrase)
            if cue.kind == "say":
                return None
        phrased = self._by_lead(sentence, begin, end)
        if phrased:
            return phrased
        if end > begin and tokens[end - 1].text == ":":
            phrase = phrase_before(sentence, end - 2, begin)
            if phrase and phrase[0] == begin:
                return self._attribution(sentence, Cue(":", "say", end - 1, end - 1), phrase)
        return None

    def _by_lead(self, sentence: Sentence, begin: int, end: int) -> Attribution | None:
        """According to X, “…”."""
        for i in range(begin, end):
            cue = phrase_cue(sentence, i)
            phrase = phrase_after(sentence, cue.last + 1, end) if cue else None
            if cue and phrase:
                return self._attribution(sentence, cue, phrase)
        return None

    def _governs(self, sentence: Sentence, cue: Cue, end: int, speech: bool) -> bool:
        """Whether nothing between a cue and the mark takes the quotation away from it."""
        tokens = sentence.tokens
        if cue.kind == "show" or (
            tokens[cue.first].upos in ("NOUN", "PROPN", "ADJ") and tokens[cue.first].text.lower() == cue.lemma
        ):
            return False
        between = tokens[cue.last + 1 : end]
        if any(t.text == ";" for t in between):
            return False
        if any(t.text.lower() == "that" for t in between[:8]):
            return True
        below = set(sentence.subtree(cue.first))
        return not any(
            t.upos == "VERB" and t.has("VerbForm=Fin") and cue.last + 1 + k not in below for k, t in enumerate(between)
        ) and (speech or cue.kind != "manner" or len(between) <= 4)

    def beside(self, first: Marked, final: Marked) -> Attribution | None:
        """In the sentence before, where it leads to the quotation, or holds the speaker of a block that is all quotation."""
        before = [s for s in self.reading.sentences if s.end <= first.start]
        if not before or not self._alone(first, final):
            return None
        sentence = before[-1]
        if any(self._quoted(t) for t in sentence.tokens):
            return None
        ends_with_colon = sentence.tokens[-1].text == ":"
        block = self.article.block_at(first.start)
        same_block = block is not None and sentence.start >= block.start
        if not (ends_with_colon or same_block or (block is not None and block.kind == "quote")):
            return None
        for i in range(len(sentence.tokens) - 1, -1, -1):
            cue = verb_cue(sentence, i)
            if cue is None or cue.kind in ("show", "describe", "think", "accuse") or cue.lemma == "deny":
                continue
            if (
                not ends_with_colon
                and sentence.tokens[i].head >= 0
                and sentence.tokens[i].relation not in ("conj", "xcomp")
            ):
                continue
            phrase = self._by_tree(sentence, cue, 0, len(sentence.tokens))
            if phrase:
                return self._attribution(sentence, cue, phrase)
        return None

    def signed(self, final: Marked) -> Source | None:
        """Who signs a quotation that is set off from the text: "— Ann Roe, minister" under it."""
        blocks = self.article.blocks
        index = next((i for i, block in enumerate(blocks) if block.start <= final.start < block.end), None)
        place = signature(self.article, index) if index is not None else None
        if index is None or place is None or self.article.text[final.end : blocks[index].end].strip():
            return None
        sentence = next((s for s in self.reading.sentences if s.start < place[1] and s.end > place[0]), None)
        first = next((i for i, t in enumerate(sentence.tokens) if t.start >= place[0]), None) if sentence else None
        if sentence is None or first is None:
            return None
        stop = next((i for i, t in enumerate(sentence.tokens) if t.start >= place[1]), len(sentence.tokens))
        phrase = phrase_after(sentence, first, stop)
        if phrase is None:
            return None
        signer = source(sentence, *with_apposition(sentence, *phrase, stop), self.resolution)
        return signer if signer.entity is not None else self._by_name(signer)

    def _by_name(self, signer: Source) -> Source:
        """The signer as the person whose name, as the text gave it before, stands in the signature."""
        words = self.article.text[signer.start : signer.end]
        bearers = [e.id for e in self.resolution.entities if e.kind == "person" and " " in e.name and e.name in words]
        return Source(signer.start, signer.end, bearers[0]) if len(bearers) == 1 else signer

    def _alone(self, first: Marked, final: Marked) -> bool:
        """Whether a quotation is whole sentences, nothing of the outlet's in them."""
        text = self.article.text
        line = text.rfind("\n", 0, first.start) + 1
        head = text[line : first.start].rstrip()
        return not head or head.endswith((".", "!", "?", ":", "…")) or final.runs_on

    def _by_tree(self, sentence: Sentence, cue: Cue, begin: int, stop: int) -> tuple[int, int] | None:
        named = subject(sentence, cue.first)
        if named is None or not begin <= named < stop or self._quoted(sentence.tokens[named]):
            return None
        first, last = tree_phrase(sentence, named)
        first, last = max(first, begin), min(last, stop - 1)
        if first <= cue.first <= last or any(self._quoted(t) for t in sentence.tokens[first : last + 1]):
            return named, named
        return first, last

    def _only_subject(self, sentence: Sentence, begin: int, first: int, last: int, cue: int) -> bool:
        """Whether the words up to the cue are its subject and little else: no other finite verb before it."""
        return (
            not any(t.upos == "VERB" and t.has("VerbForm=Fin") for t in sentence.tokens[begin:first])
            and cue - last <= 4
        )

    def _attribution(self, sentence: Sentence, cue: Cue, phrase: tuple[int, int]) -> Attribution:
        tokens = sentence.tokens
        speaker = source(sentence, *phrase, self.resolution)
        addressee = self._addressee(sentence, cue, phrase)
        return Attribution(speaker, (tokens[cue.first].start, tokens[cue.last].end), addressee, sentence)

    def _addressee(self, sentence: Sentence, cue: Cue, phrase: tuple[int, int]) -> Source | None:
        tokens = sentence.tokens
        stop = next((i for i in range(cue.last + 1, len(tokens)) if self._quoted(tokens[i])), len(tokens))
        if cue.lemma in _WITH_WHOM:
            told = phrase_after(sentence, cue.last + 1, stop)
            return source(sentence, *told, self.resolution) if told and told != phrase else None
        for i in range(cue.last + 1, stop - 1):
            direct = tokens[i].text.lower() == "to" and tokens[i].upos == "ADP" and i - cue.last <= 2
            if direct or (tokens[i].text.lower() in ("to", "with") and tokens[i - 1].text.lower() in _CALLS):
                told = phrase_after(sentence, i + 1, stop)
                if told:
                    return source(sentence, *told, self.resolution)
        return None

    def _quoted(self, token: Token) -> bool:
        return any(m.start <= token.start < m.end for m in self.outer if not self._short(m))

    def _short(self, m: Marked) -> bool:
        """A name or a word in marks, which does not part the outlet's sentence."""
        inner = self.article.text[m.inner_start : m.inner_end]
        return inner.count(" ") < 3 and not inner.rstrip().endswith((*_FINITE_MARKS, ","))
