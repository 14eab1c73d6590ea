"""All that a ledger has on one name: a name in, its dossier out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from sayso.answers import Alias, Dossier, Title
from sayso.ledger.filters import Filters, select_claims
from sayso.ledger.lines import load_page
from sayso.ledger.load import load_documents
from sayso.ledger.names import Group, Names
from sayso.ledger.rows import ABOUT, BY
from sayso.ledger.tables import appearances, attributions, claims, entities, hops, readings

_MOST_TITLES = 12
_MOST_TITLED = 400


def make_dossier(connection: Connection, name: str, *, number: int, size: int) -> Dossier:
    """The dossier of a name, one page of its claims on either side.

    Raises: UnknownName.
    """
    names = Names(connection)
    group = names.find(name)
    rows = connection.execute(_select_counts(group)).mappings().all()
    days = [row["day"] for row in rows if row["day"]]
    about = select_claims(connection, Filters(about=name), names=names)
    by = select_claims(connection, Filters(by=name), names=names)
    return Dossier(
        name=group.name,
        aliases=tuple(_find_aliases(connection, rows)),
        doubles=names.find_doubles(group),
        titles=_find_titles(connection, group),
        first=min(days, default=0),
        last=max(days, default=0),
        n_reports=len({row["version"] for row in rows}),
        about=load_page(connection, about, number=number, size=size),
        by=load_page(connection, by, number=number, size=size),
    )


def _select_counts(group: Group) -> Select[Any]:
    """One row for each report, spelling and side: in how many claims it stands there."""
    counted = (appearances.c.entity, appearances.c.role, appearances.c.day, readings.c.version)
    return (
        select(*counted, func.count().label("n"))
        .select_from(appearances)
        .join(claims, claims.c.key == appearances.c.claim)
        .join(readings, readings.c.key == claims.c.reading)
        .where(group.condition(ABOUT) | group.condition(BY), readings.c.is_current)
        .group_by(*counted)
    )


def _find_aliases(connection: Connection, rows: Iterable[RowMapping]) -> Iterator[Alias]:
    """The spellings that stand in any of these, the first that was met first."""
    counts: dict[int, dict[str, int]] = defaultdict(lambda: {ABOUT: 0, BY: 0})
    for row in rows:
        counts[row["entity"]][row["role"]] += row["n"]
    asked = select(entities.c.key, entities.c.name).where(entities.c.key.in_(counts))
    for key, name in connection.execute(asked.order_by(entities.c.key)):
        yield Alias(name=name, n_about=counts[key][ABOUT], n_by=counts[key][BY])


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
            attributions.c.entity.in_(group.all_keys),
            attributions.c.title != "",
            readings.c.is_current,
        )
        .order_by(appearances.c.day.desc(), appearances.c.claim.desc())
        .limit(_MOST_TITLED)
    )
