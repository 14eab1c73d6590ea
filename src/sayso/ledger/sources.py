"""Who is cited in a ledger, how often and by whom: counts out, of claims and of reports."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.answers import SourceCount, Sources
from sayso.ledger.filters import Filters, select_claims
from sayso.ledger.names import Names
from sayso.ledger.tables import attributions, claims, entities, hops, readings, versions
from sayso.records import SourceType

_MOST_PUBLISHERS = 5
# Of these types a name is a description ("officials"): alike in two reports, it is not one source.
_DESCRIBED = (SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS, SourceType.GROUP)
_NOBODY = (SourceType.NONE, SourceType.REPORT)


@dataclass(slots=True)
class _Tally:
    name: str | None
    n_claims: int = 0
    types: Counter[SourceType] = field(default_factory=Counter)
    reports: set[int] = field(default_factory=set)
    publishers: Counter[str] = field(default_factory=Counter)

    @property
    def source_type(self) -> SourceType:
        """What it is most often cited as."""
        return self.types.most_common(1)[0][0]


def count_sources(connection: Connection, filters: Filters, *, most: int) -> Sources:
    """The innermost sources of the claims that are asked for, most cited first.

    Raises: UnknownName, BadFilter.
    """
    names = Names(connection)
    chosen = select_claims(connection, filters, names=names).order_by(None)
    tallies: dict[tuple[str, bool], _Tally] = {}
    by_type: Counter[SourceType] = Counter()
    origins: dict[int, set[tuple[str, bool]]] = defaultdict(set)
    for row in connection.execute(_select_counts(chosen)).mappings():
        kind, n = SourceType(row["source_type"]), row["n"]
        by_type[kind] += n
        key = _find_key(row["folded"], kind, names)
        origins[row["version"]].add(key)
        tally = tallies.setdefault(key, _Tally(name=row["name"]))
        tally.n_claims += n
        tally.types[kind] += n
        tally.reports.add(row["version"])
        tally.publishers[row["publisher"] or ""] += n
    n_claims, n_reports = _count_all(connection, chosen)
    return Sources(
        counts=tuple(_to_counts(tallies, most)),
        n_reports=n_reports,
        n_claims=n_claims,
        n_own_voice=n_claims - sum(by_type.values()),
        n_by_type=dict(by_type.most_common()),
        n_single_source=sum(len(keys) == 1 for keys in origins.values()),
    )


def _find_key(folded: str | None, kind: SourceType, names: Names) -> tuple[str, bool]:
    if folded is None:
        return f"({kind.value})", True
    return names.find_leader(folded), kind in _DESCRIBED


def _to_counts(tallies: dict[tuple[str, bool], _Tally], most: int) -> list[SourceCount]:
    ordered = sorted(tallies.values(), key=lambda each: (-each.n_claims, each.name or ""))
    return [
        SourceCount(
            name=each.name,
            source_type=each.source_type,
            n_claims=each.n_claims,
            n_reports=len(each.reports),
            publishers=tuple(each.publishers.most_common(_MOST_PUBLISHERS)),
        )
        for each in ordered
        if each.source_type not in _NOBODY
    ][:most]


def _select_counts(chosen: Select[int]) -> Select[Any]:
    """One row for each report, source and type: how many claims rest on it in the end."""
    innermost = (
        select(hops.c.claim, func.max(hops.c.depth).label("depth"))
        .where(hops.c.claim.in_(chosen))
        .group_by(hops.c.claim)
        .subquery()
    )
    return (
        select(
            readings.c.version,
            versions.c.publisher,
            entities.c.name,
            entities.c.folded,
            attributions.c.source_type,
            func.count().label("n"),
        )
        .select_from(innermost)
        .join(hops, (hops.c.claim == innermost.c.claim) & (hops.c.depth == innermost.c.depth))
        .join(attributions, attributions.c.key == hops.c.attribution)
        .join(readings, readings.c.key == attributions.c.reading)
        .join(versions, versions.c.key == readings.c.version)
        .outerjoin(entities, entities.c.key == attributions.c.entity)
        .group_by(
            readings.c.version,
            versions.c.publisher,
            entities.c.name,
            entities.c.folded,
            attributions.c.source_type,
        )
    )


def _count_all(connection: Connection, chosen: Select[int]) -> tuple[int, int]:
    asked = select(func.count(), func.count(func.distinct(claims.c.reading)))
    n_claims, n_reports = connection.execute(asked.where(claims.c.key.in_(chosen))).one()
    return n_claims, n_reports
