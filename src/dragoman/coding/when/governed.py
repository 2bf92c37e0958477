"""Which word of the sentence a time expression hangs on, and which events that word dates."""

from collections.abc import Collection

from dragoman.coding.when.mention import DateMention
from dragoman.coding.when.words import Words
from dragoman.records.reading import Sentence

_ADJUNCT = frozenset({"obl", "nmod", "advmod", "dep", "compound", "nummod", "amod", "appos", "parataxis", "det", "flat",
                      "dislocated", "obj", "advcl", "nsubj", "list", "orphan", "case"})  # fmt: skip
"""Relations by which a time expression may hang on what it dates; the odd ones are how parsers fail on dates."""
_VERBAL = frozenset({"VERB", "AUX"})
_DEPTH = 12
"""No path through a tree is followed further: a bound against trees with odd shapes."""


def head_word(sentence: Sentence, start: int, end: int) -> int | None:
    """The word of a time expression that the others in it hang on."""
    inside = {i for i, token in enumerate(sentence.tokens) if token.start < end and token.end > start}
    outward = [
        i for i in sorted(inside) if sentence.tokens[i].head not in inside and sentence.tokens[i].relation != "case"
    ]
    # Where a parser broke the expression in pieces, the piece with most below it is the expression.
    return max(outward, key=lambda i: (len(inside.intersection(sentence.subtree(i))), -i), default=None)


def governor(sentence: Sentence, word: int, words: Words, stop: Collection[int] = ()) -> int | None:
    """What a time expression hangs on: a word of `stop`, a verb, or a noun that can have a day of its own.

    Other nouns and names between pass it on ("met him at the base in Brest on Monday"): they happen at no time.
    """
    node = word
    for _ in range(_DEPTH):
        head = sentence.tokens[node].head
        if head < 0:
            return None
        if sentence.tokens[node].deprel == "conj" and (over := _leapt_over(sentence, head, node)) is not None:
            return over
        above = sentence.tokens[head]
        passing = above.upos == "PROPN" or (above.upos == "NOUN" and not words.says("occasion", above))
        if head in stop or not passing or (node == word and sentence.tokens[word].relation in ("compound", "amod")):
            return head
        node = head
    return None


def _leapt_over(sentence: Sentence, head: int, conjunct: int) -> int | None:
    """The verb of a relative clause between a noun and what the parser took for its conjunct.

    In "the groups that raided Ruritania, as well as Syldavia in 1998" what follows the clause goes with its last noun.
    """
    below = sentence.subtree(head)
    between = [i for i in below if head < i < conjunct and sentence.tokens[i].deprel == "acl:relcl"]
    return between[-1] if between else None


def clause(sentence: Sentence, index: int) -> int:
    """The verb (or other predicate) of the clause that a word stands in."""
    node = index
    for _ in range(_DEPTH):
        token = sentence.tokens[node]
        if token.head < 0 or token.upos in _VERBAL or token.relation in ("ccomp", "advcl", "acl", "parataxis", "csubj"):
            return node
        node = token.head
    return node


def direction(sentence: Sentence, word: int, words: Words) -> str:
    """Whether the clause that a time expression stands in looks back ("past") or ahead ("future"); "near" if neither."""
    node = clause(sentence, word)
    for _ in range(_DEPTH):
        token = sentence.tokens[node]
        helpers = [sentence.tokens[c] for c in sentence.children[node] if sentence.tokens[c].relation in ("aux", "cop")]
        if any(words.has("future", t.text) for t in helpers) or words.says("scheduling", token):
            return "future"
        if any(t.has("Tense=Past") for t in helpers) or (token.has("Tense=Past") and not token.has("VerbForm=Part")):
            return "past"
        if token.has("Tense=Past") and (
            any(t.lemma == "have" for t in helpers) or token.relation == "acl" or not helpers
        ):
            return "past"
        if helpers or token.has("VerbForm=Fin") or token.head < 0:
            return "near"
        if token.has("VerbForm=Inf") and token.relation in ("xcomp", "acl", "advcl"):
            return _infinitive(sentence, node, words)
        node = clause(sentence, token.head)
    return "near"


def _infinitive(sentence: Sentence, node: int, words: Words) -> str:
    """What is planned or agreed lies ahead; other infinitives follow the verb above ("managed to land on Monday")."""
    above = sentence.tokens[sentence.tokens[node].head]
    if words.says("scheduling", above) or words.says("promising", above):
        return "future"
    if above.has("Tense=Past"):
        return "past"
    return "near"


def dating(sentence: Sentence, predicate: int, words: Words) -> tuple[int, ...]:
    """The words whose time expressions date a predicate, the nearest first.

    The predicate itself; the verb that only says that its noun takes place ("paid a visit"); the verb that it is the
    complement of ("agreed to supply"); the participle that sets its day ("talks planned for May"); the verb of what was
    said or done at the occasion ("said on Monday at talks").
    """
    tokens = sentence.tokens
    found = [predicate]
    found += [
        child
        for child in sentence.children[predicate]
        if tokens[child].relation in ("acl", "amod") and _sets_or_says(sentence, child, words)
    ]
    node = predicate
    for _ in range(_DEPTH):
        token = tokens[node]
        head = token.head
        if head < 0:
            break
        above = tokens[head]
        if above.upos in _VERBAL:
            nominal = token.relation in ("nsubj", "obj", "obl") and token.upos in ("NOUN", "PROPN")
            says = nominal and _sets_or_says(sentence, head, words)
            if says or token.relation == "xcomp" or _attended(sentence, node, words):
                found.append(head)
                node = head
                continue
        elif token.relation == "nmod" and above.upos == "NOUN" and words.says("series", above):
            found.append(head)
            node = head
            continue
        elif token.deprel == "nmod:poss" or token.relation in ("compound", "amod", "flat"):
            break
        break
    return tuple(found)


def _attended(sentence: Sentence, node: int, words: Words) -> bool:
    """Whether a noun names the occasion at which its verb happened: "said on Monday at talks with the minister"."""
    token = sentence.tokens[node]
    return (
        token.relation == "obl"
        and words.says("occasion", token)
        and any(words.has("attending", sentence.tokens[child].text) for child in sentence.dependents(node, "case"))
    )


def _sets_or_says(sentence: Sentence, verb: int, words: Words) -> bool:
    token = sentence.tokens[verb]
    return words.says("scheduling", token) or words.says("happening", token)


def dates_predicate(sentence: Sentence, word: int, predicate: int, words: Words) -> int | None:
    """How far a time expression at `word` stands from the predicate that it dates (0: right below); `None`: it does not."""
    if sentence.tokens[word].relation not in _ADJUNCT:
        return None
    chain = dating(sentence, predicate, words)
    on = governor(sentence, word, words, chain)
    if on is None:
        return None
    if on in chain:
        return chain.index(on)
    tokens = sentence.tokens
    above = tokens[on]
    # "signed an agreement on Monday", where the parser gives the day to the agreement: signing is what happens to it.
    if above.relation in ("obj", "obl", "nmod", "nsubj", "conj") and above.upos == "NOUN" and word > predicate:
        verb = clause(sentence, on)
        if verb in chain and _sets_or_says(sentence, verb, words) and verb == predicate:
            return len(chain)
    # "On Monday, he flew to Paris and met the president": what opens the sentence dates what is coordinated.
    node = chain[-1]
    for step in range(_DEPTH):
        token = tokens[node]
        if token.relation != "conj" or token.head < 0:
            break
        node = token.head
        if node == on and word < node:
            return len(chain) + 1 + step
    return None


def usable(sentence: Sentence, mention: DateMention, word: int, predicate: int, words: Words) -> bool:
    """Whether a mention can date an event: not one that only limits it ("before June") or describes a noun ("for 2021").

    "for" gives the day of an event after a verb that sets it: "planned for Monday"; "until" after a verb of settling says
    how long the settlement holds: "extended until 2030".
    """
    head = governor(sentence, word, words)
    if head is None:
        return not mention.outside
    cases = {sentence.tokens[c].text.lower() for c in sentence.children[word] if sentence.tokens[c].relation == "case"}
    if not mention.outside:
        lasting = mention.kind == "until" and any(words.has("lasting", case) for case in cases)
        return not (lasting and any(words.says("fixing", sentence.tokens[i]) for i in (head, predicate)))
    sets = sentence.tokens[head].upos in _VERBAL and words.says("scheduling", sentence.tokens[head])
    return sets and bool(cases) and all(words.has("setting", c) for c in cases)
