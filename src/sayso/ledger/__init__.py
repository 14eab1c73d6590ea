"""Readings in, rows out, and every question that is asked of them."""

from sayso.ledger.filters import Filters
from sayso.ledger.find import Found, VersionNote
from sayso.ledger.ledger import Ledger
from sayso.ledger.raw import RawBytes

__all__ = ["Filters", "Found", "Ledger", "RawBytes", "VersionNote"]
