"""All that a ledger has on one name: a name in, its dossier out."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Select, func, select

from sayso.answers import Alias, Dossier, Title
from sayso.ledger.filters import Filters, select_claims
from sayso.ledger.lines import load_page
from sayso.ledger.load import load_documents
from sayso.ledger.names import Group, Names
from sayso.ledger.rows import ABOUT, BY
from sayso.ledger.tables import appearances, attributions, claims, hops, readings

_MOST_TITLES = 12
_MOST_TITLED = 400


def make_dossier(connection: Connection, name: str, *, number: int, size: int) -> Dossier:
    """The dossier of a name, one page of its claims on either side.

    Raises: UnknownName.
    """
    names = Names(connection)
    group = names.find(name)
    first, last, n_reports = _find_reach(connection, group)
    about = select_claims(connection, Filters(about=name))
    by = select_claims(connection, Filters(by=name))
    return Dossier(
        name=group.name,
        aliases=_find_aliases(connection, group),
        doubles=names.find_doubles(group),
        titles=_find_titles(connection, group),
        first=first,
        last=last,
        n_reports=n_reports,
        about=load_page(connection, about, number=number, size=size),
        by=load_page(connection, by, number=number, size=size),
    )


def _find_reach(connection: Connection, group: Group) -> tuple[int, int, int]:
    """The first and last day of publication, and the number of reports it stands in."""
    chosen = group.condition(ABOUT) | group.condition(BY)
    days = select(func.min(func.nullif(appearances.c.day, 0)), func.max(appearances.c.day))
    first, last = connection.execute(days.where(chosen)).one()
    in_reports = (
        select(func.count(func.distinct(readings.c.version)))
        .join(claims, claims.c.reading == readings.c.key)
        .join(appearances, appearances.c.claim == claims.c.key)
        .where(chosen, readings.c.is_current)
    )
    return first or 0, last or 0, connection.scalar(in_reports) or 0


def _find_aliases(connection: Connection, group: Group) -> tuple[Alias, ...]:
    asked = (
        select(appearances.c.entity, appearances.c.role, func.count())
        .where(appearances.c.entity.in_(group.keys))
        .group_by(appearances.c.entity, appearances.c.role)
    )
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for entity, role, n in connection.execute(asked):
        counts[entity][role] = n
    return tuple(
        Alias(name=name, n_about=counts[key].get(ABOUT, 0), n_by=counts[key].get(BY, 0))
        for name, key in zip(group.spellings, group.keys, strict=True)
    )


def _find_titles(connection: Connection, group: Group) -> tuple[Title, ...]:
    """The titles that reports give it as a source, the one most reports give first."""
    rows = connection.execute(_select_titled(group)).mappings().all()
    documents = load_documents(connection, (row["version"] for row in rows))
    found: dict[str, dict[int, tuple[str, str, str]]] = defaultdict(dict)
    for row in rows:
        document = documents[row["version"]]
        words = " ".join(document.slice(row["title"][0]).split())
        said = (words, document.publisher or document.origin, row["id"])
        found[words.casefold()].setdefault(row["version"], said)
    titles = [
        Title(
            words=next(iter(said.values()))[0],
            n_reports=len(said),
            publishers=tuple(dict.fromkeys(publisher for _, publisher, _ in said.values())),
            claim_id=next(iter(said.values()))[2],
        )
        for said in found.values()
    ]
    return tuple(sorted(titles, key=lambda title: -title.n_reports)[:_MOST_TITLES])


def _select_titled(group: Group) -> Select[Any]:
    return (
        select(attributions.c.title, readings.c.version, claims.c.id)
        .join(hops, hops.c.claim == appearances.c.claim)
        .join(attributions, attributions.c.key == hops.c.attribution)
        .join(claims, claims.c.key == appearances.c.claim)
        .join(readings, readings.c.key == claims.c.reading)
        .select_from(appearances)
        .where(
            group.condition(BY),
            attributions.c.entity.in_(group.keys),
            attributions.c.title != "",
            readings.c.is_current,
        )
        .order_by(appearances.c.day.desc(), appearances.c.claim.desc())
        .limit(_MOST_TITLED)
    )
