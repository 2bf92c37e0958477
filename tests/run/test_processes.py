"""Several articles at once: order kept, and a process that dies costs only the source that it died of."""

import os
import time
from collections.abc import Iterator

import pytest

from dragoman.errors import InputError, UsageError
from dragoman.records.source import Source
from dragoman.run.processes import in_order


def shout(source: Source, mark: str) -> str | InputError:
    """Work of a few kinds, told by the source's name."""
    if source.name == "dies":
        os._exit(9)
    if source.name == "slow":
        time.sleep(0.05)
    if source.name == "bad":
        return InputError("bad", "nothing in it")
    if source.name == "wrong":
        raise UsageError("the call is wrong")
    return source.data.decode().upper() + mark


def sources(*names: str) -> list[Source | InputError]:
    return [Source(name, f"{name}{i}".encode()) for i, name in enumerate(names)]


def shown(outcome: str | InputError) -> str:
    return outcome if isinstance(outcome, str) else f"{outcome.source}: {outcome.reason[:27]}"


NAMES = ("a", "slow", "b", "bad", "c", "d", "slow", "e", "f", "slow", "g", "bad", "h", "i", "j")


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_keep_the_order_of_the_sources_for_any_number_of_processes(jobs: int) -> None:
    given = [*sources(*NAMES), InputError("gone", "no such file")]
    expected = ["bad: nothing in it" if name == "bad" else f"{name}{i}".upper() + "!" for i, name in enumerate(NAMES)]
    assert [shown(o) for o in in_order(shout, given, "!", jobs)] == [*expected, "gone: no such file"]


def test_a_process_that_dies_costs_one_source() -> None:
    names = ("a",) * 7 + ("dies", "b", "slow", "c", "d", "e", "f", "g", "h", "i")
    outcomes = [shown(o) for o in in_order(shout, sources(*names), "!", 2)]
    expected = [
        "dies: the process that read it di" if name == "dies" else f"{name}{i}".upper() + "!"
        for i, name in enumerate(names)
    ]
    assert outcomes == expected


def test_a_wrong_call_ends_the_run() -> None:
    with pytest.raises(UsageError, match="the call is wrong"):
        list(in_order(shout, sources(*"abcdefgh", "wrong", *"ij"), "!", 2))


def test_sources_are_taken_in_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def many() -> Iterator[Source]:
        for i in range(1000):
            taken.append(i)
            yield Source("a", b"a")

    outcomes = in_order(shout, many(), "!", 2)
    for _ in range(3):
        next(outcomes)
    assert len(taken) == 3
