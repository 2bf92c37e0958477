"""What is counted of a peer's reading."""

from dragoman.bench.peers import Peer, Read, Word, figures, spans
from dragoman.train.corpus import Sample
from dragoman.train.corpus import Word as Gold


def test_tags_in_bio_become_spans() -> None:
    assert list(spans(["B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-ORG"])) == [
        (0, 2, "PER"),
        (2, 3, "PER"),
        (4, 5, "LOC"),
        (5, 6, "ORG"),
    ]


def test_a_peer_is_scored_on_what_the_corpus_knows() -> None:
    forms = ("Oslo", "agreed", ".")
    tree = (
        Gold("Oslo", "Oslo", "PROPN", "_", 2, "nsubj"),
        Gold("agreed", "agree", "VERB", "_", 0, "root"),
        Gold(".", ".", "PUNCT", "_", 2, "punct"),
    )
    read = Read((Word("PROPN", "oslo"), Word("VERB", "agreed"), Word("PUNCT", ".")), ((0, 1, "LOC"),))
    peer = Peer("a peer", lambda given: [read for _ in given], lambda _: [])
    rows = figures(peer, [Sample(forms, tree, names=("B-LOC", "O", "O")), Sample(forms, names=("O", "O", "O"))])
    assert rows[:3] == [("UPOS", "100.00", "3 words"), ("lemma", "66.67", "3 words"), ("names F1", "66.67", "1 names")]
