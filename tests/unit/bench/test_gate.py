import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bench.floors import load_floors
from bench.gate import Options, main, run_gate
from bench.measure import Reader

TEXT = "Brin said an aide told him that it rains."
OUTER = {
    "id": "g1",
    "source": [[0, 4]],
    "cue": [[5, 9]],
    "content": [[10, 40]],
    "source_type": "named_person",
    "act": "say",
    "certainty": "certain",
    "parent": None,
}
INNER = {**OUTER, "id": "g2", "source": [[10, 17]], "cue": [[18, 22]], "content": [[27, 40]]}
GOLD: dict[str, Any] = {
    "id": "r1",
    "text": TEXT,
    "date": "2031-05-04",
    "attributions": [OUTER, {**INNER, "parent": "g1"}],
}


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, list[Path]]:
    gold, outermost, text, timex, events = (
        tmp_path / name
        for name in ("gold.jsonl", "outer.jsonl", "seed.txt", "timex.jsonl", "events.jsonl")
    )
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    outermost.write_text(json.dumps({**GOLD, "attributions": [OUTER]}), encoding="utf-8")
    text.write_text(TEXT, encoding="utf-8")
    document = {"id": "h6", "text": TEXT, "dct": "2031-05-04", "timex": []}
    timex.write_text(json.dumps(document), encoding="utf-8")
    events.write_text(json.dumps({"id": "h6", "text": TEXT, "event": "AID"}), encoding="utf-8")
    return {
        "polnear": [outermost], "sayso": [gold], "timex": [timex], "gum": [timex],
        "events": [events], "seed": [gold, text],
    }  # fmt: skip


@pytest.fixture
def options(tmp_path: Path) -> Options:
    figures = [
        make_figure("polnear.found", "found", "F1", pinned=50.0),
        make_figure("sayso.nested", "nested found", "recall", pinned=50.0),
        make_figure("seed.right", "right", "number", pinned=1),
        make_figure("seed.date", "publication date", "number", pinned=1),
    ]
    table = {"digests": {}, "figures": figures}
    (tmp_path / "floors.json").write_text(json.dumps(table), encoding="utf-8")
    return Options(floors_file=tmp_path / "floors.json", page=tmp_path / "docs" / "quality.md")


def make_figure(name: str, score: str, measure: str, *, pinned: float) -> dict[str, Any]:
    numbers = {"floor": 1, "aim": 100, "pinned": pinned}
    words = {"name": name, "part": name.split(".")[0], "title": name, "orientation": ""}
    return {**words, "score": score, "measure": measure, **numbers}


def make_reader(**changes: Any) -> Reader:
    """A reader that gives the gold, changed in some fields, whatever it is asked to read."""
    report = {**GOLD, **changes}
    return Reader(lambda gold, style: report, lambda path: report, lambda text: "AID", "w-1")


def update(options: Options, **more: Any) -> Options:
    return Options(floors_file=options.floors_file, page=options.page, update=True, **more)


def test_an_update_pins_what_is_measured_and_the_gate_holds(
    parts: dict[str, list[Path]], options: Options
) -> None:
    assert run_gate(parts, make_reader(), update(options))
    pinned = {figure.name: figure.pinned for figure in load_floors(options.floors_file).figures}
    assert pinned == {"polnear.found": 99.5, "sayso.nested": 99.5, "seed.right": 2, "seed.date": 1}
    assert run_gate(parts, make_reader(), options)


def test_a_figure_under_its_floor_fails_the_gate(
    parts: dict[str, list[Path]], options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_gate(parts, make_reader(), update(options))
    assert not run_gate(parts, make_reader(attributions=[OUTER]), options)
    assert "UNDER sayso.nested" in capsys.readouterr().out


def test_a_wrong_publication_date_fails_the_gate(
    parts: dict[str, list[Path]], options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not run_gate(parts, make_reader(date="2032-05-04"), options)
    assert "UNDER seed.date" in capsys.readouterr().out


def test_an_update_that_would_lower_a_floor_changes_nothing(
    parts: dict[str, list[Path]], options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_gate(parts, make_reader(), update(options))
    before = options.floors_file.read_bytes()
    assert not run_gate(parts, make_reader(attributions=[OUTER]), update(options))
    assert options.floors_file.read_bytes() == before
    assert "--lower-floor sayso.nested" in capsys.readouterr().out


def test_another_corpus_than_the_pinned_one_fails_the_gate(
    parts: dict[str, list[Path]], options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_gate(parts, make_reader(), update(options))
    parts["sayso"][0].write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    assert not run_gate(parts, make_reader(), options)
    assert "sayso/dev.jsonl is not the file" in capsys.readouterr().out


def test_a_seed_text_that_is_read_otherwise_fails_the_gate(
    parts: dict[str, list[Path]], options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    other = {**GOLD, "text": "other"}
    reader = Reader(lambda gold, style: GOLD, lambda path: other, lambda text: "AID", "w-1")
    assert not run_gate(parts, reader, update(options))
    assert "the predicted text is not the gold text" in capsys.readouterr().out


def test_the_check_fails_on_a_stale_page_and_holds_on_a_fresh_one(
    parts: dict[str, list[Path]], options: Options
) -> None:
    check = Options(floors_file=options.floors_file, page=options.page, check=True)
    assert run_gate(parts, make_reader(), update(options))
    assert run_gate(parts, make_reader(), check)
    options.page.write_text("stale", encoding="utf-8")
    assert not run_gate(parts, make_reader(), check)
    assert options.page.read_text(encoding="utf-8") == "stale"


def test_some_parts_alone_write_no_page(parts: dict[str, list[Path]], options: Options) -> None:
    del parts["seed"]
    assert run_gate(parts, make_reader(), update(options))
    assert not options.page.exists()


def test_absent_corpora_are_skipped_with_a_word_and_without_failure(tmp_path: Path) -> None:
    environment = {"SAYSO_CORPORA": str(tmp_path), "SAYSO_CASES": str(tmp_path)}
    result = CliRunner().invoke(main, [], env=environment)
    assert result.exit_code == 0
    assert "skipped: polnear, polnear/dev.jsonl is not there; set SAYSO_CORPORA" in result.output


def test_lowering_without_update_is_wrong_usage() -> None:
    result = CliRunner().invoke(main, ["--lower-floor", "polnear.found"])
    assert result.exit_code == 2
