"""Readings in, rows out, and every question that is asked of them."""

from sayso.ledger.filters import Filters
from sayso.ledger.ledger import PAGE_SIZE, Ledger
from sayso.ledger.raw import RawBytes

__all__ = ["PAGE_SIZE", "Filters", "Ledger", "RawBytes"]
