"""Grave accusations that the outlet makes by itself, and sources that it does not name."""

from collections.abc import Iterator

from dragoman.check.draft import Draft
from dragoman.check.lexicon import Hit, hits
from dragoman.check.voice import own_voice
from dragoman.records.article import Article
from dragoman.records.attribution import Attribution
from dragoman.records.entity import Resolution
from dragoman.records.reading import Reading, Sentence

_VAGUE = frozenset(
    {
        "some",
        "many",
        "several",
        "most",
        "numerous",
        "unnamed",
        "anonymous",
        "other",
        "certain",
        "various",
        "unspecified",
    }
)
_MET = frozenset({"the", "both", "this", "that", "these", "those", "his", "her", "its", "their"})
"""Words before sources that the text has named already."""
_HELP = frozenset(
    {
        "participation",
        "help",
        "support",
        "assistance",
        "involvement",
        "backing",
        "complicity",
        "blessing",
        "money",
        "hand",
    }
)
_NOT_OFFICIAL = frozenset({"REB", "UNK", "CRM", "NGO", "MED", "BUS"})
"""Sectors of bodies that are no state's hands."""
_LONGEST = 80
"""Characters of evidence from an unnamed source to its verb; where they stand further apart, the source alone."""
_SUBJECTS = ("nsubj", "csubj")


def unattributed(
    article: Article, reading: Reading, resolution: Resolution, attribution: Attribution
) -> Iterator[Draft]:
    """One finding for each unnamed source and each sentence with an accusation that nobody is made to answer for."""
    for sentence in reading.sentences:
        yield from _unnamed(article, sentence)
        yield from _accusation(article, sentence, resolution, attribution)


def _unnamed(article: Article, sentence: Sentence) -> Iterator[Draft]:
    tokens = sentence.tokens
    sources = tuple(hits(sentence, "unnamed_sources.tsv"))
    if not sources:
        return
    saying = {
        hit.first for hit in hits(sentence, "saying.tsv") if tokens[hit.first].upos == "VERB" and not hit.entry.kind
    }
    for hit in sources:
        noun = hit.last
        if tokens[noun].upos != "NOUN":
            continue
        below = sentence.subtree(noun)
        vague = any(tokens[i].lemma.casefold() in _VAGUE for i in below if i < noun)
        plural = tokens[noun].has("Number=Plur")
        named = any(tokens[i].upos == "PROPN" for i in below) or any(
            tokens[i].lemma in ("representative", "this") for i in below
        )
        counted = any(tokens[i].upos == "NUM" or tokens[i].lemma.casefold() in _MET for i in sentence.children[noun])
        if named or counted or not (vague or (plural and not hit.entry.kind)):
            continue
        verb = tokens[noun].head if tokens[noun].relation in _SUBJECTS else None
        while verb is not None and verb >= 0 and verb not in saying:
            verb = sentence.first(verb, "xcomp")
        cited = _according_to(sentence, noun)
        if verb is not None or cited is not None:
            first = min(cited if cited is not None else noun, *_words_of(sentence, noun))
            last = max(noun, verb or 0)
            if tokens[last].end - tokens[first].start > _LONGEST:
                last = noun
            if all(token.upos != "PROPN" for token in tokens[first : last + 1]):
                words = article.evidence(tokens[first].start, tokens[last].end)
                message = f"Who the source is stays open: {words.text!r} names nobody."
                yield Draft("unattributed", "info", message, None, (words,))


def _words_of(sentence: Sentence, noun: int) -> list[int]:
    """The noun with its determiners and adjectives."""
    return [noun, *sentence.dependents(noun, "det", "amod", "compound", "nmod:desc")]


def _according_to(sentence: Sentence, noun: int) -> int | None:
    """Where "according to" begins before a source."""
    for case in sentence.dependents(noun, "case"):
        if sentence.tokens[case].text.casefold() == "according":
            return case
        if (
            case
            and sentence.tokens[case].text.casefold() == "to"
            and sentence.tokens[case - 1].text.casefold() == "according"
        ):
            return case - 1
    return None


def _accusation(
    article: Article, sentence: Sentence, resolution: Resolution, attribution: Attribution
) -> Iterator[Draft]:
    """A verb of accusation whose doer is a state or its hands."""
    tokens = sentence.tokens
    found = list(hits(sentence, "accusations.tsv"))
    malign = {i for hit in found if hit.entry.kind == "malign" for i in range(hit.first, hit.last + 1)}
    doers = {hit.last: hit for hit in found if hit.entry.kind == "doer"}
    spans: list[tuple[int, int]] = []
    for hit in found:
        verb = hit.first
        if hit.entry.kind not in ("alone", "against") or tokens[verb].upos not in ("VERB", "ADJ"):
            continue
        if not own_voice(attribution, article, tokens[verb].start, tokens[verb].end):
            continue
        doer = _doer(sentence, verb, doers, resolution)
        if doer is None:
            continue
        if hit.entry.kind == "against" and not any(
            _apart(sentence, i, doer) for i in malign & _affected(sentence, verb)
        ):
            continue
        spans.append((min(tokens[verb].start, doer[0]), max(tokens[verb].end, doer[1])))
    if spans:
        evidence = tuple(article.evidence(start, end) for start, end in _merged(spans))
        told = "; ".join(repr(words.text) for words in evidence)
        message = f"A grave accusation in the outlet's own voice, without a source: {told}."
        yield Draft("unattributed", "warning", message, None, evidence)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _doer(sentence: Sentence, verb: int, doers: dict[int, Hit], resolution: Resolution) -> tuple[int, int] | None:
    """The span of a state, its organisation or its hands that does it: subject, "by X", "with the participation of X"."""
    passive = sentence.first(verb, "nsubj:pass") is not None or sentence.tokens[verb].has("VerbForm=Part")
    chain = _chain(sentence, verb)
    places = [place for link in chain for place in sentence.dependents(link, "obl" if passive else "nsubj")]
    places += [
        place
        for link in chain
        for place in sentence.dependents(link, "obl")
        if sentence.tokens[place].lemma in _HELP and place not in places
    ]
    for place in places:
        inside = sentence.subtree(place)
        for i in inside:
            if i in doers:
                return sentence.tokens[doers[i].first].start, sentence.tokens[i].end
        for i in inside if sentence.tokens[place].lemma in _HELP else [place]:
            found = resolution.at(sentence.tokens[i].start)
            if found and found[0].kind in ("state", "organization") and found[0].sector not in _NOT_OFFICIAL:
                return found[1].start, found[1].end
    return None


def _apart(sentence: Sentence, index: int, doer: tuple[int, int]) -> bool:
    """Whether a word is no part of the doer's own name ("the Nazi regime")."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head] if token.head >= 0 else token
    return not any(doer[0] <= one.start < doer[1] for one in (token, head))


def _chain(sentence: Sentence, verb: int) -> list[int]:
    """A verb with those that share its doer: "continues to arm", "trained and armed by"."""
    chain = [verb, *sentence.dependents(verb, "conj")]
    node = verb
    while sentence.tokens[node].relation in ("conj", "xcomp") and sentence.tokens[node].head >= 0:
        node = sentence.tokens[node].head
        chain.append(node)
    return chain


def _affected(sentence: Sentence, verb: int) -> set[int]:
    """Everything that the verb is done to or with: its objects and passive subject, or what it describes."""
    below: set[int] = set()
    for child in sentence.dependents(verb, "obj", "nsubj:pass", "obl", "xcomp", "conj"):
        if not (sentence.tokens[verb].relation == "conj" and sentence.tokens[child].relation == "conj"):
            below.update(sentence.subtree(child))
    if any(sentence.tokens[child].lemma in _HELP for child in sentence.dependents(verb, "obl")):
        below.update(i for child in sentence.dependents(verb, "nsubj") for i in sentence.subtree(child))
    for node in _chain(sentence, verb):
        head = sentence.tokens[node].head
        if sentence.tokens[node].relation == "acl" and head >= 0:
            below.update(sentence.subtree(head))
            # A name in the list is often taken for the modifier of the next: "the Islamic State, Uighur terrorists and …".
            while sentence.tokens[head].relation in ("conj", "compound"):
                head = sentence.tokens[head].head
                below.add(head)
    return below
