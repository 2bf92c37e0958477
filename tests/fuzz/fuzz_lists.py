"""Fuzzing of what holds many articles: feeds, outlines, WARC and WET archives, lists of addresses. See README.md."""

import contextlib
import gzip
import sys

import atheris

with atheris.instrument_imports(include=["dragoman.collect"]):
    from dragoman.collect.feed_dates import iso_date
    from dragoman.collect.outlines import feeds
    from tests.fuzz.holds import check_input, warm_up


def one(data: bytes) -> None:
    """As it stands, packed record by record, and as an outline and a date."""
    check_input(data)
    if data.startswith(b"WARC/"):
        records = data.split(b"WARC/1.0")
        check_input(b"".join(gzip.compress(b"WARC/1.0" + record, 1, mtime=0) for record in records[1:20]))
    if b"<" in data:
        with contextlib.suppress(ValueError):  # what is no XML is told so
            list(feeds(data))
    else:
        iso_date(data[:100].decode("utf-8", "replace"))


if __name__ == "__main__":
    warm_up()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
