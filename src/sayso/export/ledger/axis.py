"""An axis of time for moments on any width: moments enter, places from 0 to 1 and ticks leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.answers import Moment
from sayso.calendar import make_day
from sayso.export.ledger.days import name_month, to_date

# Far moments leave the axis when the rest then fits into a fourth: at most one in six of them.
_SPARED, _GAIN, _FEWEST = 6, 4, 4
_NARROWEST = 6
_LONGEST_EXACT = 31
_WEEK, _MONTHS = 7, 12
_DAYS, _MONTH_STEPS = (1, 2, _WEEK, 2 * _WEEK), (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MONTH_DAYS, _YEAR_DAYS = 30.4, 365.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where a moment lies on an axis.

    ``runs_left`` and ``runs_right`` tell that it goes on beyond the axis, ``opens_left`` and
    ``opens_right`` that it has no end there at all; ``beyond`` is -1 or 1 where all of it lies to
    the left or right. Units: ``start`` and ``end`` go from 0 to 1.
    """

    start: float
    end: float
    runs_left: bool
    runs_right: bool
    opens_left: bool
    opens_right: bool
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """A named place on the axis, from 0 to 1."""

    place: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Days from ``first`` to before ``end``.

    Units: days as ``date.toordinal`` counts them.
    """

    first: int
    end: int

    def find_reach(self, moment: Moment) -> Reach:
        """From where to where a moment lies."""
        start, last = to_date(moment.first), to_date(moment.last)
        begins = start.toordinal() if start else self.first
        ends = last.toordinal() + 1 if last else self.end
        beyond = (begins >= self.end) - (ends <= self.first)
        return Reach(
            start=self._place(begins),
            end=self._place(ends),
            runs_left=start is None or begins < self.first,
            runs_right=last is None or ends > self.end,
            opens_left=start is None,
            opens_right=last is None,
            beyond=beyond,
        )

    def find_ticks(self, most: int) -> tuple[Tick, ...]:
        """Days, months or years at even steps, no more than asked for; none where all is open."""
        if self == _ANY_DAY:
            return ()
        for length, days in self._find_steps():
            if (self.end - self.first) / length <= 2 * most:
                found = list(days)
                if len(found) <= most:
                    return tuple(self._name(found, length))
        return ()

    def _find_steps(self) -> Iterator[tuple[float, Iterator[date]]]:
        for step in _DAYS:
            yield step, self._step_days(step)
        for step in _MONTH_STEPS:
            yield step * _MONTH_DAYS, self._step_months(step)
        for step in _YEARS:
            yield step * _YEAR_DAYS, self._step_months(step * _MONTHS)

    def _step_days(self, step: int) -> Iterator[date]:
        """Weeks begin on Mondays, as day 1 is one."""
        first = self.first + (1 - self.first) % step
        return (date.fromordinal(n) for n in range(first, self.end, step))

    def _step_months(self, step: int) -> Iterator[date]:
        start, end = date.fromordinal(self.first), date.fromordinal(min(self.end, _LAST))
        first, last = (day.year * _MONTHS + day.month - 1 for day in (start, end))
        first += -first % step
        for month in range(first, last + 1, step):
            year, of_year = divmod(month, _MONTHS)
            day = make_day(year, of_year + 1, 1) if year else None
            if day is not None and start <= day < end:
                yield day

    def _name(self, days: Sequence[date], length: float) -> Iterator[Tick]:
        """The year stands by the first tick and where it changes."""
        year = None
        for day in days:
            words = [] if length >= _YEAR_DAYS - 1 else [name_month(day.month)]
            if length < _MONTH_DAYS:
                words.insert(0, str(day.day))
            if day.year != year or not words:
                words.append(str(day.year))
            year = day.year
            yield Tick(self._place(day.toordinal()), " ".join(words))

    def _place(self, day: int) -> float:
        return min(max((day - self.first) / (self.end - self.first), 0.0), 1.0)


_LAST = date.max.toordinal()
_ANY_DAY = Axis(first=1, end=2)


def make_axis(moments: Sequence[Moment]) -> Axis:
    """The days that the moments lie on, without a few that are far from all others."""
    ends = sorted(_find_ends(moments))
    if not ends:
        return _ANY_DAY
    first, last = _leave_out_far(ends)
    margin = max((last - first) // 40, 0)
    missing = max(_NARROWEST - (last - first), 0) // 2
    first, last = first - margin - missing, last + margin + missing
    return Axis(first=max(first, 1), end=min(last, _LAST) + 1)


def _find_ends(moments: Sequence[Moment]) -> list[int]:
    """Both ends of all moments; of the short ones alone where these are two thirds."""
    pairs = [(to_date(moment.first), to_date(moment.last)) for moment in moments]
    longest = timedelta(days=_LONGEST_EXACT)
    short = [(first, last) for first, last in pairs if first and last and last - first < longest]
    chosen = short if 3 * len(short) >= 2 * len(pairs) else pairs
    return [day.toordinal() for pair in chosen for day in pair if day]


def _leave_out_far(ends: Sequence[int]) -> tuple[int, int]:
    """The first and last day that stay on the axis.

    Shapes: ends are in rising order.
    """
    n_spared = max(len(ends) // _SPARED, 2) if len(ends) >= 2 * _FEWEST else 0
    ways = [
        (ends[-1 - right] - ends[left], left, right)
        for left in range(n_spared + 1)
        for right in range(n_spared + 1 - left)
    ]
    length, left, right = min(ways)
    if _GAIN * max(length, _NARROWEST) > ends[-1] - ends[0]:
        return ends[0], ends[-1]
    slack = max(length // 2, _NARROWEST)
    first, last = ends[left] - slack, ends[-1 - right] + slack
    kept = [end for end in ends if first <= end <= last]
    return kept[0], kept[-1]
