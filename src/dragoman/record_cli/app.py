"""The record's commands, by name."""

import typer

from dragoman.record_cli import ask, judge, keep, survey
from dragoman.record_cli.export import codebook, export

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.command()(keep.add)
for name in ("events", "transfers", "agreements", "visits", "exercises"):
    app.command(name)(ask.event_command(name))
for command in (
    ask.quotes, ask.findings, ask.articles, survey.search, survey.pair, survey.calendar, judge.correct, judge.undo, judge.history,
    judge.link, keep.versions, keep.dossier, keep.reread, export, codebook,
):  # fmt: skip
    app.command()(command)
app.command("check-record")(keep.check_record)
app.command()(keep.backup)
