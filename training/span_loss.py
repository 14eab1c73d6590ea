"""The loss of token sets: a chain of two states, inside and outside, whose only transition scores
are a run's begin and end.

Source: linear-chain conditional random field, Lafferty et al. 2001.
"""

from typing import Any

import torch
from torch import Tensor

NEVER = -1e4


def span_loss(scores: Tensor, target: Tensor) -> Tensor:
    """Cross entropy between the network's distribution over all token sets and the target's.

    Shapes: scores, target [sequences, 3, tokens] float32: inside, begin, end; of a single gold set
    the target is 0 or 1, of a mixture it is the marginals; result [sequences].
    """
    return LogPartition.apply(*scores.unbind(1)) - (scores * target).sum((1, 2))


def span_marginals(scores: Tensor) -> Tensor:
    """The share of each token to be inside, begin and end over all token sets.

    Shapes: scores and result [sequences, 3, tokens].
    """
    _, marginals = _log_partition(*scores.unbind(1))
    return torch.stack(marginals, 1)


class LogPartition(torch.autograd.Function):
    """Log of the summed exponential scores of all token sets; its gradient is the sets' marginals.

    Written out with the forward-backward algorithm, since automatic differentiation of the same sum
    took a third of a training step.
    """

    @staticmethod
    def forward(ctx: Any, token: Tensor, begin: Tensor, end: Tensor) -> Tensor:
        """Shapes: all [sequences, tokens]; result [sequences]."""
        total, marginals = _log_partition(token.detach(), begin.detach(), end.detach())
        ctx.save_for_backward(*marginals)
        return total

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The marginals of token, begin and end, times the gradient of each sequence."""
        of_token, of_begin, of_end = ctx.saved_tensors
        gradient = gradients[0][:, None]
        return of_token * gradient, of_begin * gradient, of_end * gradient


def _log_partition(
    token: Tensor, begin: Tensor, end: Tensor
) -> tuple[Tensor, tuple[Tensor, Tensor, Tensor]]:
    token, begin, end = (each.T.contiguous() for each in (token, begin, end))
    scan = _scan_by_doubling if token.is_cuda else _scan_in_order
    (outside, inside), (after_outside, after_inside) = scan(token, begin, end)
    total = torch.logaddexp(outside[-1], inside[-1] + end[-1])
    nothing = torch.zeros_like(outside[:1])
    before, after = torch.cat([nothing, outside[:-1]]), torch.cat([after_outside[1:], nothing])
    return total, (
        torch.exp(inside + after_inside - total).T,
        torch.exp(before + begin + token + after_inside - total).T,
        torch.exp(inside + end + after - total).T,
    )


Pair = tuple[Tensor, Tensor]


def _scan_in_order(token: Tensor, begin: Tensor, end: Tensor) -> tuple[Pair, Pair]:
    """Log sums over the sets up to each token that leave it outside or inside, and over all that
    can follow it then; the inside ones with their run still open.

    Shapes: all [tokens, sequences].
    """
    return _forward_scores(token, begin, end), _backward_scores(token, begin, end)


def _forward_scores(token: Tensor, begin: Tensor, end: Tensor) -> Pair:
    outside, inside = torch.empty_like(token), torch.empty_like(token)
    out = torch.zeros_like(token[0])
    run = torch.full_like(out, NEVER)
    last_end = torch.zeros_like(out)
    for index in range(len(token)):
        closed = torch.logaddexp(out, run + last_end)
        run = token[index] + torch.logaddexp(out + begin[index], run)
        out = closed
        last_end = end[index]
        outside[index], inside[index] = out, run
    return outside, inside


def _backward_scores(token: Tensor, begin: Tensor, end: Tensor) -> Pair:
    outside, inside = torch.empty_like(token), torch.empty_like(token)
    out, run = torch.zeros_like(token[0]), end[-1]
    outside[-1], inside[-1] = out, run
    for index in range(len(token) - 2, -1, -1):
        into_run = token[index + 1] + run
        run = torch.logaddexp(end[index] + out, into_run)
        out = torch.logaddexp(out, begin[index + 1] + into_run)
        outside[index], inside[index] = out, run
    return outside, inside


def _scan_by_doubling(token: Tensor, begin: Tensor, end: Tensor) -> tuple[Pair, Pair]:
    """The same by products of ever longer stretches: more sums, but ten steps instead of hundreds,
    which is what a GPU wants.

    Source: Hillis and Steele 1986; a step is a 2 by 2 matrix of the log semiring.
    """
    last_end = torch.cat([torch.full_like(end[:1], NEVER), end[:-1]])
    nothing = torch.zeros_like(token)
    steps = torch.stack([nothing, begin + token, last_end, token], -1).unflatten(-1, (2, 2))
    n_tokens = len(steps)
    prefix, suffix, reach = steps, steps, 1
    while reach < n_tokens:
        prefix = torch.cat([prefix[:reach], _multiply(prefix[:-reach], prefix[reach:])])
        suffix = torch.cat([_multiply(suffix[:-reach], suffix[reach:]), suffix[-reach:]])
        reach *= 2
    first = torch.stack([prefix[:, :, 0, 0], prefix[:, :, 0, 1]])
    final_outside, final_inside = nothing[0], end[-1]
    after = torch.logaddexp(
        suffix[1:, :, :, 0] + final_outside[:, None], suffix[1:, :, :, 1] + final_inside[:, None]
    )
    last = torch.stack([final_outside, final_inside], -1)[None]
    following = torch.cat([after, last])
    return (first[0], first[1]), (following[..., 0], following[..., 1])


def _multiply(left: Tensor, right: Tensor) -> Tensor:
    return torch.logaddexp(
        left[..., :, :1] + right[..., :1, :], left[..., :, 1:] + right[..., 1:, :]
    )
