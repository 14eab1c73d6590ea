"""What a view shows on a terminal without colours."""

import io

from rich.cells import cell_len
from rich.console import Console


def print_plain(view, *, width=80):
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(view)
    return out.getvalue()


def find_width(shown):
    """The cells of the widest line: a letter may take two, a mark above one none."""
    return max(map(cell_len, shown.splitlines()))
