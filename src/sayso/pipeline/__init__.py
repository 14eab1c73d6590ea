"""The main path, one module a verb: reports in, readings out; readings in, a ledger's lines out."""

from sayso.intake import count_bytes
from sayso.pipeline.adding import Outcome as AddOutcome
from sayso.pipeline.adding import add_all
from sayso.pipeline.reading import Outcome, read, read_all, read_document

__all__ = [
    "AddOutcome",
    "Outcome",
    "add_all",
    "count_bytes",
    "read",
    "read_all",
    "read_document",
]
