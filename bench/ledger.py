"""Measures what a ledger costs: adding against reading, questions to a million claims, its size;
writes docs/ledger-speed.md."""

import os
import random
import sys
import sysconfig
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

import click
from rich.progress import track

from bench.commands import run_command
from bench.errors import BenchError
from bench.ledger_maker import make_readings
from bench.ledger_page import Asked, LedgerSpeed, find_missed, make_page
from bench.places import CORPORA_VARIABLE, ROOT, find_folder
from bench.report_maker import find_paragraphs, make_reports
from bench.speed import describe_machine
from sayso.ledger import Filters, Ledger
from sayso.pipeline import read_all
from sayso.records import Act, Certainty, Reading, SourceType
from sayso.settings import load_settings

PAGE = ROOT / "docs" / "ledger-speed.md"
_TEXT_FOLDERS = (ROOT / "examples", ROOT / "tests" / "reports")
_SEED = 0
_N_PATTERNS = 120
_N_QUESTIONS = 60
_A_FOLDER = 250
# Where the corpora are at hand, their reports are added too: copied stories among them.
_CORPORA = (
    "crossreport/fnc1_bodies.jsonl",
    "crossreport/wire_helsinki.jsonl",
    "crossreport/ecbplus_documents.jsonl",
)


@click.command()
@click.option("--reports", "n_reports", default=10_000, show_default=True, help="To read and add.")
@click.option("--claims", "n_claims", default=1_000_000, show_default=True, help="To ask about.")
@click.option("--keep", type=click.Path(path_type=Path), help="A ledger of that size to use again.")
def main(n_reports: int, n_claims: int, keep: Path | None) -> None:
    """Measure a ledger; exit 1 when a floor is missed."""
    machine = describe_machine(os.getloadavg()[0])
    try:
        with tempfile.TemporaryDirectory() as folder:
            place = keep or Path(folder) / "large.ledger"
            speed = measure(Path(folder), place, n_reports=n_reports, n_claims=n_claims)
    except BenchError as error:
        print(f"failed: {error}")
        sys.exit(1)
    PAGE.write_text(make_page(speed, machine), encoding="utf-8")
    missed = find_missed(speed)
    for name, value, floor in missed:
        print(f"MISSED {name}: {value}, at most {floor}")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    sys.exit(1 if missed else 0)


def measure(folder: Path, place: Path, *, n_reports: int, n_claims: int) -> LedgerSpeed:
    """All figures."""
    reports = make_reports(find_paragraphs(_TEXT_FOLDERS), max(n_reports, _N_PATTERNS), seed=_SEED)
    patterns = [_write(folder / "few" / f"{n:05}.txt", reports[n]) for n in range(_N_PATTERNS)]
    reading, adding, n_added = _measure_adding(folder, reports, n_reports)
    if not place.exists():
        _fill(place, list(_read(patterns)), n_claims)
    with closing(Ledger(str(place))) as ledger:
        status = ledger.get_status()
        questions = list(_ask_all(ledger))
    return LedgerSpeed(
        n_reports=n_added,
        reading_seconds=reading,
        adding_seconds=adding,
        n_claims=status.n_claims,
        n_documents=status.n_documents,
        n_bytes=status.n_bytes or 0,
        n_text_bytes=_measure_texts(place),
        asked=tuple(questions),
    )


def _measure_adding(
    folder: Path, reports: Sequence[str], n_reports: int
) -> tuple[float, float, int]:
    """Seconds of `sayso read --json` and of `sayso add`, in turns over the same files with one
    process of two threads, and how many reports there were."""
    corpora = [find_folder(CORPORA_VARIABLE) / name for name in _CORPORA]
    files = [str(path) for path in corpora if path.is_file()]
    n_there = sum(Path(file).read_bytes().count(b"\n") for file in files)
    names = [*files, *_write_many(folder / "many", reports[: max(0, n_reports - n_there)])]
    os.environ["SAYSO_THREADS"] = "2"
    sayso = str(Path(sysconfig.get_path("scripts")) / "sayso")
    place = ["--ledger", str(folder / "added.ledger"), "--jobs", "1"]
    reading = adding = 0.0
    for name in track(names, description="adding", transient=True):
        reading += run_command([sayso, "read", name, "--json"], may_fail=True).seconds
        adding += run_command([sayso, "add", name, *place], may_fail=True).seconds
    with closing(Ledger(str(folder / "added.ledger"))) as ledger:
        return reading, adding, ledger.get_status().n_documents


def _write_many(folder: Path, reports: Sequence[str]) -> list[str]:
    """The reports as files, in folders of a few hundred."""
    for number, text in enumerate(reports):
        _write(folder / f"{number // _A_FOLDER:03}" / f"{number:05}.txt", text)
    return [str(each) for each in sorted(folder.iterdir())] if reports else []


def _read(files: Sequence[str]) -> Iterator[Reading]:
    outcomes = read_all(files, settings=load_settings({}))
    yield from (each.reading for each in outcomes if each.reading is not None)


def _fill(place: Path, readings: Sequence[Reading], n_claims: int) -> None:
    with closing(Ledger(str(place), creates=True)) as ledger:
        run = ledger.begin_run(sayso="bench", weights=readings[0].weights)
        made = make_readings(readings, n_claims, seed=_SEED)
        for reading, raw in track(made, description="filling", total=None, transient=True):
            ledger.add(reading, raw, run)


def _ask_all(ledger: Ledger) -> Iterator[Asked]:
    rng = random.Random(_SEED)
    lines = [
        line
        for _ in range(4)
        for line in ledger.get_page(Filters(), number=rng.randrange(1, 200), size=50).lines
    ]
    words = [word for line in lines for word in line.claim.standalone.split() if len(word) > 4]
    names = [entity.name for line in lines for entity in line.claim.entities]
    years = [str(year) for year in range(2013, 2025)]

    def pick() -> Filters:
        """Words with one to three filters beside them, as somebody would ask."""
        more = {
            "source_type": rng.choice([None, *SourceType]),
            "act": rng.choice([None, None, *Act]),
            "certainty": rng.choice([None, None, *Certainty]),
            "since": rng.choice([None, *years]),
            "min_depth": rng.choice([None, None, 2]),
        }
        return Filters(words=" ".join(rng.sample(words, rng.choice((1, 2)))), **more)

    def time_all(title: str, ask: Callable[[], object]) -> Asked:
        seconds = []
        for _ in range(_N_QUESTIONS):
            begun = time.perf_counter()
            ask()
            seconds.append(time.perf_counter() - begun)
        return Asked(title=title, median_ms=1000 * median(seconds), most_ms=1000 * max(seconds))

    yield time_all("full text and filters, a page", lambda: ledger.get_page(pick()))
    yield time_all("dossier of a name", lambda: ledger.get_dossier(rng.choice(names)))
    yield time_all(
        "timeline of a name, a page", lambda: ledger.get_timeline(Filters(about=rng.choice(names)))
    )
    yield time_all(
        "timeline of words in a year, a page",
        lambda: ledger.get_timeline(Filters(words=rng.choice(words)), between=rng.choice(years)),
    )


def _measure_texts(place: Path) -> int:
    """All texts, each compressed as it would be alone."""
    with closing(Ledger(str(place))) as ledger:
        return sum(len(zlib.compress(text.encode())) for text in ledger.find_texts())


def _write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    main()
