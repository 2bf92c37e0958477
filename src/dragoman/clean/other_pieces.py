"""Other articles on the page of one: with a heading and a byline or a day of their own, beside the one with the title."""

from dragoman.clean.container import within
from dragoman.clean.scan import Scan

ARTICLE = "article"


def other_pieces(found: Scan, title_at: int | None) -> list[bool]:
    """For each element whether it stands in another article than the one that the page is about.

    `title_at`: the segment of the title. Only where it stands inside of an `article` element can others be told from the
    parts of one piece: a digest or a live report has its title above all of them.
    """
    around = _articles_around(found)
    own = around[found.segments[title_at].element] if title_at is not None else 0
    inside = [False] * len(found.elements)
    if not own:
        return inside
    headed = {around[segment.element] for segment in found.segments if segment.kind == "heading"}
    signed = {around[label.element] for label in found.labels if label.kind in ("author", "day")}
    in_own = within(found, own)
    outer = own
    while outer:
        outer = found.elements[outer].parent
        headed.discard(outer)
    for i in range(1, len(inside)):
        is_other = i in headed and i in signed and not in_own[i]
        inside[i] = is_other or inside[found.elements[i].parent]
    return inside


def _articles_around(found: Scan) -> list[int]:
    """For each element the innermost `article` that it is or stands in; 0 where there is none."""
    around = [0] * len(found.elements)
    for i in range(1, len(around)):
        around[i] = i if found.elements[i].tag == ARTICLE else around[found.elements[i].parent]
    return around
