"""Our scorer against the one that defined the figures, on invented reports changed at random."""

import importlib.util
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.attribution_score import score_attributions
from bench.places import ROOT
from bench.score import Score, add_up

REFERENCE = Path(
    os.environ.get("SAYSO_REFERENCE_SCORER") or ROOT / "../shared/tools/score_attribution.py"
)
Change = Callable[[list[list[int]]], list[list[int]]]
SENTENCES = (
    'Mara Toll, the warden of Oss, said: "The dam is safe." ',
    'Olav Brin thinks that Toll\'s "safe" means nothing at all. ',
    "It is said that rain helps; nobody has shown it – so far. ",
    "According to Brin, who leads the council, Toll ‘did not want’ to know.\n\n",
    "She told the Oss Courier (a weekly) that “it held”, and “it will hold”. ",
)
N_REPORTS = 60


def make_text(rng: random.Random) -> str:
    return "".join(rng.choices(SENTENCES, k=rng.randint(1, 6)))


def make_spans(text: str, rng: random.Random, longest: int) -> list[list[int]]:
    spans = []
    for _ in range(rng.choice([0, 1, 1, 1, 2])):
        start = rng.randrange(len(text))
        spans.append([start, min(len(text), start + rng.randint(0, longest))])
    return spans


def make_attribution(text: str, rng: random.Random) -> dict[str, Any]:
    longest = {"source": 20, "cue": 8, "content": 90}
    return {role: make_spans(text, rng, most) for role, most in longest.items()}


def perturb(attribution: dict[str, Any], text: str, rng: random.Random) -> dict[str, Any]:
    def move(spans: list[list[int]]) -> list[list[int]]:
        moved = [[max(0, a + rng.randint(-9, 9)), b + rng.randint(-9, 9)] for a, b in spans]
        return [[a, min(len(text), b)] for a, b in moved if a < min(len(text), b)]

    changes: tuple[Change, ...] = (lambda spans: spans, move, lambda spans: [])
    return {role: rng.choices(changes, (6, 4, 1))[0](spans) for role, spans in attribution.items()}


def make_pair(number: int, rng: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    text = make_text(rng)
    gold = [make_attribution(text, rng) for _ in range(rng.randint(0, 8))]
    kept = [perturb(each, text, rng) for each in gold if rng.random() < 0.85]
    predicted = kept + [make_attribution(text, rng) for _ in range(rng.randint(0, 2))]
    rng.shuffle(predicted)
    report = {"id": str(number), "text": text}
    return {**report, "attributions": gold}, {**report, "attributions": predicted}


@pytest.fixture(scope="module")
def reference() -> Any:
    if not REFERENCE.is_file():
        pytest.skip("the reference scorer is not there; SAYSO_REFERENCE_SCORER can name it")
    spec = importlib.util.spec_from_file_location("reference_scorer", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def to_numbers(score: Score, shape: object) -> object:
    if isinstance(shape, dict):
        return {"P": score.precision, "R": score.recall, "F1": score.f1}
    return score.recall


@pytest.mark.parametrize("seed", range(5))
def test_all_common_figures_equal_the_reference(reference: Any, seed: int) -> None:
    rng = random.Random(seed)
    pairs = [make_pair(number, rng) for number in range(N_REPORTS)]
    expected, _ = reference.score({g["id"]: g for g, _ in pairs}, {p["id"]: p for _, p in pairs})
    ours = add_up(score_attributions(gold, predicted) for gold, predicted in pairs)
    assert ours["found"].right_of_gold > N_REPORTS
    for name, score in ours.items():
        assert to_numbers(score, expected[name]) == pytest.approx(expected[name], abs=1e-9), name
