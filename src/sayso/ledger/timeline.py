"""When things happened and when they were said: filters in, moments of two lanes out."""

from sqlalchemy import Connection, select

from sayso.answers import Lane, Moment, Timeline
from sayso.ledger.days import EARLIEST, LATEST
from sayso.ledger.filters import Filters, read_range, select_claims
from sayso.ledger.lines import load_lines
from sayso.ledger.rows import HAPPENED, SAID
from sayso.ledger.tables import moments

_LANES = {HAPPENED: Lane.HAPPENED, SAID: Lane.SAID}


def make_timeline(
    connection: Connection, filters: Filters, *, between: str | None, number: int, size: int
) -> Timeline:
    """The moments of the claims that are asked for, by their first day; open beginnings stand by
    their end.

    ``between`` bounds either lane: dates as in filters.
    Raises: UnknownName, BadFilter.
    """
    first, last = read_range("--between", between) if between else (EARLIEST, LATEST)
    chosen = select_claims(connection, filters).order_by(None)
    asked = (
        select(moments)
        .where(moments.c.claim.in_(chosen), moments.c.first <= last, moments.c.last >= first)
        .order_by(moments.c.first, moments.c.last, moments.c.claim, moments.c.lane)
        .limit(size + 1)
        .offset((number - 1) * size)
    )
    rows = connection.execute(asked).mappings().all()
    keys = list(dict.fromkeys(row["claim"] for row in rows[:size]))
    lines = dict(zip(keys, load_lines(connection, keys), strict=True))
    return Timeline(
        moments=tuple(
            Moment(
                lane=_LANES[row["lane"]],
                first=row["first"],
                last=row["last"],
                line=lines[row["claim"]],
            )
            for row in rows[:size]
        ),
        number=number,
        has_more=len(rows) > size,
    )
