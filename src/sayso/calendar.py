"""The calendar's English names, and days that may not exist: what dates of pages and times of
sentences are both read with."""

from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH_PATTERN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` for one that no calendar has, such as 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
