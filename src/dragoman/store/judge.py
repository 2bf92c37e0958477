"""Judgements made: a field corrected, two events linked or held apart, and any of it undone."""

import json
import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from dragoman.errors import UsageError
from dragoman.records.dossier import Dossier
from dragoman.records.kept import ItemKind, Judgement
from dragoman.store.apply import ARTICLE, PARTIES, MisfitError, corrected, plain
from dragoman.store.clock import now
from dragoman.store.dossiers import opened
from dragoman.store.index import Indexing
from dragoman.store.judgements import COLUMNS, change_state, in_force, made
from dragoman.store.match import judgement_id
from dragoman.store.models import Article, Entity, Event, Finding, Quote, Reading
from dragoman.store.models import Judgement as Table
from dragoman.store.settle import settle, writable

Plain = Any
"""A column, or a value of any kind that JSON has."""

_KINDS: dict[str, tuple[ItemKind, Any]] = {
    "ev": ("event", Event), "qu": ("quote", Quote), "en": ("entity", Entity), "fi": ("finding", Finding),
}  # fmt: skip
_NOTHING = ("", "none", "null", "unknown")
_DATE = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?")
_LISTS = {"contexts", "actors", "recipients", "authors", "tags", "detail.signatories", "detail.participants"}
_NUMBERS = {"detail.quantity", "detail.value", "detail.trainees", "detail.troops", "detail.killed", "detail.wounded",
            "detail.captured", "detail.displaced"}  # fmt: skip
_ALIASES = {"certainty": "factuality"}


def correct(
    connection: Connection, indexing: Indexing, subject: str, field: str, value: str, author: str, reason: str
) -> Judgement:
    """Say that a field of something in the record is another; `UsageError` where that makes no sense."""
    if not reason.strip():
        raise UsageError("a correction needs its reason: --because …")
    field = _ALIASES.get(field, field)
    article_pk, kind, local_id, words = _subject(connection, subject)
    reading_pk, dossier = _dossier(connection, article_pk)
    local = _local(connection, article_pk)
    becomes = _value(field, value, dossier, local)
    earlier = in_force(connection, article_pk)
    was = _was(dossier, kind, local_id, field)
    moment = now()
    identifier = judgement_id(subject, field, moment, str(len(history(connection, subject))))
    judgement = Judgement(
        identifier, "correction", subject, kind, None, field, json.dumps(was, ensure_ascii=False),
        json.dumps(becomes, ensure_ascii=False), author, moment, reason, words, "active", None, None, None,
    )  # fmt: skip
    try:
        corrected(dossier, local, [*earlier, judgement])
    except MisfitError as error:
        raise UsageError(str(error)) from error
    _keep(connection, article_pk, judgement)
    settle(connection, indexing, article_pk, reading_pk, dossier)
    return judgement


def undo(connection: Connection, indexing: Indexing, identifier: str, author: str, reason: str) -> Judgement:
    """Take a judgement back; it stays in the history. `identifier`: its own, or that of what it is about (the last one)."""
    statement = select(*COLUMNS, Table.article_pk).order_by(Table.pk.desc())
    where = (
        Table.id == identifier
        if identifier.startswith("ju_")
        else (Table.subject == identifier) & (Table.state == "active")
    )
    row = connection.execute(statement.where(where)).first()
    if row is None:
        raise UsageError(f"{identifier}: no such correction, or nothing left to undo")
    (judgement,) = made([list(row)[:-1]])
    article_pk: int = row.article_pk
    if judgement.state == "undone":
        raise UsageError(f"{judgement.id}: undone already, {judgement.state_since} by {judgement.state_by}")
    change_state(connection, judgement.id, "undone", author, reason)
    reading_pk, dossier = _dossier(connection, article_pk)
    settle(connection, indexing, article_pk, reading_pk, dossier)
    return get(connection, judgement.id)


def link(connection: Connection, one: str, other: str, same: bool, author: str, reason: str) -> Judgement:
    """Say that two events are reports of one, or that they are not."""
    article_pk, kind, _, words = _subject(connection, one)
    _, other_kind, _, other_words = _subject(connection, other)
    if (kind, other_kind) != ("event", "event") or one == other:
        raise UsageError(f"{one}, {other}: two events are needed")
    moment = now()
    field = "same" if same else "different"
    judgement = Judgement(
        judgement_id(one, other, field, moment), "link", one, kind, other, field, None, None, author, moment, reason,
        f"{words} ⟷ {other_words}", "active", None, None, None,
    )  # fmt: skip
    _keep(connection, article_pk, judgement)
    return judgement


def get(connection: Connection, identifier: str) -> Judgement:
    """One judgement."""
    (judgement,) = made(connection.execute(select(*COLUMNS).where(Table.id == identifier)).all())
    return judgement


def history(connection: Connection, subject: str | None = None, state: str | None = None) -> list[Judgement]:
    """Judgements, oldest first: all of them, or those on one thing, or in one state."""
    statement = select(*COLUMNS).order_by(Table.pk)
    if subject:
        article = select(Article.pk).where(Article.id == subject).scalar_subquery()
        statement = statement.where(or_(Table.subject == subject, Table.other == subject, Table.article_pk == article))
    if state:
        statement = statement.where(Table.state == state)
    return made(connection.execute(statement).all())


def _keep(connection: Connection, article_pk: int, judgement: Judgement) -> None:
    values = {column.key: writable(getattr(judgement, column.key)) for column in COLUMNS}
    connection.execute(Table.__table__.insert().values(article_pk=article_pk, **values))  # type: ignore[attr-defined]


def _subject(connection: Connection, subject: str) -> tuple[int, ItemKind, str, str]:
    """Article, kind, id in the dossier, and words of something in the record."""
    if subject.startswith("ar_"):
        pk = connection.execute(select(Article.pk).where(Article.id == subject)).scalar()
        if pk is not None:
            return pk, "article", ARTICLE, ""
    elif subject[:2] in _KINDS:
        kind, table = _KINDS[subject[:2]]
        row = connection.execute(select(table.article_pk, table.local, table.words).where(table.id == subject)).first()
        if row:
            return row[0], kind, row[1], row[2]
    raise UsageError(f"{subject}: nothing in the record has this id")


def _dossier(connection: Connection, article_pk: int) -> tuple[int, Dossier]:
    statement = select(Reading.pk, Reading.dossier).join(Article, Article.reading_pk == Reading.pk)
    pk, kept = connection.execute(statement.where(Article.pk == article_pk)).one()
    return pk, opened(kept)


def _local(connection: Connection, article_pk: int) -> dict[str, str]:
    """Ids in the dossier of the record's ids."""
    found: dict[str, str] = {}
    for _, table in _KINDS.values():
        statement = select(table.id, table.local).where(table.article_pk == article_pk)
        found.update((row[0], row[1]) for row in connection.execute(statement))
    return found


def _was(dossier: Dossier, kind: ItemKind, local_id: str, field: str) -> Plain:
    """What the program had read."""
    if kind == "article":
        return plain(kind, dossier.article).get(field)
    things: dict[ItemKind, Sequence[Any]] = {
        "event": dossier.events,
        "quote": dossier.quotes,
        "entity": dossier.entities,
        "finding": dossier.findings,
    }
    value: Any = next(plain(kind, thing) for thing in things[kind] if thing.id == local_id)
    for part in field.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    names = {entity.id: entity.name for entity in dossier.entities}
    if field in PARTIES:
        return [names.get(one, one) for one in value] if isinstance(value, list) else names.get(value or "", value)
    return value


def _value(field: str, text: str, dossier: Dossier, local: dict[str, str]) -> Plain:
    """What a person wrote, in the record's own shape."""
    text = text.strip()
    if field in _LISTS:
        parts = [part.strip() for part in text.split(",") if part.strip() and part.strip().lower() not in _NOTHING]
        return [_party(part, dossier, local) for part in parts] if field in PARTIES else parts
    if text.lower() in _NOTHING:
        return None
    if field in PARTIES:
        return _party(text, dossier, local)
    if field == "date":
        return _date(text)
    if field in _NUMBERS:
        return _number(field, text)
    if field in ("latitude", "longitude"):
        return _float(field, text)
    return text


def _party(text: str, dossier: Dossier, local: dict[str, str]) -> dict[str, str | None]:
    """An entity of the article by its id or name, a state by its code, or anybody else by a name."""
    ids = {where: identifier for identifier, where in local.items()}
    for entity in dossier.entities:
        codes = (entity.state,) if entity.kind == "state" else ()
        if text in (ids.get(entity.id), entity.name, *codes):
            return {"id": ids.get(entity.id), "name": entity.name, "kind": entity.kind, "state": entity.state}
    if text[:3] == "en_":
        raise UsageError(f"{text}: the article has no entity of this id")
    if re.fullmatch("[A-Z]{3}", text):
        return {"id": None, "name": text, "kind": "state", "state": text}
    return {"id": None, "name": text, "kind": "organization", "state": None}


def _date(text: str) -> dict[str, str]:
    first, _, last = text.partition("/")
    start, precision = _stretch(first, end=False)
    end, other = _stretch(last or first, end=True)
    if precision != other or end < start:
        raise UsageError(f"{text}: not a stretch of time; write 2021-04-27/2021-04-28")
    return {"start": start, "end": end, "precision": precision}


def _stretch(text: str, *, end: bool) -> tuple[str, str]:
    from calendar import monthrange
    from datetime import date

    match = _DATE.fullmatch(text)
    try:
        if match and match[3]:
            return date.fromisoformat(text).isoformat(), "day"
        if match and match[2]:
            year, month = int(match[1]), int(match[2][1:])
            return date(year, month, monthrange(year, month)[1] if end else 1).isoformat(), "month"
        if match:
            return f"{match[1]}-12-31" if end else f"{match[1]}-01-01", "year"
    except ValueError as error:
        raise UsageError(f"{text}: there is no such day") from error
    raise UsageError(f"{text}: not a date; write 2021, 2021-04, 2021-04-28 or 2021-04-27/2021-04-28")


def _number(field: str, text: str) -> dict[str, Any]:
    relations = {">=": "at_least", "<=": "at_most", "~": "about"}
    sign = next((s for s in relations if text.startswith(s)), "")
    return {"value": _float(field, text.removeprefix(sign)), "relation": relations.get(sign, "exactly"), "text": text}


def _float(field: str, text: str) -> float:
    try:
        return float(text.replace(",", "").replace(" ", ""))
    except ValueError as error:
        raise UsageError(f"{field}: {text!r} is not a number (write 8000, ~8000, >=8000 or <=8000)") from error
