"""How the tables of the record came to be as they are: one file for each step, run by Alembic."""

HEAD = "0002"
"""The newest step. Stands here so that opening a record does not wait for Alembic to look."""
