"""What a view shows on a terminal without colours."""

import io

from rich.console import Console


def print_plain(view, *, width=80):
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(view)
    return out.getvalue()
