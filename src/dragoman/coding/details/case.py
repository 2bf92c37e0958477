"""What every kind of detail looks at: the draft, its sentence, the words of the language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding.dates import DateMention, date_of
from dragoman.coding.details.words import Words
from dragoman.coding.draft import Draft, Party
from dragoman.records.article import Article, Evidence
from dragoman.records.entity import Entity, Resolution
from dragoman.records.reading import Reading, Sentence

_DEPTH = 12
"""No path through a tree is followed further: a bound against trees with odd shapes."""
_CLAUSES = frozenset({"ccomp", "parataxis", "csubj"})
_BELOW_NOUN = frozenset({"acl", "advcl", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Case:
    """One draft, ready to be looked at."""

    draft: Draft
    article: Article
    reading: Reading
    resolution: Resolution
    words: Words

    @property
    def sentence(self) -> Sentence:
        """The draft's sentence."""
        return self.reading.sentences[self.draft.sentence]

    def lemma(self, index: int) -> str:
        """A word's base form in lower case."""
        return self.words.base(self.sentence.tokens[index])

    def entity(self, index: int) -> Entity | None:
        """The entity that a word belongs to."""
        found = self.resolution.at(self.sentence.tokens[index].start)
        return found[0] if found else None

    def state_for(self, identifier: str | None) -> str | None:
        """The state's entity that a place lies in, where the article names it; any other entity as it is."""
        entity = next((e for e in self.resolution.entities if e.id == identifier), None)
        if entity is None or entity.kind != "place" or entity.state is None:
            return identifier
        states = (e.id for e in self.resolution.entities if e.kind == "state" and e.state == entity.state)
        return next(states, identifier)

    def evidence(self, indices: Iterable[int]) -> Evidence | None:
        """From the first to the last of some words, as evidence; `None` for no words."""
        ordered = sorted(indices)
        if not ordered:
            return None
        return self.article.evidence(self.sentence.tokens[ordered[0]].start, self.sentence.tokens[ordered[-1]].end)

    def text(self, first: int, last: int) -> str:
        """The words from one index to another as the article has them, broken lines mended."""
        start, end = self.sentence.tokens[first].start, self.sentence.tokens[last].end
        return " ".join(self.article.text[start:end].split())

    def date(self) -> DateMention | None:
        """The time expression that dates the event."""
        return date_of(self.article, self.sentence, self.draft.predicate)

    def days(self) -> tuple[str | None, str | None, Evidence | None]:
        """First and last day of a visit or exercise with their words; `None` where the words give no day.

        Who arrives or begins on a day gives only the first, who ends on a day only the last; "last week" gives neither.
        """
        date = self.date()
        if date is None or date.value.precision != "day" or date.kind not in ("point", "range"):
            return None, None, None
        start, end = date.value.start, date.value.end
        words = self.article.evidence(date.start, date.end)
        if date.kind == "range":
            return start, end, words
        if start != end:
            return None, None, None
        doing = [self.lemma(i) for i in self.happening()]
        opening = any(self.words.has("begin", lemma) or self.words.has("arrive", lemma) for lemma in doing)
        closing = any(self.words.has("finish", lemma) for lemma in doing)
        return None if closing else start, None if opening else end, words

    def cases(self, index: int) -> tuple[str, ...]:
        """The prepositions of a phrase, in lower case."""
        tokens = self.sentence.tokens
        return tuple(tokens[c].text.lower() for c in self.sentence.children[index] if tokens[c].relation == "case")

    def path(self, index: int) -> Iterator[int]:
        """A word and the words above it, up to the root."""
        for _ in range(_DEPTH):
            yield index
            index = self.sentence.tokens[index].head
            if index < 0:
                return

    def scope(self) -> list[int]:
        """The words of the event's own clause, in order: below the predicate, and, for a noun, beside it in its clause."""
        tokens = self.sentence.tokens
        top = self.draft.predicate
        if tokens[top].upos != "VERB":
            for above in self.path(top):
                if above != top and tokens[above].upos in ("VERB", "AUX"):
                    top = above
                    break
                if tokens[above].relation in _BELOW_NOUN:
                    break
        found: list[int] = []
        waiting = [top]
        while waiting and len(found) <= len(tokens):
            node = waiting.pop()
            found.append(node)
            waiting += [c for c in self.sentence.children[node] if tokens[c].relation not in _CLAUSES]
        return sorted({*found, *self.draft.words})

    def happening(self) -> Iterator[int]:
        """The words that say what is done, nearest first: the predicate, its operators, the verbs above it in its clause."""
        tokens = self.sentence.tokens
        seen: list[int] = []
        for index in (self.draft.predicate, *self.draft.words):
            if index not in seen:
                seen.append(index)
        node = self.draft.predicate
        for _ in range(_DEPTH):
            relation, head = tokens[node].relation, tokens[node].head
            if head < 0 or relation not in ("nsubj", "obj", "xcomp", "nmod", "obl", "acl", "compound", "conj"):
                break
            if relation == "conj" and tokens[node].upos == "VERB":
                break
            node = head
            if node not in seen:
                seen.append(node)
            if tokens[node].upos == "VERB" and tokens[node].relation != "xcomp":
                break
        yield from seen

    def party_heads(self, party: Party) -> list[int]:
        """The words of a party that hang on a word outside it."""
        inside = set(party.tokens)
        return [i for i in party.tokens if self.sentence.tokens[i].head not in inside]
