"""What a report has said of times so far, as far as the next expression may lean on it."""

import re
from dataclasses import dataclass, replace
from datetime import date

from sayso.analyse.when.named import ATTACKS_OF_2001
from sayso.analyse.when.partial import to_first_day
from sayso.analyse.when.setting import NUMBER, SEASON, UNIT, YEAR, Setting
from sayso.analyse.when.tense import is_habitual, is_later, is_nowadays, is_open, is_past
from sayso.analyse.when.values import LONGEST_EXPRESSION, find_value
from sayso.calendar import MONTH_PATTERN
from sayso.records import Span

RANGE_JOINT = re.compile(r"\s*(?:to|and|through|until|till|or|-|–|—)\s*(?:the\s+)?")
_DATE_AFTER_CLOCK = re.compile(r"(?:,|\s|\bon\b|\blast\b)*")
_WITH_YEAR = re.compile(YEAR)
_CLOCK_ONLY = re.compile(
    r"[^A-Za-z]*(?:[ap]\.?m\.?|noon|midnight|o['’]clock)[^A-Za-z]*", re.IGNORECASE
)
LONGEST_JOINT = 12
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
_ATTACK = re.compile(r",?\s(?:\d{4}\s)?(?:terror\w*\s)?attacks?\b")
_CLOSING = re.compile(r"\s*(?:[.,;:!?)\"'”’\n]|$|at\b|in\b|and\b|but\b)")
_ENDING = re.compile(r",?\s(?:ended|ending|to|through)\s")
_IN = re.compile(r"\bin\s['’]?$", re.IGNORECASE)
_MONTH = re.compile(
    rf"(?:\w+ )??(?:the )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?)?"
    rf"(?:{MONTH_PATTERN}|{SEASON})\b",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(NUMBER, re.IGNORECASE)
_COUNTED_UNIT = re.compile(rf"[a-z0-9][\s-]((?:{UNIT})s?)$", re.IGNORECASE)
_STEP_BEFORE = re.compile(r"\b(last|next)\s$", re.IGNORECASE)
_SIDE_AFTER = re.compile(r"\s(ago|earlier)\b", re.IGNORECASE)
_BARE_UNIT = re.compile(
    rf"(?:{MONTH_PATTERN}|[a-z]{{3,6}}day|week|month|year|spring|summer|autumn|fall|winter)",
    re.IGNORECASE,
)
_BARE_DISTANCE = re.compile(r"(?:[0-9]+|[a-z]+) (?:day|week|month|year|decade)s?", re.IGNORECASE)
# Nearer than this in the text what was just told holds on; news reaches so many years back.
_NEAR_ENOUGH, _YEARS_OF_NEWS = 400, 60
_NEAR_ENOUGH_IN_A_HISTORY = 3000
_YEARS_OF_A_HISTORY, _LONG_GONE = 10, 0.8


def find_years_of_news(text: str, spans: list[Span], today: date | None) -> int:
    """How many years back a date without a year may lie: one where the text is a history, since
    nearly all the years that it tells are long gone."""
    told = [_WITH_YEAR.search(text[span.start : span.end]) for span in spans]
    years = [int(match[0]) for match in told if match]
    long_gone = [year for year in years if today and year < today.year - 1]
    is_history = len(years) >= _YEARS_OF_A_HISTORY and len(long_gone) >= _LONG_GONE * len(years)
    return 1 if is_history else _YEARS_OF_NEWS


@dataclass(slots=True)
class Memory:
    """The value last spoken of, the last with a year in its words, and the last quarter, the latter
    two with where they stood."""

    text: str
    today: date | None
    focus: str | None = None
    told: tuple[int, str] | None = None
    quarter: tuple[int, str] | None = None
    years_of_news: int = _YEARS_OF_NEWS

    def widen(self, span: Span, upcoming: Span | None) -> str:
        """The words of a time with what was left outside of it: "last", "ago", or the unit of "six
        to eight months"."""
        words = self._slice(span)
        if len(words) > LONGEST_EXPRESSION:
            return words
        if upcoming and _BARE_COUNT.fullmatch(words):
            unit = _COUNTED_UNIT.search(self._slice(upcoming))
            joint = RANGE_JOINT.fullmatch(self.text[span.end : upcoming.start])
            return f"{words} {unit[1]}" if unit and joint else words
        before = _STEP_BEFORE.search(self.text, max(0, span.start - 8), span.start)
        after = _SIDE_AFTER.match(self.text, span.end)
        if before and _BARE_UNIT.fullmatch(words):
            return f"{before[1]} {words}"
        return f"{words} {after[1]}" if after and _BARE_DISTANCE.fullmatch(words) else words

    def make_setting(self, span: Span, upcoming: Span | None) -> Setting:
        """What the expression at a span is understood against."""
        setting = Setting(
            today=self.today,
            focus=self.focus,
            later=is_later(self.text, span),
            is_past=is_past(self.text, span),
            is_open=is_open(self.text, span),
            is_habit=is_habitual(self.text, span),
            is_attack=_ATTACK.match(self.text, span.end) is not None,
            is_nowadays=is_nowadays(self.text, span),
            is_closed=_CLOSING.match(self.text, span.end) is not None,
            ends_later=_ENDING.match(self.text, span.end) is not None,
            follows_in=_IN.search(self.text, max(0, span.start - 4), span.start) is not None,
            quarter=self._get_near(self.quarter, span),
        )
        setting = self._lean_on_year(span, setting)
        return self._lean_on_next(span, upcoming, setting) if upcoming else setting

    def note(self, span: Span, value: str | None) -> None:
        """Keeps what a time was found to mean."""
        if value is None:
            return
        words = self._slice(span)
        is_known = value[:4].isdigit()
        has_date = self.focus is not None and self.focus[:4].isdigit()
        if value == ATTACKS_OF_2001 and not _WITH_YEAR.search(words):
            return  # a name, not a day that the story goes on from
        if is_known or (value.startswith("XXXX-") and not has_date):
            self.focus = value
        if is_known and _WITH_YEAR.search(words):
            self.told = span.end, value
        elif self.told and self._is_long_ago(value) and self._get_near(self.told, span):
            self.told = span.end, self.told[1]
        if _QUARTER.fullmatch(value) and "year" not in words:
            self.quarter = span.end, value

    def _get_near(self, noted: tuple[int, str] | None, span: Span) -> str | None:
        reach = _NEAR_ENOUGH if self.years_of_news > 1 else _NEAR_ENOUGH_IN_A_HISTORY
        return noted[1] if noted and span.start - noted[0] <= reach else None

    def _slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _lean_on_year(self, span: Span, setting: Setting) -> Setting:
        """In a story of long ago a date without a year is of the year just told."""
        first, words = to_first_day(self._get_near(self.told, span)), self._slice(span)
        if first is None:
            return setting
        leans = (
            self._is_long_ago(self.told[1] if self.told else None)
            and _MONTH.match(words)
            and not _WITH_YEAR.search(words)
        )
        return replace(setting, today=first, later=True) if leans else setting

    def _is_long_ago(self, value: str | None) -> bool:
        first = to_first_day(value)
        if first is None or self.today is None:
            return False
        return first.year < self.today.year - self.years_of_news

    def _lean_on_next(self, span: Span, upcoming: Span, setting: Setting) -> Setting:
        """The setting of a time that the next one completes: "from March to June 2018", "6 p.m. on
        27 February"."""
        joint, words = self.text[span.end : upcoming.start], self._slice(span)
        following = self._slice(upcoming)
        if len(joint) > LONGEST_JOINT:
            return setting
        has_year = _WITH_YEAR.search(following) and not _WITH_YEAR.search(words)
        if RANGE_JOINT.fullmatch(joint) and has_year:
            last = to_first_day(find_value(following, setting))
            return replace(setting, today=last, focus=None, later=False) if last else setting
        if _DATE_AFTER_CLOCK.fullmatch(joint) and _CLOCK_ONLY.fullmatch(words):
            later = is_later(self.text, upcoming)
            value = find_value(following, replace(setting, later=later))
            return replace(setting, focus=value) if value else setting
        return setting
