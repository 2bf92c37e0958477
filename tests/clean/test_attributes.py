"""A page whose tags have countless attributes is read without the parser that would take minutes over them."""

import pytest

from dragoman.clean.attributes import has_countless_attributes
from dragoman.clean.page import parts_of_page

MANY = " ".join(f"a{i}" for i in range(100_000))
WORDS = "The two ministers signed an agreement on the training of officers, the ministry said in a statement."


@pytest.mark.parametrize(
    "tag", [f"<article {MANY}>", f'<article x=">" y="<" {MANY}>', "<p>" + f"<b {MANY[:20_000]}>x</b>" * 10]
)
def test_they_are_seen_and_the_article_is_found(tag: str) -> None:
    page = (
        f"<html><body>{tag}<h1>Officers to be trained abroad</h1><p>{WORDS}</p><p>{WORDS} It went on.</p></body></html>"
    )
    assert has_countless_attributes(page)
    assert WORDS in [piece.text for piece in parts_of_page(page).pieces]


@pytest.mark.parametrize(
    "page", [f"<p class='{'nav ' * 50_000}'>", f"<p>{WORDS * 5_000}</p>", "<b class=x id=y>x</b>" * 50_000, ""]
)
def test_long_values_and_long_text_are_no_attributes(page: str) -> None:
    assert not has_countless_attributes(page)
