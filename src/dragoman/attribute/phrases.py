"""Noun phrases beside a verb of speech, and whom they mean.

Found by tags and order first, by the tree second: around quotations the parser's trees are at their worst ("…," said the
head of the department), the tags of the words are not.
"""

from dragoman.attribute.saying import Source
from dragoman.records.entity import Resolution
from dragoman.records.reading import Sentence

_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM")
_INSIDE = ("of", "for")
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "earlier",
        "later",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_ALONE = frozenset(["he", "she", "they", "it", "who", "i", "we", "you", "this", "that", "these", "those", "one"])
_NO_PART = frozenset(("acl", "parataxis", "punct", "advcl", "ccomp", "appos"))
_JOINTS = frozenset("-–’'")
_NOT_PEOPLE = frozenset(("weapon", "document", "occasion"))


def phrase_after(sentence: Sentence, first: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a word and ends before `stop`, as first and last index; adverbs before it passed by."""
    tokens = sentence.tokens
    while first < stop and tokens[first].upos == "ADV":
        first += 1
    if first >= stop:
        return None
    if tokens[first].text.lower() in _ALONE and tokens[first].upos == "PRON":
        return first, first
    last = None
    i = first
    while i < stop:
        if _within(sentence, i, stop):
            if tokens[i].upos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
                last = i
        else:
            break
        i += 1
    return None if last is None or not _is_nominal(sentence, first, last) else (first, last)


def phrase_before(sentence: Sentence, last: int, start: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a word (auxiliaries and adverbs passed by) and begins no earlier than `start`."""
    tokens = sentence.tokens
    while (
        last >= start and tokens[last].upos in ("AUX", "ADV", "PART") and tokens[last].text.lower() not in ("'s", "’s")
    ):
        last -= 1
    if last < start or tokens[last].upos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"):
        return None
    if tokens[last].text.lower() in _ALONE:
        return last, last
    first = last
    while first - 1 >= start and _within(sentence, first - 1, last + 1):
        first -= 1
    while first <= last and tokens[first].upos in ("ADP", "CCONJ", "PART", "PUNCT"):
        first += 1
    return (first, last) if first <= last and _is_nominal(sentence, first, last) else None


def with_apposition(sentence: Sentence, first: int, last: int, stop: int) -> tuple[int, int]:
    """The phrase with what a comma adds to it: "Ivan Petrov, the ministry's spokesman"."""
    tokens = sentence.tokens
    if last + 2 < stop and tokens[last + 1].text == "," and tokens[last + 2].upos in ("DET", "NOUN", "PROPN", "ADJ"):
        added = phrase_after(sentence, last + 2, stop)
        if added and (added[1] + 1 >= stop or tokens[added[1] + 1].upos == "PUNCT"):
            return first, added[1]
    return first, last


def tree_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """The phrase of a head word by the tree: what hangs on it but clauses and appositions, in one piece around it."""
    keep, waiting = {head}, [head]
    while waiting:
        node = waiting.pop()
        for child in sentence.children[node]:
            relation = sentence.tokens[child].relation
            # The preposition of the phrase itself is no part of it, those inside are: "officials in Minsk".
            outer = node == head and relation in ("case", "cc")
            if relation not in _NO_PART and not outer:
                keep.add(child)
                waiting.append(child)
    first = last = head
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep or (last + 2 in keep and sentence.tokens[last + 1].text in _JOINTS):
        last += 1
    return first, last


def subject(sentence: Sentence, verb: int, depth: int = 0) -> int | None:
    """The word that names who does what a verb says: its own subject, its agent, or that of the verb it hangs on."""
    if depth > 4:
        return None
    tokens = sentence.tokens
    own = next((c for c in sentence.children[verb] if tokens[c].deprel in ("nsubj", "nsubj:outer")), None)
    if own is not None:
        if tokens[own].text.lower() in ("who", "which", "that") and tokens[verb].deprel == "acl:relcl":
            return tokens[verb].head
        return own
    if any(tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in sentence.children[verb]):
        return sentence.first(verb, "obl:agent")
    head, relation = tokens[verb].head, tokens[verb].relation
    if head < 0:
        return None
    if relation == "xcomp":
        held = sentence.first(head, "obj", "iobj")
        return held if held is not None else subject(sentence, head, depth + 1)
    if relation == "conj" or (relation in ("advcl", "parataxis") and tokens[verb].text.lower().endswith("ing")):
        return subject(sentence, head, depth + 1)
    if relation == "acl" and tokens[verb].text.lower().endswith("ing"):
        return head
    return None


def source(sentence: Sentence, first: int, last: int, resolution: Resolution) -> Source:
    """The phrase as a source with its entity: a person among its mentions before others, the widest and first of them."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    head = sentence.head_of(start, end)
    at = sentence.tokens[head if head is not None else last]
    inside = [
        (entity, mention)
        for entity, mention in resolution.mentions()
        if mention.start < end and mention.end > start and entity.kind not in _NOT_PEOPLE
    ]
    best = max(
        inside,
        key=lambda pair: (
            pair[1].start <= start and pair[1].end >= end,
            pair[0].kind == "person",
            pair[1].start <= at.start < pair[1].end,
            pair[1].end - pair[1].start,
            -pair[1].start,
        ),
        default=None,
    )
    # A phrase that only mentions somebody ("a spokesman for the ministry") is not that one.
    if best and not (best[0].kind == "person" or best[1].start <= at.start < best[1].end):
        best = None
    return Source(start, end, best[0].id if best else None)


def _within(sentence: Sentence, i: int, stop: int) -> bool:
    token = sentence.tokens[i]
    word = token.text.lower()
    following = sentence.tokens[i + 1] if i + 1 < stop else None
    if word in _DAYS:
        return False
    if token.upos in _NOMINAL or word in ("'s", "’s", "-", "–") or (token.upos == "PRON" and token.relation == "nmod"):
        return True
    if token.upos == "PUNCT":
        return (
            word in ("'", "’", "(", ")", '"', "“", "”")
            and following is not None
            and following.upos in ("PROPN", "NOUN")
        )
    if word in _INSIDE or (word in ("to", "in", "and", "at") and token.upos in ("ADP", "CCONJ")):
        if following is None or following.upos not in _NOMINAL or following.text.lower() in _DAYS:
            return False
        return word in _INSIDE or (word == "and" and i > 0) or _title_before(sentence, i)
    return False


def _title_before(sentence: Sentence, i: int) -> bool:
    """Whether "to", "in", "at" hangs on an office: "the ambassador to Kabul"."""
    return i > 0 and sentence.tokens[i - 1].text.lower() in (
        "ambassador",
        "envoy",
        "representative",
        "attaché",
        "adviser",
    )


def _is_nominal(sentence: Sentence, first: int, last: int) -> bool:
    return any(t.upos in ("NOUN", "PROPN", "PRON", "NUM") for t in sentence.tokens[first : last + 1])
