"""The time of what is done to the record; what is read from an article never depends on it."""

from datetime import UTC, datetime


def now() -> str:
    """Now, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
