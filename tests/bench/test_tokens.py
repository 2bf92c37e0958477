"""Running text made again from a treebank's words, and what is counted as right."""

from pathlib import Path

import pytest

from dragoman.bench.tokens import paragraphs, tokens
from dragoman.errors import UsageError

TREEBANK = """# newdoc id = one
# newpar
# sent_id = one-1
# text = They don't sail.
1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tsail\tsail\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4.1\tsail\tsail\tVERB\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# sent_id = one-2
# text = Why?
1\tWhy\twhy\tADV\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t_\t_\t1\tpunct\t_\t_

# newpar
# newpar_block = p (1 s)
# sent_id = one-3
# text = Nobody
1\tNobody\tnobody\tPRON\t_\t_\t0\troot\t_\t_
"""


def test_paragraphs_have_their_text_words_and_sentences(tmp_path: Path) -> None:
    (tmp_path / "t.conllu").write_text(TREEBANK)
    first, second = paragraphs(tmp_path / "t.conllu")
    assert (first.text, second.text) == ("They don't sail. Why? ", "Nobody ")
    assert [first.text[s:e] for s, e in first.words] == ["They", "do", "n't", "sail", ".", "Why", "?"]
    assert [first.text[s:e] for s, e in first.sentences] == ["They don't sail.", "Why?"]


def test_what_is_split_as_in_the_treebank_is_right(tmp_path: Path) -> None:
    for name in ("ud-english-ewt/en_ewt-ud-dev.conllu", "gum/dev/dep/GUM_news_one.conllu"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(TREEBANK)
    ours = [row for row in tokens(tmp_path).rows if row[1] == "dragoman"]
    assert ours == [
        (part, "dragoman", "100.00", "100.00", "8 words, 3 sentences") for part in ("EWT dev", "GUM news dev")
    ]


def test_a_missing_treebank_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="en_ewt-ud-dev"):
        tokens(tmp_path)
