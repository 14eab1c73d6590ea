"""The words that English tells time with: a word in, a number or a TIMEX3 code out."""

import re

from sayso.calendar import MONTHS, WEEKDAYS

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO", "morn": "MO", "dawn": "MO", "pre dawn": "MO", "sunrise": "MO", "midday": "MI",
    "lunchtime": "MI", "daytime": "DT", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "sunset": "EV", "night": "NI", "nite": "NI", "overnight": "NI",
}  # fmt: skip
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W",
    "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "weekend": "D",
}  # fmt: skip
CLOCK_UNITS = frozenset(("second", "minute", "hour"))
UNITS_OF_UNIT = {"fortnight": 2, "weekend": 2}
SMALLER = {
    "century": ("year", 100), "decade": ("year", 10), "hour": ("minute", 60),
    "minute": ("second", 60),
}  # fmt: skip
HOLIDAYS = {
    "new year's day": "01-01", "new year's eve": "12-31", "new year": "01-01",
    "valentine's day": "02-14", "st patrick's day": "03-17", "april fools' day": "04-01",
    "may day": "05-01", "independence day": "07-04", "fourth of july": "07-04",
    "bastille day": "07-14", "halloween": "10-31", "veterans day": "11-11",
    "armistice day": "11-11", "christmas eve": "12-24", "christmas day": "12-25",
    "christmas": "12-25", "boxing day": "12-26",
}  # fmt: skip
# Holidays on a weekday: month, weekday, which one of the month, and how many days after it.
MOVING_HOLIDAYS = {
    "martin luther king day": (1, 1, 3, 0), "mlk day": (1, 1, 3, 0),
    "presidents day": (2, 1, 3, 0), "mother's day": (5, 7, 2, 0), "memorial day": (5, 1, -1, 0),
    "father's day": (6, 7, 3, 0), "labor day": (9, 1, 1, 0), "columbus day": (10, 1, 2, 0),
    "thanksgiving day": (11, 4, 4, 0), "thanksgiving": (11, 4, 4, 0),
    "super tuesday": (3, 2, 1, 0), "black friday": (11, 4, 4, 1), "cyber monday": (11, 4, 4, 4),
}  # fmt: skip
_FIRST_WORLD_WAR, _SECOND_WORLD_WAR = "1914-07-28/1918-11-11", "1939-09-01/1945-09-02"
ERAS = {
    "world war i": _FIRST_WORLD_WAR, "world war one": _FIRST_WORLD_WAR, "wwi": _FIRST_WORLD_WAR,
    "first world war": _FIRST_WORLD_WAR, "great war": _FIRST_WORLD_WAR,
    "world war ii": _SECOND_WORLD_WAR, "world war two": _SECOND_WORLD_WAR,
    "wwii": _SECOND_WORLD_WAR, "second world war": _SECOND_WORLD_WAR,
}  # fmt: skip
EASTER_DAYS = {
    "shrove tuesday": -47, "mardi gras": -47, "ash wednesday": -46, "palm sunday": -7,
    "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0, "easter day": 0,
    "easter monday": 1, "ascension day": 39, "whit sunday": 49, "pentecost": 49, "whit monday": 50,
}  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_LARGE = {"hundred": 100, "thousand": 1000}
NUMBER_WORDS = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * (number + 2) for number, word in enumerate(_TENS)
}
ORDINAL_WORDS = {word: number + 1 for number, word in enumerate(_ORDINALS)} | {
    "twenty-first": 21, "twenty first": 21,
}  # fmt: skip
DECADE_WORDS = {f"{word.removesuffix('y')}ies": word for word in _TENS}
# How many, when nobody counted.
VAGUE = (
    "hundreds", "thousands", "several", "few", "some", "many", "numerous", "recent", "couple",
    "dozens", "countless", "number", "past",
    "last", "coming", "next",
)  # fmt: skip
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


_TENS_AND_ONES = rf"(?:{'|'.join(_TENS)})(?: (?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[10:])}"
_SPELLED_YEAR = re.compile(
    rf"\b(?P<century>{'|'.join(_ONES[11:])}|twenty) "
    rf"(?:oh (?P<ones>{'|'.join(_ONES[1:10])})|(?P<rest>{_TENS_AND_ONES}))\b"
    r"(?! (?:hundred|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)"
)


def find_month(word: str) -> int | None:
    """1 for "january", "jan", "sept" and the like."""
    stem = word[:3]
    return MONTHS.index(stem) + 1 if stem in MONTHS else None


def find_weekday(word: str) -> int | None:
    """1 for Monday to 7 for Sunday."""
    stem = word[:3]
    return WEEKDAYS.index(stem) + 1 if stem in WEEKDAYS else None


def find_number(words: str) -> float | None:
    """The number that the words say, ``None`` when they say none."""
    if _NUMBER.fullmatch(words):
        return float(words.replace(",", ""))
    if words in ("a", "an"):
        return 1
    total, part = 0.0, 0.0
    for word in words.replace("-", " ").split():
        if word in ("and", "a", "of"):
            continue
        if word in NUMBER_WORDS:
            part += NUMBER_WORDS[word]
        elif word in _LARGE:
            part = max(part, 1) * _LARGE[word]
        elif word in ("half", "1/2"):
            part += 0.5
        elif word == "quarter":
            part += 0.25
        elif word == "dozen":
            part = max(part, 1) * 12
        else:
            return None
    total += part
    return total or None


def write_years(words: str) -> str:
    """The words with spelled years in digits: 1996 for "nineteen ninety six"."""
    return _SPELLED_YEAR.sub(_write_year, words)


def _write_year(match: re.Match[str]) -> str:
    century = 100 * NUMBER_WORDS[match["century"]]
    if match["ones"]:
        return f"{century + NUMBER_WORDS[match['ones']]}"
    return f"{century + int(find_number(match['rest']) or 0)}"


def find_ordinal(word: str) -> int | None:
    """1 for "first" and "1st"."""
    if word in ORDINAL_WORDS:
        return ORDINAL_WORDS[word]
    digits = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)", word)
    return int(digits[1]) if digits else None
