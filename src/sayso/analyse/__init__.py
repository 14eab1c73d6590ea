"""Scores to a reading: attributions, chains, names, times, voices and claims."""

from sayso.analyse.attributions import Findings, find_attributions
from sayso.analyse.claims import Basis, make_claims
from sayso.analyse.voices import find_voices
from sayso.analyse.when import add_values
from sayso.analyse.who import EntityFinder, Names, add_names, share_titles

__all__ = [
    "Basis",
    "EntityFinder",
    "Findings",
    "Names",
    "add_names",
    "add_values",
    "find_attributions",
    "find_voices",
    "make_claims",
    "share_titles",
]
