"""Windows that were read before, kept for a while: the same tokens give the same scores, and wire
copy brings the same tokens again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Recall(Generic[Result]):
    """The results of the last so many different questions, and how often one was known."""

    def __init__(self, n_kept: int) -> None:
        self._n_asked = self._n_known = 0
        self._n_kept = n_kept
        self._kept: OrderedDict[Hashable, Result] = OrderedDict()
        self._lock = Lock()

    def count(self) -> tuple[int, int]:
        """How often was asked and how often known, since this was last told."""
        with self._lock:
            counts = self._n_asked, self._n_known
            self._n_asked = self._n_known = 0
        return counts

    def get(self, key: Hashable, make: Callable[[], Result]) -> Result:
        """The result under this key, made where it is not known."""
        with self._lock:
            self._n_asked += 1
            if key in self._kept:
                self._n_known += 1
                self._kept.move_to_end(key)
                return self._kept[key]
        result = make()
        with self._lock:
            self._kept[key] = result
            if len(self._kept) > self._n_kept:
                self._kept.popitem(last=False)
        return result
