"""Whether a capital's name means the city or the government that sits there."""

from functools import cache

from dragoman.resolve.page import Page
from dragoman.resolve.tables import listed, rows

_INSIDE = frozenset(
    {"in", "at", "near", "outside", "around", "through", "inside", "across", "within", "via", "into", "throughout"}
)


@cache
def _cues() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(listed(row[1])) for row in rows("city_cues")}


def is_place(page: Page, first: int, last: int) -> bool:
    """Whether the capital named by these words is the city; otherwise it acts as its government."""
    words = page.words
    head = page.head_of(first, last)
    word = words[head]
    if _dateline(page, first, last):
        return True
    after = words[last + 1] if last + 1 < len(words) else None
    if after is not None and after.text == "," and last + 2 < len(words):
        follower = words[last + 2]
        if follower.relation in {"appos", "nmod"} and follower.head == head and follower.upos == "PROPN":
            return True
    cues = _cues()
    if after is not None and after.text in {"-", "–"} and last + 2 < len(words):
        return words[last + 2].lower in cues["hyphen_place"]
    if after is not None and after.lower in {"'s", "’s", "'", "’"} and word.deprel != "root":
        return last + 2 < len(words) and any(
            words[k].lower in cues["things"] for k in (last + 2, min(last + 3, len(words) - 1))
        )
    governor = words[word.head] if word.head >= 0 else None
    for _ in range(4):
        if word.relation not in {"conj", "appos"} or governor is None or page.case(head):
            break
        head, word = word.head, governor
        governor = words[word.head] if word.head >= 0 else None
    case = page.case(head)
    if case is None and first > 0 and words[first - 1].upos == "ADP" and words[first - 1].sentence == word.sentence:
        case = words[first - 1].lower
    lemma = governor.lemma if governor is not None else ""
    shape = governor.lower if governor is not None else ""
    if case in _INSIDE:
        return not (case == "in" and lemma in cues["in_government"])
    if case == "to":
        return lemma in cues["motion"] or shape in cues["motion"]
    if case == "from":
        if governor is not None and governor.upos == "VERB":
            return lemma in cues["from_place"]
        return lemma in cues["motion"]
    if case == "of":
        return lemma in cues["things"] or shape in cues["things"]
    if case == "for":
        return lemma in cues["leave_for"]
    if case is not None:
        return False
    if word.relation == "compound" or word.deprel in {"nmod:desc", "amod"}:
        return lemma not in cues["bodies"] and shape not in cues["bodies"]
    if word.relation == "obj" or word.deprel == "nsubj:pass":
        return lemma in cues["visited"] or shape in cues["visited"]
    return False


def _dateline(page: Page, first: int, last: int) -> bool:
    """Whether the words open a block as a dateline does: "KABUL, April 3 —", "Moscow (Reuters) -"."""
    words = page.words
    block = page.block(words[first].start)
    if first > 0 and page.block(words[first - 1].start) == block:
        return False
    following = [words[k].text for k in range(last + 1, min(last + 14, len(words)))]
    if not following:
        return False
    if following[0] in {"—", "–", "-", "--"} or following[0] == "(":
        return page.text[words[last].end : words[last].end + 2].startswith(" ") and any(
            t in {"—", "–", "-", "--", ":"} for t in following
        )
    if following[0] == "," or words[first].text.isupper():
        return any(t in {"—", "–", "--", "-"} for t in following[:10]) and words[first].text.isupper()
    return False
