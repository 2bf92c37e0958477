"""`dragoman correct`, `undo`, `link`, `history`: what people say of what was read."""

import json
from typing import Annotated

import typer

from dragoman.errors import UsageError
from dragoman.record_cli.common import Where, record
from dragoman.records.kept import Judgement

Because = Annotated[str, typer.Option("--because", metavar="REASON", help="Why.")]
Author = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so; by default the system's user.")]


def correct(
    item: Annotated[
        str, typer.Argument(metavar="ID", help="Of an event, quotation, entity, finding or article (ev_…).")
    ],
    set_: Annotated[
        list[str],
        typer.Option(
            "--set", metavar="FIELD=VALUE", help="date=2021-04-28, actors=RUS,UZB, detail.quantity=12, place=none …"
        ),
    ],
    because: Because,
    by: Author = None,
    where: Where = None,
) -> None:
    """Correct something in the record. What was read stays beside it; `dragoman undo` takes the correction back."""
    with record(where) as opened:
        for one in set_:
            field, sign, value = one.partition("=")
            if not sign:
                raise UsageError(f"{one}: write FIELD=VALUE")
            typer.echo(_line(opened.correct(item, field.strip(), value, because, by)))


def undo(
    item: Annotated[str, typer.Argument(metavar="ID", help="Of a correction (ju_…), or of what was corrected.")],
    because: Annotated[str, typer.Option("--because", metavar="REASON", help="Why.")] = "",
    by: Author = None,
    where: Where = None,
) -> None:
    """Take a correction back (of something corrected more than once, the last one). It stays in the history."""
    with record(where) as opened:
        typer.echo(_line(opened.undo(item, because, by)))


def link(
    one: Annotated[str, typer.Argument(metavar="EVENT")],
    other: Annotated[str, typer.Argument(metavar="EVENT")],
    because: Because,
    same: Annotated[bool, typer.Option("--same/--different", help="Reports of one event, or of two.")] = True,
    by: Author = None,
    where: Where = None,
) -> None:
    """Say that two events of the record are reports of one, or that they are not."""
    with record(where) as opened:
        typer.echo(_line(opened.link(one, other, because, same=same, author=by)))


def history(
    item: Annotated[
        str | None, typer.Argument(metavar="ID", help="Of something in the record; by default everything.")
    ] = None,
    aside: Annotated[bool, typer.Option("--aside", help="Only what was set aside for a person to look at.")] = False,
    where: Where = None,
) -> None:
    """List corrections and links with author, time and reason: also those undone, or set aside as their words are gone."""
    with record(where) as opened:
        found = opened.judgements(item, "aside" if aside else None)
    for judgement in found:
        typer.echo(_line(judgement))
    if not found:
        typer.echo("Nothing is set aside." if aside else "Nobody has corrected or linked anything here.", err=True)


def _line(judgement: Judgement) -> str:
    if judgement.kind == "link":
        said = f"{judgement.subject} and {judgement.other}: {judgement.field}"
    else:
        said = f"{judgement.subject} {judgement.field}: {_value(judgement.was)} → {_value(judgement.becomes)}"
    line = f"{judgement.id}  {judgement.made}  {judgement.author}  {said}  ({judgement.reason})"
    if judgement.state != "active":
        by = f" by {judgement.state_by}" if judgement.state_by else ""
        reason = f" ({judgement.state_reason})" if judgement.state_reason else ""
        line += f"  [{judgement.state} {judgement.state_since}{by}{reason}]"
    return "".join(c if c.isprintable() else "\ufffd" for c in line)


def _value(kept: str | None) -> str:
    """A value for people: a date by its ends, an entity by its name."""
    value = json.loads(kept) if kept else None
    many = value if isinstance(value, list) else [value]
    return ", ".join(_one(one) for one in many) or "–"


def _one(value: object) -> str:
    if isinstance(value, dict):
        if "start" in value:
            return str(value["start"]) if value["start"] == value["end"] else f"{value['start']}/{value['end']}"
        return str(value.get("name") or value.get("text") or value)
    return "–" if value is None else str(value)
