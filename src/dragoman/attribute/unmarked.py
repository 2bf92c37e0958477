"""Speech that no marks set off: a block of quotation, or the paragraphs that "X said:" leads to."""

import re
from collections.abc import Sequence
from itertools import takewhile

from dragoman.attribute.cues import verb_cue
from dragoman.attribute.marks import Marked
from dragoman.records.article import Article, Block
from dragoman.records.reading import Reading

_REACH = 16
"""Words within which an attribution must begin beside its quotation."""
_SIGNED = re.compile(r"\s*[—–―~-]{1,2}[ \u00a0]*(?=[^\W\d_])")
"""How a signature under a quotation begins: "— Ann Roe, minister"."""
_SIGNATURE = 25
"""Words that a signature has at most."""
_SPEAKING = ("paragraph", "quote", "list")
_FIRST_PERSON = frozenset(["i", "we", "my", "our", "us", "me"])


def unmarked(article: Article, reading: Reading, outer: Sequence[Marked]) -> list[Marked]:
    """Paragraphs that are speech though nothing marks them: set off as a quote, or led by "X said:" at a paragraph's end.

    What a colon leads goes on to the last paragraph of the run that speaks in the first person.
    """
    bare = [not any(m.start < block.end and block.start < m.end for m in outer) for block in article.blocks]
    signed = {i for i in range(1, len(article.blocks)) if signature(article, i - 1) is not None}
    speech = {i for i, block in enumerate(article.blocks) if bare[i] and block.kind == "quote" and i not in signed}
    for i in range(1, len(article.blocks)):
        if not _leads(reading, article.blocks[i - 1]):
            continue
        run = list(takewhile(lambda k: bare[k] and article.blocks[k].kind in _SPEAKING, range(i, len(article.blocks))))
        personal = [k for k in run if _is_personal(reading, article.blocks[k])]
        speech.update(run[:1], range(i, max(personal, default=i - 1) + 1))
    blocks = [article.blocks[i] for i in sorted(speech)]
    return [Marked(block.start, block.end, block.start, block.end, 0, runs_on=False) for block in blocks]


def signature(article: Article, index: int) -> tuple[int, int] | None:
    """Where the signature stands under a block set off as a quote, its dash left out; `None` where there is none."""
    if index + 1 >= len(article.blocks) or article.blocks[index].kind != "quote":
        return None
    below = article.blocks[index + 1]
    dash = _SIGNED.match(article.text, below.start, below.end)
    if dash is None or below.kind not in _SPEAKING or len(article.text[dash.end() : below.end].split()) > _SIGNATURE:
        return None
    return dash.end(), below.end


def _is_personal(reading: Reading, block: Block) -> bool:
    return any(
        token.text.lower() in _FIRST_PERSON
        for sentence in reading.sentences
        if block.start <= sentence.start < block.end
        for token in sentence.tokens
    )


def _leads(reading: Reading, block: Block) -> bool:
    """Whether a paragraph ends in the words that lead to speech: "X said:"."""
    last = next((s for s in reversed(reading.sentences) if block.start <= s.start < block.end), None)
    if last is None or last.tokens[-1].text != ":":
        return False
    cues = (verb_cue(last, i) for i in range(len(last.tokens) - 1, max(-1, len(last.tokens) - _REACH), -1))
    return any(cue is not None and cue.kind in ("say", "manner", "question") for cue in cues)
