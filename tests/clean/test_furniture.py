"""Lines that stand on two pages of an outlet are its furniture; its articles' own lines, and copies of one article, are not."""

from dragoman.clean.dump import parts_of_dump
from dragoman.clean.furniture import furniture, is_furniture, outline

MENU = """Harbour Gazette
Ports and shipping
Fleet calendar
Letters to the harbour master
Tide tables for the week
Write to the newsroom"""
FOOT = """The Harbour Gazette is printed by the Pilots' Guild of Varna, and every pilot of the guild may write in it.
Registered with the county court under 4417"""

CONVOY = """Convoy leaves Varna for joint drill
Five frigates left the port of Varna on Monday for a drill with the Romanian navy, the fleet command said.
They will sail along the coast for three days and practise the escort of merchant ships by night.
The commander of the fleet said that the drill had been planned since the spring."""
DREDGER = """New dredger for the northern channel
The port authority has bought a dredger from a yard in Gdansk, its director told the council on Friday.
It will deepen the northern channel to eleven metres before the autumn, when the grain ships come.
The council approved the purchase with two votes against it."""


def page(body: str, views: int) -> str:
    """A page of the outlet."""
    return f"{MENU}\n{body}\nViews: {views}\n{FOOT}\n"


def test_lines_of_two_pages_of_an_outlet_are_its_furniture() -> None:
    """What both pages have is furniture, whatever its numbers; what one has is not."""
    first, second = page(CONVOY, 71), page(DREDGER, 1204)
    known = furniture([outline(first), outline(second)])[0]
    for line in (*MENU.splitlines(), *FOOT.splitlines(), "Views: 71"):
        assert is_furniture(first, first.index(line), first.index(line) + len(line), known), line
    for line in CONVOY.splitlines():
        assert not is_furniture(first, first.index(line), first.index(line) + len(line), known), line


def test_copies_of_an_article_are_no_furniture() -> None:
    """Two dumps of one article share all of it."""
    assert furniture([outline(page(CONVOY, 71)), outline(page(CONVOY, 99))]) == [frozenset(), frozenset()]


def test_pages_that_share_little_are_of_two_outlets() -> None:
    """Buttons that every site has make no outlet."""
    share = "Home\nShare\nPrint\nSubscribe\n"
    assert furniture([outline(share + CONVOY), outline(share + DREDGER)]) == [frozenset(), frozenset()]


def test_furniture_is_dropped_from_the_article() -> None:
    """A sentence of the footer looks like the article's last; another page of the outlet tells."""
    first, second = page(CONVOY, 71), page(DREDGER, 1204)
    known = furniture([outline(first), outline(second)])[0]
    parts = parts_of_dump(first, known)
    body = "\n".join(piece.text for piece in parts.pieces)
    assert parts.title == "Convoy leaves Varna for joint drill"
    assert "planned since the spring" in body
    assert "Pilots' Guild" not in body
    assert any("Pilots' Guild" in dropped.text for dropped in parts.dropped)
