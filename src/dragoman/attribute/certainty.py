"""How certain the text makes each predicate: every verb, event noun and predicate adjective.

From the top of the tree down. A finite verb is judged by its own tense, mood and negation (`_own`); an infinitive, a
gerund or an event noun by the word it hangs on and what that word says of it (`data/attribute/embedding.tsv`). The rules:

- past, perfect and habitual present: occurred; present progressive and "is being": ongoing;
- will, shall, going to, "is to", a present tense with a time to come: planned; "would" that reports a past "will" too;
- may, might, can, could, should, must, would; if and unless; questions; commands; purpose: possible;
- not, never, no, none, "no longer", without, instead of: denied; "not only" is no denial;
- what hangs on a planned, possible or denied word takes that on, unless the table says that it happened all the same.
"""

from dragoman.attribute.cues import verb_cue
from dragoman.attribute.embedding import Embedding, combined, embedding, is_event_noun
from dragoman.attribute.inflection import verb_forms
from dragoman.records.attribution import Certainty
from dragoman.records.event import Factuality
from dragoman.records.reading import Reading, Sentence

_FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo", "gonna"))
_WOULD = frozenset(("would", "'d", "’d"))
_CAN = frozenset(("can", "could", "ca"))
_MODAL = frozenset(["may", "might", "must", "should", "ought", "need", "dare"]) | _CAN | _WOULD
_NOT = frozenset(["not", "n't", "n’t", "never", "neither", "nor"])
_NO = frozenset(["no", "none", "nobody", "nothing", "neither"])
_FOCUS = frozenset(["only", "just", "merely", "simply", "solely"])
_PRESENT_BE = frozenset(["is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"])
_BE = _PRESENT_BE | frozenset(("was", "were", "be", "been"))
_CONDITION = frozenset(("if", "unless", "whether", "provided", "lest", "supposing"))
_UPCOMING = frozenset(("once", "when", "until", "before", "after", "as"))
_COMING_TIME = frozenset(("tomorrow", "tonight", "soon", "shortly", "next", "later", "coming"))
_WH = frozenset(("who", "what", "why", "how", "when", "where", "which", "whose"))
_CLAUSES = ("root", "ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp")
_LASTING = frozenset(
    form
    for verb in [
        "take",
        "happen",
        "occur",
        "begin",
        "start",
        "continue",
        "go",
        "come",
        "last",
        "end",
        "proceed",
        "follow",
        "resume",
        "unfold",
    ]
    for form in verb_forms(verb)
)
"""Verbs that say of an event noun, their subject, nothing but that it is."""


def certainties(reading: Reading) -> tuple[Certainty, ...]:
    """The predicates that are not plainly "occurred", by place in the text."""
    found: list[Certainty] = []
    for sentence in reading.sentences:
        judged = _Judge(sentence).all()
        found.extend(
            Certainty(token.start, judged[i])
            for i, token in enumerate(sentence.tokens)
            if judged[i] != "occurred" and _is_predicate(sentence, i)
        )
    return tuple(found)


def _is_predicate(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.upos == "VERB":
        return token.relation not in ("case", "mark", "fixed")
    if token.upos in ("NOUN", "PROPN") and is_event_noun(token.text):
        # "Attack helicopters", "training centre": the word names a kind there, not an act.
        return token.relation != "compound"
    return token.upos in ("ADJ", "NOUN", "ADV") and any(True for _ in sentence.dependents(i, "cop"))


class _Judge:
    """The certainties of one sentence, each word after its head."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._words = [token.text.lower() for token in sentence.tokens]
        self._status: list[Factuality] = ["occurred"] * len(sentence.tokens)

    def all(self) -> list[Factuality]:
        """The certainty of every word; of words that are no predicate, what hangs on them inherits."""
        waiting = [i for i, token in enumerate(self._tokens) if token.head < 0]
        while waiting:
            i = waiting.pop()
            self._status[i] = self._judge(i)
            waiting.extend(self._sentence.children[i])
        return self._status

    def _judge(self, i: int) -> Factuality:
        token = self._tokens[i]
        if token.upos == "VERB" or self._is_clause(i):
            return self._clause(i)
        if token.upos in ("NOUN", "PROPN", "PRON", "NUM", "SYM"):
            return self._noun(i)
        return self._status[token.head] if token.head >= 0 else "occurred"

    def _is_clause(self, i: int) -> bool:
        token = self._tokens[i]
        return token.relation in _CLAUSES or any(True for _ in self._sentence.dependents(i, "cop", "nsubj", "aux"))

    # Clauses

    def _clause(self, i: int) -> Factuality:
        token = self._tokens[i]
        head = token.head
        own = self._own(i)
        if head < 0:
            return own
        if token.relation == "conj":
            return self._joined(i, head, own)
        if self._infinitive(i):
            status = self._infinitive_act(i, head)
        elif self._gerund(i) and token.relation == "acl" and not self._links(i):
            return own
        elif self._gerund(i):
            status = self._gerund_act(i, head)
        elif token.relation == "xcomp" and token.upos == "VERB":
            status = self._on(head, "act", own) or self._status[head]
        elif token.relation == "xcomp":
            return self._status[head]
        elif token.relation in ("ccomp", "csubj") or (token.relation == "acl" and "that" in self._marks(i)):
            return self._told(i, head, own)
        elif (
            token.relation == "advcl"
            and self._marks(i) & _UPCOMING
            and self._status[head] == "planned"
            and own == "occurred"
        ):
            return own if token.has("Tense=Past") else "planned"
        elif token.relation == "amod":
            return "occurred"
        else:
            return own
        return "denied" if self._negated(i) and status in ("occurred", "ongoing", "planned") else status

    def _own(self, i: int) -> Factuality:
        """By tense, mood, negation, condition and question of the clause itself."""
        base = self._base(i)
        negated = self._negated(i)
        if base == "possible":
            modal = self._aux(i) & _MODAL
            return "denied" if negated and modal and modal <= (_CAN | _WOULD) else "possible"
        if negated and not self._asked(i):
            return "denied"
        if self._asked(i) or self._marks(i) & _CONDITION or (base == "planned" and self._has_condition(i)):
            return "possible"
        return base

    def _base(self, i: int) -> Factuality:
        token, aux = self._tokens[i], self._aux(i)
        if aux & _FUTURE:
            return "planned"
        if aux & _MODAL:
            return (
                "planned"
                if aux & _MODAL <= _WOULD and self._backshifted(i) and not self._has_condition(i)
                else "possible"
            )
        if self._be_to(i):
            return "planned"
        if self._infinitive(i):
            return "possible"
        if token.has("Mood=Imp") and not any(True for _ in self._sentence.dependents(i, "nsubj")):
            return "possible"
        if self._words[i].endswith("ing") and token.upos == "VERB" and aux & _BE:
            if self._time_to_come(i) and not aux & {"been"}:
                return "planned"
            return "ongoing" if aux & _PRESENT_BE or aux & {"been"} or self._backshifted(i) else "occurred"
        if "being" in aux:
            return "ongoing" if not aux & {"was", "were"} or aux & _PRESENT_BE or self._backshifted(i) else "occurred"
        if token.has("Tense=Pres") and token.has("VerbForm=Fin") and self._time_to_come(i):
            return "planned"
        return "occurred"

    def _joined(self, i: int, head: int, own: Factuality) -> Factuality:
        """A second predicate shares the first one's auxiliaries and infinitive, unless it has a subject or tense of its own."""
        token = self._tokens[i]
        if self._tokens[head].upos not in ("VERB", "NOUN", "PROPN") and not self._is_clause(head):
            return own
        alone = any(True for _ in self._sentence.dependents(i, "nsubj", "cop")) or any(
            self._tokens[c].relation == "aux" and self._words[c] != "to" for c in self._sentence.children[i]
        )
        if alone or (token.has("VerbForm=Fin") and not self._bare_after_modal(i, head)):
            return own
        shared = self._status[head]
        if shared == "denied" and any(self._words[c] == "but" for c in self._sentence.dependents(i, "cc")):
            return self._base(head) if self._base(head) != "planned" or not self._negated(head) else "planned"
        return "denied" if self._negated(i) else shared

    def _bare_after_modal(self, i: int, head: int) -> bool:
        """Whether a form misread as a finite one goes on after "will", "may" or "to", or after "is being"."""
        if self._words[i].endswith("ed") and any(True for _ in self._sentence.dependents(head, "aux:pass")):
            return True
        base_form = self._words[i] == self._tokens[i].lemma.lower()
        return base_form and bool(self._aux(head) & (_FUTURE | _MODAL) or self._infinitive(head))

    def _infinitive_act(self, i: int, head: int) -> Factuality:
        judged = self._on(head, "act", "possible")
        token = self._tokens[i]
        if self._words[head] in ("have", "has") and token.relation in ("xcomp", "ccomp"):
            # "They have to leave" is a duty; "they had to leave" tells that they did.
            return "possible"
        if token.relation in ("xcomp", "ccomp", "acl") and judged is not None:
            return judged
        if (
            token.relation == "advcl"
            and judged is not None
            and (self._tokens[head].upos == "ADJ" or self._words[head + 1 : head + 2] == ["on"])
        ):
            return judged
        return "possible"

    def _gerund_act(self, i: int, head: int) -> Factuality:
        for word in self._links(i):
            row = embedding(word, "preposition", "-")
            if row is not None and row.effect == "denied":
                return "denied"
        judged = self._on(head, "act", "occurred")
        if judged is not None and self._tokens[i].relation in ("xcomp", "ccomp", "acl", "obl", "nmod"):
            return judged
        links = self._links(i)
        if links & {"after", "since", "despite"}:
            return "planned" if self._status[head] == "planned" else "occurred"
        if judged is not None and links & {"in", "of", "from", "for", "to", "about", "on", "against"}:
            return judged
        if "for" in links and self._status[head] == "occurred":
            return "occurred" if self._tokens[head].upos == "VERB" else "possible"
        return self._status[head]

    def _told(self, i: int, head: int, own: Factuality) -> Factuality:
        judged = self._on(head, "clause", own)
        if judged is None or (judged == "planned" and own in ("possible", "denied")):
            return own
        return "possible" if judged == own == "denied" and self._negated(i) else judged

    def _on(self, head: int, complement: str, own: Factuality) -> Factuality | None:
        """What the head says of an act or a clause that hangs on it; `None` where the table knows nothing of it."""
        row = self._row(head, complement)
        return None if row is None else combined(self._status[head], row, own)

    def _row(self, head: int, complement: str) -> Embedding | None:
        word = self._words[head]
        particle = self._sentence.first(head, "compound:prt")
        if particle is None and head + 1 < len(self._words) and self._words[head + 1] in ("out", "off"):
            particle = head + 1
        kinds = ("noun", "verb") if self._tokens[head].upos in ("NOUN", "PROPN") else ("verb", "adj", "noun")
        for kind in kinds:
            phrase = f"{word} {self._words[particle]}" if particle is not None else word
            row = embedding(phrase, kind, complement) or embedding(word, kind, complement)  # type: ignore[arg-type]
            if row is not None:
                return row
        return None

    # Nouns

    def _noun(self, i: int) -> Factuality:
        token, head = self._tokens[i], self._tokens[i].head
        modified = self._modified(i)
        if modified is not None:
            return modified
        if any(self._words[c] == "no" for c in self._sentence.dependents(i, "det")):
            return "denied"
        if head < 0:
            return "occurred"
        links = self._links(i)
        for word in sorted(links):
            row = embedding(word, "preposition", "-")
            if row is not None and row.effect in ("denied", "planned"):
                return row.effect
        return self._argument(head, token.deprel, links)

    def _argument(self, head: int, relation: str, links: set[str]) -> Factuality:
        status = self._status[head]
        if relation.startswith("conj"):
            return status if self._tokens[head].upos in ("NOUN", "PROPN") else "occurred"
        if relation in ("nsubj", "csubj"):
            return status if self._words[head] in _LASTING else "occurred"
        judged = self._on(head, "act", "occurred")
        if relation == "obj" and any(True for _ in self._sentence.dependents(head, "xcomp")):
            # "Called the raid a crime", "made the exercise longer": said of the event, not making it.
            return "occurred"
        if relation.startswith(("obj", "nsubj:pass", "nmod", "iobj")) and judged is not None:
            return judged if relation != "nmod:poss" else "occurred"
        if relation.startswith("obl"):
            if links & {"after", "since", "despite", "following", "by"}:
                return "occurred"
            if (
                links & {"in", "for", "on", "to", "from", "with", "about", "of", "into", "against", "out", "off"}
                and judged is not None
            ):
                return judged
            return "planned" if status == "planned" else "occurred"
        if relation.startswith(("obj", "nsubj:pass", "xcomp", "nmod", "compound", "appos")):
            return status
        return "occurred"

    def _modified(self, i: int) -> Factuality | None:
        for child in self._sentence.dependents(i, "amod", "compound"):
            row = embedding(self._words[child], "modifier", "-")
            if row is not None and is_event_noun(self._words[i]):
                return row.effect if row.effect in ("planned", "possible", "ongoing", "denied") else None
        return None

    # What the words around say

    def _aux(self, i: int) -> set[str]:
        return {self._words[c] for c in self._sentence.dependents(i, "aux", "cop")}

    def _marks(self, i: int) -> set[str]:
        return {self._words[c] for c in self._sentence.dependents(i, "mark", "advmod") if c < i}

    def _links(self, i: int) -> set[str]:
        """Prepositions and conjunctions before a word, those of a fixed phrase too: "ahead of", "instead of"."""
        own = list(self._sentence.dependents(i, "mark", "case", "advmod"))
        more = [c for k in own for c in self._sentence.dependents(k, "fixed")]
        return {self._words[c] for c in (*own, *more) if c < i}

    def _negated(self, i: int) -> bool:
        for child in self._sentence.children[i]:
            word = self._words[child]
            if word in _NOT and self._tokens[child].relation in ("advmod", "cc", "aux", "dep"):
                following = self._words[child + 1] if child + 1 < len(self._words) else ""
                if following not in _FOCUS:
                    return True
            if word == "longer" and child > 0 and self._words[child - 1] == "no":
                return True
            if self._tokens[child].relation in ("nsubj", "obj") and (
                word in _NO or any(self._words[c] in ("no", "neither") for c in self._sentence.dependents(child, "det"))
            ):
                return True
        return False

    def _infinitive(self, i: int) -> bool:
        return any(
            self._words[c] == "to" and self._tokens[c].relation == "mark" for c in self._sentence.children[i]
        ) and not self._be_to(i)

    def _gerund(self, i: int) -> bool:
        return self._words[i].endswith("ing") and self._tokens[i].upos == "VERB" and not self._aux(i) & _BE

    def _be_to(self, i: int) -> bool:
        """Whether a form of "be" makes it a plan: "is to visit", "are to be held"."""
        to = next((c for c in self._sentence.children[i] if self._words[c] == "to" and c < i), None)
        if to is None or to == 0:
            return False
        before = to - 1
        while before > 0 and (self._tokens[before].upos == "ADV" or self._words[before] in _NOT):
            before -= 1
        if self._words[before] not in _PRESENT_BE | {"was", "were"}:
            return False
        named = next((c for k in (i, before) for c in self._sentence.dependents(k, "nsubj", "nsubj:pass")), None)
        row = embedding(self._words[named], "noun", "act") if named is not None else None
        # "The aim is to hold the town" speaks of an aim, "the contract is to be signed" of what will be.
        return row is None or row.effect == "planned"

    def _backshifted(self, i: int) -> bool:
        """Whether a clause reports in the past tense what was said to be or to come: "said it would"."""
        head = self._tokens[i].head
        if self._tokens[i].relation == "conj" and head >= 0 and self._tokens[head].relation == "ccomp":
            i, head = head, self._tokens[head].head
        told = self._tokens[i].relation == "ccomp" or (
            self._tokens[i].relation == "conj" and any(True for _ in self._sentence.dependents(head, "ccomp"))
        )
        if head < 0 or not told:
            return False
        cue = verb_cue(self._sentence, head)
        past = self._tokens[head].has("Tense=Past") or self._words[head].endswith("ed")
        return cue is not None and cue.kind in ("say", "promise", "think") and past

    def _time_to_come(self, i: int) -> bool:
        return any(
            self._words[k] in _COMING_TIME
            for c in self._sentence.dependents(i, "obl", "advmod")
            for k in (c, *self._sentence.dependents(c, "amod"))
        )

    def _has_condition(self, i: int) -> bool:
        return any(self._marks(c) & (_CONDITION - {"whether"}) for c in self._sentence.dependents(i, "advcl"))

    def _asked(self, i: int) -> bool:
        """Whether the clause is what its sentence asks: "will they come?"; not what "why did they come?" takes for granted."""
        last = next((t.text for t in reversed(self._tokens) if t.text not in "\"”’')»"), "")
        if last != "?" or not (
            self._tokens[i].head < 0 or (self._tokens[i].relation == "conj" and self._asked(self._tokens[i].head))
        ):
            return False
        return not any(self._words[c] in _WH for c in self._sentence.subtree(i) if c < i)
