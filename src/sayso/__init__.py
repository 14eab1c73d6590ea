"""sayso reads news reports and lists what they claim: who says what, passed on by whom, how
firmly."""

from pathlib import Path

from sayso.records import Reading

__all__ = ["Reading", "__version__", "read"]
__version__ = "0.1.0"


def read(
    text_or_path: str | Path,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    date: str | None = None,
) -> Reading:
    """The reading of one report: a ``Path`` names a file, a ``str`` is the report's text itself.

    ``date`` is the publication date, ISO 8601 of any precision; what is not given is looked for in
    the report.
    Units: all spans of the reading are half-open code-point offsets into ``reading.document.text``.
    Raises: ReadError, EncoderError, BadSetting.
    """
    from sayso import pipeline  # here, so that `sayso --help` need not load the network

    return pipeline.read(text_or_path, title=title, publisher=publisher, url=url, date=date)
