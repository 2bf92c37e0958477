"""Articles for tests of this room: texts of our own with stored trees, and entities named by hand.

The trees stand in `trees.conllu`, so that these tests try the rules and not the model of the day. They were read by the
English reader and corrected where it erred. To add the paragraphs of a text: `python tests/attribute/trees.py "TEXT"`.
"""

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from dragoman.records.article import Article, Block, BlockKind
from dragoman.records.entity import Entity, EntityKind, Mention, MentionType, Ref, Resolution
from dragoman.records.reading import Reading, Sentence, Token

_TREES = Path(__file__).with_name("trees.conllu")
_PRONOUNS = frozenset(("he", "she", "they", "him", "her", "them", "it", "his", "their"))


def article_of(text: str, kinds: Mapping[int, BlockKind] | None = None) -> Article:
    """An article whose blocks are the paragraphs of a text; `kinds` names those that are no plain paragraph."""
    blocks: list[Block] = []
    position = 0
    for i, paragraph in enumerate(text.split("\n\n")):
        end = position + len(paragraph)
        blocks.append(Block((kinds or {}).get(i, "paragraph"), position, end, position, end))
        position = end + 2
    return Article("0" * 64, "test", None, "en", None, (), None, None, (), None, text, tuple(blocks), ())


def reading_of(article: Article) -> Reading:
    """The stored trees of every block."""
    sentences: list[Sentence] = []
    for block in article.blocks:
        paragraph = article.text[block.start : block.end]
        if paragraph not in _stored():
            raise KeyError(f"no tree for {paragraph!r}: run 'python tests/attribute/trees.py TEXT' with it")
        sentences.extend(_sentence(article.text, block.start, rows) for rows in _stored()[paragraph])
    return Reading("en", "stored trees", tuple(sentences), ())


def entities(article: Article, named: Mapping[str, tuple[EntityKind, Sequence[str]]]) -> Resolution:
    """Entities by id with the words that mention them, wherever they stand in the text as whole words."""
    found = []
    for identifier, (kind, words) in named.items():
        mentions = sorted(
            (mention for word in words for mention in _mentions(article.text, word)), key=lambda m: (m.start, -m.end)
        )
        found.append(Entity(identifier, kind, words[0], None, None, None, Ref(), None, None, tuple(mentions)))
    return Resolution(tuple(found))


def _mentions(text: str, word: str) -> list[Mention]:
    kind: MentionType = "pronoun" if word.lower() in _PRONOUNS else "name" if word[:1].isupper() else "nominal"
    found, start = [], text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            found.append(Mention(start, end, word, kind))
        start = text.find(word, end)
    return found


def _sentence(text: str, offset: int, rows: Sequence[Sequence[str]]) -> Sentence:
    tokens = tuple(
        Token(
            start=offset + int(row[8].split(":")[0]),
            end=offset + int(row[8].split(":")[1]),
            text=row[1],
            lemma=row[2],
            upos=row[3],
            feats=row[5],
            head=int(row[6]) - 1,
            deprel=row[7],
        )
        for row in rows
    )
    return Sentence(tokens[0].start, tokens[-1].end, tokens)


@cache
def _stored() -> dict[str, list[list[list[str]]]]:
    """By paragraph: its sentences as CoNLL-U rows; column 9 holds start and end in the paragraph."""
    stored: dict[str, list[list[list[str]]]] = {}
    paragraph: list[list[list[str]]] = []
    for line in _TREES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# paragraph = "):
            paragraph = stored.setdefault(line.removeprefix("# paragraph = "), [])
        elif line.startswith("# sentence"):
            paragraph.append([])
        elif line:
            paragraph[-1].append(line.split("\t"))
    return stored


def add(text: str) -> None:
    """Reads the paragraphs of a text that have no tree yet and stores theirs."""
    from dragoman.read.readers import reader_for

    reader = reader_for("en")
    if reader is None:
        raise RuntimeError("the package has no English reader")
    with _TREES.open("a", encoding="utf-8") as file:
        for paragraph in text.split("\n\n"):
            if paragraph in _stored():
                continue
            file.write(f"# paragraph = {paragraph}\n")
            for sentence in reader.read(article_of(paragraph)).sentences:
                file.write("# sentence\n")
                for i, token in enumerate(sentence.tokens, start=1):
                    row = (i, token.text, token.lemma, token.upos, "_", token.feats, token.head + 1, token.deprel)
                    file.write("\t".join(map(str, row)) + f"\t{token.start}:{token.end}\t_\n")
                file.write("\n")


if __name__ == "__main__":
    add(sys.argv[1])
