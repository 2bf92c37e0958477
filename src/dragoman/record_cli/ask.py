"""`dragoman events`, `quotes`, `transfers` …: questions to the record."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.record_cli.common import Form, Format, Output, Where, give, record
from dragoman.records.flat import columns
from dragoman.records.kept import KeptArticle, KeptEvent, KeptFinding, KeptQuote
from dragoman.store.query import SORTS, Page
from dragoman.store.selection import Filter

_DETAILS = {
    "events": None, "transfers": "transfer", "agreements": "agreement", "visits": "visit", "exercises": "exercise",
}  # fmt: skip
States = Annotated[
    list[str] | None,
    typer.Option(
        "--state", metavar="CODE", help="A party's state (ISO 3166-1 alpha-3); twice: between the two, either way."
    ),
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Began then or later: 2021, 2021-04 or 2021-04-28.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Began then or earlier.")]
PublishedSince = Annotated[str | None, typer.Option(metavar="DATE", help="The article was published then or later.")]
PublishedUntil = Annotated[str | None, typer.Option(metavar="DATE", help="The article was published then or earlier.")]
Outlet = Annotated[str | None, typer.Option(help="Words of the name of who publishes the article.")]
Tag = Annotated[str | None, typer.Option(help="A tag that the outlet gave the article.")]
Words = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help='Words in any form; "a phrase"; OR; -without; begin*.'),
]
Corrected = Annotated[bool, typer.Option("--corrected", help="Only what a person has corrected.")]
Article = Annotated[str | None, typer.Option(metavar="ID", help="Of one article.")]
Sort = Annotated[str, typer.Option(help=f"{', '.join(SORTS[::2])}; with a minus the other way round.")]
Limit = Annotated[int, typer.Option(min=0, help="At most so many; 0: all of them.")]
PageNumber = Annotated[int, typer.Option("--page", min=1, help="The next so many.")]
By = Annotated[str | None, typer.Option(metavar="NAME|CODE|outlet", help="Who says so.")]


def event_command(name: str) -> Callable[..., None]:
    """The command that asks for events, or for those with one kind of detail."""
    detail = _DETAILS[name]

    def ask(
        state: States = None,
        actor: Annotated[
            str | None, typer.Option(metavar="NAME|CODE", help="Who acts: name, office, state or sector.")
        ] = None,
        recipient: Annotated[str | None, typer.Option(metavar="NAME|CODE", help="Whom it is done to.")] = None,
        by: By = None,
        type_: Annotated[list[str] | None, typer.Option("--type", help="PLOVER's type; several: one of them.")] = None,
        mode: Annotated[str | None, typer.Option(help="PLOVER's mode.")] = None,
        context: Annotated[str | None, typer.Option(help="PLOVER's context.")] = None,
        certainty: Annotated[
            list[str] | None, typer.Option(help="occurred, ongoing, planned, possible, denied; several: one of them.")
        ] = None,
        what: Annotated[str | None, typer.Option(help="Words of a designation, title or exercise's name.")] = None,
        status: Annotated[str | None, typer.Option(help="signed, delivered …")] = None,
        category: Annotated[str | None, typer.Option(help="SIPRI's category of a transfer.")] = None,
        place: Annotated[str | None, typer.Option(metavar="NAME|CODE", help="Where.")] = None,
        since: Since = None,
        until: Until = None,
        published_since: PublishedSince = None,
        published_until: PublishedUntil = None,
        outlet: Outlet = None,
        tag: Tag = None,
        text: Words = None,
        article: Article = None,
        corrected: Corrected = False,
        confidence: Annotated[float | None, typer.Option(min=0, max=1, help="At the least so sure.")] = None,
        sort: Sort = "-date",
        limit: Limit = 50,
        page: PageNumber = 1,
        form: Format = Form.TABLE,
        output: Output = None,
        where: Where = None,
    ) -> None:
        asked = Filter(
            states=_states(state), actor=actor, recipient=recipient, by=by, types=tuple(type_ or ()), mode=mode,
            certainty=tuple(certainty or ()), detail=detail, what=what, status=status, category=category, context=context,
            since=since, until=until, published_since=published_since, published_until=published_until, place=place,
            outlet=outlet, tag=tag, text=text, article=article, corrected=corrected, confidence=confidence,
        )  # fmt: skip
        with record(where) as opened:
            found = opened.events(asked, _page(sort, limit, page))
        _answer("events", found, KeptEvent, detail, asked, (form, output), (limit, page))

    ask.__doc__ = f"Ask the record for {name}."
    return ask


def quotes(
    by: By = None,
    state: States = None,
    direct: Annotated[
        bool | None, typer.Option("--direct/--reported", help="Word for word, or in the outlet's words.")
    ] = None,
    since: Since = None,
    until: Until = None,
    published_since: PublishedSince = None,
    published_until: PublishedUntil = None,
    outlet: Outlet = None,
    tag: Tag = None,
    text: Words = None,
    article: Article = None,
    corrected: Corrected = False,
    sort: Sort = "-date",
    limit: Limit = 50,
    page: PageNumber = 1,
    form: Format = Form.TABLE,
    output: Output = None,
    where: Where = None,
) -> None:
    """Ask the record for quotations."""
    asked = Filter(
        by=by, states=_states(state), direct=direct, since=since, until=until, published_since=published_since,
        published_until=published_until, outlet=outlet, tag=tag, text=text, article=article, corrected=corrected,
    )  # fmt: skip
    with record(where) as opened:
        found = opened.quotes(asked, _page(sort, limit, page))
    _answer("quotes", found, KeptQuote, None, asked, (form, output), (limit, page))


def findings(
    kind: Annotated[list[str] | None, typer.Option(help="designation, number, date …; several: one of them.")] = None,
    severity: Annotated[str | None, typer.Option(help="info, warning, error")] = None,
    published_since: PublishedSince = None,
    published_until: PublishedUntil = None,
    outlet: Outlet = None,
    tag: Tag = None,
    article: Article = None,
    sort: Sort = "-date",
    limit: Limit = 50,
    page: PageNumber = 1,
    form: Format = Form.TABLE,
    output: Output = None,
    where: Where = None,
) -> None:
    """Ask the record for what does not add up."""
    asked = Filter(
        types=tuple(kind or ()), severity=severity, published_since=published_since, published_until=published_until,
        outlet=outlet, tag=tag, article=article,
    )  # fmt: skip
    with record(where) as opened:
        found = opened.findings(asked, _page(sort, limit, page))
    _answer("findings", found, KeptFinding, None, asked, (form, output), (limit, page))


def articles(
    state: States = None,
    outlet: Outlet = None,
    author: Annotated[str | None, typer.Option(help="Words of an author's name.")] = None,
    language: Annotated[str | None, typer.Option(help="BCP 47.")] = None,
    tag: Tag = None,
    context: Annotated[str | None, typer.Option(help="PLOVER's context of an event in it.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Published then or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Published then or earlier.")] = None,
    text: Words = None,
    corrected: Corrected = False,
    sort: Sort = "-date",
    limit: Limit = 50,
    page: PageNumber = 1,
    form: Format = Form.TABLE,
    output: Output = None,
    where: Where = None,
) -> None:
    """Ask the record for articles. `dragoman search WORDS` shows the words found."""
    asked = Filter(
        states=_states(state), outlet=outlet, author=author, language=language, tag=tag, context=context, since=since,
        until=until, text=text, corrected=corrected,
    )  # fmt: skip
    with record(where) as opened:
        found = opened.articles(asked, _page(sort, limit, page))
    _answer("articles", found, KeptArticle, None, asked, (form, output), (limit, page))


def _states(given: list[str] | None) -> tuple[str, ...]:
    """States given one by one, or with commas between them."""
    return tuple(code.strip().upper() for one in given or () for code in one.split(",") if code.strip())


def _page(sort: str, limit: int, number: int) -> Page:
    return Page(sort, limit or None, limit * (number - 1))


def _answer(
    name: str,
    found: Sequence[Any],
    shape: type,
    detail: str | None,
    asked: Filter,
    way: tuple[Form, Path | None],
    part: tuple[int, int],
) -> None:
    form, output = way
    if form is not Form.TABLE:
        give(found, columns(shape, detail), form, output, f"{name}: {asked.described()}")
        return
    from dragoman.record_cli.show import show

    show(found, shape, output)
    limit, number = part
    if limit and len(found) == limit:
        typer.echo(f"{limit} are shown; --page {number + 1} shows the next ones, --limit 0 all of them.", err=True)
