"""Killed at any moment, again and again: nothing committed is lost, nothing is doubled."""

import random
import subprocess
import sys
import time
from pathlib import Path

from dragoman.store.query import Page
from dragoman.store.record import Record
from tests.store.adding import ARTICLES, source_of

KILLS = 12
_ALL = Page("date", None)


def test_adding_survives_being_killed(tmp_path: Path) -> None:
    """A program adds articles and says of each when it is committed; it is killed with -9 at moments of chance."""
    file = tmp_path / "record.sqlite"
    chance = random.Random(7)
    said: set[str] = set()
    for _ in range(KILLS):
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.store.adding", str(file)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert program.stdout is not None
        # The first line comes when it is at work: to be killed while importing would prove little.
        said.update(line.strip() for line in [program.stdout.readline()] if line.endswith("\n"))
        time.sleep(chance.uniform(0, 0.4))
        program.kill()
        said.update(line.strip() for line in program.stdout if line.endswith("\n"))
        program.stdout.close()
        program.wait()
        with Record.open(file) as record:
            there = {article.source for article in record.articles(page=_ALL)}
            assert said - {"ready"} <= there
            assert record.problems() == []
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.adding", str(file)],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0
    with Record.open(file) as record:
        sources = [article.source for article in record.articles(page=_ALL)]
        assert sorted(sources) == sorted(source_of(i) for i in range(ARTICLES))
        assert len({event.id for event in record.events(page=_ALL)}) == ARTICLES
        assert record.problems() == []
