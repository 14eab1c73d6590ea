"""Measures sayso: how well it reads (``bench.gate``) and how fast (``bench.speed``)."""
