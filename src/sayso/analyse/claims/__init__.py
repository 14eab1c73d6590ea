"""Claims: what a report wants known, each content with the chain that stands behind it."""

from sayso.analyse.claims.basis import Basis
from sayso.analyse.claims.make import make_claims

__all__ = ["Basis", "make_claims"]
