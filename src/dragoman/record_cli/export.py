"""`dragoman export` and `dragoman codebook`: the record in the forms that other programs know."""

from typing import Annotated

import typer

from dragoman.errors import UsageError
from dragoman.record_cli.ask import Outlet, PublishedSince, PublishedUntil, Since, States, Tag, Until, Words
from dragoman.record_cli.common import Output, Where, described, record, target
from dragoman.records.flat import columns
from dragoman.records.kept import Count, KeptArticle, KeptEvent, KeptFinding, KeptQuote
from dragoman.share import annotations, atom, ftm, geojson, polecat, sipri
from dragoman.share.tables import codebook as lines
from dragoman.store.query import Page
from dragoman.store.record import Record
from dragoman.store.selection import Filter

_FORMATS = {
    "geojson": geojson.write, "ftm": ftm.write, "polecat": polecat.write, "sipri": sipri.write, "atom": atom.write,
}  # fmt: skip
_ALL = (*_FORMATS, "annotations")


def export(
    form: Annotated[str, typer.Argument(metavar="|".join(_ALL))],
    state: States = None,
    since: Since = None,
    until: Until = None,
    published_since: PublishedSince = None,
    published_until: PublishedUntil = None,
    outlet: Outlet = None,
    tag: Tag = None,
    text: Words = None,
    limit: Annotated[int, typer.Option(min=0, help="At most so many events; 0: all of them.")] = 0,
    output: Output = None,
    where: Where = None,
) -> None:
    """Hand on events: geojson, ftm (FollowTheMoney), annotations (W3C), polecat, sipri (register of transfers), atom.

    Tables come from `dragoman events|quotes|… --format csv|json|jsonl|parquet`.
    """
    if form not in _ALL:
        raise UsageError(f"{form}: no such form; there are {', '.join(_ALL)}")
    states = tuple(code.upper() for one in state or () for code in one.split(","))
    asked = Filter(
        states=states, since=since, until=until, published_since=published_since, published_until=published_until,
        outlet=outlet, tag=tag, text=text, detail="transfer" if form == "sipri" else None,
    )  # fmt: skip
    page = Page("-added" if form == "atom" else "date", limit or None)
    said = described(f"{form}: {asked.described()}")
    with record(where) as opened, target(output) as out:
        if form == "annotations":
            # Evidence belongs to articles: it is given of all those in which such an event is told.
            articles = dict.fromkeys(event.article for event in opened.events(asked, page))
            annotations.write((_annotated(opened, article) for article in articles), said, out)
        else:
            _FORMATS[form](opened.events(asked, page), said, out)


def _annotated(opened: Record, article: str) -> annotations.Annotated:
    dossier, corrected = opened.with_corrections(article)
    return annotations.Annotated(dossier, opened.ids(article), corrected)


def codebook(output: Output = None) -> None:
    """Print what every column of every table means."""
    tables = [("articles", columns(KeptArticle)), ("events", columns(KeptEvent)), ("quotes", columns(KeptQuote)),
              ("findings", columns(KeptFinding)), ("calendar", columns(Count))]  # fmt: skip
    tables += [(f"{kind}s", columns(KeptEvent, kind)) for kind in ("visit", "agreement", "transfer", "exercise")]
    with target(output) as out:
        out.write(b"# Codebook\n\n")
        for line in lines(tables):
            out.write(f"{line}\n".encode())
