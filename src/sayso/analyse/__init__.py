"""Scores to a reading: attributions, chains, times and voices."""

from sayso.analyse.attributions import Findings, find_attributions
from sayso.analyse.voices import find_voices

__all__ = ["Findings", "find_attributions", "find_voices"]
