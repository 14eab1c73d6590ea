"""The ledger as the rest of sayso and its users see it: opened once, asked and added to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Connection, Engine

from sayso.answers import (
    Added,
    Dossier,
    Fault,
    FoundReport,
    Judgement,
    Line,
    Page,
    Sources,
    Status,
    Timeline,
    Verdict,
    VersionNote,
)
from sayso.errors import LedgerError, LedgerTooOld
from sayso.ledger import decisions, engine, store, verify
from sayso.ledger.counts import count_all
from sayso.ledger.dossier import make_dossier
from sayso.ledger.engine import hide_password, is_server, open_engine, read_with_care, translated
from sayso.ledger.filters import Filters, select_claims
from sayso.ledger.find import (
    find_claim,
    find_document,
    find_judgement_id,
    find_reading,
    find_reading_keys,
    find_versions,
)
from sayso.ledger.judging import find_judged, judge, judge_names
from sayso.ledger.lines import load_lines, load_page, stream_lines
from sayso.ledger.load import load_reading, stream_texts
from sayso.ledger.migrate import check_revision, migrate
from sayso.ledger.raw import RawBytes
from sayso.ledger.sources import count_sources
from sayso.ledger.timeline import make_timeline
from sayso.records import Failure, Reading

PAGE_SIZE = 20
_LOCK = 7_305_792_911  # any number that no other program takes for its lock in PostgreSQL


class Ledger:
    """A ledger, opened for asking; what writes into it opens it for writing too.

    Raises: LedgerMissing, LedgerDamaged, LedgerTooNew, LedgerTooOld.
    """

    def __init__(self, place: str, *, creates: bool = False) -> None:
        self.place = hide_password(place)
        self._place = place
        self._names: dict[str, int] = {}
        self._writer: Engine | None = None
        if creates:
            self._open_writer(creates=True)
        self._reader = open_engine(place, writes=False)
        try:
            self._check()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or the server."""
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger."""
        place = self._place
        with read_with_care(place), translated(place), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The ledger's only pen: all that is written within stays, or nothing does."""
        writer = self._writer or self._open_writer()
        with translated(self._place), writer.begin() as connection:
            self._lock(connection)
            yield connection

    # Adding

    def find_known(self, raw: RawBytes, run: str) -> Added | None:
        """What is there of a report with these bytes, read in this run; ``None`` when it is new.

        That it was met at another place is noted.
        """
        with self.asking() as connection:
            found = store.find_known(connection, raw, run)
        if found is None:
            return None
        if not found.is_sighted:
            with self.writing() as connection:
                store.add_sighting(connection, found.version_key, raw.origin, now=get_now())
        return Added(
            document_id=found.document_id,
            version=found.number,
            n_claims=found.n_claims,
            is_new=False,
        )

    def begin_run(self, *, sayso: str, weights: str, settings: str = "{}") -> str:
        """The id of the run of this version, these weights and settings."""
        with self.writing() as connection:
            return store.get_run(
                connection, sayso=sayso, weights=weights, settings=settings, now=get_now()
            )

    def add(self, reading: Reading, raw: RawBytes, run: str) -> Added:
        """Keeps a reading and the bytes of its report, in one transaction.

        A report that somebody else added meanwhile is not added again.
        """
        with self.writing() as connection:
            added, names = store.add(
                connection, reading, raw, run, names=self._names, now=get_now()
            )
        self._names |= names  # only now is it certain that they stay
        return added

    def add_failure(self, failure: Failure) -> None:
        """Keeps what could not be read, once."""
        with self.writing() as connection:
            store.add_failure(connection, failure, now=get_now())

    # Asking

    def find_claims(self, filters: Filters) -> Iterator[Line]:
        """All claims that are asked for, the latest report's first, some at a time.

        Raises: UnknownName, BadFilter.
        """
        with self.asking() as connection:
            yield from stream_lines(connection, select_claims(connection, filters))

    def get_page(self, filters: Filters, *, number: int = 1, size: int = PAGE_SIZE) -> Page:
        """One page of these claims.

        Raises: UnknownName, BadFilter.
        """
        with self.asking() as connection:
            asked = select_claims(connection, filters)
            return load_page(connection, asked, number=number, size=size)

    def get_line(self, id: str) -> Line:
        """The claim of an id, or of its beginning, as it was read last.

        Raises: UnknownId, AmbiguousId.
        """
        with self.asking() as connection:
            return load_lines(connection, [find_claim(connection, id)])[0]

    def get_reading(self, id: str) -> FoundReport:
        """The last reading of a claim's report, of a document's newest version, or of a version.

        Raises: UnknownId, AmbiguousId.
        """
        with self.asking() as connection:
            return find_reading(connection, id)

    def find_versions(self, id: str) -> tuple[VersionNote, ...]:
        """All versions of a document, the first that was added first.

        Raises: UnknownId, AmbiguousId.
        """
        with self.asking() as connection:
            return find_versions(connection, find_document(connection, id))

    def get_dossier(self, name: str, *, number: int = 1, size: int = PAGE_SIZE) -> Dossier:
        """All on one name, a page of its claims on either side.

        Raises: UnknownName.
        """
        with self.asking() as connection:
            return make_dossier(connection, name, number=number, size=size)

    def get_timeline(
        self,
        filters: Filters,
        *,
        between: str | None = None,
        number: int = 1,
        size: int = 2 * PAGE_SIZE,
    ) -> Timeline:
        """The moments of these claims on two lanes.

        Raises: UnknownName, BadFilter.
        """
        with self.asking() as connection:
            return make_timeline(connection, filters, between=between, number=number, size=size)

    def count_sources(self, filters: Filters, *, most: int = PAGE_SIZE) -> Sources:
        """Who is cited in these claims.

        Raises: UnknownName, BadFilter.
        """
        with self.asking() as connection:
            return count_sources(connection, filters, most=most)

    def get_status(self) -> Status:
        """What the ledger holds."""
        with self.asking() as connection:
            return count_all(connection, self._place, shown=self.place)

    def find_failures(self) -> tuple[Failure, ...]:
        """What could not be read and has not been read since."""
        with self.asking() as connection:
            return store.find_failures(connection)

    def find_texts(self) -> Iterator[str]:
        """The text of every version, in the order in which they were added."""
        with self.asking() as connection:
            yield from stream_texts(connection)

    def find_readings(self, sha256: str, weights: str) -> tuple[Reading, ...]:
        """The readings of these bytes that these weights have made."""
        with self.asking() as connection:
            keys = find_reading_keys(connection, sha256, weights)
            return tuple(load_reading(connection, key) for key in keys)

    def find_judged_reports(self) -> Iterator[tuple[Reading, Mapping[str, Judgement]]]:
        """Each report with judged claims as it was read last, and the last decision about each by
        the id of the attribution that it concerns."""
        with self.asking() as connection:
            for reading, judged in find_judged(connection):
                yield load_reading(connection, reading), judged

    def find_faults(self) -> Iterator[Fault | None]:
        """All that does not hold, ``None`` after each report."""
        with self.asking() as connection:
            yield from verify.find_faults(connection)

    # Judging

    def judge(
        self, id: str, verdict: Verdict, *, author: str, changes: Mapping[str, object] | None = None
    ) -> Judgement:
        """Keeps a person's decision about a claim; ``changes`` are the fields that a correction
        sets.

        Raises: UnknownId, AmbiguousId, BadJudgement.
        """
        with self.writing() as connection:
            changed = changes or {}
            return judge(connection, id, verdict, changes=changed, author=author, now=get_now())

    def judge_names(
        self,
        verdict: Verdict,
        name: str,
        other: str,
        *,
        author: str,
        reports: tuple[str, ...] = (),
    ) -> Judgement:
        """Keeps a person's decision about names: one and the same, two apart, or that in some
        reports the first is another, to be called by the second.

        Raises: UnknownName, UnknownId, AmbiguousId, BadJudgement.
        """
        with self.writing() as connection:
            return judge_names(
                connection, verdict, name, other, reports=reports, author=author, now=get_now()
            )

    def undo(self, id: str | None = None, *, author: str) -> Judgement:
        """Takes a decision back, the last one where none is named.

        Raises: NothingToUndo, UnknownId, AmbiguousId.
        """
        with self.writing() as connection:
            whole = find_judgement_id(connection, id) if id is not None else None
            return decisions.withdraw(connection, whole, author=author, now=get_now())

    def find_judgements(self, *, with_withdrawn: bool = False) -> tuple[Judgement, ...]:
        """The decisions that hold, in the order in which they were made."""
        with self.asking() as connection:
            return decisions.find_decisions(
                connection, with_withdrawn=with_withdrawn, about=tuple(Verdict)
            )

    def _check(self) -> None:
        with self.asking() as connection:
            try:
                check_revision(connection, self.place)
                return
            except LedgerTooOld as error:
                too_old = error
        try:
            self._open_writer()
        except LedgerError as error:
            raise too_old from error

    def _open_writer(self, *, creates: bool = False) -> Engine:
        writer = open_engine(self._place, writes=True, creates=creates)
        try:
            with translated(self._place), writer.begin() as connection:
                self._lock(connection)
                migrate(connection, self.place)
        except BaseException:
            writer.dispose()
            raise
        self._writer = writer
        return writer

    def _lock(self, connection: Connection) -> None:
        """Makes a server wait as a file does until the pen is free."""
        if is_server(self._place):
            connection.exec_driver_sql(f"set local lock_timeout = '{engine.WAIT_SECONDS}s'")
            connection.exec_driver_sql(f"select pg_advisory_xact_lock({_LOCK})")


def get_now() -> str:
    """This second in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
