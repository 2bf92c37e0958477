"""Articles of one sentence whose trees stand in details_trees.conllu, for the tests of dates, numbers and details."""

from functools import cache
from pathlib import Path

from dragoman.coding.draft import Draft, Party
from dragoman.records.article import Article, Block
from dragoman.records.entity import Designation, Entity, EntityKind, Mention, Ref, Resolution
from dragoman.records.event import EventType, Factuality
from dragoman.records.reading import Reading, Sentence, Token

PUBLISHED = "2021-04-29T12:22:00+03:00"
"""A Thursday."""


@cache
def _trees() -> dict[str, Sentence]:
    found: dict[str, Sentence] = {}
    lines = (Path(__file__).parent / "details_trees.conllu").read_text(encoding="utf-8").splitlines()
    for block in "\n".join(line for line in lines if line.startswith("# text") or not line.startswith("#")).split(
        "\n\n"
    ):
        first, *rows = block.strip().splitlines()
        text = first.removeprefix("# text = ")
        tokens, position = [], 0
        for row in rows:
            _, form, lemma, upos, _, feats, head, deprel, _, _ = row.split("\t")
            start = text.index(form, position)
            position = start + len(form)
            tokens.append(Token(start, position, form, lemma, upos, feats, int(head) - 1, deprel))
        found[text] = Sentence(0, len(text), tuple(tokens))
    return found


def read(beginning: str, published: str | None = PUBLISHED) -> tuple[Article, Sentence]:
    """The article whose one sentence begins with some words."""
    (text,) = [text for text in _trees() if text.startswith(beginning)]
    return article(text, published), _trees()[text]


def article(text: str, published: str | None = PUBLISHED) -> Article:
    """An article of one block."""
    blocks = (Block("paragraph", 0, len(text), 0, len(text)),)
    return Article("0" * 64, "x", None, "en", None, (), published, None, (), None, text, blocks, ())


def flat(text: str) -> Sentence:
    """A sentence without a tree worth the name: every word hangs on the first."""
    tokens: list[Token] = []
    position = 0
    for form in text.replace("-", " - ").replace(",", " , ").replace(".", " . ").replace("/", " / ").split():
        start = text.index(form, position)
        position = start + len(form)
        upos = "NUM" if form.isdecimal() else "NOUN"
        tokens.append(
            Token(start, position, form, form.lower(), upos, "_", 0 if tokens else -1, "dep" if tokens else "root")
        )
    return Sentence(0, len(text), tuple(tokens))


def word(sentence: Sentence, form: str) -> int:
    """The index of the first word of a form."""
    return next(i for i, token in enumerate(sentence.tokens) if token.text == form)


def entity(identifier: str, kind: EntityKind, text: str, name: str, office: str | None = None) -> Entity:
    """An entity mentioned once."""
    start = text.index(name)
    mention = Mention(start, start + len(name), name, "name")
    return Entity(identifier, kind, name, None, None, office, Ref(), None, None, (mention,))


def draft(
    beginning: str,
    predicate: str,
    kind: str | None,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    type_: EventType = "COOPERATE",
    words: tuple[str, ...] = (),
    object_: str | None = None,
    factuality: Factuality = "occurred",
    weapons: tuple[str, ...] = (),
    office: str | None = None,
    mode: str | None = None,
) -> tuple[Draft, Article, Reading, Resolution]:
    """A draft on one of the trees; every party is an entity whose id is its name."""
    told, sentence = read(beginning)
    entities = [entity(name, "state", told.text, name, office) for name in (*actors, *recipients)]
    entities += [entity(name, "weapon", told.text, name) for name in weapons]
    parties = {
        e.id: Party(
            e.id, tuple(i for i, t in enumerate(sentence.tokens) if any(m.start <= t.start < m.end for m in e.mentions))
        )
        for e in entities
    }
    at = word(sentence, predicate)
    return (
        Draft(
            sentence=0,
            predicate=at,
            words=tuple(sorted({at, *(word(sentence, form) for form in words)})),
            type=type_,
            mode=mode,
            actors=tuple(parties[name] for name in actors),
            recipients=tuple(parties[name] for name in recipients),
            factuality=factuality,
            object=word(sentence, object_) if object_ else None,
            detail=kind,
        ),
        told,
        Reading("en", "test", (sentence,), ()),
        Resolution(tuple(entities), tuple(Designation(name, "known", "aircraft", None, None) for name in weapons)),
    )
