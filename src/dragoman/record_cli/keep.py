"""`dragoman add`, `reread`, `check-record`, `backup`, `versions`: the record filled, renewed, proved and copied."""

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from dragoman import __version__
from dragoman.collect.endings import is_passed_over
from dragoman.errors import InputError, UsageError
from dragoman.record_cli.common import Where, record

DONE, SOME_UNREAD, NONE_READ, UNSOUND = 0, 1, 3, 1
Jobs = Annotated[
    int | None, typer.Option(min=1, help="Processes that read at the same time; by default one for each core.")
]


def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help='Files, folders, web addresses, or "-" (standard input).')
    ],
    where: Where = None,
    jobs: Jobs = None,
) -> None:
    """Read articles into the record. May be stopped at any moment and run again: what is in the record is not read again.

    Exit status: 0 done; 1 some inputs could not be read (each named on standard error); 2 wrong usage; 3 nothing could be
    read; 4 the record cannot be used.
    """
    from dragoman.run.flow import Way
    from dragoman.run.keeping import add as run

    found: Counter[str] = Counter()
    with record(where, make=True) as opened, _progress() as progress:
        task = progress.add_task("reading", total=_count(sources))
        for outcome in run(opened, sources, Way(), jobs or _cores()):
            progress.advance(task)
            if progress.finished:
                progress.update(task, total=None)  # an archive holds more than one
            if isinstance(outcome, InputError):
                found["unread"] += 1
                progress.console.print(_safe(f"dragoman: {outcome}"), markup=False, highlight=False, soft_wrap=True)
            else:
                found[outcome.status] += 1
        place = opened.engines.place.shown
    said = [f"{found[name]} {words}" for name, words in _STATUSES.items() if found[name]]
    typer.echo(f"{place}: {', '.join(said) or 'nothing to add'}")
    if not sum(found.values()) - found["unread"]:
        raise typer.Exit(NONE_READ)
    raise typer.Exit(SOME_UNREAD if found["unread"] else DONE)


def reread(
    where: Where = None,
    jobs: Jobs = None,
    every: Annotated[bool, typer.Option("--all", help="Also what this version of the program has read.")] = False,
) -> None:
    """Read what the record holds again with this program, and print what changes. Corrections stay where their words do."""
    from dragoman.run.flow import Way
    from dragoman.run.keeping import read_again

    read = changed = failed = 0
    with record(where) as opened, _progress() as progress:
        task = progress.add_task("reading again", total=None)
        for outcome in read_again(opened, Way(), jobs or _cores(), every=every, program=f"dragoman {__version__}"):
            progress.advance(task)
            if isinstance(outcome, InputError):
                failed += 1
                progress.console.print(_safe(f"dragoman: {outcome}"), markup=False, highlight=False, soft_wrap=True)
                continue
            read += 1
            changed += bool(outcome.changes)
            if outcome.changes:
                typer.echo(_safe(f"{outcome.article}  {outcome.source}"))
            for change in outcome.changes:
                typer.echo(_safe(f"  {change.item}  {change.what}: {change.before or '–'} → {change.after or '–'}"))
            for judgement in outcome.aside:
                typer.echo(_safe(f"  set aside: {judgement.id} on {judgement.subject}: {judgement.state_reason}"))
    typer.echo(f"{read} read again, {changed} changed" + (f", {failed} could not be read" if failed else ""))
    raise typer.Exit(SOME_UNREAD if failed else DONE)


def check_record(where: Where = None) -> None:
    """Prove the record sound: file, references, pages, dossiers, rows. Exit status 1 where anything is wrong."""
    from dragoman.store.soundness import census, problems

    count = 0
    with record(where) as opened, opened.reading() as connection:
        for problem in problems(connection):
            count += 1
            typer.echo(_safe(problem))
        held = census(connection)
    typer.echo(
        f"{held.articles} articles in {held.versions} versions, {held.readings} readings, {held.events} events, "
        f"{held.quotes} quotations: " + (f"{count} problems" if count else "sound")
    )
    raise typer.Exit(UNSOUND if count else DONE)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.", dir_okay=False)], where: Where = None
) -> None:
    """Copy the record into a new file, also while it is written to."""
    with record(where) as opened:
        opened.backup(target)
    typer.echo(f"{target}: {target.stat().st_size:,} bytes")


def versions(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id (ar_…).")],
    diff: Annotated[
        bool, typer.Option("--diff", help="Show how the last two differ (or those named by --old and --new).")
    ] = False,
    old: Annotated[int | None, typer.Option(min=1)] = None,
    new: Annotated[int | None, typer.Option(min=1)] = None,
    where: Where = None,
) -> None:
    """List the contents that a page has had, and show how they differ."""
    with record(where) as opened:
        found = opened.versions(article)
        if not diff:
            for version in found:
                typer.echo(_safe(f"{version.number}  {version.added}  {version.digest[:16]}  {version.source}"))
            return
        newer = new or found[-1].number
        older = old or newer - 1
        if older < 1:
            raise UsageError(f"{article}: there is one version only")
        for line in opened.difference(article, older, newer):
            typer.echo(_safe(line))


def dossier(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id (ar_…).")],
    version: Annotated[int | None, typer.Option(min=1, help="Of this content; by default the newest.")] = None,
    page: Annotated[bool, typer.Option("--page", help="The page itself instead, byte for byte.")] = False,
    where: Where = None,
) -> None:
    """Print an article's dossier, byte for byte as it was read (without corrections)."""
    with record(where) as opened:
        data = opened.source_bytes(article, version) if page else opened.dossier_json(article, version) + b"\n"
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


_STATUSES = {"added": "added", "changed": "new versions", "known": "known already", "unread": "could not be read"}


class _Speed(ProgressColumn):
    """Articles a second, of late."""

    def render(self, task: Task) -> Text:
        """The rate, where there is one yet."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


def _progress() -> Progress:
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Speed(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _count(sources: list[str]) -> int | None:
    """How many files there are to come, where that can be told beforehand."""
    total = 0
    for name in sources:
        path = Path(name)
        if path.is_dir():
            total += sum(1 for _, _, names in os.walk(path) for one in names if not is_passed_over(one))
        elif path.is_file():
            total += 1
        else:
            return None
    return total


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _safe(text: str) -> str:
    """No character of a page may steer the terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
