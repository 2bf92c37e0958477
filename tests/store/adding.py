"""A program that adds articles one by one, for the test that kills it: `python -m tests.store.adding FILE`."""

import sys

from dragoman.store.record import Record
from tests.store.pages import BOATS, entry

ARTICLES = 150


def source_of(number: int) -> str:
    """The name of an article's source."""
    return f"https://press.example/{number}"


if __name__ == "__main__":
    with Record.open(sys.argv[1], make=True) as record:
        print("ready", flush=True)
        for i in range(ARTICLES):
            added = entry(BOATS, source_of(i), title=f"Boats {i}")
            if record.recall(added.source) is None:
                record.add([added])
            print(added.source.name, flush=True)
