"""Reading in several processes at once: raw reports in, readings out, no process left behind."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

from sayso.encoder.session import Encoder
from sayso.intake import RawReport
from sayso.pipeline.reading import begin_raw, guard, load_encoder
from sayso.records import Failure, Reading

N_RECALLED = 128
"""Windows whose scores a process keeps, about 30 MB: wire copy mostly comes on the same day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a report was read to; of how many windows of its text, and how many of them were known
    from another report."""

    result: Reading | Failure
    n_windows: int = 0
    n_known: int = 0


Finish = Callable[[], Read]
Begin = Callable[[RawReport, bytes], Finish]


@contextmanager
def open_readers(n_jobs: int, *, threads: int, max_bytes: int) -> Iterator[Begin]:
    """What begins a reading and gives what waits for it: in this process for one job, else in so
    many others, each of which keeps a network of its own.

    Raises: BrokenProcessPool, from what waits, when a process was killed.
    """
    if n_jobs == 1:
        encoder = load_encoder(threads, N_RECALLED)
        yield lambda raw, data: _begin_here(_hold(raw, data), encoder, max_bytes)
        return
    pool = ProcessPoolExecutor(n_jobs, mp_context=get_context("spawn"), initializer=_start)

    def begin(raw: RawReport, data: bytes) -> Finish:
        with _without_interruption():
            return pool.submit(_read, _hold(raw, data), max_bytes).result

    try:
        yield begin
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin_here(raw: RawReport, encoder: Encoder, max_bytes: int) -> Finish:
    begun = guard(raw, partial(begin_raw, raw, encoder=encoder, max_bytes=max_bytes))
    if isinstance(begun, Failure):
        return partial(Read, result=begun)
    return partial(_finish, raw, begun, encoder)


def _finish(raw: RawReport, finish: Callable[[], Reading], encoder: Encoder) -> Read:
    """The reading with the counts since the last one; windows begun ahead count for that one."""
    result = guard(raw, finish)
    n_windows, n_known = encoder.recall.count()
    return Read(result=result, n_windows=n_windows, n_known=n_known)


def _hold(raw: RawReport, data: bytes) -> RawReport:
    """The report with its bytes, so that it is read once."""
    return replace(raw, data=data, path=None)


@contextmanager
def _without_interruption() -> Iterator[None]:
    """A process that starts within never hears of Ctrl-C, not even before its first line; this one
    hears of it a moment later."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began this process ends it
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed parent tells nobody, so somebody must watch."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read(raw: RawReport, max_bytes: int) -> Read:
    return _begin_here(raw, load_encoder(1, N_RECALLED), max_bytes)()
