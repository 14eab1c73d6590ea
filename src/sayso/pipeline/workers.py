"""Reading in several processes at once: raw reports in, readings out, no process left behind."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

from sayso.intake import RawReport
from sayso.pipeline.reading import begin_raw, guard, load_encoder
from sayso.records import Failure, Reading

Finish = Callable[[], Reading | Failure]
Begin = Callable[[RawReport, bytes], Finish]


@contextmanager
def open_readers(n_jobs: int, *, threads: int, max_bytes: int) -> Iterator[Begin]:
    """What begins a reading and gives what waits for it: in this process for one job, else in so
    many others, each of which keeps a network of its own.

    Raises: BrokenProcessPool, from what waits, when a process was killed.
    """
    if n_jobs == 1:
        encoder = load_encoder(threads)
        begin = partial(begin_raw, encoder=encoder, max_bytes=max_bytes)
        yield lambda raw, data: _begin_here(_hold(raw, data), begin)
        return
    pool = ProcessPoolExecutor(n_jobs, mp_context=get_context("spawn"), initializer=_start)
    try:
        yield lambda raw, data: pool.submit(_read, _hold(raw, data), max_bytes).result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin_here(raw: RawReport, begin: Callable[[RawReport], Callable[[], Reading]]) -> Finish:
    begun = guard(raw, partial(begin, raw))
    return (lambda: begun) if isinstance(begun, Failure) else partial(guard, raw, begun)


def _hold(raw: RawReport, data: bytes) -> RawReport:
    """The report with its bytes, so that it is read once."""
    return replace(raw, data=data, path=None)


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began this process ends it
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed parent tells nobody, so somebody must watch."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read(raw: RawReport, max_bytes: int) -> Reading | Failure:
    encoder = load_encoder(1)
    return guard(raw, lambda: begin_raw(raw, encoder=encoder, max_bytes=max_bytes)())
