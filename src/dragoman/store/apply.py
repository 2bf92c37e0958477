"""A dossier with the corrections that people have made of it; the dossier that was read is never rewritten."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from dragoman.records.article import Article
from dragoman.records.attribution import Quote
from dragoman.records.dossier import Dossier, Finding
from dragoman.records.entity import Entity, Ref
from dragoman.records.event import Event
from dragoman.records.kept import ItemKind, Judgement

Plain = Any
"""A column, or a value of any kind that JSON has."""

Thing = TypeVar("Thing", Article, Event, Quote, Entity, Finding)
ARTICLE = "article"
"""Stands for the article itself where items are named by their ids in the dossier."""
_SHAPES: dict[ItemKind, type[Article | Event | Quote | Entity | Finding]] = {
    "article": Article, "event": Event, "quote": Quote, "entity": Entity, "finding": Finding,
}  # fmt: skip
PARTIES = frozenset({
    "actors", "recipients", "place", "speaker", "addressee", "detail.visitor", "detail.host", "detail.signatories",
    "detail.supplier", "detail.recipient", "detail.trainer", "detail.trainees_from", "detail.participants", "detail.place",
    "detail.grantor", "detail.grantee",
})  # fmt: skip
"""Fields that hold entities: kept as {"id", "name", "kind", "state"}, since ids within a dossier change."""


class MisfitError(ValueError):
    """A value that a field cannot have; the message says why."""


def corrected(
    dossier: Dossier, local: Mapping[str, str], judgements: Iterable[Judgement]
) -> tuple[Dossier, dict[str, list[str]]]:
    """The dossier with the corrections in force, and the corrected fields by the item's id in the dossier.

    `local`: the ids in the dossier of the record's ids. Raises `MisfitError` where a value does not fit.
    """
    fields_of: dict[str, list[str]] = {}
    for judgement in judgements:
        if judgement.kind != "correction" or judgement.state != "active":
            continue
        target = ARTICLE if judgement.subject_kind == "article" else local[judgement.subject]
        value = json.loads(judgement.becomes) if judgement.becomes is not None else None
        dossier = _set(dossier, judgement.subject_kind, target, judgement.field, value, local)
        named = fields_of.setdefault(target, [])
        if judgement.field not in named:
            named.append(judgement.field)
    return dossier, fields_of


def plain(kind: ItemKind, thing: Article | Event | Quote | Entity | Finding) -> dict[str, Any]:
    """An item as plain objects, spelt as in the contract."""
    made: dict[str, Any] = _adapter(kind).dump_python(thing, mode="json", by_alias=True)
    return made


def _set(dossier: Dossier, kind: ItemKind, target: str, field: str, value: Plain, local: Mapping[str, str]) -> Dossier:
    if field in PARTIES and value is not None:
        dossier, value = _resolved(dossier, value, local)
    if kind == "article":
        return replace(dossier, article=_changed(kind, dossier.article, field, value))
    name = f"{kind[:-1]}ies" if kind == "entity" else f"{kind}s"
    things = tuple(_changed(kind, t, field, value) if t.id == target else t for t in getattr(dossier, name))
    changes: dict[str, Any] = {name: things}
    return replace(dossier, **changes)


def _changed(kind: ItemKind, thing: Thing, field: str, value: Plain) -> Thing:
    made = plain(kind, thing)
    head, _, rest = field.partition(".")
    if head not in _CORRECTABLE[kind]:
        raise MisfitError(f"{field}: not a field of this kind; there are: {', '.join(_CORRECTABLE[kind])}")
    if rest:
        if not isinstance(made[head], dict):
            raise MisfitError(f"{field}: it has no {head}")
        if rest not in made[head] or rest == "kind":
            raise MisfitError(f"{field}: there are {', '.join(f'{head}.{k}' for k in made[head] if k != 'kind')}")
        made[head] = made[head] | {rest: value}
    else:
        made[head] = value
    try:
        back: Thing = _adapter(kind).validate_python(made)
    except ValidationError as error:
        first = error.errors()[0]
        raise MisfitError(f"{field}: {first['msg']} (given: {json.dumps(value, ensure_ascii=False)})") from error
    return back


def _resolved(dossier: Dossier, value: Plain, local: Mapping[str, str]) -> tuple[Dossier, Any]:
    """Ids in the dossier of the entities meant; one that the article does not speak of is added, without mentions."""
    found = []
    known = {entity.id for entity in dossier.entities}
    for one in value if isinstance(value, list) else [value]:
        identifier = local.get(one["id"] or "")
        if identifier not in known:
            identifier = f"x{len(dossier.entities) + 1}"
            made = Entity(identifier, one["kind"], one["name"], one["state"], None, None, Ref(), None, None, ())
            dossier = replace(dossier, entities=(*dossier.entities, made))
            known.add(identifier)
        found.append(identifier)
    return dossier, found if isinstance(value, list) else found[0]


@cache
def _adapter(kind: ItemKind) -> TypeAdapter[Any]:
    return TypeAdapter(_SHAPES[kind])


_FIXED = {
    "id",
    "evidence",
    "mentions",
    "confidence",
    "asserted_by",
    "text",
    "blocks",
    "dropped",
    "source",
    "views",
    "occasion",
}
"""Fields that are the program's or the page's own business."""
_CORRECTABLE: dict[ItemKind, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(shape) if field.name not in _FIXED) for kind, shape in _SHAPES.items()
}
