"""The rules stand any tree: a parser may give the worst."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.attribute.attribute import attribute
from dragoman.records.attribution import Claim
from dragoman.records.event import Voice
from dragoman.records.reading import Reading, Sentence, Token
from tests.attribute.trees import article_of, entities

_WORDS = (
    'said says told that the minister Orlov he who it is not will to deny denied refused according of , . : “ ” " ? as '
    "put it saying adding allegedly claim reports visit plans no by if and or was being accused arming attack ' in"
).split()
_TAGS = ("VERB", "NOUN", "PROPN", "PRON", "AUX", "ADP", "SCONJ", "PUNCT", "ADJ", "DET", "PART", "CCONJ", "ADV")
_RELATIONS = (
    "nsubj nsubj:pass obj ccomp xcomp advcl acl acl:relcl parataxis conj obl obl:agent nmod nmod:poss mark case aux "
    "aux:pass cop advmod det punct fixed compound amod appos flat cc dep expl iobj csubj"
).split()
_FEATURES = ("_", "VerbForm=Fin", "Tense=Past|VerbForm=Fin", "Tense=Pres|VerbForm=Fin", "Mood=Imp|VerbForm=Fin")


@st.composite
def _sentences(draw: st.DrawFn) -> list[tuple[str, str, str, int, str]]:
    """Words with tags and a tree: each but the first in a drawn order hangs on one before it in that order."""
    count = draw(st.integers(1, 14))
    order = draw(st.permutations(range(count)))
    heads = [-1] * count
    for place, i in enumerate(order[1:], start=1):
        heads[i] = order[draw(st.integers(0, place - 1))]
    return [
        (
            draw(st.sampled_from(_WORDS)),
            draw(st.sampled_from(_TAGS)),
            draw(st.sampled_from(_FEATURES)),
            heads[i],
            "root" if heads[i] < 0 else draw(st.sampled_from(_RELATIONS)),
        )
        for i in range(count)
    ]


@given(st.lists(st.lists(_sentences(), min_size=1, max_size=2), min_size=1, max_size=3))
def test_any_tree_gives_sound_offsets(paragraphs: list[list[list[tuple[str, str, str, int, str]]]]) -> None:
    """No tree raises; evidence is the exact words; claims lie in the text and name at least one voice."""
    text, sentences = "", []
    for i, paragraph in enumerate(paragraphs):
        text += "\n\n" if i else ""
        for k, rows in enumerate(paragraph):
            text += " " if k else ""
            tokens = []
            for j, (word, tag, feats, head, relation) in enumerate(rows):
                text += " " if j else ""
                tokens.append(Token(len(text), len(text) + len(word), word, word.lower(), tag, feats, head, relation))
                text += word
            sentences.append(Sentence(tokens[0].start, tokens[-1].end, tuple(tokens)))
    article = article_of(text, {0: "title"})
    named = entities(article, {"e1": ("person", ["Orlov", "he", "the minister"])})
    attribution = attribute(article, Reading("en", None, tuple(sentences), ()), named)
    for quote in attribution.quotes:
        assert all(article.text[e.start : e.end] == e.text for e in quote.evidence)
        assert quote.text
    for claim in attribution.claims:
        assert _is_sound(claim, len(text))


def _is_sound(claim: Claim, length: int) -> bool:
    return 0 <= claim.start < claim.end <= length and bool(claim.voices) and Voice("outlet") not in claim.voices
