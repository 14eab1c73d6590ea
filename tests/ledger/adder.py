"""Adds reports in a process of its own, which tests may stop: ``python -m tests.ledger.adder PLACE
FIRST LAST`` tells each report that is safe; with ``fork`` instead of these, a child that does so
for each line of stdin."""

import os
import resource
import sys
from collections.abc import Iterable

import alembic.command  # noqa: F401 - so that no child spends its time on it

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.records import Reading
from tests.ledger.made_ledger import add, make_saying

REFUSED = 3


def make_report(number: int) -> Reading:
    """One of many reports, of some kilobytes that do not pack well."""
    noise = " ".join(f"{number * n * 7919 % 100_003:x}" for n in range(200))
    return make_saying(f"Clerk {number}", f"berth {number} {noise}", about=["Ada Holm"])


def add_all(place: str, numbers: Iterable[int]) -> int:
    """Adds and tells; what cannot be added ends it with its code."""
    try:
        with Ledger(place, creates=True) as ledger:
            for number in numbers:
                add(ledger, make_report(number))
                print("added", number, flush=True)
    except LedgerError as error:
        print(error.code, error, flush=True)
        return REFUSED
    return 0


def fork_for_each_line() -> None:
    """A child for each line ``PLACE FIRST LAST MOST_BYTES``, of which the last limits its files."""
    for line in sys.stdin:
        place, first, last, most_bytes = line.split()
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(most_bytes),) * 2)
            os._exit(add_all(place, range(int(first), int(last))))
        print("child", child, flush=True)
        _, status = os.waitpid(child, 0)
        print("ended", status, flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["fork"]:
            fork_for_each_line()
        case [place, first, last]:
            sys.exit(add_all(place, range(int(first), int(last))))
