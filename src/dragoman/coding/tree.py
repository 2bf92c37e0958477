"""Who stands where around a predicate: subjects through control and coordination, objects, prepositions, voice, tense.

Everything here reads Universal Dependencies; the few function words it needs come from `function_words.tsv`.
"""

from collections.abc import Iterator

from dragoman.coding.lexicon import Lexicon
from dragoman.records.reading import Sentence

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_DEPTH = 8
"""Control and coordination are followed no further than this: a bound against trees with odd shapes."""


def conjuncts(sentence: Sentence, index: int) -> Iterator[int]:
    """A word and the words coordinated with it, in order."""
    yield index
    for child in sentence.children[index]:
        if sentence.tokens[child].relation == "conj":
            yield from conjuncts(sentence, child)


def cases(sentence: Sentence, index: int) -> tuple[str, ...]:
    """The prepositions of a phrase: ("on", "behalf", "of")."""
    words: list[str] = []
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if token.relation in ("case", "mark") and token.upos in ("ADP", "SCONJ", "VERB", "PART") and child < index:
            words.append(token.text.lower())
            words.extend(sentence.tokens[c].text.lower() for c in sentence.children[child] if c > child)
    if not words:
        # A preposition that the parser hung on a word inside the phrase still opens it.
        first = sentence.subtree(index)[0]
        if first < index and sentence.tokens[first].deprel == "case" and sentence.tokens[first].upos == "ADP":
            words.append(sentence.tokens[first].text.lower())
    return tuple(words)


def particles(sentence: Sentence, index: int) -> frozenset[str]:
    """The particles and short adverbs of a verb: "pull out", "call off", "hand over"."""
    return frozenset(
        token.text.lower()
        for child in sentence.children[index]
        if (token := sentence.tokens[child]).deprel == "compound:prt" or (token.relation == "advmod" and child > index)
    )


def passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb is in the passive: marked so, or a past participle that describes a noun."""
    for child in sentence.children[index]:
        if sentence.tokens[child].deprel in ("nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
            return True
    token = sentence.tokens[index]
    if token.has("VerbForm=Part") and token.has("Tense=Past"):
        if any(sentence.tokens[c].relation in ("nsubj", "aux") for c in sentence.children[index]):
            return False
        if token.relation in ("acl", "amod"):
            return True
        return token.relation == "conj" and token.head >= 0 and token.head < index and passive(sentence, token.head)
    return False


def surface_subject(sentence: Sentence, index: int, lexicon: Lexicon, depth: int = 0) -> int | None:
    """The word that stands as the subject of a verb, its own or the one it shares, is controlled by, or describes."""
    token = sentence.tokens[index]
    own = sentence.first(index, "nsubj", "csubj")
    if own is not None:
        return _antecedent(sentence, index, own)
    if depth > _DEPTH or token.head < 0:
        return None
    head = token.head
    relation = token.relation
    if token.deprel == "acl:relcl":
        return head if sentence.first(index, "obj") is not None or passive(sentence, index) else None
    if relation == "acl":
        if token.has("VerbForm=Inf") or sentence.tokens[head].upos == "VERB":
            return None
        return head
    if relation == "conj":
        beside = _coordinated_subject(sentence, index)
        if beside is not None:
            return beside
        return surface_subject(sentence, head, lexicon, depth + 1)
    if relation == "advcl":
        bracket = _bracketing_subject(sentence, index)
        if bracket is not None:
            return bracket
    if relation in ("xcomp", "ccomp", "advcl"):
        above = sentence.tokens[head]
        target = (
            sentence.first(head, "iobj") if sentence.first(head, "iobj") is not None else sentence.first(head, "obj")
        )
        if target is not None and (relation == "xcomp" or (relation == "advcl" and above.lemma in lexicon.blamers)):
            return _antecedent(sentence, head, target)
        if above.upos in ("VERB", "AUX", "ADJ"):
            return surface_subject(sentence, head, lexicon, depth + 1)
        if above.upos in ("NOUN", "PROPN"):
            return sentence.first(head, "nsubj")
    return None


def _coordinated_subject(sentence: Sentence, index: int) -> int | None:
    """The noun between "and" and its verb that a parser hung elsewhere: "A has counted them, and B on Monday accused C"."""
    opener = sentence.first(index, "cc")
    if opener is None or opener > index or sentence.tokens[index].upos != "VERB":
        return None
    for i in range(opener + 1, index):
        token = sentence.tokens[i]
        if token.upos in ("NOUN", "PROPN") and not opener < token.head <= index:
            return None if sentence.first(i, "case") is not None else i
    return None


def _bracketing_subject(sentence: Sentence, index: int) -> int | None:
    """The subject that stands before a participle while its own verb follows: "Tashkent, by signing it, joined …"."""
    for i in range(index - 1, -1, -1):
        token = sentence.tokens[i]
        if token.relation == "nsubj" and nominal(sentence, i):
            return i if token.head > index else None
    return None


def _antecedent(sentence: Sentence, verb: int, argument: int) -> int:
    """The noun that a relative pronoun stands for; any other word as it is."""
    if sentence.tokens[argument].has("PronType=Rel") or sentence.tokens[argument].lemma in ("who", "which"):
        node = verb
        for _ in range(_DEPTH):
            token = sentence.tokens[node]
            if token.head < 0:
                break
            if token.deprel == "acl:relcl":
                return token.head
            node = token.head
        # No relative clause above it: the parser took it for another one, and the noun before it is meant.
        before = next((i for i in range(argument - 1, -1, -1) if sentence.tokens[i].upos != "PUNCT"), None)
        if before is not None and sentence.tokens[before].upos in ("NOUN", "PROPN"):
            return before
    return argument


def pronoun_antecedent(sentence: Sentence, verb: int, pronoun: int) -> int | None:
    """The subject of the clause above, for a pronoun nobody resolved: "Hungary says it will not accept …"."""
    if not sentence.tokens[pronoun].has("Person=3") or sentence.tokens[pronoun].upos != "PRON":
        return None
    node = verb
    for _ in range(_DEPTH):
        head = sentence.tokens[node].head
        if head < 0 or sentence.tokens[node].relation not in ("ccomp", "advcl", "conj", "xcomp", "parataxis"):
            return None
        above = sentence.first(head, "nsubj")
        if above is not None and sentence.tokens[above].upos != "PRON":
            return above
        node = head
    return None


def subject(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """Who does it: the subject of an active verb, the agent of a passive one; `None` where it is not said."""
    if not passive(sentence, index):
        return surface_subject(sentence, index, lexicon)
    agent = sentence.first(index, "obl:agent")
    if agent is None:
        agent = next(
            (
                i
                for i in sentence.dependents(index, "obl")
                if lexicon.is_agent_case(cases(sentence, i)[0] if cases(sentence, i) else "")
            ),
            None,
        )
    return agent


def direct_object(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """What it is done to: the object of an active verb, the subject of a passive one, or the noun a clause describes."""
    if passive(sentence, index):
        return surface_subject(sentence, index, lexicon)
    objects = [i for i in sentence.dependents(index, "obj") if not _led(sentence, i)]
    own = objects[0] if objects else sentence.first(index, "iobj")
    if own is not None:
        return _antecedent(sentence, index, own)
    # A second subject that follows the verb is an object that the parser took for one.
    subjects = [i for i in sentence.dependents(index, "nsubj", "ccomp") if nominal(sentence, i)]
    if len(subjects) > 1 and subjects[1] > index:
        return subjects[1]
    token = sentence.tokens[index]
    if token.deprel == "acl:relcl" and sentence.first(index, "nsubj") is not None:
        gap = sentence.first(index, "nsubj")
        if gap is not None and _antecedent(sentence, index, gap) == gap:
            return token.head
    # "finance and arm rebels": the object of the second verb is the first one's too.
    shared = next((c for c in sentence.dependents(index, "conj") if sentence.tokens[c].upos == "VERB"), None)
    if shared is not None and shared == index + 2:
        return sentence.first(shared, "obj")
    return None


def _led(sentence: Sentence, index: int) -> bool:
    """Whether a preposition leads what the parser calls an object: "refused a request by Norway"."""
    return sentence.tokens[index].relation == "obj" and any(
        sentence.tokens[c].upos == "ADP" and c < index for c in sentence.dependents(index, "case")
    )


def obliques(sentence: Sentence, index: int) -> Iterator[tuple[str, int]]:
    """The prepositional phrases of a word, each with its first preposition and its head."""
    for child in sentence.children[index]:
        if sentence.tokens[child].relation in ("obl", "nmod") or _led(sentence, child):
            words = cases(sentence, child)
            if words:
                yield words[0], child
                if len(words) > 1:
                    yield words[-1], child


def negated(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether the predicate itself is negated: "did not sign", "no agreement"."""
    return any(
        sentence.tokens[child].lemma.lower() in lexicon.negators
        and sentence.tokens[child].relation in ("advmod", "det", "aux", "case", "mark")
        for child in sentence.children[index]
    )


def doubly_negated(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a negated clause hangs on a negated word, which leaves it open: "no guarantee that they do not …"."""
    token = sentence.tokens[index]
    return (
        token.head >= 0
        and token.relation in ("acl", "ccomp", "xcomp")
        and negated(sentence, index, lexicon)
        and negated(sentence, token.head, lexicon)
    )


def auxiliaries(sentence: Sentence, index: int) -> frozenset[str]:
    """The lemmas of a verb's auxiliaries; those of the verb it is coordinated with where it has none of its own."""
    found = frozenset(
        sentence.tokens[c].lemma.lower()
        for c in sentence.children[index]
        if sentence.tokens[c].relation in ("aux", "cop")
    )
    token = sentence.tokens[index]
    if not found and token.relation == "conj" and token.head >= 0 and sentence.first(index, "nsubj") is None:
        return auxiliaries(sentence, token.head)
    return found


def conditional(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether the predicate stands in a condition ("if", "unless") or a comparison ("as if")."""
    node = index
    for _ in range(_DEPTH):
        if any(
            sentence.tokens[c].relation == "mark" and sentence.tokens[c].lemma.lower() in lexicon.conditions
            for c in sentence.children[node]
        ):
            return True
        head = sentence.tokens[node].head
        if head < 0 or sentence.tokens[node].relation not in ("conj", "xcomp", "aux", "cop", "obj"):
            return False
        node = head
    return False


def nominal(sentence: Sentence, index: int) -> bool:
    """Whether a word can head a phrase that names somebody."""
    return sentence.tokens[index].upos in _NOMINAL
