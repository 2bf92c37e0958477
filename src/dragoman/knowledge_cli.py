"""`dragoman knowledge`: what the user knows beside what ships with the program."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import InputError, UsageError
from dragoman.resolve import pack_add
from dragoman.resolve.packs import FOLDER, folder

app = typer.Typer(
    no_args_is_help=True,
    help=f"Add knowledge of your own: packs, kept in a folder of yours ({FOLDER} names another one).",
    rich_markup_mode=None,
)


@app.command()
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Wikidata JSON, a GeoNames table or FollowTheMoney entities.")
    ],
    name: Annotated[str | None, typer.Option(metavar="NAME", help="The pack's name; by default the file's.")] = None,
) -> None:
    """Make a pack of a file; every article read from then on is read with it."""
    try:
        pack = pack_add.add(file, name)
    except InputError as error:
        raise UsageError(str(error)) from error
    typer.echo(f"{pack.path}: {_counts(pack)}")


@app.command(name="list")
def list_() -> None:
    """List the packs."""
    try:
        packs = pack_add.packs()
    except InputError as error:
        raise UsageError(str(error)) from error
    for pack in packs:
        typer.echo(f"{pack.name}: {_counts(pack)}")
    if not packs:
        typer.echo(f"no packs in {folder()}")


@app.command()
def remove(name: Annotated[str, typer.Argument(metavar="NAME", help="A name that `knowledge list` shows.")]) -> None:
    """Take a pack away."""
    try:
        path = pack_add.remove(name)
    except InputError as error:
        raise UsageError(str(error)) from error
    typer.echo(f"removed {path}")


def _counts(pack: pack_add.Pack) -> str:
    return f"{pack.organizations} organisations, {pack.persons} persons, {pack.places} places"
