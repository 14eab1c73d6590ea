from itertools import product

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")

from training.data import to_marginals  # noqa: E402
from training.span_loss import (  # noqa: E402
    _scan_by_doubling,
    _scan_in_order,
    span_loss,
    span_marginals,
)

N_TOKENS = 5
ALL_SETS = to_marginals(torch.tensor(list(product((False, True), repeat=N_TOKENS))))


@pytest.fixture
def scores():
    return torch.randn(3, 3, N_TOKENS, generator=torch.Generator().manual_seed(0)) * 2


def score_all_sets(scores):
    return (scores[:, None] * ALL_SETS).sum((2, 3))


def test_the_loss_of_a_set_is_its_negative_log_share_among_all_sets(scores):
    shares = torch.softmax(score_all_sets(scores), 1)
    for number, target in enumerate(ALL_SETS):
        loss = span_loss(scores, target.expand_as(scores))
        torch.testing.assert_close(loss, -torch.log(shares[:, number]), rtol=1e-4, atol=1e-4)


def test_marginals_are_the_summed_shares_of_the_sets_that_hold_a_token(scores):
    shares = torch.softmax(score_all_sets(scores), 1)
    expected = torch.einsum("sn,nkt->skt", shares, ALL_SETS)
    torch.testing.assert_close(span_marginals(scores), expected, rtol=1e-4, atol=1e-4)


def test_the_gradient_vanishes_where_the_target_is_what_the_network_thinks(scores):
    scores.requires_grad_()
    span_loss(scores, span_marginals(scores.detach())).sum().backward()
    torch.testing.assert_close(scores.grad, torch.zeros_like(scores))


def test_both_ways_to_scan_give_the_same_sums():
    token, begin, end = torch.randn(3, 37, 4, generator=torch.Generator().manual_seed(1)) * 3
    for one, other in zip(
        _scan_in_order(token, begin, end), _scan_by_doubling(token, begin, end), strict=True
    ):
        torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-4)
