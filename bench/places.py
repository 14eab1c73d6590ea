"""Where the corpora and cases lie: environment in, folders out; they are no part of the project."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPORA_VARIABLE, CASES_VARIABLE = "SAYSO_CORPORA", "SAYSO_CASES"
_DEFAULTS = {CORPORA_VARIABLE: "../shared/corpora", CASES_VARIABLE: "../shared/cases"}


def find_folder(variable: str, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder that an environment variable names, or its default beside the project."""
    return Path(environment.get(variable) or ROOT / _DEFAULTS[variable])


def get_digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
