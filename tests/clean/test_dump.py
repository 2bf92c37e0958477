"""Text dumps of pages: the article is told from menus, notices and teasers; nothing of the source is lost in silence."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.clean.article import clean
from dragoman.clean.dump import parts_of_dump
from dragoman.records.article import Article
from dragoman.records.source import Source

DUMP = """Steppe Courier
Home
News
Army
Contacts

Frigate calls at the northern port

Maria Keller
12.06.2020 18:05
  (Moscow time), Murmansk
Views: 1 207

Navy, Ports, Northern fleet, Norway

The Norwegian frigate arrived in the northern port on June 11 for the first call in seven years, the fleet's press service said. It is to stay until Sunday and to take on fuel and water before it sails for home.

“We are glad to be here again, and we hope that the visit will help our sailors to know one another,” the captain said.

The Norwegian frigate arrived in the northern port on June 11 for the first call in seven years, the fleet's...

Subscribe to Steppe Courier news on Telegram, YouTube and Viber.

The frigate at the pier.

Talks on search and rescue at sea are planned for Saturday. Both sides signed an agreement on it in 2012, and it has been extended twice since then.

If you notice a mistake, select it and press Ctrl + Enter.

Tags:

Rules for publishing comments: insults are deleted.

The administration may delete comments and block accounts.

June 2020
Mon Tue Wed Thu Fri Sat Sun
1234567
891011121314

Read also: Submarine leaves for the south

© 2020 Steppe Courier. All rights reserved.
"""


def article_of(text: str) -> Article:
    return clean(Source("a.txt", text.encode()))


def blocks(article: Article, kind: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


def dropped(article: Article, kind: str) -> list[str]:
    return [item.text for item in article.dropped if item.kind == kind]


def test_the_head_of_a_dump_is_read() -> None:
    article = article_of(DUMP)
    assert article.title == "Frigate calls at the northern port"
    assert article.authors == ("Maria Keller",)
    assert article.published == "2020-06-12T18:05:00+03:00"
    assert article.dateline == "Murmansk"
    assert article.views == 1207
    assert article.tags == ("Navy", "Ports", "Northern fleet", "Norway")
    assert article.outlet == "Steppe Courier"
    assert article.language == "en"


def test_the_blocks_of_a_dump_are_the_article_s_only() -> None:
    article = article_of(DUMP)
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph", "caption", "paragraph"]
    assert blocks(article, "caption") == ["The frigate at the pier."]
    assert article.text.endswith("extended twice since then.")


@pytest.mark.parametrize(
    ("kind", "beginning"),
    [
        ("navigation", "Home"),
        ("teaser", "The Norwegian frigate arrived"),
        ("teaser", "Read also"),
        ("subscribe", "Subscribe to Steppe"),
        ("widget", "If you notice"),
        ("widget", "Tags:"),
        ("comment_policy", "Rules for publishing"),
        ("comment_policy", "The administration may"),
        ("calendar", "June 2020"),
        ("calendar", "1234567"),
        ("other", "© 2020"),
    ],
)
def test_what_is_dropped_says_why(kind: str, beginning: str) -> None:
    assert any(text.startswith(beginning) for text in dropped(article_of(DUMP), kind))


def test_every_block_and_drop_says_where_it_stood() -> None:
    article = article_of(DUMP)
    for block in article.blocks:
        words = DUMP[block.source_start : block.source_end]
        assert " ".join(words.split()) == article.text[block.start : block.end]
    for item in article.dropped:
        assert DUMP[item.source_start : item.source_end] == item.text


PLAIN = [
    # a press release
    """Ministry of Defence of the Republic
Press release

On 4 March the minister received the ambassador of a neighbouring state.

The parties discussed the training of peacekeepers.

Press service of the ministry""",
    # an interview
    """Q: Minister, will the base stay?

A: It will.

Q: For how long?

A: For as long as both sides want it. The agreement runs until 2042, and nobody has asked to end it.""",
    # an interview with dashes
    """— Will the exercise take place?

— Yes.

— Where?

— In the mountains, as every year. Five states have said that they will send their troops.""",
    # one sentence
    "Turkey handed over three drones to Kyrgyzstan.",
    # paragraphs and nothing else
    """The president said on Tuesday that the troops would leave by the end of the year.

They came in 2010.

"We thank them," he said.""",
    # a headline with a section, and a list
    """Three agreements signed in the capital

What was signed

The two governments signed three documents on military cooperation on Thursday:

- an agreement on training
- a memorandum on air defence
- a road map for 2025

The parliament is to ratify them.""",
    # Russian
    """Министры подписали соглашение

ДУШАНБЕ, 14 мая. /ТАСС/. Министры обороны двух стран подписали в среду соглашение о подготовке офицеров.

Документ рассчитан на пять лет.""",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_text_survives_whole(text: str) -> None:
    article = article_of(text)
    assert article.dropped == ()
    kept = article.text.replace("\n\n", "\n")
    assert [line.lstrip("- ") for line in text.splitlines() if line] == kept.splitlines()


def test_the_line_above_plain_paragraphs_is_their_title() -> None:
    article = article_of(PLAIN[5])
    assert article.title == "Three agreements signed in the capital"
    assert blocks(article, "heading") == ["What was signed"]
    assert blocks(article, "list") == ["an agreement on training", "a memorandum on air defence", "a road map for 2025"]


@pytest.mark.parametrize(
    ("opening", "place", "outlet"),
    [
        ("TASHKENT, April 28 (Reuters) – The two ministers met on Wednesday.", "Tashkent", "Reuters"),
        ("BUKHARA (AP) — The two ministers met on Wednesday.", "Bukhara", "Associated Press"),
        ("БУХАРА, 28 апреля. /ТАСС/. Министры встретились в среду.", "Бухара", "TASS"),
        ("The ministers (both generals) met on Wednesday – at last.", None, None),
        ("NATO – the alliance of thirty states – met on Wednesday.", None, None),
    ],
)
def test_a_wire_dateline_gives_place_and_agency(opening: str, place: str | None, outlet: str | None) -> None:
    article = article_of(opening)
    assert (article.dateline, article.outlet) == (place, outlet)
    assert article.text == opening


@pytest.mark.parametrize(
    ("lines", "authors", "published"),
    [
        ("By Jane Doe\nPublished: 3 March 2022, 14:05 (GMT+5)", ("Jane Doe",), "2022-03-03T14:05:00+05:00"),
        ("By Jane Doe and Ali Khan, Defence Correspondents\nMarch 3, 2022", ("Jane Doe", "Ali Khan"), "2022-03-03"),
        ("Jane Doe | 3 March 2022, 14:05 | 4 min read", ("Jane Doe",), "2022-03-03T14:05"),
        ("Author: Jane Doe\nUpdated: 5 March 2022\nPublished: 3 March 2022", ("Jane Doe",), "2022-03-03"),
        ("UPDATED 5 March 2022", (), None),
        ("Автор: Иван Петров\n3 марта 2022, 14:05", ("Иван Петров",), "2022-03-03T14:05"),
        ("World News\n2022-03-03", (), "2022-03-03"),
        ("3 March 2022\n14:05 MSK", (), "2022-03-03T14:05:00+03:00"),
    ],
)
def test_the_head_lines_of_wires_and_papers_are_read(
    lines: str, authors: tuple[str, ...], published: str | None
) -> None:
    body = "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said."
    article = article_of(f"Frigate calls at the northern port\n\n{lines}\n\n{body}\n")
    assert (article.title, article.authors, article.published) == (
        "Frigate calls at the northern port", authors, published,
    )  # fmt: skip
    assert article.text == f"Frigate calls at the northern port\n\n{body}"


def test_hard_wrapped_lines_are_joined_to_paragraphs() -> None:
    text = """Frigate calls at the northern port

The Norwegian frigate arrived in the northern port on June 11 for the
first call in seven years, the press service of the fleet said on
Friday. It is to stay until Sunday.

Talks on search and rescue at sea are planned for Saturday. Both sides
signed an agreement on it in 2012.
"""
    article = article_of(text)
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph"]
    assert "for the first call in seven years, the press service of the fleet said on Friday." in article.text
    first = article.blocks[1]
    assert text[first.source_start : first.source_end].split() == article.text[first.start : first.end].split()


def test_markdown_is_read_as_a_person_would_read_it() -> None:
    text = """* [Home](https://example.org/)
* [Army](https://example.org/army)

# Frigate calls at the northern port

The **Norwegian** frigate arrived in the [northern port](https://example.org/p) on June 11 for the first call in years.

![frigate](https://example.org/f.jpg)

## What comes next

> We are glad to be here again, the captain wrote in the book of the port.

Talks on search and rescue at sea are planned for Saturday, the fleet said.
"""
    article = article_of(text)
    assert article.title == "Frigate calls at the northern port"
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "heading", "quote", "paragraph"]
    assert "The Norwegian frigate arrived in the northern port on June 11" in article.text
    assert "![frigate](https://example.org/f.jpg)" in dropped(article, "widget")


@pytest.mark.parametrize(
    "line",
    [
        "But it was not enough.",
        "Nobody has answered.",
        "The talks failed.",
        "He left for Baku.",
        "So far, silence.",
    ],
)
def test_a_short_paragraph_is_no_caption(line: str) -> None:
    long = "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said."
    article = article_of(f"Frigate calls\n\n{long}\n\n{line}\n\n{long.replace('frigate', 'corvette')}")
    assert line in blocks(article, "paragraph")


@pytest.mark.parametrize(
    "line",
    [
        "T-72 tanks on parade in Minsk.",
        "S-400.",
        "A launcher displayed in Ankara.",
        "Photo: Jane Doe",
        "Troops at Gori (Photo: AFP)",
    ],
)
def test_a_line_that_names_a_scene_between_paragraphs_is_a_caption(line: str) -> None:
    long = "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said."
    article = article_of(f"Frigate calls\n\n{long}\n\n{line}\n\n{long.replace('frigate', 'corvette')}")
    assert blocks(article, "caption") == [line]


def test_readers_comments_are_not_the_article() -> None:
    body = (
        "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said. " * 5
    )
    comments = "\n".join(
        f"\nreader{i}\n3 March 2022 at 14:0{i}\nI do not believe a word of what they tell us about it, as usual."
        for i in range(5)
    )
    article = article_of(f"Frigate calls at the port\n\n{body}\n\nComments (5)\n{comments}\n")
    assert "believe" not in article.text


def test_the_head_lines_that_fill_a_field_are_neither_text_nor_dropped() -> None:
    parts = parts_of_dump(DUMP)
    assert [DUMP[start:end] for start, end in parts.head][:2] == ["Steppe Courier", "Maria Keller"]


def test_a_sentence_that_opens_with_place_and_day_is_text_and_no_line_of_the_head() -> None:
    text = """FOR IMMEDIATE RELEASE

Two states hold consultations on defence

Samarkand, March 14, 2023 – The two states held consultations on defence in the city on Monday and Tuesday.

The next round is due in May."""
    article = article_of(text)
    assert article.title == "Two states hold consultations on defence"
    assert article.dateline == "Samarkand"
    assert blocks(article, "paragraph")[0].startswith("Samarkand, March 14, 2023 – The two")


def test_text_goes_on_after_a_teaser_in_its_middle() -> None:
    body = "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said."
    text = f"Home\nNews\n\nFrigate calls at the port\n\n{body}\n\nREAD MORE: Submarine leaves\n\n“It will stay,” he said.\n\nLog in\n"
    article = article_of(text)
    assert blocks(article, "paragraph") == [body, "“It will stay,” he said."]
    assert dropped(article, "teaser") == ["READ MORE: Submarine leaves"]


@pytest.mark.parametrize(
    ("line", "authors", "dateline"),
    [
        ("By Aisha Bekova, ASTANA", ("Aisha Bekova",), "Astana"),
        ("By Aisha Bekova in Tashkent", ("Aisha Bekova",), "Tashkent"),
        ("Moscow, 9 May 2020", (), "Moscow"),
        ("9 May 2020 - Tashkent", (), "Tashkent"),
        ("9 May 2020 | Politics", (), None),
        ("9 May 2020 (Reuters)", (), None),
    ],
)
def test_the_place_is_read_where_the_head_states_it(line: str, authors: tuple[str, ...], dateline: str | None) -> None:
    body = "The frigate arrived in the northern port on Thursday for the first call in seven years, the fleet said."
    article = article_of(f"Frigate calls at the northern port\n{line}\n\n{body}")
    assert (article.authors, article.dateline) == (authors, dateline)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("_The frigate came; the minehunters did not._", "caption"),
        ("*The frigate came; the minehunters did not.*", "caption"),
        ("The frigate came; the minehunters did _not_.", "paragraph"),
    ],
)
def test_an_emphasised_line_under_a_picture_is_its_caption(line: str, kind: str) -> None:
    text = f"""# Frigate calls at the northern port

The **Norwegian** frigate arrived in the [northern port](https://example.org/p) on June 11 for the first call in years.

![frigate](https://example.org/f.jpg)

{line}

Talks on search and rescue at sea are planned for Saturday, the [fleet](https://example.org/q) said in the evening.
"""
    assert [block.kind for block in article_of(text).blocks] == ["title", "paragraph", kind, "paragraph"]


def test_a_name_under_the_day_in_the_head_of_a_page_is_its_author() -> None:
    article = article_of(
        DUMP.replace("Maria Keller\n12.06.2020 18:05\n", "12.06.2020 18:05\nMaria Keller\n").replace(
            "  (Moscow time), Murmansk\n", ""
        )
    )
    assert article.authors == ("Maria Keller",)
    assert article.views == 1207


@given(
    st.lists(
        st.sampled_from(["a line of words", "(", "9", ".", "-", "#", ">", "\n", "\x1d", "\x1f", "\x85", " "]),
        max_size=30,
    )
)
@example(["a line of words", "\n", "\x1d", "a line of words"])
def test_blanks_of_every_kind_are_borne(pieces: list[str]) -> None:
    """Found by fuzzing: a line that begins with a separator other than a space."""
    text = "".join(pieces)
    for piece in parts_of_dump(text).pieces:
        assert 0 <= piece.source_start <= piece.source_end <= len(text)
