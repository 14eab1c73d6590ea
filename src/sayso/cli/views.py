"""What `sayso read` can write to stdout, and which options ask for it."""

from collections.abc import Mapping
from enum import StrEnum

import click

SCU = "scu"
FORMATS = (SCU,)


class View(StrEnum):
    """One way of looking at readings; the value is the option that asks for it."""

    REPORT = ""
    WHOLE = "--full"
    JSON = "--json"
    AUDIT = "--as scu"
    WHO = "--who"
    WHEN = "--when"


_TABLES = (View.WHO, View.WHEN)
_ALWAYS_WHOLE = (View.JSON, View.AUDIT)


def choose_view(asked: Mapping[View, bool], *, has_page: bool) -> View:
    """The view that was asked for; a person's where none was.

    Raises: UsageError where options contradict each other.
    """
    views = [view for view, is_asked in asked.items() if is_asked]
    if len(views) == 2 and views[0] is View.WHOLE and views[1] in _ALWAYS_WHOLE:
        return views[1]
    if len(views) > 1:
        raise click.UsageError(f"{views[0]} and {views[1]} exclude each other; run sayso twice.")
    if has_page and views and views[0] in _TABLES:
        raise click.UsageError(f"{views[0]} and --html exclude each other; run sayso twice.")
    return views[0] if views else View.REPORT
