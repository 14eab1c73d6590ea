"""Measures how fast sayso reads and starts and how much memory it takes; writes docs/speed.md."""

import contextlib
import os
import platform
import random
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import click
from rich.console import Console

from bench.commands import run_command, time_command
from bench.errors import BenchError, CommandFailed
from bench.places import ROOT
from bench.report_maker import find_paragraphs, make_report, make_reports
from bench.speed_page import Machine, Speed, find_slow, make_page
from bench.throughput import Lap, run_laps
from sayso.analyse import find_attributions, find_voices
from sayso.cli.read import show_reports
from sayso.cli.views import View
from sayso.encoder.session import WINDOW_LENGTH, Encoder
from sayso.encoder.tokens import Tokens
from sayso.intake import make_text_document
from sayso.pipeline import read_document
from sayso.records import Document
from sayso.sentences import find_sentences

PAGE = ROOT / "docs" / "speed.md"
_TEXT_FOLDERS = (ROOT / "examples", ROOT / "tests" / "reports")
_SEED = 0
_BATCH = 50
_THREADS = 2
_BYTES_OF_LARGE_REPORT = 2_000_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Some reports in three ways: as files for the command, as tokens for the network, as
    documents for the analysis."""

    files: list[str]
    tokens: list[Tokens]
    documents: list[Document]


@click.command()
@click.option("--reports", "n_reports", default=500, show_default=True, help="How many to read.")
@click.option("--laps", "n_laps", default=3, show_default=True, help="How often to read them.")
@click.option("--starts", "n_starts", default=7, show_default=True, help="How often to start.")
def main(n_reports: int, n_laps: int, n_starts: int) -> None:
    """Measure how fast sayso reads; exit 1 when a floor is missed."""
    os.environ["SAYSO_THREADS"] = str(_THREADS)
    load = os.getloadavg()[0]
    try:
        with tempfile.TemporaryDirectory() as folder:
            speed = _measure(Path(folder), n_reports, n_laps=n_laps, n_starts=n_starts)
    except BenchError as error:
        print(f"failed: {error}")
        sys.exit(1)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(make_page(speed, describe_machine(load)), encoding="utf-8")
    slow = find_slow(speed)
    for name, value, floor in slow:
        print(f"UNDER {name}: {value}, floor {floor}")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    sys.exit(1 if slow else 0)


def _measure(folder: Path, n_reports: int, *, n_laps: int, n_starts: int) -> Speed:
    paragraphs = find_paragraphs(_TEXT_FOLDERS)
    reports = make_reports(paragraphs, n_reports, seed=_SEED)
    large = _write(folder / "large.txt", _make_large_report(paragraphs))
    files = [_write(folder / "many" / f"{n:04}.txt", text) for n, text in enumerate(reports)]
    command = str(Path(sysconfig.get_path("scripts")) / "sayso")
    _tell("start")
    help_spread = time_command([command, "--help"], n_runs=n_starts)
    read_spread = time_command([command, "read", files[0]], n_runs=n_starts)
    _tell("memory")
    peak = run_command([command, "read", "--json", large])
    _tell("the whole command")
    whole = run_command([command, "read", "--json", str(folder / "many")])
    encoder = Encoder(threads=_THREADS)
    tokens = [encoder.tokenize(text) for text in reports]
    documents = [make_text_document(text) for text in reports]
    cuts = [slice(first, first + _BATCH) for first in range(0, n_reports, _BATCH)]
    batches = [Batch(files[cut], tokens[cut], documents[cut]) for cut in cuts]
    _tell("throughput")
    laps = _run_laps(batches, encoder, n_laps)
    _tell("what names, values and claims cost")
    claim_laps = _run_claim_laps(batches, encoder, n_laps)
    return Speed(
        laps=laps,
        claim_laps=claim_laps,
        n_reports=n_reports,
        n_tokens=sum(len(each) for each in tokens),
        whole=whole,
        help=help_spread,
        read=read_spread,
        large=peak,
        n_starts=n_starts,
        window=WINDOW_LENGTH,
        weights=encoder.name,
    )


def _run_laps(batches: Sequence[Batch], encoder: Encoder, n_laps: int) -> list[Lap]:
    def read(batch: Batch) -> None:
        with (
            Path(os.devnull).open("w", encoding="utf-8") as nowhere,
            contextlib.redirect_stdout(nowhere),
            contextlib.redirect_stderr(nowhere),
        ):
            code = show_reports(batch.files, View.JSON, page=None)
        if code != 0:
            raise CommandFailed(["sayso", "read", "--json", *batch.files], code)

    def run_bare(batch: Batch) -> None:
        encoder.run_bare(
            (tokens, start, min(start + WINDOW_LENGTH, len(tokens)))
            for tokens in batch.tokens
            for start in range(0, len(tokens), WINDOW_LENGTH)
        )

    read(batches[0])  # loads the weights, which is the start's time and not the reading's
    run_bare(batches[0])
    return run_laps(batches, read, run_bare, n_laps=n_laps)


def _run_claim_laps(batches: Sequence[Batch], encoder: Encoder, n_laps: int) -> list[Lap]:
    """The whole reading against attributions and voices alone."""

    def read_whole(batch: Batch) -> None:
        for document in batch.documents:
            read_document(document, encoder)

    def read_attributions(batch: Batch) -> None:
        for document in batch.documents:
            sentences = find_sentences(document.text)
            tokens = encoder.tokenize(document.text)
            windows = encoder.score(tokens, sentences)
            found = find_attributions(
                document.text, tokens, windows, decoding=encoder.decoding("sayso")
            )
            find_voices(sentences, found.attributions, found.implied)

    return run_laps(batches, read_whole, read_attributions, n_laps=n_laps)


def _make_large_report(paragraphs: Sequence[str]) -> str:
    words = sum(len(paragraph.split(" ")) for paragraph in paragraphs)
    size = sum(len(paragraph.encode()) + 2 for paragraph in paragraphs)
    n_words = -(-_BYTES_OF_LARGE_REPORT * words // size)
    return make_report(paragraphs, n_words, random.Random(_SEED))


def _write(path: Path, text: str) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def _tell(stage: str) -> None:
    Console(stderr=True).print(f"measuring {stage}")


def describe_machine(load: float) -> Machine:
    """The machine and what runs on it."""
    return Machine(
        processor=_find_processor(),
        n_cores=os.cpu_count() or 1,
        load=load,
        python=platform.python_version(),
        runtime=version("onnxruntime"),
        n_threads=_THREADS,
    )


def _find_processor() -> str:
    described = Path("/proc/cpuinfo")
    if described.is_file():
        for line in described.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
