"""Reports into a ledger: names in, one outcome a report out, in order; what is told as added is."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from functools import partial
from typing import BinaryIO

import sayso
from sayso.answers import Added
from sayso.encoder.package import open_package
from sayso.errors import ReaderLost
from sayso.intake import Fields, RawReport, find_reports, load_bytes
from sayso.ledger import Ledger, RawBytes
from sayso.pipeline.reading import guard, hold_back
from sayso.pipeline.workers import Begin, Read, open_readers
from sayso.records import Failure
from sayso.settings import Settings

# Below this a second process costs more time than it saves.
_LEAST_BYTES_PER_JOB = 150_000
_N_AHEAD_PER_JOB = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one report: the ledger has it, or it could not be read.

    Of ``n_windows`` pieces of its text ``n_known`` had been read before, in another report.
    """

    origin: str
    n_bytes: int
    added: Added | None = None
    title: str | None = None
    failure: Failure | None = None
    n_windows: int = 0
    n_known: int = 0


def add_all(
    names: Iterable[str],
    ledger: Ledger,
    *,
    settings: Settings,
    fields: Fields | None = None,
    stdin: BinaryIO | None = None,
    n_bytes: int = 0,
) -> Iterator[Outcome]:
    """One outcome for each report in the named files, folders, archives and addresses, in order,
    told once the ledger has it.

    A report that the ledger has from the same weights is not read again. Units: ``n_bytes`` is
    about how much there is to read, which decides whether further processes are worth their start.
    Raises: ReaderLost, LedgerError.
    """
    max_bytes = settings.max_megabytes * 1_000_000
    run = begin_run(ledger)
    n_jobs = choose_jobs(settings.jobs, n_bytes)
    n_added = 0
    with open_readers(n_jobs, threads=settings.threads, max_bytes=max_bytes) as begin:
        adder = _Adder(ledger, run, begin, max_bytes=max_bytes)
        found = find_reports(names, stdin=stdin, fields=fields, max_bytes=max_bytes)
        begun = map(adder.begin, found)
        n_ahead = _N_AHEAD_PER_JOB * n_jobs if stdin is None else 0
        for finish in hold_back(begun, n_ahead):
            try:
                outcome = finish()
            except BrokenProcessPool as error:
                raise ReaderLost(n_added) from error
            n_added += outcome.failure is None
            yield outcome


def choose_jobs(n_asked: int, n_bytes: int) -> int:
    """How many processes read: as many as were asked for and there is work for."""
    return max(1, min(n_asked, n_bytes // _LEAST_BYTES_PER_JOB))


def begin_run(ledger: Ledger) -> str:
    """The id of the run of this version and its shipped network."""
    package = open_package()
    decoding = json.dumps({name: asdict(each) for name, each in package.decoding.items()})
    settings = json.dumps(
        {"style": "sayso", "decoding": hashlib.sha256(decoding.encode()).hexdigest()}
    )
    return ledger.begin_run(sayso=sayso.__version__, weights=package.name, settings=settings)


class _Adder:
    """Looks up what is known, has the rest read, and writes it down."""

    def __init__(self, ledger: Ledger, run: str, begin: Begin, *, max_bytes: int) -> None:
        self._ledger = ledger
        self._run = run
        self._begin = begin
        self._max_bytes = max_bytes

    def begin(self, raw: RawReport) -> Callable[[], Outcome]:
        """Sets a report to be read; what comes back waits, keeps it and tells."""
        data = guard(raw, partial(load_bytes, raw, max_bytes=self._max_bytes))
        if isinstance(data, Failure):
            return partial(self._fail, raw, data)
        kept = to_raw_bytes(raw, data)
        known = self._ledger.find_known(kept, self._run)
        if known is not None:
            return lambda: Outcome(origin=raw.origin, n_bytes=raw.n_bytes, added=known)
        return partial(self._finish, raw, kept, self._begin(raw, data))

    def _finish(self, raw: RawReport, kept: RawBytes, finish: Callable[[], Read]) -> Outcome:
        read = finish()
        if isinstance(read.result, Failure):
            return self._fail(raw, read.result)
        return Outcome(
            origin=raw.origin,
            n_bytes=raw.n_bytes,
            added=self._ledger.add(read.result, kept, self._run),
            title=read.result.document.title,
            n_windows=read.n_windows,
            n_known=read.n_known,
        )

    def _fail(self, raw: RawReport, failure: Failure) -> Outcome:
        self._ledger.add_failure(failure)
        return Outcome(origin=raw.origin, n_bytes=raw.n_bytes, failure=failure)


def to_raw_bytes(raw: RawReport, data: bytes) -> RawBytes:
    """A raw report as a ledger keeps it."""
    said = {name: value for name, value in asdict(raw.given).items() if value is not None}
    container = json.dumps(said, ensure_ascii=True, sort_keys=True) if said else None
    return RawBytes(
        data=data,
        format=raw.format.value,
        origin=raw.origin,
        url=raw.given.url,
        container=container,
    )
