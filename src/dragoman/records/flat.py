"""What the record gives back, as flat rows: the columns of a table, with what each means."""

import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dragoman.records.event import (
    Access,
    Agreement,
    Casualties,
    Detail,
    Exercise,
    Number,
    Training,
    Transfer,
    Visit,
)

Plain = Any
"""A column, or a value of any kind that JSON has."""

ColumnKind = Literal["text", "integer", "number", "boolean", "list", "detail"]
DETAILS: dict[str, type[Detail]] = {
    "visit": Visit, "agreement": Agreement, "transfer": Transfer, "training": Training, "exercise": Exercise,
    "access": Access, "casualties": Casualties,
}  # fmt: skip
_NUMBER = {
    "value": "its value",
    "relation": 'whether it is "exactly", "at_least", "at_most" or "about" that',
    "text": "its words",
}
_KINDS: dict[Any, ColumnKind] = {int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: ColumnKind
    meaning: str
    value: Callable[[Any], Any]
    """Its value in a row's object."""


@cache
def columns(shape: type, detail: str | None = None) -> tuple[Column, ...]:
    """The columns of a kind of answer; of events with one kind of detail, its fields besides."""
    hints = get_type_hints(shape, include_extras=True)
    found: list[Column] = []
    for field in fields(shape):
        if field.name == "detail":
            found += _detail(detail)
            continue
        kind, meaning = _described(hints[field.name])
        found.append(Column(field.name, kind, meaning, _getter(field.name)))
    return tuple(found)


def flat(row: object, table: Sequence[Column]) -> dict[str, Any]:
    """A row by its columns."""
    return {column.name: column.value(row) for column in table}


def _detail(kind: str | None) -> list[Column]:
    if kind is None:
        return [
            Column("detail_kind", "text", "visit, agreement, transfer …", lambda row: row.detail and row.detail.kind),
            Column("detail", "detail", "What the detail says, as JSON.", lambda row: row.detail and plain(row.detail)),
        ]
    found = []
    hints = get_type_hints(DETAILS[kind])
    for field in fields(DETAILS[kind]):
        if field.name == "kind":
            continue
        name = field.name.rstrip("_")
        if Number in get_args(hints[field.name]):
            for part, meaning in _NUMBER.items():
                column = f"{kind}_{name}" if part == "value" else f"{kind}_{name}_{part}"
                shape: ColumnKind = "number" if part == "value" else "text"
                found.append(
                    Column(
                        column, shape, f"{kind.capitalize()}: {name}, {meaning}.", _getter("detail", field.name, part)
                    )
                )
        else:
            found.append(
                Column(f"{kind}_{name}", _described(hints[field.name])[0], f"{kind.capitalize()}: {name.replace('_', ' ')}.",
                       _getter("detail", field.name))
            )  # fmt: skip
    return found


def plain(value: object) -> Plain:
    """A detail or number as plain objects, in the contract's spelling."""
    if is_dataclass(value):
        return {field.name.rstrip("_"): plain(getattr(value, field.name)) for field in fields(value)}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def _getter(*path: str) -> Callable[[Any], Any]:
    def get(row: Plain) -> Plain:
        for name in path:
            if row is None:
                return None
            row = getattr(row, name)
        return list(row) if isinstance(row, tuple) else row

    return get


def _described(hint: Plain) -> tuple[ColumnKind, str]:
    """Kind and meaning of `Annotated[type, "meaning"]`."""
    meaning = hint.__metadata__[0] if hasattr(hint, "__metadata__") else ""
    bare = get_args(hint)[0] if meaning else hint
    if get_origin(bare) in (Union, types.UnionType):
        bare = next(one for one in get_args(bare) if one is not type(None))
    if get_origin(bare) is tuple:
        return "list", meaning
    return _KINDS.get(bare, "text"), meaning
