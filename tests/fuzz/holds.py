"""What must hold of everything that comes in: an article whose places are right, or an error that says why not."""

from io import BufferedReader, BytesIO
from time import process_time

from dragoman.clean.article import clean
from dragoman.clean.decode import decode
from dragoman.clean.identify import identified
from dragoman.collect.contents import contents
from dragoman.errors import InputError
from dragoman.records.article import Article
from dragoman.records.source import Source

MOST_SOURCES = 50
"""Items of one archive or feed that are made articles; a fuzzed feed can name one text a thousand times."""

MOST_SECONDS = 10.0
"""Of the processor for one small input, under a fuzzer's instruments: beyond, it counts as a hang."""


def warm_up() -> None:
    """Load what is loaded on first use, so that no input is charged with it."""
    identified("The minister said on Monday.", "latin")


def check_input(data: bytes) -> None:
    """Everything that a file of these bytes gives, and in how long."""
    began = process_time()
    for number, item in enumerate(contents(BufferedReader(BytesIO(data)), "fuzz", None, len(data))):
        if isinstance(item, InputError):
            assert item.reason
        elif number < MOST_SOURCES:
            check_source(item)
    assert process_time() - began < MOST_SECONDS, "a hang"


def check_source(source: Source) -> None:
    """The article of one source, or the reason why there is none."""
    try:
        article = clean(source)
    except InputError:
        return
    check_article(article, decode(source).text)


def check_article(article: Article, source: str) -> None:
    """Every offset of an article, in its text and in the decoded source."""
    position = 0
    for block in article.blocks:
        assert block.start == position
        assert block.end > block.start
        assert 0 <= block.source_start < block.source_end <= len(source)
        position = block.end + 2
    parts = [article.text[block.start : block.end] for block in article.blocks]
    assert article.text == "\n\n".join(parts)
    assert all(part.strip() for part in parts)
    for dropped in article.dropped:
        assert 0 <= dropped.source_start < dropped.source_end <= len(source)
        assert dropped.text == source[dropped.source_start : dropped.source_end]
    for passage in article.passages:
        assert article.block_at(passage.start) is not None
        assert passage.start < passage.end <= len(article.text)
    assert article.evidence(0, len(article.text)).text == article.text
