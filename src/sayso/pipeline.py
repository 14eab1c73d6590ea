"""The main path: reports in, readings out, one function a verb."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from sayso.analyse import find_attributions, find_voices
from sayso.encoder.session import Encoder
from sayso.errors import SaysoError
from sayso.intake import (
    Format,
    RawReport,
    count_bytes,
    find_reports,
    make_document,
    make_text_document,
)
from sayso.records import Document, Failure, Reading
from sayso.sentences import find_sentences
from sayso.settings import Settings, load_settings

__all__ = ["Outcome", "count_bytes", "read", "read_all", "read_document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one report: a reading or a failure, never both."""

    origin: str
    n_bytes: int
    reading: Reading | None = None
    failure: Failure | None = None


def read_document(document: Document, encoder: Encoder, *, style: str = "sayso") -> Reading:
    """The reading of one document; the same document and weights always give the same one.

    Raises: UnknownStyle.
    """
    sentences = find_sentences(document.text)
    tokens = encoder.tokenize(document.text)
    windows = encoder.score(tokens, sentences, style=style)
    found = find_attributions(tokens, windows, decoding=encoder.decoding(style))
    return Reading(
        document=document,
        attributions=found.attributions,
        implied=found.implied,
        times=found.times,
        sentences=find_voices(sentences, found.attributions, found.implied),
        weights=encoder.name,
    )


def read_all(
    names: Iterable[str], *, settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """One outcome for each report in the named files and folders, in order; a bad report stops no other."""
    encoder = _load_encoder(settings.threads)
    for raw in find_reports(names, stdin=stdin):
        yield _read_guarded(raw, encoder, max_bytes=settings.max_megabytes * 1_000_000)


def read(
    text_or_path: str | Path,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    date: str | None = None,
) -> Reading:
    """The reading of one report: a ``Path`` names a file, a ``str`` is the report's text itself.

    ``date`` is the publication date, ISO 8601 of any precision; what is not given is looked for in the report.
    Units: all spans of the reading are half-open code-point offsets into ``reading.document.text``.
    Raises: ReadError, EncoderError, BadSetting.
    """
    settings = load_settings()
    given = {"title": title, "publisher": publisher, "url": url, "date": date}
    if isinstance(text_or_path, Path):
        raw = next(iter(find_reports([str(text_or_path)])))
        document = make_document(raw, max_bytes=settings.max_megabytes * 1_000_000, **given)
    else:
        document = make_text_document(text_or_path, **given)
    return read_document(document, _load_encoder(settings.threads))


def _read_guarded(raw: RawReport, encoder: Encoder, *, max_bytes: int) -> Outcome:
    try:
        reading = read_document(make_document(raw, max_bytes=max_bytes), encoder)
    except SaysoError as error:
        failure = Failure(origin=raw.origin, code=error.code, message=str(error))
        return Outcome(origin=raw.origin, n_bytes=raw.n_bytes, failure=failure)
    except Exception as error:  # noqa: BLE001 - one report's surprise must not cost the others
        failure = Failure(origin=raw.origin, code="S999", message=f"{raw.origin}: {error!r}")
        return Outcome(origin=raw.origin, n_bytes=raw.n_bytes, failure=failure)
    return Outcome(origin=raw.origin, n_bytes=raw.n_bytes, reading=reading)


@cache
def _load_encoder(threads: int) -> Encoder:
    return Encoder(threads=threads)
