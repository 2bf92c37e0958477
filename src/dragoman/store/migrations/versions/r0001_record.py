"""The record's first shape."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

PK = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SEARCHES = {"article_search": ("title", "body"), "event_search": ("body",), "quote_search": ("body",)}
"""Indices of words. They hold no text, only stems, by the number of the reading, the event or the quotation; numbers that
are no longer anybody's are passed over by those who ask."""


def upgrade() -> None:
    """Make the tables, and the indices of words."""
    op.create_table(
        "articles",
        sa.Column("pk", PK, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reading_pk", PK, nullable=True),
        sa.Column("versions", sa.Integer(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_day", sa.Integer(), nullable=False),
        sa.Column("dateline", sa.Text(), nullable=True),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("states", sa.JSON(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("quotes", sa.Integer(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("corrected", sa.JSON(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_articles_published_day"), "articles", ["published_day"], unique=False)
    op.create_index(op.f("ix_articles_reading_pk"), "articles", ["reading_pk"], unique=False)
    op.create_table(
        "keys",
        sa.Column("pk", PK, nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("space", "value"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "article_postings",
        sa.Column("key_pk", PK, autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row_pk", PK, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["row_pk"], ["articles.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key_pk", "day", "row_pk"),
        sqlite_with_rowid=False,
    )
    op.create_index("article_postings_row", "article_postings", ["row_pk", "key_pk"], unique=False)
    op.create_table(
        "entities",
        sa.Column("pk", PK, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("corrected", sa.JSON(), nullable=False),
        sa.Column("traits", sa.JSON(), nullable=False),
        sa.Column("article_pk", PK, nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_entities_article_pk"), "entities", ["article_pk"], unique=False)
    op.create_table(
        "events",
        sa.Column("pk", PK, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("date_start", sa.Text(), nullable=True),
        sa.Column("date_end", sa.Text(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=True),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("actor_states", sa.JSON(), nullable=False),
        sa.Column("actor_sectors", sa.JSON(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("recipient_states", sa.JSON(), nullable=False),
        sa.Column("recipient_sectors", sa.JSON(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_state", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("asserted_by", sa.JSON(), nullable=False),
        sa.Column("detail_kind", sa.Text(), nullable=True),
        sa.Column("detail", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("corrected", sa.JSON(), nullable=False),
        sa.Column("traits", sa.JSON(), nullable=False),
        sa.Column("article_pk", PK, nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_events_article_pk"), "events", ["article_pk"], unique=False)
    op.create_index(op.f("ix_events_day"), "events", ["day"], unique=False)
    op.create_table(
        "findings",
        sa.Column("pk", PK, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("suggestion", sa.Text(), nullable=True),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("corrected", sa.JSON(), nullable=False),
        sa.Column("traits", sa.JSON(), nullable=False),
        sa.Column("article_pk", PK, nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_findings_article_pk"), "findings", ["article_pk"], unique=False)
    op.create_index(op.f("ix_findings_day"), "findings", ["day"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("pk", PK, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("article_pk", PK, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=True),
        sa.Column("becomes", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_since", sa.Text(), nullable=True),
        sa.Column("state_by", sa.Text(), nullable=True),
        sa.Column("state_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_pk"],
            ["articles.pk"],
        ),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_judgements_article_pk"), "judgements", ["article_pk"], unique=False)
    op.create_index(op.f("ix_judgements_other"), "judgements", ["other"], unique=False)
    op.create_index(op.f("ix_judgements_subject"), "judgements", ["subject"], unique=False)
    op.create_table(
        "locations",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("article_pk", PK, nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index(op.f("ix_locations_article_pk"), "locations", ["article_pk"], unique=False)
    op.create_table(
        "quotes",
        sa.Column("pk", PK, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("date_start", sa.Text(), nullable=True),
        sa.Column("date_end", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_state", sa.Text(), nullable=True),
        sa.Column("speaker_office", sa.Text(), nullable=True),
        sa.Column("addressee", sa.Text(), nullable=True),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=True),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("corrected", sa.JSON(), nullable=False),
        sa.Column("traits", sa.JSON(), nullable=False),
        sa.Column("article_pk", PK, nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_quotes_article_pk"), "quotes", ["article_pk"], unique=False)
    op.create_index(op.f("ix_quotes_day"), "quotes", ["day"], unique=False)
    op.create_table(
        "versions",
        sa.Column("pk", PK, nullable=False),
        sa.Column("article_pk", PK, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("given", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("article_pk", "number"),
        sa.UniqueConstraint("digest"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "event_postings",
        sa.Column("key_pk", PK, autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row_pk", PK, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["row_pk"], ["events.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key_pk", "day", "row_pk"),
        sqlite_with_rowid=False,
    )
    op.create_index("event_postings_row", "event_postings", ["row_pk", "key_pk"], unique=False)
    op.create_table(
        "finding_postings",
        sa.Column("key_pk", PK, autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row_pk", PK, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["row_pk"], ["findings.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key_pk", "day", "row_pk"),
        sqlite_with_rowid=False,
    )
    op.create_index("finding_postings_row", "finding_postings", ["row_pk", "key_pk"], unique=False)
    op.create_table(
        "quote_postings",
        sa.Column("key_pk", PK, autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row_pk", PK, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["row_pk"], ["quotes.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key_pk", "day", "row_pk"),
        sqlite_with_rowid=False,
    )
    op.create_index("quote_postings_row", "quote_postings", ["row_pk", "key_pk"], unique=False)
    op.create_table(
        "readings",
        sa.Column("pk", PK, nullable=False),
        sa.Column("version_pk", PK, nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("read", sa.Text(), nullable=False),
        sa.Column("dossier", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["version_pk"], ["versions.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_readings_version_pk"), "readings", ["version_pk"], unique=False)
    for name, columns in SEARCHES.items():
        if op.get_bind().dialect.name == "sqlite":
            # The stems are our own: the tokenizer has nothing to do but to part them.
            op.execute(
                f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(columns)}, content='', tokenize='unicode61 remove_diacritics 0')"
            )
        else:
            op.execute(f"CREATE TABLE {name} (pk BIGINT PRIMARY KEY, body TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX ix_{name}_body ON {name} USING GIN (body)")
