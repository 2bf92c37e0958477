"""Dossiers and sources as the record holds them: deflated, and given back byte for byte."""

import json
import zlib
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from dragoman.records.dossier import Dossier
from dragoman.records.source import Source

_LEVEL = 6


@cache
def adapter() -> TypeAdapter[Dossier]:
    """What makes a dossier of its JSON."""
    return TypeAdapter(Dossier)


@cache
def _sources() -> TypeAdapter[Source]:
    return TypeAdapter(Source)


def given(source: Source) -> dict[str, Any]:
    """What is known of a source beyond its bytes."""
    known: dict[str, Any] = _sources().dump_python(replace(source, data=b"", furniture=frozenset()), mode="json")
    known["furniture"] = sorted(source.furniture)
    return {name: value for name, value in known.items() if name != "data" and value not in (None, [], False)}


def source_again(known: dict[str, Any], data: bytes) -> Source:
    """The source as it was given. What a later version knows of sources and this one does not is left out."""
    return replace(_sources().validate_python(known | {"data": b""}), data=data)


def packed(data: bytes) -> bytes:
    """Bytes as they are kept."""
    return zlib.compress(data, _LEVEL)


def unpacked(data: bytes) -> bytes:
    """The bytes as they were given; `zlib.error` where they are damaged."""
    return zlib.decompress(data)


def opened(data: bytes) -> Dossier:
    """The dossier of what is kept; `ValueError` or `zlib.error` where it is damaged."""
    # Not by pydantic's own parser: it takes no lone surrogates, which names of files may hold.
    return adapter().validate_python(json.loads(unpacked(data)))


def text_of(data: bytes) -> str:
    """The article's text alone, of what is kept: it is told ten times as fast as the whole is opened."""
    text: str = json.loads(unpacked(data))["article"]["text"]
    return text


def says_the_same(one: Dossier, other: Dossier) -> bool:
    """Whether two dossiers differ in nothing but the program that made them."""
    return replace(one, program=other.program, models=other.models, schema=other.schema) == other
