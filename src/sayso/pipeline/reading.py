"""Reports in, readings out, in order; a bad report stops no other."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from sayso.analyse import (
    Basis,
    EntityFinder,
    Findings,
    Names,
    add_names,
    add_values,
    find_attributions,
    find_voices,
    make_claims,
    share_titles,
)
from sayso.encoder.session import Encoder
from sayso.errors import SaysoError
from sayso.intake import (
    Fields,
    Given,
    RawReport,
    find_reports,
    make_document,
    make_text_document,
)
from sayso.records import Document, Failure, Reading, Span
from sayso.sentences import find_sentences
from sayso.settings import Settings, load_settings

T = TypeVar("T")


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
    return _begin(document, encoder, style)()


def read_all(
    names: Iterable[str],
    *,
    settings: Settings,
    stdin: BinaryIO | None = None,
    fields: Fields | None = None,
) -> Iterator[Outcome]:
    """One outcome for each report in the named files, folders, archives and addresses, in order; a
    bad report stops no other. ``fields`` are the keys of JSON lines."""
    encoder = load_encoder(settings.threads)
    max_bytes = settings.max_megabytes * 1_000_000
    begin = partial(begin_raw, encoder=encoder, max_bytes=max_bytes)
    found = find_reports(names, stdin=stdin, fields=fields, max_bytes=max_bytes)
    begun = ((raw, guard(raw, partial(begin, raw))) for raw in found)
    # Whoever feeds reports one by one may wait for each answer before the next.
    n_ahead = settings.threads if stdin is None else 0
    for raw, finish in hold_back(begun, n_ahead):
        result = finish if isinstance(finish, Failure) else guard(raw, finish)
        yield _make_outcome(raw, result)


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
    settings = load_settings()
    given = Given(title=title, publisher=publisher, url=url, date=date)
    if isinstance(text_or_path, Path):
        raw = next(iter(find_reports([str(text_or_path)])))
        document = make_document(raw, max_bytes=settings.max_megabytes * 1_000_000, given=given)
    else:
        document = make_text_document(text_or_path, given=given)
    return read_document(document, load_encoder(settings.threads))


def _begin(document: Document, encoder: Encoder, style: str = "sayso") -> Callable[[], Reading]:
    """Sets the network to work on a document; what comes back waits for its reading."""
    sentences = find_sentences(document.text)
    tokens = encoder.tokenize(document.text)
    windows = encoder.score(tokens, sentences, style=style)

    def finish() -> Reading:
        found = find_attributions(document.text, tokens, windows, decoding=encoder.decoding(style))
        return _make_reading(document, sentences, found, weights=encoder.name)

    return finish


def _make_reading(
    document: Document, sentences: tuple[Span, ...], found: Findings, *, weights: str
) -> Reading:
    names = Names(document.text)
    named = add_names(
        names,
        found.attributions,
        found.pointed,
        calibration=found.decoding.name_calibration,
    )
    attributions = share_titles(named)
    basis = Basis(
        document=document,
        attributions=attributions,
        implied=found.implied,
        times=add_values(document.text, found.times, document.published),
        sentences=find_voices(sentences, attributions, found.implied),
        find_entities=EntityFinder(names, attributions).find,
        find_event=found.events.find_event,
    )
    return Reading(
        document=document,
        attributions=attributions,
        implied=found.implied,
        times=basis.times,
        sentences=basis.sentences,
        weights=weights,
        claims=make_claims(basis),
    )


def begin_raw(raw: RawReport, *, encoder: Encoder, max_bytes: int) -> Callable[[], Reading]:
    """Sets the network to work on a raw report; what comes back waits for its reading.

    Raises: ReadError.
    """
    return _begin(make_document(raw, max_bytes=max_bytes), encoder)


def hold_back(items: Iterable[T], n_held: int) -> Iterator[T]:
    """The items in order, each handed out once so many after it have been made."""
    held: deque[T] = deque()
    for item in items:
        held.append(item)
        if len(held) > n_held:
            yield held.popleft()
    yield from held


def guard(raw: RawReport, step: Callable[[], T]) -> T | Failure:
    """What a step comes to, or the failure of the report that it stumbled over."""
    try:
        return step()
    except SaysoError as error:
        return Failure(origin=raw.origin, code=error.code, message=str(error))
    except Exception as error:  # noqa: BLE001 - one report's surprise must not cost the others
        return Failure(origin=raw.origin, code="S999", message=f"{raw.origin}: {error!r}")


def _make_outcome(raw: RawReport, result: Reading | Failure) -> Outcome:
    if isinstance(result, Failure):
        return Outcome(origin=raw.origin, n_bytes=raw.n_bytes, failure=result)
    return Outcome(origin=raw.origin, n_bytes=raw.n_bytes, reading=result)


@cache
def load_encoder(threads: int, n_recalled: int = 0) -> Encoder:
    """The shipped network, loaded once."""
    return Encoder(threads=threads, n_recalled=n_recalled)
