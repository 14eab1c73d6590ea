"""What can be asked of claims, all at once: filters in, a selection of claims out."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from sayso.answers import EARLIEST, Lane, Verdict
from sayso.errors import BadFilter
from sayso.ledger import search
from sayso.ledger.days import Range, find_day, find_given_range, find_range
from sayso.ledger.names import Group, Names
from sayso.ledger.rows import ABOUT, BY
from sayso.ledger.tables import (
    appearances,
    attributions,
    claims,
    hops,
    judged,
    judgements,
    moments,
    readings,
    versions,
    withdrawals,
)
from sayso.records import Act, Certainty, SourceType

_NEW_YEAR = 101


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a claim must be to be found; all that is given must hold.

    ``words`` stand in the claim, "quoted" ones side by side. ``about`` and ``by`` are names;
    ``source_type`` and ``act`` are those of any hop. ``since`` and ``until`` bound the day of
    publication, ``happened`` and ``said`` the other clocks: ``2019``, ``2019-01``, ``2019-01-03``,
    of the last two also ``2019-01..2019-03``. ``publisher`` is a part of the outlet's name. Claims
    that a person rejected are left out unless ``with_rejected``.
    """

    words: str = ""
    about: str | None = None
    by: str | None = None
    source_type: SourceType | None = None
    act: Act | None = None
    certainty: Certainty | None = None
    since: str | None = None
    until: str | None = None
    happened: str | None = None
    said: str | None = None
    publisher: str | None = None
    min_depth: int | None = None
    with_rejected: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether words or a name choose few claims, so that it pays to begin with those."""
        return bool(self.words or self.about or self.by)


def select_claims(
    connection: Connection, filters: Filters, *, names: Names | None = None
) -> Select[int]:
    """The keys of the claims that are asked for, those of the latest report first; ``names`` are
    the ledger's where they are at hand.

    Raises: UnknownName, BadFilter.
    """
    day: ColumnElement[int] = claims.c.day
    asked = select(claims.c.key).join(readings, _belongs(filters))
    for role, name in ((ABOUT, filters.about), (BY, filters.by)):
        if name:
            names = names or Names(connection)
            asked, day = _join_appearances(asked, names.find(name), role)
    if filters.words:
        asked = _join_words(connection, asked, filters.words)
    for condition in _find_conditions(connection, filters):
        asked = asked.where(condition)
    return asked.where(readings.c.is_current).order_by(day.desc(), claims.c.key.desc())


def _belongs(filters: Filters) -> ColumnElement[bool]:
    """How claims and readings are joined: from an outlet's readings to their claims where the
    outlet alone chooses, else from claims to their reading."""
    if filters.publisher is None or filters.is_narrow:
        return readings.c.key == claims.c.reading
    last = readings.c.first_claims + readings.c.n_claims - 1
    return claims.c.key.between(readings.c.first_claims, last)


def _join_appearances(
    asked: Select[int], group: Group, role: str
) -> tuple[Select[int], ColumnElement[int]]:
    """Claims in whose dossier the group stands; one with a single spelling comes in order."""
    if len(group.keys) == 1 and not group.has_splits:
        beside = appearances.alias()
        joined = asked.join(beside, beside.c.claim == claims.c.key)
        return joined.where(beside.c.entity == group.keys[0], beside.c.role == role), beside.c.day
    chosen = select(appearances.c.claim).where(group.condition(role))
    return asked.where(claims.c.key.in_(chosen)), claims.c.day


def _join_words(connection: Connection, asked: Select[int], words: str) -> Select[int]:
    phrases = search.find_phrases(words)
    if not 1 <= sum(len(phrase.split()) for phrase in phrases) <= search.MOST_WORDS:
        raise BadFilter("WORDS", words, f"one word or more, up to {search.MOST_WORDS}")
    found = search.match(connection, search.CLAIM_WORDS, phrases)
    return asked.join(found.index, found.key == claims.c.key).where(found.condition)


def _find_conditions(connection: Connection, filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.certainty is not None:
        yield claims.c.certainty == filters.certainty.value
    yield from _bound_days(filters)
    if filters.source_type is not None:
        yield _has_hop(attributions.c.source_type == filters.source_type.value)
    if filters.act is not None:
        yield _has_hop(attributions.c.act == filters.act.value)
    if filters.min_depth:
        of_claim = hops.c.claim == claims.c.key
        yield exists().where(of_claim, hops.c.depth == filters.min_depth - 1)
    if filters.publisher:
        outlets = _find_outlets(connection, filters.publisher)
        of_outlets = select(versions.c.key).where(versions.c.publisher.in_(outlets))
        yield readings.c.version.in_(of_outlets)
    for lane, value in ((Lane.HAPPENED, filters.happened), (Lane.SAID, filters.said)):
        if value is not None:
            yield claims.c.key.in_(select_moments(lane, read_range(f"--{lane}", value)))
    if not filters.with_rejected:
        yield claims.c.key.not_in(select_rejected())


def _find_outlets(connection: Connection, part: str) -> list[str]:
    """The outlets with this in their name; databases differ in what they hold for small letters."""
    known = connection.scalars(select(versions.c.publisher).distinct())
    return [name for name in known if name and part.casefold() in name.casefold()]


def _bound_days(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """A report's day is the first that its date can mean; one without a date lies within no
    bounds."""
    if filters.since:
        yield claims.c.day >= _open_day(_read_day("--since", filters.since)[0])
    if filters.until:
        yield claims.c.day.between(EARLIEST + 1, _read_day("--until", filters.until)[1])


def _open_day(day: int) -> int:
    """The least number of a date that can mean this day first: that of a month or year begins
    before its first day's."""
    year, month_and_day = divmod(day, 10_000)
    if month_and_day == _NEW_YEAR:
        return year * 10_000
    return day - 1 if day % 100 == 1 else day


def _read_day(name: str, value: str) -> Range:
    given = value.strip()
    days = find_range(given) if find_day(given) and "/" not in given else None
    if days is None:
        raise BadFilter(name, value, "a date: YYYY, YYYY-MM or YYYY-MM-DD")
    return days


def read_range(name: str, value: str) -> Range:
    """The days of a filter.

    Raises: BadFilter.
    """
    days = find_given_range(value)
    if days is None:
        raise BadFilter(name, value, "a date, YYYY, YYYY-MM or YYYY-MM-DD, or two with .. between")
    return days


def select_moments(lane: Lane, days: Range) -> Select[int]:
    """Claims with a place on a lane that shares a day with the range."""
    first, last = days
    return select(moments.c.claim).where(
        moments.c.lane == lane.value, moments.c.first <= last, moments.c.last >= first
    )


def select_rejected() -> Select[int]:
    """Claims whose last judgement that holds is that they are wrong."""
    standing = (
        select(judged.c.claim, func.max(judged.c.judgement).label("last"))
        .outerjoin(withdrawals, withdrawals.c.judgement == judged.c.judgement)
        .where(withdrawals.c.judgement.is_(None))
        .group_by(judged.c.claim)
        .subquery()
    )
    return (
        select(standing.c.claim)
        .join(judgements, judgements.c.key == standing.c.last)
        .where(judgements.c.verdict == Verdict.REJECT.value)
    )


def _has_hop(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        hops.c.claim == claims.c.key, attributions.c.key == hops.c.attribution, condition
    )
