"""The command line: words in, one call of the pipeline, results to stdout, talk to stderr."""

from sayso.cli.main import main

__all__ = ["main"]
