"""Names across the reports of a ledger: a name in, every spelling that people hold for the same
out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from sayso.answers import Judgement, Verdict
from sayso.errors import UnknownName
from sayso.ledger.decisions import find_decisions
from sayso.ledger.spelling import find_skeleton, fold
from sayso.ledger.tables import appearances, claims, entities, readings, versions

_MOST_NEAR = 8
_LIKE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Reports in which a name is another's: the keys of its spellings, ids of versions."""

    keys: tuple[int, ...]
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One name with all its spellings, and the splits that take from it and give to it."""

    name: str
    spellings: tuple[str, ...]
    keys: tuple[int, ...]
    taken: tuple[Split, ...] = ()
    given: tuple[Split, ...] = ()

    @property
    def has_splits(self) -> bool:
        """Whether its reports are not simply those in which it stands."""
        return bool(self.taken or self.given)

    def condition(self, role: str) -> ColumnElement[bool]:
        """Which appearances are its own."""
        own: ColumnElement[bool] = appearances.c.entity.in_(self.keys)
        for split in self.taken:
            own = and_(own, ~_stands_in(split))
        return and_(appearances.c.role == role, or_(own, *map(_stands_in, self.given)))

    @property
    def all_keys(self) -> tuple[int, ...]:
        """The keys of all names that it has in any report."""
        return tuple(dict.fromkeys((*self.keys, *(key for s in self.given for key in s.keys))))


@dataclass(slots=True)
class _Decided:
    """What people decided about names, by folded name."""

    same: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    apart: set[frozenset[str]] = field(default_factory=set)
    splits: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)


class Names:
    """The names of a ledger as its judgements stand now."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._decided = _sort_decisions(find_decisions(connection))

    def find(self, name: str) -> Group:
        """The name with all its spellings.

        Raises: UnknownName.
        """
        folded = fold(name)
        members = self._find_members(folded)
        spellings = self._find_spellings(members)
        given = tuple(
            Split(keys=self._find_keys(subject), versions=ids)
            for subject, other, ids in self._decided.splits
            if other in members
        )
        if not spellings and not given:
            raise UnknownName(name, self.find_near(name))
        return Group(
            name=_choose(spellings, name),
            spellings=tuple(spellings),
            keys=tuple(spellings.values()),
            taken=tuple(
                Split(keys=self._find_keys(subject), versions=ids)
                for subject, _, ids in self._decided.splits
                if subject in members
            ),
            given=given,
        )

    def find_near(self, name: str) -> tuple[str, ...]:
        """Names that hold all its words, or sound like it."""
        folded = fold(name)
        words = folded.split() or [folded]
        holds = and_(*(entities.c.folded.contains(word, autoescape=True) for word in words))
        sounds = entities.c.skeleton == (find_skeleton(folded) or "-")
        asked = select(entities.c.name).where(or_(holds, sounds)).order_by(entities.c.key).limit(50)
        found = sorted(self._connection.scalars(asked), key=lambda each: (len(each), each))
        return tuple(found[:_MOST_NEAR])

    def find_doubles(self, group: Group) -> tuple[str, ...]:
        """Other names that sound the same and that nobody has decided on."""
        folded = {fold(each) for each in group.spellings}
        skeletons = {skeleton for each in folded if (skeleton := find_skeleton(each))}
        asked = select(entities.c.name, entities.c.folded).where(
            entities.c.skeleton.in_(skeletons), entities.c.folded.not_in(folded)
        )
        found: dict[str, str] = {}
        for name, other in self._connection.execute(asked.order_by(entities.c.key)):
            if any(self._may_be(each, other) for each in folded):
                found.setdefault(other, name)
        return tuple(found.values())

    def find_leader(self, folded: str) -> str:
        """One folded name for all that are held for the same."""
        return min(self._find_members(folded))

    def _may_be(self, folded: str, other: str) -> bool:
        is_decided = frozenset((folded, other)) in self._decided.apart
        is_alike = SequenceMatcher(None, folded, other, autojunk=False).ratio() >= _LIKE_ENOUGH
        return is_alike and not is_decided

    def _find_members(self, folded: str) -> set[str]:
        members, waiting = {folded}, [folded]
        while waiting:
            new = self._decided.same.get(waiting.pop(), set()) - members
            members |= new
            waiting += new
        return members

    def _find_spellings(self, folded: Iterable[str]) -> dict[str, int]:
        asked = select(entities.c.name, entities.c.key).where(entities.c.folded.in_(folded))
        found = self._connection.execute(asked.order_by(entities.c.key))
        return {row.name: row.key for row in found}

    def _find_keys(self, folded: str) -> tuple[int, ...]:
        return tuple(self._find_spellings([folded]).values())


def _choose(spellings: Iterable[str], asked: str) -> str:
    """The spelling that was asked for, else the first."""
    known = list(spellings)
    exact = [name for name in known if name == asked]
    return (exact or [name for name in known if fold(name) == fold(asked)] or [asked])[0]


def _sort_decisions(decisions: Sequence[Judgement]) -> _Decided:
    """The later decision about two names counts."""
    decided = _Decided()
    for each in decisions:
        first, second = fold(each.subject), fold(each.other or "")
        if each.verdict is Verdict.SAME:
            decided.apart.discard(frozenset((first, second)))
            decided.same[first].add(second)
            decided.same[second].add(first)
        elif each.verdict is Verdict.APART:
            decided.apart.add(frozenset((first, second)))
            decided.same[first].discard(second)
            decided.same[second].discard(first)
        elif each.verdict is Verdict.SPLIT:
            ids = each.details.get("versions")
            taken = tuple(str(id) for id in ids) if isinstance(ids, list) else ()
            decided.splits.append((first, second, taken))
    return decided


def _stands_in(split: Split) -> ColumnElement[bool]:
    """Which appearances a split takes."""
    inside = (
        select(claims.c.key)
        .join(readings, readings.c.key == claims.c.reading)
        .join(versions, versions.c.key == readings.c.version)
        .where(versions.c.id.in_(split.versions))
    )
    return and_(appearances.c.entity.in_(split.keys), appearances.c.claim.in_(inside))
