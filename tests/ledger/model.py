"""A ledger of invented reports beside a plain list of their claims: what the ledger finds must be
what a loop over the list finds."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sayso.answers import Verdict
from sayso.ledger import Ledger
from sayso.ledger.filters import Filters
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    Claim,
    Entity,
    EntityKind,
    Reading,
    SourceType,
    Span,
    Timex,
)
from tests.ledger.made_ledger import add, make_date
from tests.unit.export.made_readings import (
    make_attribution,
    make_claim,
    make_document,
    make_name,
    make_reading,
)

WORDS = ("ship", "rain", "harbour", "clerk", "north", "file")
# Each name with who it is once the decisions below are made.
NAMES = {
    "Jo Song-Gil": "jo",
    "Jo Song Gil": "jo",
    "Cho Song Gil": "jo",
    "Lena Orrick": "lena",
    "Ida Moss": "ida",
    "Port Office": "port",
}
PUBLISHERS = ("The Evening Post", "Harbour Post", "Écho du Port", None)
DATES = ("2019", "2019-01", "2019-01-15", "2019-02-01", "2020-12-31T23:59+09:00", None)
# What an EDTF date can mean.
CLOCKS = {
    None: None,
    "2018": (date(2018, 1, 1), date(2018, 12, 31)),
    "2019-01": (date(2019, 1, 1), date(2019, 1, 31)),
    "2019-01-15": (date(2019, 1, 15), date(2019, 1, 15)),
    "2018/..": (date(2018, 1, 1), date.max),
    "../2019-01": (date.min, date(2019, 1, 31)),
    "201X": (date(2010, 1, 1), date(2019, 12, 31)),
    "XXXX-01": None,
}
ASKED = {key: CLOCKS[key] for key in ("2018", "2019-01", "2019-01-15")} | {
    "2018-06..2019-01-15": (date(2018, 6, 1), date(2019, 1, 15)),
    "..2018": (date.min, date(2018, 12, 31)),
    "2020..": (date(2020, 1, 1), date.max),
}


@dataclass(slots=True)
class Kept:
    """A claim as the list has it."""

    claim: Claim
    reading: Reading
    is_rejected: bool = False

    @property
    def words(self) -> str:
        return self.claim.standalone

    @property
    def hops(self) -> list[Attribution]:
        by_id = {each.id: each for each in self.reading.attributions}
        return [by_id[id] for id in self.claim.chain]

    @property
    def day(self) -> date | None:
        return find_first_day(self.reading.document.published)

    def find_clocks(self, lane: str) -> list[tuple[date, date]]:
        """When it can have happened, or have been said."""
        times = self.claim.happened if lane == "happened" else self.claim.said
        found = [days for time in times if (days := CLOCKS[time.edtf])]
        if lane == "said" and not found and self.claim.chain and self.day:
            found = [_find_days(self.reading.document.published.value)]
        return found


def find_first_day(published) -> date | None:
    return _find_days(published.value)[0] if published else None


def _find_days(value: str) -> tuple[date, date]:
    day = value.partition("T")[0]
    if len(day) == 4:
        return date(int(day), 1, 1), date(int(day), 12, 31)
    if len(day) == 7:  # the months that DATES has
        first = date.fromisoformat(f"{day}-01")
        return first, first.replace(day=31)
    return (date.fromisoformat(day),) * 2


def fill(ledger: Ledger, n_reports: int = 24) -> list[Kept]:
    """Adds reports, reads some again, decides; what comes back is what should be found, in the
    order of the claims' keys."""
    chance = random.Random(7)
    reports = [_make_report(chance, number) for number in range(n_reports)]
    for report in reports:
        add(ledger, report)
    again = [_read_again(chance, report) for report in reports[::4]]
    for report in again:
        add(ledger, report)
    kept = [each for n, each in enumerate(reports) if n % 4] + again
    claims = [Kept(claim, report) for report in kept for claim in report.claims]
    _decide(ledger, claims)
    return claims


def _decide(ledger: Ledger, claims: list[Kept]) -> None:
    ids = {line.claim.standalone: line.claim.id for line in ledger.find_claims(Filters())}
    for number, each in enumerate(claims[::3]):
        ledger.judge(ids[each.words], Verdict.REJECT, author="Nils")
        if number % 3 == 1:
            ledger.judge(ids[each.words], Verdict.ACCEPT, author="Tove")
        if number % 3 == 2:
            ledger.undo(author="Tove")
        each.is_rejected = number % 3 == 0
    ledger.judge_names(Verdict.SAME, "Cho Song Gil", "Jo Song-Gil", author="Nils")
    ledger.judge_names(Verdict.APART, "Lena Orrick", "Ida Moss", author="Nils")


def _make_report(chance: random.Random, number: int) -> Reading:
    text = f"Report {number}. " + "x" * 80
    document = make_document(
        text,
        publisher=chance.choice(PUBLISHERS),
        published=make_date(chance.choice(DATES)),
        origin=f"{number}.txt",
        url=None if number % 2 else f"https://post.example/{number % 6}",
    )
    times = tuple(Timex(span=Span(n, n + 1), edtf=edtf) for n, edtf in enumerate(CLOCKS))
    hops = tuple(_make_hops(chance))
    claims = tuple(
        _make_claim(chance, f"c{n + 1}", f"r{number}c{n}", hops, times)
        for n in range(chance.randint(0, 3))
    )
    return make_reading(text, *hops, document=document, times=times, claims=claims)


def _read_again(chance: random.Random, report: Reading) -> Reading:
    """The same report by other weights: other words, the same places."""
    claims = (
        replace(claim, standalone=f"{claim.standalone} again", certainty=Certainty.OPEN)
        for claim in report.claims
    )
    return replace(report, claims=tuple(claims), weights="made-2")


def _make_hops(chance: random.Random) -> Iterator[Attribution]:
    for n in range(3):
        name = chance.choice([*NAMES, None])
        yield make_attribution(
            f"a{n + 1}",
            (Span(10 + 5 * n, 13 + 5 * n),),
            source=(Span(20 + n, 25 + n),),
            name=name and make_name(name, Span(20 + n, 25 + n)),
            source_type=chance.choice(tuple(SourceType)),
            act=chance.choice(tuple(Act)[:4]),
            parent=f"a{n}" if n else None,
        )


def _make_claim(
    chance: random.Random,
    id: str,
    mark: str,
    hops: tuple[Attribution, ...],
    times: tuple[Timex, ...],
) -> Claim:
    about = chance.sample(tuple(NAMES), chance.randint(0, 2))
    start = 10 * int(id[1:])
    return make_claim(
        id,
        (Span(start, start + 7),),
        *(hop.id for hop in hops[: chance.randint(0, 3)]),
        certainty=chance.choice(tuple(Certainty)[:3]),
        standalone=" ".join([*chance.choices(WORDS, k=4), mark]),
        happened=tuple(chance.sample(times, chance.randint(0, 2))),
        said=tuple(chance.sample(times, chance.randint(0, 1))),
        entities=tuple(
            Entity(span=Span(n, n + 2), name=name, kind=EntityKind.PERSON)
            for n, name in enumerate(about)
        ),
    )


def find(claims: Iterable[Kept], filters: Filters) -> list[Kept]:
    """The claims that a plain loop finds, the latest report's first."""
    found = [each for each in claims if _fits(each, filters)]
    placed = sorted(enumerate(found), key=lambda pair: (_to_number(pair[1]), pair[0]), reverse=True)
    return [each for _, each in placed]


def _to_number(kept: Kept) -> str:
    """A date that sorts: what is less precise stands before."""
    published = kept.reading.document.published
    return published.value.partition("T")[0] if published else ""


def _fits(kept: Kept, filters: Filters) -> bool:
    claim, hops, day = kept.claim, kept.hops, kept.day
    about = {NAMES[entity.name] for entity in claim.entities}
    by = {NAMES[hop.name.name] for hop in hops if hop.name}
    publisher = kept.reading.document.publisher or ""
    return all(
        (
            _has_words(kept.words, filters.words),
            not filters.about or NAMES[filters.about] in about,
            not filters.by or NAMES[filters.by] in by,
            not filters.source_type or filters.source_type in {hop.source_type for hop in hops},
            not filters.act or filters.act in {hop.act for hop in hops},
            not filters.certainty or filters.certainty is claim.certainty,
            not filters.since or (day and day >= _find_days(filters.since)[0]),
            not filters.until or (day and day <= _find_days(filters.until)[1]),
            _touches(kept.find_clocks("happened"), filters.happened),
            _touches(kept.find_clocks("said"), filters.said),
            not filters.publisher or filters.publisher.casefold() in publisher.casefold(),
            len(claim.chain) >= (filters.min_depth or 0),
            filters.with_rejected or not kept.is_rejected,
        )
    )


def _has_words(words: str, asked: str) -> bool:
    """Each word, or the whole of what is quoted."""
    phrases = [asked.strip('"')] if asked.startswith('"') else asked.split()
    return all(f" {phrase} " in f" {words} " for phrase in phrases)


def _touches(clocks: list[tuple[date, date]], asked: str | None) -> bool:
    if asked is None:
        return True
    first, last = ASKED[asked]
    return any(begins <= last and ends >= first for begins, ends in clocks)
