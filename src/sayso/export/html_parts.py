"""What every page is made of: names of its parts in, style sheets and a policy for them out."""

import base64
import hashlib
from functools import cache
from importlib.resources import files


@cache
def load_part(name: str) -> str:
    """A style sheet or a script."""
    return (files("sayso.export") / "page" / name).read_text(encoding="utf-8")


def make_policy(style: str, script: str = "") -> str:
    """The policy of a page that runs this style and script and loads nothing."""
    scripts = f"script-src {_digest(script)}; " if script else ""
    return (
        f"default-src 'none'; style-src {_digest(style)}; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
