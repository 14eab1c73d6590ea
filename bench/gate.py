"""Measures all figures on the dev parts against the pinned floors and writes docs/quality.md."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from bench.errors import BenchError
from bench.floors import (
    FLOORS_FILE,
    MEASURES,
    Figure,
    Floors,
    find_sunken,
    load_floors,
    raise_floors,
    save_floors,
)
from bench.measure import PARTS, Reader, Result
from bench.places import ROOT, find_folder, get_digest
from bench.quality_page import make_page
from bench.reader import load_reader
from bench.reports import Report
from bench.score import add_up

PAGE = ROOT / "docs" / "quality.md"


@dataclass(frozen=True, slots=True)
class Run:
    """One run over some parts: their results, the files they came from, and by which weights."""

    results: dict[str, Result]
    digests: dict[str, str]
    weights: str

    def values(self, figures: Iterable[Figure]) -> dict[str, float]:
        """The measured value of each figure whose part was run."""
        totals = {part: add_up(result.tallies) for part, result in self.results.items()}
        return {
            figure.name: MEASURES[figure.measure](totals[figure.part][figure.score])
            for figure in figures
            if figure.part in totals
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a run does with what it measures: ``lower`` names floors that an update may lower."""

    floors_file: Path = FLOORS_FILE
    page: Path = PAGE
    update: bool = False
    lower: tuple[str, ...] = ()
    check: bool = False


@click.command()
@click.option("--only", multiple=True, type=click.Choice(list(PARTS)), help="Measure this part.")
@click.option("--update", is_flag=True, help="Raise the pinned floors to what is measured.")
@click.option("--lower-floor", multiple=True, metavar="NAME", help="With --update: may sink.")
@click.option("--check", is_flag=True, help="Fail when docs/quality.md would change.")
def main(only: tuple[str, ...], update: bool, lower_floor: tuple[str, ...], check: bool) -> None:
    """Measure how well sayso reads; exit 1 when a figure is under its pinned floor."""
    if lower_floor and not update:
        raise click.UsageError("--lower-floor needs --update")
    parts = find_parts(only or tuple(PARTS))
    options = Options(update=update, lower=lower_floor, check=check)
    sys.exit(0 if not parts or run_gate(parts, load_reader(), options) else 1)


def find_parts(names: tuple[str, ...]) -> dict[str, list[Path]]:
    """The gold files of those parts whose files are all there; says which are skipped."""
    found = {}
    for name in names:
        part = PARTS[name]
        paths = [find_folder(part.variable) / file for file in part.files]
        missing = [file for file, path in zip(part.files, paths, strict=True) if not path.is_file()]
        if missing:
            print(f"skipped: {name}, {missing[0]} is not there; set {part.variable} to its folder")
        else:
            found[name] = paths
    return found


def run_gate(parts: dict[str, list[Path]], reader: Reader, options: Options) -> bool:
    """Whether all floors hold on the parts; the page is written when no part is missing."""
    try:
        floors = load_floors(options.floors_file)
        run = measure_parts(parts, reader)
        if options.update:
            floors = _update(floors, run, options)
        holds = _report(floors, run)
        if len(parts) == len(PARTS):
            holds &= _write_page(floors, run, options)
    except BenchError as error:
        print(f"failed: {error}")
        return False
    return holds


def measure_parts(parts: dict[str, list[Path]], reader: Reader) -> Run:
    """The results of some parts, each with its gold files."""
    results = {
        name: PARTS[name].measure(paths, reader, _Watch(name)) for name, paths in parts.items()
    }
    digests = {
        name: get_digest(path)
        for part, paths in parts.items()
        for name, path in zip(PARTS[part].files, paths, strict=True)
    }
    return Run(results, digests, reader.weights)


@dataclass(frozen=True, slots=True)
class _Watch:
    name: str

    def __call__(self, reports: list[Report]) -> Iterable[Report]:
        console = Console(stderr=True)
        return track(
            reports, self.name, console=console, disable=not console.is_terminal, transient=True
        )


def _update(floors: Floors, run: Run, options: Options) -> Floors:
    figures = raise_floors(floors.figures, run.values(floors.figures), lower=options.lower)
    raised = Floors(figures, floors.digests | run.digests)
    save_floors(raised, options.floors_file)
    return raised


def _report(floors: Floors, run: Run) -> bool:
    values = run.values(floors.figures)
    sunken = find_sunken(floors.figures, values)
    for figure in floors.figures:
        if figure.name in values:
            state = "UNDER" if figure in sunken else "ok"
            value = f"{values[figure.name]:6.2f}  pinned {figure.pinned:g}, aim {figure.aim:g}"
            print(f"{state:5} {figure.name:20} {value}")
    for result in run.results.values():
        for remark in result.remarks:
            print(f"      {remark}")
    changed = [name for name, digest in run.digests.items() if floors.digests.get(name) != digest]
    for name in changed:
        print(f"failed: {name} is not the file the floors were pinned on; --update pins this one")
    return not (sunken or changed)


def _write_page(floors: Floors, run: Run, options: Options) -> bool:
    page = make_page(floors, run.results, weights=run.weights, digests=run.digests)
    if not options.check:
        options.page.parent.mkdir(exist_ok=True)
        options.page.write_text(page, encoding="utf-8")
        return True
    fresh = options.page.is_file() and options.page.read_text(encoding="utf-8") == page
    if not fresh:
        print("failed: docs/quality.md is not what this run would write; run without --check")
    return fresh


if __name__ == "__main__":
    main()
