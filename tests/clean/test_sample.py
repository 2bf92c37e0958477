"""The recorded sample of a machine-translated page, as the way from page to article must leave it."""

from pathlib import Path

import pytest

from dragoman.clean.article import clean
from dragoman.records.article import Article
from dragoman.records.source import Source

SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "politnavigator-2021-04-29.txt"


@pytest.fixture(scope="module")
def article() -> Article:
    if not SAMPLE.exists():
        pytest.skip("the shared samples do not lie beside the repository")
    return clean(Source(SAMPLE.name, SAMPLE.read_bytes()))


def test_its_head_is_read(article: Article) -> None:
    assert (article.outlet, article.language, article.views) == ("PolitNavigator", "en", 4243)
    assert (article.published, article.dateline) == ("2021-04-29T12:22:00+03:00", "Moscow")
    assert len(article.authors) == 1
    assert len(article.tags) == 7


def test_its_blocks_are_title_paragraphs_and_three_captions(article: Article) -> None:
    kinds = [block.kind for block in article.blocks]
    assert kinds[0] == "title"
    assert kinds.count("caption") == 3
    assert set(kinds) == {"title", "paragraph", "caption"}


def test_its_notices_are_dropped_by_kind(article: Article) -> None:
    kinds = [item.kind for item in article.dropped]
    assert kinds.count("teaser") == 1
    assert kinds.count("subscribe") == 2
    assert kinds.count("comment_policy") == 4
    assert kinds.count("calendar") == 8
    assert "Northern Military District" not in article.text
