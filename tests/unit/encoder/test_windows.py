from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder.windows import Window, make_windows


def test_a_short_text_is_one_window() -> None:
    assert make_windows(np.array([0]), 100, length=384, margin=40) == (Window(0, 100, 0, 100),)


def test_no_tokens_give_no_window() -> None:
    assert make_windows(np.array([], dtype=np.int64), 0, length=384, margin=40) == ()


def test_a_core_starts_at_the_nearest_sentence() -> None:
    windows = make_windows(np.array([0, 290, 305, 560]), 600, length=384, margin=40)
    assert [window.core_start for window in windows] == [0, 305]


@given(
    n_tokens=st.integers(1, 3000),
    breaks=st.lists(st.integers(0, 3000), max_size=80),
    length=st.integers(100, 500),
)
def test_cores_tile_the_text_and_no_window_is_too_long(
    n_tokens: int, breaks: list[int], length: int
) -> None:
    kept = np.array(sorted({each for each in breaks if each < n_tokens}), dtype=np.int64)
    windows = make_windows(kept, n_tokens, length=length, margin=30)
    assert windows[0].core_start == 0
    assert windows[-1].core_end == n_tokens
    assert all(a.core_end == b.core_start for a, b in pairwise(windows))
    assert all(w.end - w.start <= length for w in windows)
    assert all(0 <= w.start <= w.core_start < w.core_end <= w.end <= n_tokens for w in windows)


@pytest.mark.parametrize("n_tokens", [385, 700, 1500])
def test_every_core_has_context_on_both_sides(n_tokens: int) -> None:
    windows = make_windows(np.array([0]), n_tokens, length=384, margin=40)
    assert all(w.core_start - w.start >= 20 for w in windows[1:])
    assert all(w.end - w.core_end >= 20 for w in windows[:-1])
