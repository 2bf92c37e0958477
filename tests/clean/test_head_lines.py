"""Authors in the ways in which web pages name them about a title and below a text."""

import pytest

from dragoman.clean.dump import parts_of_dump
from dragoman.clean.names import known_persons

MENU = "Home\nPorts\nFleets\nSubscribe\nLog in\nSearch\nArchive\n"
BODY = """The port authority has bought a dredger from a yard in Gdansk, its director told the council on Friday.
It will deepen the northern channel to eleven metres before the autumn, when the grain ships come.
The council approved the purchase with two votes against it, and asked for a report by the spring.
"""
TITLE = "New dredger for the northern channel"


@pytest.mark.parametrize(
    ("above", "below", "authors"),
    [
        (f"{TITLE}\nHelena Brandt\nMarch 3, 2022\n", "", ("Helena Brandt",)),
        (f"{TITLE}\nHelena Brandt\n6 min read\n", "", ("Helena Brandt",)),
        (f"Helena Brandt\nMarch 3, 2022\n{TITLE}\n", "", ("Helena Brandt",)),
        (f"{TITLE}\nMarch 3, 2022\nHelena Brandt & Omar Said\n", "", ("Helena Brandt", "Omar Said")),
        (f"{TITLE}\nHelena Brandt, Institute for Ports\nMarch 3, 2022\n", "", ("Helena Brandt",)),
        (f"{TITLE}\nWritten by\nHelena\nMarch 3, 2022\n", "", ("Helena",)),
        (f"{TITLE}\nMarch 3, 2022\n", "Written by Helena Brandt\n", ("Helena Brandt",)),
        (f"{TITLE}\nMarch 3, 2022\n", "About the author\nHelena Brandt\n", ("Helena Brandt",)),
        (f"{TITLE}\nMarch 3, 2022\n", "Helena Brandt\nHelena Brandt reports on ports and lives in Gdansk.\n", ("Helena Brandt",)),
        (f"{TITLE}\nMarch 3, 2022\nHarbour Policy\n", "", ()),
    ],
)  # fmt: skip
def test_authors_about_a_title_and_below_a_text(above: str, below: str, authors: tuple[str, ...]) -> None:
    """Names with a label, with known given names near the title, or over what their bearer does; sections are none."""
    assert parts_of_dump(MENU + above + BODY + below + "© 2022 Harbour Gazette\n").authors == authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Helena Brandt", ["Helena Brandt"]),
        ("HELENA BRANDT", ["HELENA BRANDT"]),
        ("Dr. Helena Brandt – harbour engineer", ["Dr. Helena Brandt"]),
        ("Анна Белова", ["Анна Белова"]),
        ("Helena Brandt bought a dredger", []),
        ("Peter Brandt Visits Gdansk", []),
        ("Northern Channel", []),
        ("Helena Brandt.", []),
    ],
)
def test_persons_by_their_given_names(line: str, names: list[str]) -> None:
    """A line names persons where it begins with a known given name and is a name; four capitalised words are a headline."""
    assert known_persons(line) == names
