"""What was read before is not read again, and nothing else changes."""

from pathlib import Path

from sayso.encoder.recall import Recall
from sayso.encoder.session import Encoder
from sayso.intake import make_text_document
from sayso.pipeline import read_document

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_a_known_question_is_not_asked_again():
    recall = Recall(2)
    assert [recall.get(key, lambda key=key: key * 2) for key in (1, 2, 1)] == [2, 4, 2]
    assert recall.count() == (3, 1)
    assert recall.count() == (0, 0)


def test_only_the_last_questions_are_kept():
    recall = Recall(2)
    for key in (1, 2, 1, 3, 2, 1):  # 3 pushes 2 out, 2 pushes 1 out
        recall.get(key, lambda: None)
    assert recall.count() == (6, 1)


def test_a_window_that_comes_again_in_another_report_gives_the_same_scores():
    text = (EXAMPLES / "04-origin-brannhaven-courier.txt").read_text(encoding="utf-8")
    plain, recalling = Encoder(threads=1), Encoder(threads=1, n_recalled=16)
    first, second = make_text_document(text), make_text_document(f"{text}\n\n")
    expected = [read_document(each, plain) for each in (first, second)]
    assert [read_document(each, recalling) for each in (first, second)] == expected
    n_windows, n_known = recalling.recall.count()
    assert n_known == n_windows / 2 > 0


def test_an_encoder_forgets_unless_it_is_told_to_recall():
    encoder = Encoder(threads=1)
    for _ in range(2):
        read_document(make_text_document("The minister said that the ferry had sunk."), encoder)
    assert encoder.recall.count() == (2, 0)
