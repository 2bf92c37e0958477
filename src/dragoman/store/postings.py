"""What rows are found by, written: keys by their numbers, and the index of words."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, bindparam, insert, or_, select, text

from dragoman.store.models import ArticlePosting, EventPosting, FindingPosting, Key, QuotePosting
from dragoman.store.rows import Row
from dragoman.store.stems import stemmed

Posting = type[ArticlePosting] | type[EventPosting] | type[QuotePosting] | type[FindingPosting]
SPACES: dict[Posting, str] = {
    ArticlePosting: "article",
    EventPosting: "event",
    QuotePosting: "quote",
    FindingPosting: "finding",
}
_AT_ONCE = 400
_ADD = {
    ("article_search", True): "INSERT INTO article_search (rowid, title, body) VALUES (:pk, :title, :body)",
    ("event_search", True): "INSERT INTO event_search (rowid, body) VALUES (:pk, :body)",
    ("quote_search", True): "INSERT INTO quote_search (rowid, body) VALUES (:pk, :body)",
    ("article_search", False): "INSERT INTO article_search (pk, body) VALUES (:pk, "
    "setweight(to_tsvector('simple', :title), 'A') || setweight(to_tsvector('simple', :body), 'D'))",
    ("event_search", False): "INSERT INTO event_search (pk, body) VALUES (:pk, to_tsvector('simple', :body))",
    ("quote_search", False): "INSERT INTO quote_search (pk, body) VALUES (:pk, to_tsvector('simple', :body))",
}


class Keys:
    """Numbers of keys, remembered: they are never changed."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """After a transaction that was taken back: its new keys are not in the record."""
        self._known.clear()

    def numbers(self, connection: Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """The number of each key; one that the record does not have yet is added."""
        found = {}
        missing = []
        for key in wanted:
            if (number := self._known.get(key)) is None:
                missing.append(key)
            else:
                found[key] = number
        if missing:
            missing = sorted(set(missing))
            looked_up = self._look_up(connection, missing)
            new = [key for key in missing if key not in looked_up]
            if new:
                connection.execute(insert(Key), [{"space": space, "value": value} for space, value in new])
                looked_up |= self._look_up(connection, new)
            self._known |= looked_up
            found |= looked_up
        return found

    @staticmethod
    def _look_up(connection: Connection, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
        found = {}
        for i in range(0, len(keys), _AT_ONCE):
            asked = or_(*(and_(Key.space == space, Key.value == value) for space, value in keys[i : i + _AT_ONCE]))
            found.update(
                {
                    (space, value): pk
                    for space, value, pk in connection.execute(select(Key.space, Key.value, Key.pk).where(asked))
                }
            )
        return found


def post(connection: Connection, keys: Keys, table: Posting, rows: Sequence[tuple[int, Row]]) -> None:
    """Write what rows are found by; `rows` with their numbers."""
    space = SPACES[table]
    wanted = {(f"{space}.{name}", _value(value)) for _, row in rows for name, value in row.keys}
    numbers = keys.numbers(connection, wanted)
    values = [
        {"key_pk": key, "day": row.day, "row_pk": pk}
        for pk, row in rows
        for key in sorted({numbers[f"{space}.{name}", _value(value)] for name, value in row.keys})
    ]
    if values:
        connection.execute(insert(table), values)


def index(connection: Connection, name: str, texts: Iterable[tuple[int, str, str]]) -> None:
    """Write words to find rows by: number, title (of articles), body."""
    values = [{"pk": pk, "title": stemmed(title), "body": stemmed(body)} for pk, title, body in texts]
    if not values:
        return
    statement = text(_ADD[name, connection.dialect.name == "sqlite"])
    if ":title" in statement.text:
        connection.execute(statement.bindparams(bindparam("title"), bindparam("body")), values)
    else:
        connection.execute(statement, [{"pk": value["pk"], "body": value["body"]} for value in values])


def _value(value: str) -> str:
    # An index of a server does not take values of any length; nobody asks for a longer one.
    return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in value[:200])
