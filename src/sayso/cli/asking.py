"""What the commands that ask a ledger do: filters in, an answer shown, an exit code out."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Generic, TypeVar

from rich.console import RenderableType

from sayso.cli.talk import DONE, open_talk, print_view, tell
from sayso.export.json_lines import to_json_line
from sayso.export.ledger import csv_answers, json_answers
from sayso.export.ledger.dossier import make_dossier_view
from sayso.export.ledger.lines import make_lines_view
from sayso.export.ledger.show import make_claim_view, make_report_view
from sayso.export.ledger.sources import make_sources_view
from sayso.export.ledger.sources_svg import make_sources_page, make_sources_svg
from sayso.export.ledger.status import make_status_view
from sayso.export.ledger.timeline import make_timeline_view
from sayso.export.ledger.timeline_svg import make_timeline_page, make_timeline_svg
from sayso.export.writing import write_whole
from sayso.ledger import PAGE_SIZE, Filters, Ledger
from sayso.records import Act, Certainty, SourceType

MOST_DRAWN = 300
T = TypeVar("T")
_LABELS = {"source_type": SourceType, "act": Act, "certainty": Certainty}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Where an answer that can be drawn goes; nothing that is set means the terminal."""

    page: Path | None
    picture: Path | None
    as_json: bool
    as_csv: bool

    @property
    def is_drawn(self) -> bool:
        """Whether a picture is wanted."""
        return self.page is not None or self.picture is not None


OUTPUTS = tuple(field.name for field in fields(Outputs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces(Generic[T]):
    """All the ways to show one kind of answer."""

    of_json: Callable[[T], Iterable[str]]
    of_csv: Callable[[T], Iterable[str]]
    make_page: Callable[..., str]
    make_svg: Callable[..., str]
    make_view: Callable[..., RenderableType]


OF_TIMELINE = Faces(
    of_json=json_answers.of_timeline,
    of_csv=csv_answers.of_timeline,
    make_page=make_timeline_page,
    make_svg=make_timeline_svg,
    make_view=make_timeline_view,
)
OF_SOURCES = Faces(
    of_json=json_answers.of_sources,
    of_csv=csv_answers.of_sources,
    make_page=make_sources_page,
    make_svg=make_sources_svg,
    make_view=make_sources_view,
)


def show_claims(
    ledger: Ledger,
    *,
    number: int,
    size: int | None,
    full: bool,
    as_json: bool,
    as_csv: bool,
    **asked: Any,
) -> int:
    """Claims that hold what is asked; for programs all of them, unless a page is asked for."""
    filters = to_filters(asked)
    if as_json or as_csv:
        is_paged = size is not None or number > 1
        page = ledger.get_page(filters, number=number, size=size or PAGE_SIZE) if is_paged else None
        lines = page.lines if page else ledger.find_claims(filters)
        return write(json_answers.of_lines(lines) if as_json else csv_answers.of_lines(lines))
    page = ledger.get_page(filters, number=number, size=size or PAGE_SIZE)
    print_view(make_lines_view(page, asked=describe(asked), full=full))
    return DONE


def show_one(ledger: Ledger, *, id: str, as_json: bool) -> int:
    """A claim in its place, or a report whole."""
    if id.startswith("clm"):
        line = ledger.get_line(id)
        if as_json:
            return write(json_answers.of_lines([line]))
        print_view(make_claim_view(line, n_versions=len(ledger.find_versions(line.document_id))))
        return DONE
    found = ledger.get_reading(id)
    if as_json:
        return write([to_json_line(found.reading)])
    print_view(make_report_view(found, judgements=found.judgements))
    return DONE


def show_dossier(
    ledger: Ledger, *, name: str, number: int, size: int | None, as_json: bool, as_csv: bool
) -> int:
    """All on one name."""
    dossier = ledger.get_dossier(name, number=number, size=size or PAGE_SIZE)
    if as_json:
        return write(json_answers.of_dossier(dossier))
    if as_csv:
        return write(csv_answers.of_dossier(dossier))
    print_view(make_dossier_view(dossier))
    return DONE


def show_timeline(
    ledger: Ledger, *, between: str | None, number: int, size: int | None, **asked: Any
) -> int:
    """Two lanes of moments, in the terminal or drawn."""
    outputs = Outputs(**{name: asked.pop(name) for name in OUTPUTS})
    most = size or (MOST_DRAWN if outputs.is_drawn else PAGE_SIZE)
    timeline = ledger.get_timeline(to_filters(asked), between=between, number=number, size=most)
    return give(timeline, OF_TIMELINE, outputs, describe(asked))


def show_sources(ledger: Ledger, *, size: int | None, **asked: Any) -> int:
    """Who is cited, counted, in the terminal or drawn."""
    outputs = Outputs(**{name: asked.pop(name) for name in OUTPUTS})
    sources = ledger.count_sources(to_filters(asked), most=size or PAGE_SIZE)
    return give(sources, OF_SOURCES, outputs, describe(asked))


def give(answer: T, faces: Faces[T], outputs: Outputs, asked: str) -> int:
    """An answer as it is wanted: for a program, drawn into files, or for the terminal."""
    if outputs.as_json or outputs.as_csv:
        return write(faces.of_json(answer) if outputs.as_json else faces.of_csv(answer))
    title = asked or "all claims"
    if outputs.page is not None:
        draw(outputs.page, faces.make_page(answer, title=title))
    if outputs.picture is not None:
        draw(outputs.picture, faces.make_svg(answer, title=title))
    if not outputs.is_drawn:
        print_view(faces.make_view(answer, asked=asked))
    return DONE


def show_status(ledger: Ledger, *, as_json: bool) -> int:
    """What the ledger holds."""
    status, failures = ledger.get_status(), ledger.find_failures()
    if as_json:
        return write(json_answers.of_status(status, failures))
    print_view(make_status_view(status, failures))
    return DONE


def to_filters(asked: dict[str, Any]) -> Filters:
    """The filters of the options that were given."""
    given = {name: value for name, value in asked.items() if value is not None}
    for name, labels in _LABELS.items():
        if name in given:
            given[name] = labels(given[name])
    return Filters(**given)


def describe(asked: dict[str, Any]) -> str:
    """The filters as they were asked for, for titles and empty answers."""
    shown = {name: value for name, value in asked.items() if value and name != "words"}
    options = [f"{name.replace('_', ' ')} {value}" for name, value in shown.items()]
    return ", ".join([*([asked["words"]] if asked.get("words") else []), *options])


def write(lines: Iterable[str]) -> int:
    """The lines to stdout, for programs."""
    for line in lines:
        sys.stdout.write(line.rstrip("\r\n") + "\n")
    sys.stdout.flush()
    return DONE


def draw(path: Path, picture: str) -> None:
    """A picture into a file, whole or not at all."""
    write_whole(path, picture)
    tell(open_talk(), f"{path}: written")
