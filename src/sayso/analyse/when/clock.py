"""Hours and parts of the day: words in, the words without them and the hour or part out."""

import re

from sayso.analyse.when.setting import PART, any_of
from sayso.analyse.when.words import DAY_PARTS, find_number

_ZONES = (
    "gmt", "utc", "bst", "cet", "cest", "hkt", "ist", "jst", "msk", "et", "ct", "mt", "pt", "est",
    "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt",
)  # fmt: skip
_ZONE = (
    rf"(?:local time|{any_of(*_ZONES)}|[a-z]{{2,3}}t|(?:eastern|pacific|central|mountain)"
    r"(?: (?:standard |daylight )?time)?)"
)
_CLOCK = re.compile(
    r"\b(?:(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?:[:.][0-5][0-9])?)? ?(?P<half>[ap]m)"
    r"|(?P<hour24>[0-2]?[0-9]): ?(?P<minute24>[0-5][0-9])(?::[0-5][0-9])?"
    rf"|(?P<military>[0-2][0-9])(?P<military_minute>[0-5][0-9])(?= ?(?:hours?|{any_of(*_ZONES)})\b)"
    r"|(?P<oclock>[0-9]{1,2}|[a-z]+) o'clock|(?P<noon>noon)|(?P<midnight>midnight))"
    rf"(?: ?\(?(?:{_ZONE}|hours?)\b\)?)?"
)
_SAME_IN_BRACKETS = re.compile(r"\s?\([0-9:.]{4,5} ?(?:[ap]m )?[a-z]{2,4}\)")
_BEFORE_CLOCK = re.compile(
    r"(?:\b(?:at|on|about|around|by|shortly|just|before|after|approximately)\s*|[-|—]\s*)+$"
)
_AFTER_CLOCK = re.compile(r"(?:(?:on|of|at|about|around|shortly|just|by|in)\b ?)+")
_HOUR_OF_PART = re.compile(
    r"(?P<hour>[0-9]{1,2}|[a-z]+)(?: o'clock)? in the (?P<part>morning|afternoon|evening)"
    r"(?: (?:of|on))?"
)
_TONIGHT = re.compile(r"(?:(?:late|later|earlier|early) )?tonight")
_PART_OF = re.compile(
    rf"(?P<before>.*?) ?(?:in the |during the )?(?:(?:late|early|mid) )?\b(?P<part>{PART})s?"
    r"(?: of| on)?\b ?(?P<after>.*)"
)
_NO_DAY = re.compile(r"(?:(?:on|in|the|early|late|mid|of|by|at|during|hours)\b ?)+")
_NOT_A_DAY = re.compile(r"\b(?:last|next|previous|every|each|that|same|following|one|two|three|a)$")
_THIS = re.compile(r"this ?(?P<day>.*)")
_REST_OF_PART = re.compile(r"this (?:morning|afternoon|evening)|tonight")


def take_time(words: str) -> tuple[str, str | None]:
    """The words without their hour or part of day, and that as TIMEX3 writes it."""
    words = _SAME_IN_BRACKETS.sub("", words)
    if (of_part := _HOUR_OF_PART.match(words)) and (time := _to_hour_of_part(of_part)):
        return _strip_around("", words[of_part.end() :]), time
    clock = _CLOCK.search(words)
    if clock and (time := _to_clock(clock)):
        rest = _strip_around(words[: clock.start()], words[clock.end() :])
        return ("today" if _REST_OF_PART.fullmatch(rest) else rest), time
    if _TONIGHT.fullmatch(words):
        return "today", "NI"
    return _take_part(words)


def _strip_around(before: str, after: str) -> str:
    rest = f"{_BEFORE_CLOCK.sub('', before).strip()} {after.strip()}".strip()
    around = _AFTER_CLOCK.match(rest)
    return rest[around.end() :] if around else rest


def _take_part(words: str) -> tuple[str, str | None]:
    part = _PART_OF.fullmatch(words)
    if part is None:
        return words, None
    rest = f"{part['before']} {part['after']}".strip()
    leading = _NO_DAY.match(rest)
    rest = rest[leading.end() :].strip() if leading else rest
    if part["after"] and (this := _THIS.fullmatch(rest)):
        rest = this["day"]
    return (words, None) if _NOT_A_DAY.search(rest) else (rest, DAY_PARTS[part["part"]])


def _to_hour_of_part(match: re.Match[str]) -> str | None:
    number = find_number(match["hour"])
    if number is None or number > 12 or number % 1:
        return None
    return f"{int(number) % 12 + (0 if match['part'] == 'morning' else 12):02}:00"


def _to_clock(match: re.Match[str]) -> str | None:
    if match["noon"] or match["midnight"]:
        return "12:00" if match["noon"] else "24:00"
    if match["oclock"]:
        number = find_number(match["oclock"])
        return f"{int(number):02}:00" if number and number <= 24 else None
    hour = int(match["hour"] or match["hour24"] or match["military"])
    minute = match["minute"] or match["minute24"] or match["military_minute"] or "00"
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    return f"{hour:02}:{minute}" if hour < 24 else None
