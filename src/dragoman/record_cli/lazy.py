"""The record's commands join the others without being imported before one of them is asked for: `read` does not wait."""

from functools import cache
from typing import Any

from typer.core import TyperGroup


class WithRecord(TyperGroup):
    """The commands of the command line, and those of the record."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401  Typer's own copy of Click
        """A command by its name."""
        return super().get_command(ctx, cmd_name) or _record().get_command(ctx, cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """Every command, for the help."""
        return [*super().list_commands(ctx), *_record().list_commands(ctx)]


@cache
def _record() -> TyperGroup:
    from typer.main import get_group

    from dragoman.record_cli.app import app

    return get_group(app)
