"""Scores to a reading: attributions, chains, times and voices."""

from sayso.analyse.attributions import Findings, find_attributions
from sayso.analyse.voices import find_voices
from sayso.analyse.when import add_values

__all__ = ["Findings", "add_values", "find_attributions", "find_voices"]
