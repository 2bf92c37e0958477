"""Organisations and places that only the recogniser of names knows, put on the board."""

from dragoman.resolve.agents import agents, singulars
from dragoman.resolve.draft import Draft, Scene
from dragoman.resolve.gazetteer import fold
from dragoman.resolve.names import Found
from dragoman.resolve.nominals import Nominal, NominalFinder
from dragoman.resolve.page import Page
from dragoman.resolve.people import offices


def place_recognised(
    scene: Scene, found: list[Found], busy: set[int], nominals: list[Nominal], finder: NominalFinder
) -> None:
    """Organisations and places that only the recogniser knows."""
    page, board = scene.page, scene.board
    heads = {k for n in nominals if n.type == "name" for k in range(n.head, n.last + 1)}
    # A body named by a common noun ("the Turkish defence ministry") is an actor already, whatever the recogniser calls it.
    heads |= {n.head for n in nominals if n.agent.kind in {"organization", "place"}}
    known = {k for one in found if one.first >= 0 for k in range(one.first, one.last + 1)}
    for name in page.names:
        if name.kind not in {"organization", "place"}:
            continue
        span = page.span(name.start, name.end)
        if span is None:
            continue
        first, last = span
        while first < last and page.words[first].upos == "DET":
            first += 1
        while last > first and page.words[last].lower in {"'s", "’s", "'", "’", "of"}:
            last -= 1
        if first == last and page.words[first].upos in {"DET", "PRON"}:
            continue
        words = set(range(first, last + 1))
        if words & busy or words & heads or not page.words[first].capital or words <= known:
            continue
        if name.kind == "place" and words & known:
            continue
        if name.kind == "organization" and _portfolio(page, first, last):
            continue
        start, end = page.words[first].start, page.words[last].end
        text = page.text[start:end]
        inner = next((one for k in sorted(words) if (one := finder.found_at(k)) is not None and one.state), None)
        state = inner.state if inner else _seat(page, finder, last)
        if name.kind == "place":
            draft = board.take(("place", fold(text), ""), Draft("place", text, named=True))
            draft.state = draft.state or _lies_in(page, finder, last)
        else:
            sector = _sector(scene, first, last)
            draft = board.take(("organization", fold(text), ""), Draft("organization", text, state, sector, named=True))
        draft.mention(start, end, "name")
        scene.at.setdefault(page.head_of(first, last), draft)


def _portfolio(page: Page, first: int, last: int) -> bool:
    """Whether the words are what an office or body is for, not a body of their own: "Ministers of Foreign Affairs"."""
    words = page.words
    if first < 2 or words[first - 1].lower not in {"of", "for"}:
        return False
    named = " ".join(words[k].lower for k in range(first, last + 1))
    return any(
        f"{noun} of {named}" in offices() or f"{noun} of {named}" in agents()
        for noun in singulars(words[first - 2].lower)
    )


def _lies_in(page: Page, finder: NominalFinder, last: int) -> str | None:
    """The state that stands after a place and a comma: "Kotelva, Ukraine"."""
    words = page.words
    if last + 2 >= len(words) or words[last + 1].text != "," or words[last + 2].sentence != words[last].sentence:
        return None
    one = finder.found_at(last + 2)
    return one.state if one is not None and one.kind in {"state", "place"} and not one.seat else None


def _seat(page: Page, finder: NominalFinder, last: int) -> str | None:
    """The state named right after a body: "the Pirna Town Museum in Germany"."""
    words = page.words
    if (
        last + 2 >= len(words)
        or words[last + 1].lower not in {"in", "of"}
        or words[last + 2].sentence != words[last].sentence
    ):
        return None
    k = last + 3 if words[last + 2].lower == "the" and last + 3 < len(words) else last + 2
    one = finder.found_at(k)
    return one.state if one is not None and one.kind in {"state", "place"} else None


def _sector(scene: Scene, first: int, last: int) -> str | None:
    table = agents()
    for k in (last, *range(first, last)):
        agent = table.get(scene.page.words[k].lower)
        if agent is not None and agent.kind != "person":
            return agent.sector
    return None
