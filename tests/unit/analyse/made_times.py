"""Times of invented texts, as a reader of a report of a known day takes them."""

from sayso.analyse.when import add_values
from sayso.records import DateOrigin, Precision, PublicationDate, Span, Timex


def published_on(day):
    return PublicationDate(value=day, precision=Precision.DAY, found_in=DateOrigin.GIVEN)


PUBLISHED = published_on("2019-01-03")


def value_all(text, *words, published=PUBLISHED):
    """The times that the words stand for, each looked for after the one before."""
    times, start = [], 0
    for each in words:
        start = text.index(each, start)
        times.append(Timex(span=Span(start, start + len(each))))
        start += len(each)
    return add_values(text, tuple(times), published)
