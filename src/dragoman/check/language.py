"""Says so where an article's language has no reader, so that silence is not taken for "nothing found"."""

from collections.abc import Iterator

from dragoman.check.draft import Draft
from dragoman.records.article import Article
from dragoman.records.reading import Reading


def language(article: Article, reading: Reading) -> Iterator[Draft]:
    """One finding for an article that no reader has read."""
    if reading.model is not None or not article.blocks:
        return
    block = next((block for block in article.blocks if block.kind == "title"), article.blocks[0])
    known = "an unknown language" if article.language == "und" else f"the language {article.language!r}"
    yield Draft(
        "translation",
        "info",
        f"The article is in {known}, for which there is no reader: its head and text were taken, "
        "but who did what was not read; that nothing else is found here means nothing.",
        None,
        (article.evidence(block.start, block.end),),
    )
