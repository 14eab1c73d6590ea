"""Times that name no date: now, recently, soon, daily."""

import re

from sayso.analyse.when.durations import make_duration
from sayso.analyse.when.setting import (
    FUTURE,
    NUMBER,
    PART,
    PAST,
    PRESENT,
    SEASON,
    UNIT,
    WEEKDAY,
    Setting,
    strip_leading,
)
from sayso.analyse.when.words import DAY_PARTS, SEASONS, find_month, find_weekday
from sayso.calendar import MONTH_PATTERN

_REFERENCES = {
    PRESENT: r"now|right now|by now|current(?:ly)?|(?:at )?present|presently|these days|nowadays"
    r"|(?:at |by )?this (?:time|point|stage|(?:very |crucial )?moment)|(?:at )?the moment|so far"
    r"|to date|(?:for the )?time being|moment|modern day|present day|as of this writing|already|yet"
    r"|as it stands",
    PAST: r"(?:just |most |more )?recently|recent (?:years|months|weeks|days|decades|times)|recent"
    r"|recent weeks and months|once|previous(?:ly)?|former(?:ly)?|past|lately|ago|earlier|before"
    r"|(?:not )?(?:so |that )?long ago|(?:a while|some time) ago|last (?:time|days)|ancient times"
    r"|past (?:years|decades)|years past|then|(?:at )?(?:the|that) time|time|historically"
    r"|traditionally|old days"
    r"|(?:several|many|some|a few|few|a couple(?: of)?) (?:years|decades) ago",
    FUTURE: r"(?:any ?time )?soon|as soon as possible|(?:near|foreseeable|immediate)? ?future"
    r"|shortly|eventually|some ?day|upcoming|(?:a )?later(?: date| on)?|sooner or later"
    r"|down the line|(?:short|near|long|medium|longer) term"
    r"|(?:\w+ and )?(?:days|weeks|months|years|decades) (?:ahead|to come)"
    r"|(?:coming|future|subsequent) (?:days|weeks|months|quarters|years)",
}
_PATTERNS = {value: re.compile(pattern) for value, pattern in _REFERENCES.items()}
_ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "biweekly": "P2W",
}  # fmt: skip
_EVERY = re.compile(
    rf"(?:every|each|per|once an?|twice an?) (?:(?P<number>{NUMBER}) ?)?(?:(?P<unit>{UNIT})s?"
    rf"|(?P<weekday>{WEEKDAY})s?|(?P<month>{MONTH_PATTERN})|(?P<part>{PART})|(?P<season>{SEASON}))"
)
_WEEKDAYS = re.compile(r"(?:on |the )?(?P<weekday>[a-z]{3,6}day)s")


def find_reference(words: str, setting: Setting) -> str | None:
    """The present, the past or the future, where nothing says more."""
    if setting.is_nowadays and words == "today":
        return PRESENT
    if words == "one day" and setting.later:
        return FUTURE
    for tried in (words, strip_leading(words)):
        for value, pattern in _PATTERNS.items():
            if pattern.fullmatch(tried):
                return value
    return None


def find_set(words: str, setting: Setting) -> str | None:
    """What comes again and again, as how often or at which time."""
    if words in _ADVERBS:
        return _ADVERBS[words]
    match = _EVERY.fullmatch(words) or _WEEKDAYS.fullmatch(words)
    if match is None:
        return None
    parts = match.groupdict()
    if parts.get("unit"):
        return make_duration(parts["number"] or "one", parts["unit"])
    if parts["weekday"]:
        weekday = find_weekday(parts["weekday"])
        return f"XXXX-WXX-{weekday}" if weekday else None
    if parts["month"]:
        return f"XXXX-{find_month(parts['month']):02}"
    return (
        f"XXXX-{SEASONS[parts['season']]}"
        if parts["season"]
        else (f"XXXX-XX-XXT{DAY_PARTS[parts['part']]}")
    )
