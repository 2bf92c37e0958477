"""What verbs of speech and thought report: "X said that …", "…, X said", "X is said to have …", "accused X of …"."""

from dragoman.attribute.cues import Cue, is_witness, noun_cue, verb_cue
from dragoman.attribute.phrases import phrase_after, phrase_before, source, subject, tree_phrase, with_apposition
from dragoman.attribute.saying import Saying, Source, Span
from dragoman.attribute.scope import Scope

_HEARSAY = frozenset(["say", "report", "allege", "claim", "rumour", "believe", "think", "suspect", "state", "estimate"])
"""Verbs of "X is said to have …"."""
_REACH = 9
"""Words within which "that" must follow its cue: "told reporters in Tashkent on Friday that"."""
_ADVERBIAL = 4
"""Words that may stand between the words that attribute and the comma that closes them: "he said on Friday,"."""
_NOBODY = frozenset(
    ["i", "we", "you", "one", "this", "that", "these", "those", "which", "what", "nothing", "everything"]
)
"""Subjects that make no source: the outlet itself, or a thing that lets one conclude."""
_RELATIVE = frozenset(["which", "whom", "whose", "who"])
_EXPLETIVE = frozenset(("it", "there"))


class Reported(Scope):
    """The sayings that the verbs of one sentence report."""

    def is_verb(self, i: int) -> bool:
        """Whether a word is a verb here, or a predicate such as "convinced", whatever its tag."""
        token = self.tokens[i]
        if token.upos in ("VERB", "AUX"):
            return True
        if token.upos == "ADJ":
            return any(True for _ in self.sentence.dependents(i, "cop"))
        main = token.relation in ("root", "parataxis", "ccomp", "conj")
        return main and token.text.lower() != token.lemma.lower()

    def verb(self, cue: Cue, main: Saying | None) -> Saying | None:
        """What a verb reports; `main`: the saying found before it in the sentence. `None` where it reports nothing."""
        if self.is_quotations_cue(cue) and cue.kind in ("accuse", "describe"):
            return None
        if self.negated(cue.first) and cue.lemma not in ("deny", "doubt"):
            return None
        content = self._accused_of(cue) if cue.kind == "accuse" else self._content(cue)
        if content is None:
            return None
        who = self._same_speaker(cue, main) or self._who(cue, content[0])
        if who == "none":
            return None
        span = (self.tokens[cue.first].start, self.tokens[cue.last].end)
        if all(self.is_quotation(piece, span) for piece in content):
            return None
        named = who if isinstance(who, Source) else None
        if cue.kind == "show" and not (named and self._witnesses(named)):
            return None
        listed = named is not None and cue.kind in ("say", "promise", "show", "think", "ask", "manner")
        return Saying(content, named, span, self._addressee(cue, content[0]), direct=False, listed=listed)

    def _same_speaker(self, cue: Cue, main: Saying | None) -> Source | None:
        """For "…, X said, adding that …": whoever spoke last in the sentence speaks on."""
        if not self.adds(cue.first):
            return None
        start = self.tokens[cue.first].start
        spoken = [q for q in (*self.quotations, main) if q is not None and q.cue is not None and q.cue[1] < start]
        spoken = [q for q in spoken if q.cue is not None and q.cue[0] >= self.sentence.start]
        return spoken[-1].source if spoken else None

    def _who(self, cue: Cue, content: Span) -> Source | str | None:
        """The source of a verb; `None` where the text keeps it unnamed, "none" where the outlet itself speaks."""
        tokens = self.tokens
        index = subject(self.sentence, cue.first)
        if index is None and cue.kind == "think" and content[0] > tokens[cue.first].start:
            # "Officials are convinced that": whoever is convinced holds the view.
            index = self.sentence.first(cue.first, "nsubj:pass")
        if index is not None and content[0] <= tokens[index].start < content[1]:
            index = None
        if index is None:
            near = self._beside(cue, content)
            if near is not None:
                index = self.sentence.head_of(tokens[near[0]].start, tokens[near[1]].end)
                index = near[1] if index is None else index
        if index is None:
            return None if self.passive(cue) else "none"
        word = tokens[index].text.lower()
        # "It said": a source still to be traced, where "it seems" has none.
        open_source = word == "it" and cue.kind == "say" and not self.passive(cue)
        unknown = self.resolution.at(tokens[index].start) is None
        if word in _EXPLETIVE and (self.passive(cue) or (unknown and not open_source)):
            return None if self.passive(cue) else "none"
        if word in _NOBODY:
            return "none"
        if self.passive(cue) and tokens[index].deprel == "nsubj:pass" and cue.kind != "think":
            return None
        first, last = tree_phrase(self.sentence, index)
        while first < index and (content[0] <= tokens[first].start < content[1] or first <= cue.first < index):
            first += 1
        while last > index and (content[0] <= tokens[last].start < content[1] or index < cue.first <= last):
            last -= 1
        who = source(self.sentence, first, last, self.resolution)
        stop = cue.first if cue.first > last else len(tokens)
        last = with_apposition(self.sentence, first, last, stop)[1]
        return Source(who.start, tokens[last].end, who.entity)

    def _beside(self, cue: Cue, content: Span) -> tuple[int, int] | None:
        """The phrase next to a cue that the tree gave no subject: before it, or behind it in "…, said X"."""
        if self.passive(cue) or self.tokens[cue.first].text.lower().endswith("ing"):
            return None
        before = phrase_before(self.sentence, cue.first - 1, 0)
        if before is not None and not content[0] <= self.tokens[before[0]].start < content[1]:
            return before
        if content[1] <= self.tokens[cue.first].start:
            after = phrase_after(self.sentence, cue.last + 1, len(self.tokens))
            return with_apposition(self.sentence, *after, len(self.tokens)) if after else None
        return None

    def _content(self, cue: Cue) -> tuple[Span, ...] | None:
        """The words said, in one piece or in two around the words that attribute."""
        if cue.kind == "manner":
            return self._postposed(cue, None) if cue.lemma == "put it" else None
        led = self._led(cue)
        if led is not None:
            return (led,)
        heard = self._heard(cue)
        if heard is not None:
            return (heard,)
        clause = self._clause(cue)
        if clause is not None and clause > cue.first:
            below = self.sentence.subtree(clause)
            first = min((k for k in below if k > cue.last), default=clause)
            if any(token.text.lower() in _RELATIVE for token in self.tokens[first : first + 3]):
                return None
            if self.tokens[first].text == "," and self.tokens[cue.first].relation != "root":
                return None
            span = self.span(first, self._end(cue, clause))
            return (span,) if span else None
        return None if self.follows_its_quotation(cue) else self._postposed(cue, clause)

    def _led(self, cue: Cue) -> Span | None:
        """What follows "that" behind the cue."""
        tokens = self.tokens
        quoted_from = min((s for q in self.quotations for s, _ in q.content if s >= tokens[cue.last].end), default=None)
        for i in range(cue.last + 1, min(len(tokens), cue.last + 1 + _REACH)):
            word = tokens[i].text.lower()
            if quoted_from is not None and tokens[i].start >= quoted_from:
                break
            if word == "that" and i + 1 < len(tokens) and (tokens[i].upos == "SCONJ" or tokens[i].relation == "mark"):
                if tokens[tokens[i].head].deprel == "acl:relcl":
                    continue  # "…, he said, ahead of the schedule that critics had doubted"
                if noun_cue(self.sentence, i - 1) is not None and not self._is_paper(i - 1):
                    # "Commenting on reports that": the clause is the noun's.
                    return None
                return self.span(i + 1, self._end(cue, i + 1))
            if tokens[i].upos == "AUX" or (tokens[i].upos == "VERB" and tokens[i].has("VerbForm=Fin")):
                break
        return None

    def _is_paper(self, noun: int) -> bool:
        """Whether a noun only names the paper in which it was said: "said in a statement that"."""
        before = [t.text.lower() for t in self.tokens[max(0, noun - 4) : noun]]
        return "in" in before and self.tokens[noun].has("Number=Sing")

    def _heard(self, cue: Cue) -> Span | None:
        """The deed of "X is said to have done it", its doer included."""
        if cue.lemma not in _HEARSAY or not self.passive(cue):
            return None
        act = self.sentence.first(cue.first, "xcomp")
        doer = self.sentence.first(cue.first, "nsubj:pass", "nsubj")
        if act is None or act < cue.first or doer is None or doer > cue.first:
            return None
        return self.span(min(self.sentence.subtree(doer)), max(self.sentence.subtree(act)))

    def _clause(self, cue: Cue) -> int | None:
        """The clause a verb governs, by the tree; an infinitive is an act, not a statement."""
        for child in self.sentence.dependents(cue.first, "ccomp"):
            token = self.tokens[child]
            marks = [self.tokens[c].text.lower() for c in self.sentence.dependents(child, "mark")]
            if "to" in marks and not any(True for _ in self.sentence.dependents(child, "nsubj")):
                continue
            if token.upos in ("NOUN", "PROPN", "ADJ", "PRON") and not any(
                True for _ in self.sentence.dependents(child, "cop", "nsubj", "aux")
            ):
                continue
            if child > cue.first and not any(True for _ in self.sentence.dependents(child, "nsubj", "expl")):
                continue
            return child
        return None

    def _postposed(self, cue: Cue, clause: int | None) -> tuple[Span, ...] | None:
        """For "Russia will withdraw, X said" and "as X put it": the content stands around the words that attribute."""
        tokens = self.tokens
        if cue.kind not in ("say", "think", "manner"):
            return None
        near = phrase_before(self.sentence, cue.first - 1, 0)
        after = None if near else phrase_after(self.sentence, cue.last + 1, len(tokens))
        if near is None and after is None:
            return None
        before = near[0] if near else cue.first
        last = after[1] if after else cue.last
        as_clause = before > 0 and tokens[before - 1].text.lower() == "as"
        if cue.kind == "manner" and not as_clause:
            return None
        start = before - 1 if as_clause else before
        close = next((i for i in range(last, len(tokens)) if tokens[i].text == ","), None)
        if as_clause and start == 0:
            behind = self.span(close + 1, len(tokens) - 1) if close is not None else None
            return (behind,) if behind else None
        if start == 0 or tokens[start - 1].text not in (",", "-", "–", "—"):
            return None
        if not as_clause and close is not None and self._is_parenthesis(last, close):
            pieces = (self.span(0, start - 2), self.span(close + 1, len(tokens) - 1))
            return tuple(span for span in pieces if span)
        if not as_clause and not self._hangs_loose(cue, clause, near is not None, start):
            return None
        front = self.span(0, start - 2)
        behind = self.span(close + 1, len(tokens) - 1) if close is not None and tokens[cue.first].head > close else None
        return tuple(span for span in (front, behind) if span) or None

    def _is_parenthesis(self, last: int, close: int) -> bool:
        """Whether a comma closes the words that attribute and the sentence's own verb is yet to come: ", he said, is …"."""
        tokens = self.tokens
        between = tokens[last + 1 : close]
        return (
            all(t.upos in ("ADV", "ADP", "PROPN", "NUM", "DET") for t in between)
            and len(between) <= _ADVERBIAL
            and close + 1 < len(tokens)
            and not self.adds(close + 1)
            and tokens[close + 1].upos not in ("CCONJ", "SCONJ")
            and any(t.upos in ("VERB", "AUX") for t in tokens[close + 1 :])
        )

    def _hangs_loose(self, cue: Cue, clause: int | None, named_before: bool, start: int) -> bool:
        """Whether the words that attribute have no content behind them and a whole clause before them."""
        tokens = self.tokens
        follows = tokens[cue.last + 1].upos if cue.last + 1 < len(tokens) else "PUNCT"
        if named_before and follows in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "SCONJ"):
            return False
        if clause is None and tokens[cue.first].relation not in ("parataxis", "root"):
            return False
        if tokens[0].upos == "SCONJ" or tokens[0].text.lower() in ("despite", "in", "on", "at", "after", "while", "as"):
            # "Despite the losses, X said …": what stands before is an adverbial, unless the tree knows better.
            return clause is not None or tokens[cue.first].relation == "parataxis"
        return any(
            tokens[i].relation in ("nsubj", "expl")
            and tokens[i].head < start - 1
            and tokens[tokens[i].head].relation != "acl"
            for i in range(start - 1)
        )

    def _end(self, cue: Cue, content: int) -> int:
        """The last word of a content: the sentence's, or the one before the cue's next clause ("… and added that …")."""
        tokens = self.tokens
        inside = set(self.sentence.subtree(content))
        later = [
            min(self.sentence.subtree(c))
            for c in self.sentence.children[cue.first]
            if tokens[c].relation in ("conj", "parataxis", "advcl")
            and min(self.sentence.subtree(c)) > content
            and c not in inside
            and self._says(c)
        ]
        later.extend(i for i in range(content + 1, len(tokens)) if self.adds(i))
        below = set(self.sentence.subtree(cue.first))
        outside = [i for i in range(content, len(tokens)) if i not in below and tokens[i].upos != "PUNCT"]
        if outside and tokens[cue.first].relation not in ("root", "xcomp", "parataxis"):
            later.append(outside[0])
        return min(later, default=len(tokens)) - 1

    def _says(self, index: int) -> bool:
        """Whether a clause beside the content is the outlet's again, or another saying: not "… and would send aircraft"."""
        if verb_cue(self.sentence, index) is not None:
            return True
        aux = {self.tokens[c].text.lower() for c in self.sentence.dependents(index, "aux")}
        return self.tokens[index].relation == "conj" and not aux & {"would", "will"}

    def _accused_of(self, cue: Cue) -> tuple[Span, ...] | None:
        """The deed that somebody is blamed or praised for."""
        for i in range(cue.last + 1, len(self.tokens) - 1):
            if self.tokens[i].text.lower() in ("of", "for") and self.tokens[i + 1].text.lower().endswith("ing"):
                head = self.tokens[i].head
                if head > i and (self.tokens[head].head == cue.first or i - cue.last <= 8):
                    span = self.span(i + 1, max(self.sentence.subtree(head)))
                    return (span,) if span else None
            if self.tokens[i].upos == "VERB" and self.tokens[i].has("VerbForm=Fin"):
                return None
        return None

    def _addressee(self, cue: Cue, content: Span) -> Source | None:
        if cue.lemma not in ("tell", "inform", "notify", "assure", "reassure", "remind", "advise", "brief", "warn"):
            return None
        stop = next((i for i, t in enumerate(self.tokens) if t.start >= content[0]), len(self.tokens))
        told = phrase_after(self.sentence, cue.last + 1, stop)
        return source(self.sentence, *told, self.resolution) if told else None

    def _witnesses(self, named: Source) -> bool:
        return (
            any(is_witness(t.text) for t in self.tokens if named.start <= t.start < named.end)
            or named.entity is not None
        )
