"""The rows of an article: those of its newest reading, with the ids and corrections that stay where their words stay."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from dragoman.records.dossier import Dossier
from dragoman.records.kept import ItemKind
from dragoman.records.kept import Judgement as Correction
from dragoman.store.align import Alignment
from dragoman.store.apply import ARTICLE, MisfitError, corrected
from dragoman.store.clock import now
from dragoman.store.dossiers import opened
from dragoman.store.index import Indexing
from dragoman.store.items import Item, items
from dragoman.store.judgements import in_force, set_aside
from dragoman.store.match import Known, identified
from dragoman.store.models import (
    Article,
    Entity,
    Event,
    Finding,
    Judgement,
    Quote,
    Reading,
)
from dragoman.store.rows import Row, article_row, entity_rows, event_rows, finding_rows, quote_rows
from dragoman.store.selection import AnswerKind

Plain = Any
"""A column, or a value of any kind that JSON has."""

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
"""What no database takes in a text; the dossier keeps it as it was."""
KINDS: dict[ItemKind, type[Event] | type[Quote] | type[Finding] | type[Entity]] = {
    "event": Event, "quote": Quote, "finding": Finding, "entity": Entity,
}  # fmt: skip


def writable(value: Plain) -> Plain:
    """A value of a row without what no database takes."""
    if isinstance(value, str):
        return _UNWRITABLE.sub("\ufffd", value) if _UNWRITABLE.search(value) else value
    if isinstance(value, list):
        return [writable(one) for one in value]
    if isinstance(value, dict):
        return {name: writable(one) for name, one in value.items()}
    return value


def settle(connection: Connection, indexing: Indexing, article_pk: int, reading_pk: int, dossier: Dossier) -> None:
    """Make an article's rows those of a reading: ids and corrections stay where their words stay."""
    article = connection.execute(select(Article.id, Article.reading_pk).where(Article.pk == article_pk)).one()
    before = None
    if article.reading_pk is not None:
        kept = connection.execute(select(Reading.dossier).where(Reading.pk == article.reading_pk)).scalar_one()
        before = opened(kept)
    alignment = Alignment(before.article.text if before else "", dossier.article.text)
    new = list(items(dossier))
    old = _known(connection, article_pk) if before else []
    ids = identified(article.id, new, old, alignment)
    _part_links(connection, {item.id for item in old}.difference(ids))
    local = {identifier: item.local for identifier, item in zip(ids, new, strict=True)}
    shown, fields = _with_corrections(connection, article_pk, dossier, before, local)
    added = _drop(connection, article_pk) if before else {}
    row = article_row(shown)
    drawn = (connection.execute(select(func.max(Article.drawn))).scalar() or 0) + 1
    values = article_values(shown, fields) | {
        "reading_pk": reading_pk,
        "drawn": drawn,
        "source": writable(dossier.article.source),
    }
    connection.execute(update(Article).where(Article.pk == article_pk).values(values))
    keys = row.keys | {("article", article.id)} | _marked(fields.get(ARTICLE))
    indexing.add("article", row.day, drawn, keys, dossier.article.text, dossier.article.title or "")
    known_as = {item.local: (identifier, item) for identifier, item in zip(ids, new, strict=True)}
    _rows(connection, indexing, (article_pk, article.id), shown, fields, known_as, added)


def _rows(
    connection: Connection,
    indexing: Indexing,
    article: tuple[int, str],
    shown: Dossier,
    fields: dict[str, list[str]],
    known_as: dict[str, tuple[str, Item]],
    added: dict[str, str],
) -> None:
    moment = now()

    def common(local: str) -> dict[str, Any]:
        identifier, item = known_as[local]
        return {
            "id": identifier, "local": local, "article_pk": article[0], "words": item.words, "start": item.start,
            "end": item.end, "spans": [list(span) for span in item.spans], "traits": list(item.traits),
            "corrected": fields.get(local, []),
        }  # fmt: skip

    def draw(kind: AnswerKind, made: list[tuple[dict[str, Any], Row]], words: Callable[[dict[str, Any]], str]) -> None:
        pks = _insert(connection, KINDS[kind], [values for values, _ in made])
        for pk, (values, row) in zip(pks, made, strict=True):
            keys = row.keys | {("article", article[1])} | _marked(values["corrected"])
            indexing.add(kind, row.day, pk, keys, words(values))

    events = [
        (common(local) | row.values | {"day": row.day, "added": added.get(known_as[local][0], moment)}, row)
        for local, row in event_rows(shown)
    ]
    draw("event", events, _searched)
    quotes = [(common(local) | row.values | {"day": row.day}, row) for local, row in quote_rows(shown)]
    for values, _ in quotes:
        values["occasion"] = known_as[values["occasion"]][0] if values["occasion"] in known_as else None
    draw("quote", quotes, lambda values: values["words"])
    findings = [(common(local) | row.values | {"day": row.day}, row) for local, row in finding_rows(shown)]
    draw("finding", findings, lambda values: values["words"])
    # Entities that only a correction brought in have no words, and no id of their own.
    named = [common(local) | values for local, values in entity_rows(shown) if local in known_as]
    _insert(connection, Entity, named)


def _insert(connection: Connection, table: type[Any], values: Sequence[dict[str, Any]]) -> list[int]:
    """The numbers of the new rows, in their order."""
    if not values:
        return []
    statement = insert(table).returning(table.pk, sort_by_parameter_order=True)
    return list(connection.execute(statement, [writable(row) for row in values]).scalars())


def _marked(corrected: list[str] | None) -> set[tuple[str, str]]:
    """The key of what a person has corrected."""
    return {("corrected", "yes")} if corrected else set()


def _searched(event: dict[str, Any]) -> str:
    """An event is found by its words, and by the names of its parties where the words only point to them."""
    return " · ".join((event["words"], *event["actors"], *event["recipients"], event["place"] or ""))


def article_values(shown: Dossier, fields: dict[str, list[str]]) -> dict[str, Any]:
    """The columns of an article."""
    values = article_row(shown).values | {"corrected": fields.get(ARTICLE, []), "source": shown.article.source}
    made: dict[str, Any] = writable(values)
    return made


def _with_corrections(
    connection: Connection, article_pk: int, dossier: Dossier, before: Dossier | None, local: dict[str, str]
) -> tuple[Dossier, dict[str, list[str]]]:
    """The dossier as it is shown; corrections that no longer have anything to hang on are set aside."""
    judgements = in_force(connection, article_pk) if before else []
    standing = []
    for judgement in judgements:
        reason = _fallen(judgement.subject_kind, judgement.subject, judgement.field, dossier, before, local)
        if reason:
            set_aside(connection, judgement.id, reason)
        else:
            standing.append(judgement)
    try:
        return corrected(dossier, local, standing)
    except MisfitError:
        pass
    # One of them does not fit what is read there now: each is tried by itself.
    fitting: list[Correction] = []
    for judgement in standing:
        try:
            corrected(dossier, local, [*fitting, judgement])
        except MisfitError as error:
            set_aside(connection, judgement.id, f"it does not fit what is read there now ({error})")
        else:
            fitting.append(judgement)
    return corrected(dossier, local, fitting)


def _fallen(
    kind: str, subject: str, field: str, dossier: Dossier, before: Dossier | None, local: dict[str, str]
) -> str | None:
    """Why a judgement no longer stands; `None` where it does."""
    if kind != "article":
        return None if subject in local else "the words it hangs on are gone, or nothing is read in them any more"
    if before and getattr(before.article, field) != getattr(dossier.article, field):
        return f"the page's {field} is another now"
    return None


def _part_links(connection: Connection, gone: set[str]) -> None:
    """That two events are one cannot be said of an event that is no longer there."""
    if gone:
        statement = select(Judgement.id).where(
            Judgement.kind == "link",
            Judgement.state == "active",
            or_(Judgement.subject.in_(gone), Judgement.other.in_(gone)),
        )
        for identifier in connection.execute(statement).scalars().all():
            set_aside(connection, identifier, "the words of one of the two events are gone")


def _known(connection: Connection, article_pk: int) -> list[Known]:
    found = []
    for kind, table in KINDS.items():
        statement = select(table.id, table.spans, table.traits).where(table.article_pk == article_pk).order_by(table.pk)
        for row in connection.execute(statement):
            spans = tuple((start, end) for start, end in row.spans)
            found.append(Known(row.id, kind, spans, tuple(row.traits)))
    return found


def _drop(connection: Connection, article_pk: int) -> dict[str, str]:
    """Take an article's rows out; when each event had come in."""
    added = {
        row[0]: row[1]
        for row in connection.execute(select(Event.id, Event.added).where(Event.article_pk == article_pk))
    }
    for table in KINDS.values():
        connection.execute(delete(table).where(table.article_pk == article_pk))
    return added
