"""From the scores of a window to drafts of attributions."""

import numpy as np
import pytest

from sayso.analyse.drafts import CONTENT, CUE, SOURCE, make_drafts
from sayso.encoder.decoding import Decoding
from sayso.encoder.labels import ACTS, CERTAINTIES, SOURCE_TYPES, SPAN_ROLES
from sayso.encoder.session import WindowScores
from sayso.encoder.tokens import Tokens
from sayso.encoder.windows import Window
from sayso.records import SourceType

N_TOKENS = 12
SECOND_BLOCK = 8
IMPLIED = SPAN_ROLES.index("implied")


def make_tokens() -> Tokens:
    number = np.arange(N_TOKENS)
    blanks = np.isin(number, (0, SECOND_BLOCK)).astype(np.int64)
    zeros = np.zeros(N_TOKENS, dtype=np.int64)
    return Tokens(
        ids=zeros, starts=2 * number, ends=2 * number + 1, shapes=zeros,
        paragraphs=blanks, blanks=blanks, inner=zeros, lettered=zeros + 1,
    )  # fmt: skip


def make_scores(*cues: tuple[int, float], nameless: float = 0.0) -> WindowScores:
    """Scores by which nothing belongs to any cue, until a test says otherwise."""
    n_cues = len(cues)
    spans = np.zeros((n_cues, len(SPAN_ROLES), 3, N_TOKENS), dtype=np.float32)
    spans[:, :, 0] = -3.0
    source_types = np.zeros((n_cues, len(SOURCE_TYPES)), dtype=np.float32)
    source_types[:, SOURCE_TYPES.index(SourceType.NONE)] = nameless
    return WindowScores(
        window=Window(0, N_TOKENS, 0, N_TOKENS),
        cues=np.array([cue for cue, _ in cues]),
        anchors=np.array([score for _, score in cues], dtype=np.float32),
        spans=spans,
        parents=np.zeros((n_cues, 1 + N_TOKENS), dtype=np.float32),
        names=np.zeros((n_cues, 2, 1 + N_TOKENS), dtype=np.float32),
        source_types=source_types,
        acts=np.zeros((n_cues, len(ACTS)), dtype=np.float32),
        certainties=np.zeros((n_cues, len(CERTAINTIES)), dtype=np.float32),
        times=np.zeros((N_TOKENS, 3), dtype=np.float32),
        events=np.zeros((N_TOKENS, 19), dtype=np.float32),
    )


def get_draft(scores: WindowScores, **numbers: float):
    (draft,) = make_drafts(make_tokens(), [scores], Decoding(**numbers))
    return draft


def test_cues_above_the_threshold_stand() -> None:
    scores = make_scores((2, -0.4), (5, 0.6))
    drafts = make_drafts(make_tokens(), [scores], Decoding(cue_threshold=0.5))
    assert [draft.cue for draft in drafts] == [5]


def test_a_cue_begins_at_its_own_first_token() -> None:
    scores = make_scores((2, 1.0))
    scores.spans[0, CUE, 0, :4] = 3.0
    assert get_draft(scores).runs[CUE] == ((2, 3),)


def test_of_two_cues_that_overlap_the_likelier_stands() -> None:
    scores = make_scores((2, 1.0), (3, 2.0))
    scores.spans[:, CUE, 0, 2:5] = 3.0
    assert get_draft(scores).cue == 3


@pytest.mark.parametrize("role", ["source", "grounds", "addressee", "title"])
def test_names_and_grounds_do_not_cross_an_empty_line(role: str) -> None:
    scores = make_scores((2, 1.0))
    scores.spans[0, SPAN_ROLES.index(role), 0, 6:10] = 4.0
    assert get_draft(scores).runs[SPAN_ROLES.index(role)] == ((6, SECOND_BLOCK - 1),)


@pytest.mark.parametrize(("score", "last"), [(0.4, SECOND_BLOCK - 1), (4.0, 9)])
def test_content_leaves_its_line_only_where_the_network_is_sure(score, last) -> None:
    scores = make_scores((2, 1.0))
    scores.spans[0, CONTENT, 0, 6:10] = score
    assert get_draft(scores).runs[CONTENT] == ((6, last),)


def test_content_goes_around_its_own_cue_and_source() -> None:
    scores = make_scores((3, 1.0))
    scores.spans[0, CUE, 0, 3] = 5.0
    scores.spans[0, SOURCE, 0, 4:6] = 5.0
    scores.spans[0, CONTENT, 0, 1:8] = 2.0
    assert get_draft(scores).runs[CONTENT] == ((1, 2), (6, 7))


def test_a_carry_on_may_stand_in_another_block() -> None:
    scores = make_scores((2, 1.0))
    scores.spans[0, IMPLIED, 0, 8:10] = 0.5
    assert get_draft(scores).runs[IMPLIED] == ((8, 9),)


def test_a_content_that_is_expected_is_the_best_there_is() -> None:
    scores = make_scores((2, 1.0))
    scores.spans[0, CONTENT, 0, 4:6] = -0.1
    assert get_draft(scores).runs[CONTENT] == ()
    assert get_draft(scores, empty_content=-50).runs[CONTENT] == ((4, 4),)


@pytest.mark.parametrize(("nameless", "source"), [(6.0, ()), (-6.0, ((0, 1),))])
def test_the_source_type_tells_whether_a_source_is_expected(nameless, source) -> None:
    scores = make_scores((2, 1.0), nameless=nameless)
    scores.source_types[0, SOURCE_TYPES.index(SourceType.REPORT)] = -9.0
    scores.spans[0, SOURCE, 0, :2] = 0.4
    assert get_draft(scores, source_by_type=1.0).runs[SOURCE] == source


def test_spans_are_placed_in_the_whole_text() -> None:
    scores = make_scores((7, 1.0))
    scores.spans[0, CUE, 0, 3] = 5.0
    window = Window(4, N_TOKENS, 4, N_TOKENS)
    shifted = WindowScores(**{**as_dict(scores), "window": window, "spans": scores.spans[..., :8]})
    assert get_draft(shifted).runs[CUE] == ((7, 7),)


def as_dict(scores: WindowScores) -> dict[str, object]:
    return {name: getattr(scores, name) for name in scores.__slots__}
