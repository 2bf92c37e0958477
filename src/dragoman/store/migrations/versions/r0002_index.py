"""Keys stand in the indices of words, not in tables of their own.

What was found by the old ones is drawn anew, from the dossiers, when the record is opened (`dragoman.store.redraw`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

PK = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDICES = ("article", "event", "quote", "finding")
"""They hold keys and stems, no text; their `rowid` is a day and the number of a row (`dragoman.store.index`)."""


def upgrade() -> None:
    """Drop the tables of keys and the old indices, make the new ones."""
    for kind in INDICES:
        op.drop_table(f"{kind}_postings")
    op.drop_table("keys")
    op.drop_index("ix_articles_reading_pk", "articles")
    for table in ("events", "findings", "quotes"):
        op.drop_index(f"ix_{table}_day", table)
    for kind in ("article", "event", "quote"):
        op.execute(f"DROP TABLE {kind}_search")
    op.add_column("articles", sa.Column("drawn", PK, nullable=True))
    op.create_index(op.f("ix_articles_drawn"), "articles", ["drawn"], unique=True)
    for kind in INDICES:
        if op.get_bind().dialect.name == "sqlite":
            # The stems and keys are our own: the tokenizer has nothing to do but to part them. Only articles are ranked,
            # by how often a word stands in how long a text.
            columns = "title, body" if kind == "article" else "body, columnsize=0"
            tokenizer = "unicode61 remove_diacritics 0 tokenchars '_'"
            op.execute(
                f"CREATE VIRTUAL TABLE {kind}_search USING fts5({columns}, content='', tokenize=\"{tokenizer}\")"
            )
        else:
            op.execute(f"CREATE TABLE {kind}_search (rowid BIGINT PRIMARY KEY, body TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX ix_{kind}_search_body ON {kind}_search USING GIN (body)")
