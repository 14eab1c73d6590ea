"""Who: source phrases of a report in, the fullest name of each and what it rests on out."""

from sayso.analyse.who.entities import EntityFinder
from sayso.analyse.who.fullest import Names
from sayso.analyse.who.pointer import Pointed, find_pointed
from sayso.analyse.who.resolve import add_names
from sayso.analyse.who.titles import share_titles

__all__ = ["EntityFinder", "Names", "Pointed", "add_names", "find_pointed", "share_titles"]
