"""What parsers that are not ours raise on broken input."""

FOREIGN_ERRORS = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)
"""Seen or documented of trafilatura, htmldate, lxml, feedparser and the standard library's email;
with OSError they are all that fastwarc and urllib3 raise beside errors of their own."""

_LONGEST_REASON = 300


def describe(error: BaseException) -> str:
    """The kind and the words of a foreign error, cut to a sensible length."""
    return f"{type(error).__name__}: {error}"[:_LONGEST_REASON]
