"""When things happened and when they were said: filters in, moments of two lanes out."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from sayso.answers import EARLIEST, LATEST, Lane, Moment, Timeline
from sayso.ledger.days import Range
from sayso.ledger.filters import Filters, read_range, select_claims
from sayso.ledger.lines import load_lines
from sayso.ledger.tables import moments

_ORDER = (moments.c.last, moments.c.claim, moments.c.lane)


def make_timeline(
    connection: Connection, filters: Filters, *, between: str | None, number: int, size: int
) -> Timeline:
    """The moments of the claims that are asked for, by their first day; open beginnings stand by
    their end.

    ``between`` bounds either lane: dates as in filters.
    Raises: UnknownName, BadFilter.
    """
    days = read_range("--between", between) if between else (EARLIEST, LATEST)
    asked = _select_moments(connection, filters, days)
    if filters.is_narrow:
        narrow = asked.order_by(moments.c.first + 0, *_ORDER)  # no walk along all days
        cut = narrow.limit(size + 1).offset((number - 1) * size)
        rows = connection.execute(cut).mappings().all()
    else:
        rows = _find_first(connection, asked, number * size + 1)[(number - 1) * size :]
    keys = list(dict.fromkeys(row["claim"] for row in rows[:size]))
    lines = dict(zip(keys, load_lines(connection, keys), strict=True))
    return Timeline(
        moments=tuple(
            Moment(
                lane=Lane(row["lane"]),
                first=row["first"],
                last=row["last"],
                line=lines[row["claim"]],
            )
            for row in rows[:size]
        ),
        number=number,
        has_more=len(rows) > size,
    )


def _select_moments(connection: Connection, filters: Filters, days: Range) -> Select[Any]:
    """The moments of the claims that are asked for which touch the days."""
    asked = select(moments).where(moments.c.first <= days[1], moments.c.last >= days[0])
    chosen = select_claims(connection, filters).order_by(None)
    return asked.where(moments.c.claim.in_(chosen))


def _find_first(connection: Connection, asked: Select[Any], n_wanted: int) -> Sequence[RowMapping]:
    """The first so many moments of both lanes, each walked along its days."""
    found: list[RowMapping] = []
    for lane in Lane:
        ordered = asked.where(moments.c.lane == lane).order_by(moments.c.first, *_ORDER)
        found += connection.execute(ordered.limit(n_wanted)).mappings()
    found.sort(key=lambda row: (row["first"], row["last"], row["claim"], row["lane"]))
    return found[:n_wanted]
