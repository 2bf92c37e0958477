"""Flat rows as an Arrow table, each column with its meaning. Needs pyarrow: the extra `tables`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.records.flat import Column

if TYPE_CHECKING:
    import pyarrow as pa


def arrow(rows: Iterable[object], table: Sequence[Column], said: Mapping[str, str] | None = None) -> "pa.Table":
    """The rows as an Arrow table; `said` goes into its metadata. `ModuleNotFoundError` where pyarrow is not installed."""
    import pyarrow as pa

    kinds = {
        "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
        "list": pa.list_(pa.string()), "detail": pa.string(),
    }  # fmt: skip
    fields = [pa.field(column.name, kinds[column.kind], metadata={"meaning": column.meaning}) for column in table]
    plain = [{column.name: _typed(column, row) for column in table} for row in rows]
    return pa.Table.from_pylist(plain, schema=pa.schema(fields, metadata=said))


def _typed(column: Column, row: object) -> Any:  # noqa: ANN401  whatever the column holds
    value = column.value(row)
    return json.dumps(value, ensure_ascii=False) if column.kind == "detail" and value is not None else value
