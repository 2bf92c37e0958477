"""Which part of a page is the article: two ways of finding it, and what each alone would miss."""

import pytest

from dragoman.clean.article import clean
from dragoman.clean.choice import choose
from dragoman.clean.container import container
from dragoman.clean.scan import scan
from dragoman.errors import InputError
from dragoman.records.article import Article
from dragoman.records.source import Source

PARAGRAPHS = [
    "The coast guard of the northern republic took over its second patrol boat on Tuesday, its command said in the port.",
    "The boat was built in a yard on the western coast, and its crew of eighteen has been training there since the spring.",
    "Two more boats are to follow before the end of next year, under a contract that both governments signed in March.",
    "A spokesman of the ministry told reporters that the boats would watch the fishing grounds and help in rescues at sea.",
]
OTHER = (
    "The defence ministers of the two neighbours met in the capital on Friday and agreed to hold a joint exercise in the "
    "autumn, in which about four hundred soldiers of both armies are to take part."
)
MORE = "Both sides said that the exercise had been planned since the spring, and that observers of other states were welcome."
MENU = "<ul>" + "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(12)) + "</ul>"
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def page(inner: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Second patrol boat</title>{head}</head><body>{MENU}{inner}</body></html>"


def article_of(text: str) -> Article:
    return clean(Source("a.html", text.encode()))


def chosen_by_layout(text: str) -> list[str]:
    found = scan(text)
    return [s.text for s, is_chosen in zip(found.segments, container(found).chosen, strict=True) if is_chosen]


def test_the_layout_alone_tells_the_article_from_the_menu() -> None:
    assert chosen_by_layout(page(f"<div><h1>Second patrol boat</h1>{BODY}</div>")) == PARAGRAPHS


def test_a_table_of_short_cells_does_not_outweigh_the_text_beside_it() -> None:
    rows = "".join(f"<tr><td>Boat {i}</td><td>{i + 20} m</td></tr>" for i in range(60))
    chosen = chosen_by_layout(page(f"<div>{BODY}<table>{rows}</table><p>{PARAGRAPHS[0]} Again.</p></div>"))
    assert set(PARAGRAPHS) <= set(chosen)
    assert "Boat 7" in chosen


def test_a_part_that_holds_most_of_the_text_is_no_sidebar_whatever_its_class_says() -> None:
    article = article_of(page(f"<div class='widget sidebar'>{BODY}</div>"))
    assert [article.text[b.start : b.end] for b in article.blocks] == PARAGRAPHS


def test_hidden_text_is_the_article_where_it_is_most_of_the_page() -> None:
    article = article_of(page(f"<div style='display:none'><h1>Second patrol boat</h1>{BODY}</div>"))
    assert all(text in article.text for text in PARAGRAPHS)


def test_a_hidden_second_copy_is_not_read_twice() -> None:
    article = article_of(page(f"<div>{BODY}<div hidden><p>{PARAGRAPHS[1]}</p></div></div>"))
    assert article.text.count(PARAGRAPHS[1]) == 1


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        ("<div class='pull-quote'><p>We shall watch the fishing grounds day and night, the spokesman said.</p></div>", "other"),
        ("<div class='paywall'><p>To read on, take out a subscription to the Harbour Courier for a month.</p></div>", "subscribe"),
        ("<div class='related-posts'><p><a href='/x'>The first boat came in spring</a></p></div>", "teaser"),
        ("<div class='cookie-banner'><p>We use cookies to improve what you see on our pages here.</p></div>", "widget"),
        ("<div class='author-bio'><p>Ada Holm has been writing about ships and ports since she was a student.</p></div>", "other"),
    ],
)  # fmt: skip
def test_what_stands_about_the_text_is_dropped_with_its_reason(extra: str, kind: str) -> None:
    article = article_of(page(f"<article>{BODY}{extra}</article>"))
    assert [article.text[b.start : b.end] for b in article.blocks if b.kind != "title"] == PARAGRAPHS
    assert kind in {item.kind for item in article.dropped if item.text in extra}


def test_settings_of_a_program_are_no_paragraph() -> None:
    settings = '{"layout":2,"text":"Buy now","names":["one","two"],"note":"' + "word " * 60 + '"}'
    assert (
        settings[:20]
        not in article_of(page(f"<article>{BODY}<div>{settings}</div><p>{PARAGRAPHS[0]}</p></article>")).text
    )


@pytest.mark.parametrize(
    ("theirs", "agreement", "expected"),
    [
        ([False] * 4, 0.0, [True] * 4),
        ([True] * 4, 1.0, [True] * 4),
        ([True, True, True, False], 0.85, [True] * 4),
    ],
)
def test_what_trafilatura_misses_in_the_same_part_of_the_page_is_kept(
    theirs: list[bool], agreement: float, expected: list[bool]
) -> None:
    found = scan(f"<html><body><article>{BODY}</article></body></html>")
    choice = choose(found, theirs, container(found))
    assert list(choice.chosen) == expected
    assert choice.agreement == pytest.approx(agreement, abs=0.03)


def test_a_long_text_without_a_full_stop_is_still_an_article() -> None:
    text = " ".join(PARAGRAPHS).replace(".", " –")
    assert article_of(f"<html><body><h1>Second patrol boat</h1><p>{text} to be continued</p></body></html>").title


def test_a_page_of_links_is_refused() -> None:
    links = "".join(
        f"<p><a href='/{i}'>The ministry of defence ordered boat number {i} on Tuesday.</a></p>" for i in range(40)
    )
    with pytest.raises(InputError, match="no article"):
        article_of(f"<html><body>{links}</body></html>")


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<span class=author>", "<p a='", "&amp;"]
)
def test_nested_and_unclosed_markup_costs_no_article(piece: str) -> None:
    assert PARAGRAPHS[0] in article_of(f"<html><body>{BODY}{piece * 30_000}</body></html>").text


def test_a_table_may_end_the_article() -> None:
    rows = "".join(f"<tr><td>Patrol boat {i}</td><td>{i} knots</td><td>{i} men</td></tr>" for i in range(20, 40))
    article = article_of(page(f"<article><h1>Second patrol boat</h1>{BODY}<table>{rows}</table></article>"))
    assert "Patrol boat 39" in article.text
    assert "39 men" in article.text


def test_a_body_is_noted_as_doubtful_where_the_two_ways_differ() -> None:
    listed = "".join(f"<li><a href='/{i}'>{text[:70]}</a> {text[70:]}</li>" for i, text in enumerate(PARAGRAPHS * 2))
    differing = article_of(page(f"<div>{BODY}</div><div><ol>{listed}</ol></div>"))
    agreed = article_of(page(f"<article><h1>Second patrol boat</h1>{BODY}</article>"))
    assert [note.kind for note in differing.notes] == ["doubtful"]
    assert agreed.notes == ()


def test_another_article_beside_the_one_with_the_title_is_left_out_with_its_day_and_its_author() -> None:
    other = f"<article><h2>Ministers meet</h2><p>By Jan Berg</p><time datetime='2021-05-01'>1 May</time><p>{OTHER}</p></article>"
    article = article_of(page(f"<article><h1>Second patrol boat</h1>{BODY}</article>{other}"))
    assert OTHER not in article.text
    assert any(OTHER in dropped.text for dropped in article.dropped)
    assert (article.authors, article.published) == ((), None)


def test_the_parts_of_a_live_report_are_kept_together() -> None:
    part = (
        f"<article><h2>Ministers meet</h2><time datetime='2021-05-01'>1 May</time><p>{OTHER}</p><p>{MORE}</p></article>"
    )
    article = article_of(
        page(
            f"<main><h1>Second patrol boat</h1><article><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>{part}</main>"
        )
    )
    assert OTHER in article.text
    assert PARAGRAPHS[1] in article.text


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<link rel='canonical' href='https://www.courier.example/world/boat'>", "courier.example"),
        ("<meta property='og:url' content='https://courier.example/world/boat'>", "courier.example"),
        ("<meta name='DC.publisher' content='Harbour Courier'><link rel='canonical' href='https://c.example/'>", "Harbour Courier"),
        ("", None),
    ],
)  # fmt: skip
def test_the_outlet_is_named_by_the_page_or_else_by_its_domain(head: str, outlet: str | None) -> None:
    assert article_of(page(f"<article><h1>Second patrol boat</h1>{BODY}</article>", head)).outlet == outlet
