"""Several articles at once: the same work in local processes, its outcomes in the order of the inputs."""

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from dragoman.errors import InputError
from dragoman.records.source import Source

Setting = TypeVar("Setting")
Outcome = TypeVar("Outcome")
Work = Callable[[Source, Setting], Outcome | InputError]

_ALONE = 6
"""Sources that are worked on here before others are started: a process takes about as long to load its model."""
_AHEAD = 4
"""Sources for each process that are taken in ahead of the one whose turn it is: one slow article stops nobody."""
_NEW_OBJECTS = 100_000
"""Objects more than before, from which unused ones are looked for. The knowledge is some three hundred thousand objects that
stay: looking for unused ones among them at every seven hundredth, as Python does, is a sixth of the time to the first dossier."""


def load_quickly() -> None:
    """Let Python look for unused objects less often: for a process whose only work is reading."""
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])


def in_order(
    work: Work[Setting, Outcome], sources: Iterable[Source | InputError], setting: Setting, jobs: int
) -> Iterator[Outcome | InputError]:
    """What `work` makes of each source, in their order; an `InputError` among the sources stands for itself.

    A process that dies costs the source that it died of, and no other one.
    """
    waiting = iter(sources)
    here = waiting if jobs < 2 else islice(waiting, _ALONE)
    for source in here:
        yield source if isinstance(source, InputError) else work(source, setting)
    if jobs < 2:
        return
    first = next(waiting, None)
    if first is not None:
        yield from _Pool(work, setting, jobs).run(_from(first, waiting))


def _from(first: Source | InputError, rest: Iterator[Source | InputError]) -> Iterator[Source | InputError]:
    yield first
    yield from rest


class _Pool(Generic[Setting, Outcome]):
    """Processes at work for one caller."""

    def __init__(self, work: Work[Setting, Outcome], setting: Setting, jobs: int) -> None:
        self._work = work
        self._setting = setting
        self._jobs = jobs

    def run(self, sources: Iterator[Source | InputError]) -> Iterator[Outcome | InputError]:
        """The outcomes in the order of the sources."""
        executor = _executor(self._jobs)
        line: deque[tuple[Source | InputError, Future[Outcome | InputError] | None]] = deque()
        try:
            while True:
                while len(line) < self._jobs * _AHEAD and (source := next(sources, None)) is not None:
                    line.append((source, self._given(executor, source)))
                if not line:
                    return
                source, future = line.popleft()
                if isinstance(source, InputError):
                    yield source
                    continue
                try:
                    outcome = future.result() if future else self._by_itself(source)
                except BrokenProcessPool:
                    executor.shutdown(cancel_futures=True)
                    executor = _executor(self._jobs)
                    # Who was at work when it broke is not known: whatever is not done is done again, each by itself.
                    line = deque((s, f if f and f.done() and not f.exception() else None) for s, f in line)
                    outcome = self._by_itself(source)
                yield outcome
        finally:
            executor.shutdown(cancel_futures=True)

    def _given(self, executor: ProcessPoolExecutor, source: Source | InputError) -> Future[Outcome | InputError] | None:
        if isinstance(source, InputError):
            return None
        try:
            return executor.submit(self._work, source, self._setting)
        except BrokenProcessPool:
            return None

    def _by_itself(self, source: Source) -> Outcome | InputError:
        with _executor(1) as executor:
            try:
                return executor.submit(self._work, source, self._setting).result()
            except BrokenProcessPool:
                return InputError(
                    source.name, "the process that read it died of it (out of memory?): please report this"
                )


def _executor(jobs: int) -> ProcessPoolExecutor:
    # Processes start from a clean one: a copy of this one might hold a lock of a thread that it does not have.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(jobs, multiprocessing.get_context(method), initializer=_begin)


def _begin() -> None:
    """How a worker starts. It ends with its parent: nobody else would end one that waits for work forever."""
    load_quickly()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
