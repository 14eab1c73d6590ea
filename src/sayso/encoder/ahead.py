"""Work that runs ahead of whoever uses its results: items in, results in the same order out."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def run_ahead(
    pool: Executor, run: Callable[[Item], Result], items: Iterable[Item], *, n_ahead: int
) -> Iterator[Result]:
    """The result of each item in order; the first ``n_ahead`` are begun at once, and one more
    whenever a result is taken, so that never more than those wait to be used."""
    waiting = iter(items)
    begun = deque(pool.submit(run, item) for item in islice(waiting, n_ahead))
    return _hand_out(begun, (pool.submit(run, item) for item in waiting))


def _hand_out(begun: deque[Future[Result]], others: Iterator[Future[Result]]) -> Iterator[Result]:
    while begun:
        result = begun.popleft().result()
        begun.extend(islice(others, 1))
        yield result
