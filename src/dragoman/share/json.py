"""The dossier as the contract's JSON, the JSON Schema that describes it, and the way back to typed objects."""

import json
import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from dragoman.records.dossier import SCHEMA, Dossier
from dragoman.records.event import Number, Voice

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that JSON allows in a string but that break lines, steer a terminal or have no UTF-8: written as escapes."""


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """The dossier as plain objects, its keys named and ordered as in the contract."""
    plain = _plain(dossier)
    if not isinstance(plain, dict):
        raise TypeError(f"not a dossier: {type(dossier).__name__}")
    return plain


def to_json(dossier: Dossier, indent: int | None = None) -> str:
    """The dossier as one JSON object, without a closing line break; on one line where `indent` is `None`."""
    text = json.dumps(to_dict(dossier), ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_json(text: str | bytes) -> Dossier:
    """The typed objects of a dossier's JSON; `ValueError` where it is not one. Fields of a later version are left out."""
    return _adapter().validate_python(json.loads(text))


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every dossier of this version keeps."""
    made = _adapter().json_schema(mode="serialization", by_alias=True)
    for shape in (made, *made["$defs"].values()):
        shape["additionalProperties"] = False
        shape["required"] = list(shape["properties"])
    made["properties"]["schema"]["const"] = SCHEMA
    # The outlet's own voice is written as the contract has it, without an entity or words: see `_voice`.
    made["$defs"]["Voice"]["required"] = ["voice"]
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dragoman:dossier:{SCHEMA}",
    }
    return head | made | {"title": f"Dragoman dossier {SCHEMA}"}


@cache
def _adapter() -> TypeAdapter[Dossier]:
    return TypeAdapter(Dossier)


def _plain(value: object) -> object:
    if isinstance(value, Voice):
        return _voice(value)
    if is_dataclass(value) and not isinstance(value, type):
        # `from` is a word of Python's own: the records call it `from_`.
        plain = {field.name.rstrip("_"): _plain(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Number) and float(value.value).is_integer():
            plain["value"] = int(value.value)
        return plain
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _voice(voice: Voice) -> dict[str, str | None]:
    if voice.voice == "outlet":
        return {"voice": "outlet"}
    return {"voice": voice.voice, "entity": voice.entity, "text": voice.text}
