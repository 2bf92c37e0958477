"""Codes that other data sets have for states."""

from functools import cache

from dragoman.resolve.tables import rows


@cache
def _codes() -> dict[str, str]:
    return {code: state for state, *codes in rows("state_codes") for code in codes if code}


@cache
def wikidata_ids() -> dict[str, str]:
    """Wikidata ids of states by their ISO 3166-1 alpha-3 codes."""
    return {row[0]: row[2] for row in rows("state_codes") if len(row) > 2}


def state_of_iso2(code: str) -> str | None:
    """The state of an ISO 3166-1 alpha-2 code in any case."""
    return _codes().get(code.upper())


def state_of_wikidata(identifier: str) -> str | None:
    """The state of a Wikidata id."""
    return _codes().get(identifier)
