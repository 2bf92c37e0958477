"""The core of a noun phrase: its head with the modifiers before it, by grammar and by surface together."""

from dragoman.resolve.page import Page

_BEFORE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "X", "SYM"})
_HYPHENS = frozenset({"-", "–", "‑"})
_QUOTES = frozenset({'"', "“", "”", "«", "»", "''", "``"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})
_BRACKET = 6
"""Words; what is longer between brackets is no short name."""
_LONGEST = 14
"""Words; a "core" longer than this is a mistake of the parser."""


def core_start(page: Page, head: int, *, loose: bool = False) -> int:
    """The first word of the phrase core that ends in `head`.

    Words before the head belong to it while they are of a modifier's kind and hang together with it in the tree, whichever
    way (the parser often takes the first word of a name for its head). `loose` asks for the kind alone.
    """
    words = page.words
    first = head
    i = head - 1
    sentence = words[head].sentence
    while i >= 0 and words[i].sentence == sentence and head - i < _LONGEST:
        word = words[i]
        opening = opening_bracket(page, i)
        if opening is not None:
            i = opening - 1
            continue
        if not (_modifier(page, i, first) and (loose or _tied(page, i, first, head))):
            break
        first = i
        if word.upos == "DET" or (word.upos == "PRON" and word.deprel == "nmod:poss"):
            # "Russia's the" does not occur, but "all the", "both the" do.
            if i > 0 and words[i - 1].lower in {"all", "both", "half"} and words[i - 1].sentence == sentence:
                first = i - 1
            break
        i -= 1
    return _trim(page, first, head)


def opening_bracket(page: Page, i: int) -> int | None:
    """Where the bracket opens that a word closes, if it holds no more than a short name: "Islamic Jihad (PIJ)"."""
    words = page.words
    if words[i].text != ")":
        return None
    for k in range(i - 1, max(i - _BRACKET, -1), -1):
        if words[k].text == "(":
            return k if k > 0 and words[k - 1].sentence == words[i].sentence and k < i - 1 else None
        if not (words[k].capital or words[k].text in _HYPHENS):
            return None
    return None


def _modifier(page: Page, i: int, first: int) -> bool:
    word, after = page.words[i], page.words[first]
    if word.upos in _BEFORE:
        joined = i + 1 == first or page.words[i + 1].text in _HYPHENS
        return joined or word.deprel not in {"root", "parataxis", "nsubj", "nsubj:pass", "obl", "obl:unmarked"}
    if word.upos == "PRON":
        return word.deprel == "nmod:poss"
    if word.lower in _GENITIVE:
        return True
    if word.text in _HYPHENS or word.text in _QUOTES:
        return True
    if word.upos == "CCONJ":
        before = page.words[i - 1] if i else None
        return word.lower == "and" and before is not None and {before.upos, after.upos} <= {"ADJ", "PROPN"}
    if word.upos == "VERB":
        return word.deprel in {"amod", "compound"} or (i + 1 <= first and word.deprel.startswith("amod"))
    if word.upos == "ADV":
        if word.deprel == "compound" and i + 1 < len(page.words) and page.words[i + 1].text in _HYPHENS:
            return True
        return word.deprel == "advmod" and first <= word.head and page.words[word.head].upos in {"ADJ", "NUM", "VERB"}
    return False


def _tied(page: Page, i: int, first: int, head: int) -> bool:
    word = page.words[i]
    if first <= word.head <= head:
        return True
    if (word.lower in _GENITIVE or word.text in _HYPHENS) and i > 0 and page.words[i - 1].sentence == word.sentence:
        return _modifier(page, i - 1, first) and _tied(page, i - 1, first, head)
    if word.relation in {"flat", "conj", "compound", "cc"} and 0 <= word.head < i:
        # The further words of a possessor's name, and coordinated adjectives: tied if what they hang on is.
        return first <= page.words[word.head].head <= head
    if any(page.words[k].head == i for k in range(first, head + 1)):
        return word.upos in {"ADJ", "PROPN", "NOUN", "NUM", "DET", "X"} or word.deprel in {"amod", "compound"}
    # A word whose head is a modifier still to come on the left ("heavily armed") or shares the phrase's outer head by error.
    return i < word.head < first


def _trim(page: Page, first: int, head: int) -> int:
    while first < head and (
        page.words[first].upos in {"CCONJ", "PUNCT", "PART", "SYM"}
        or page.words[first].lower in _GENITIVE
        or (page.words[first].lower in {"least", "most"} and first and page.words[first - 1].lower == "at")
    ):
        first += 1
    return first
