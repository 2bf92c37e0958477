"""`dragoman search`, `pair`, `calendar`: the record seen from farther away."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from dragoman.record_cli.ask import Outlet, Since, States, Tag, Until
from dragoman.record_cli.common import Form, Format, Output, Where, give, record
from dragoman.records.flat import columns
from dragoman.records.kept import Count, Hit
from dragoman.store.calendar import Step
from dragoman.store.selection import Filter

_PLURALS = {"visit": "visits", "agreement": "agreements", "transfer": "transfers", "exercise": "exercises"}


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help='In any form; "a phrase"; OR; -without; begin*.')
    ],
    state: States = None,
    outlet: Outlet = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Published then or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Published then or earlier.")] = None,
    limit: Annotated[int, typer.Option(min=1)] = 20,
    page: Annotated[int, typer.Option(min=1, help="The next so many.")] = 1,
    where: Where = None,
) -> None:
    """Search the articles' text; the words found are marked. English and Russian words are found in every form."""
    from dragoman.record_cli.show import show

    states = tuple(code.upper() for one in state or () for code in one.split(","))
    asked = Filter(states=states, outlet=outlet, since=since, until=until)
    # What the shell has taken for one word was one in quotation marks.
    query = " ".join(f'"{word}"' if " " in word and '"' not in word and len(words) > 1 else word for word in words)
    with record(where) as opened:
        found = opened.search(query, asked, limit, limit * (page - 1))
    show(found, Hit, None)


def pair(
    one: Annotated[str, typer.Argument(metavar="STATE", help="ISO 3166-1 alpha-3: RUS")],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other one: UZB")],
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    tag: Tag = None,
    each: Annotated[int, typer.Option(min=0, help="Events shown of each year, the latest; 0: counts only.")] = 5,
    where: Where = None,
) -> None:
    """Show the history of two states: what was said, signed, delivered, exercised, year by year, with its sources."""
    from dragoman.record_cli.show import event_lines, print_lines

    with record(where) as opened:
        years = opened.pair(one, other, each, Filter(since=since, until=until, outlet=outlet, tag=tag))
    if not years:
        typer.echo(f"The record has nothing between {one.upper()} and {other.upper()}.")
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=24)
    grid.add_column(ratio=1)
    total = sum(year.total for year in years)
    for year in years:
        counts = ", ".join(
            f"{number} {_PLURALS.get(kind, kind) if number > 1 else kind}" for kind, number in year.counts.items()
        )
        grid.add_row(Text(str(year.year or "no date"), "bold underline"), Text(f"{year.total}: {counts}", "bold"))
        for event in year.events:
            label, *lines = event_lines(event)
            grid.add_row(label, lines[0])
            for line in lines[1:]:
                grid.add_row("", line)
    print_lines([Text(f"{one.upper()} and {other.upper()}: {total} reports of events", "bold"), grid])


def calendar(
    by: Annotated[str, typer.Option(metavar="day|month|year")] = "month",
    state: States = None,
    outlet: Outlet = None,
    tag: Tag = None,
    since: Since = None,
    until: Until = None,
    form: Format = Form.TABLE,
    output: Output = None,
    where: Where = None,
) -> None:
    """Count articles (by publication) and events (by their beginning) for every day, month or year."""
    from dragoman.errors import UsageError
    from dragoman.record_cli.show import print_lines

    steps: dict[str, Step] = {"day": "day", "month": "month", "year": "year"}
    if by not in steps:
        raise UsageError(f"{by}: day, month or year")
    states = tuple(code.upper() for one in state or () for code in one.split(","))
    asked = Filter(states=states, outlet=outlet, tag=tag, since=since, until=until)
    with record(where) as opened:
        found = opened.calendar(steps[by], asked)
    if form is not Form.TABLE:
        give(found, columns(Count), form, output, f"calendar by {by}: {asked.described()}")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("period", "articles", "events"):
        table.add_column(name, justify="left" if name == "period" else "right")
    for count in found:
        table.add_row(count.period, f"{count.articles:,}", f"{count.events:,}")
    print_lines([table])
