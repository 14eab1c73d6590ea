"""The training loss: the network's scores and the shares it should give in, weighted summands
out."""

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.encoder.labels import EVENTS, SPAN_ROLES
from training.data import UNKNOWN, Batch
from training.network import CueScores, Network
from training.span_loss import NEVER, span_loss

Config = dict[str, Any]
LABELS = ("source_type", "act", "certainty")


def find_losses(network: Network, batch: Batch, weights: Config) -> dict[str, Tensor]:
    """The weighted summands, each divided by the number of cues, labels, hops or times known."""
    anchors, times, scores, events = network(batch)
    n_cues = batch.is_cue.sum().clamp(min=1)
    n_timed = (batch.times.sum() / 40).clamp(min=1)
    anchor_loss = F.binary_cross_entropy_with_logits(
        anchors, batch.anchors.clamp(min=0), weight=(batch.anchors != UNKNOWN).float(),
        reduction="sum",
    )  # fmt: skip
    n_hops = batch.parents.sum().clamp(min=1)
    actor_loss = F.binary_cross_entropy_with_logits(
        events[..., 1 + len(EVENTS) :], batch.actors, weight=batch.known_actors, reduction="sum"
    )
    return {
        "anchor": weights["anchor"] * anchor_loss / n_cues,
        "times": weights["times"] * _cross_entropy(times, batch.times) / n_timed,
        "spans": _find_span_loss(scores, batch, weights["roles"]) / n_cues,
        "labels": weights["labels"] * _find_label_loss(scores, batch),
        "parent": weights["parent"]
        * _cross_entropy(to_hop_logits(scores.parent, batch), batch.parents)
        / n_hops,
        "names": weights["names"] * _find_name_loss(scores.names, batch),
        "events": weights["events"]
        * _cross_entropy(judge_stretches(events, batch.stretches), batch.events)
        / batch.events.sum().clamp(min=1),
        "actors": weights["actors"] * actor_loss / batch.known_actors.sum().clamp(min=1),
    }


def to_hop_logits(parent: Tensor, batch: Batch) -> Tensor:
    """The pointer's scores of "none" and of the cues of each window, never of a cue itself.

    Shapes: parent [batch, cues, tokens + 1]; result [batch, cues, cues + 1].
    """
    n_cues = batch.cues.shape[1]
    at_cues = batch.cues[:, None].expand(-1, n_cues, -1)
    candidates = torch.gather(parent[:, :, 1:], 2, at_cues)
    itself = torch.eye(n_cues, dtype=torch.bool, device=at_cues.device)
    candidates = candidates.masked_fill(~batch.is_cue[:, None] | itself, NEVER)
    return torch.cat([parent[:, :, :1], candidates], -1)


def without_padding(spans: Tensor, mask: Tensor) -> Tensor:
    """Span scores with padding as tokens that are never inside, and whose begin and end cost
    nothing."""
    padding = spans.new_tensor([NEVER, 0.0, 0.0])[:, None]
    return torch.where(mask[:, None, None, None], spans, padding)


def _find_span_loss(scores: CueScores, batch: Batch, role_weights: Config) -> Tensor:
    chosen = batch.is_cue[:, :, None] & batch.known_roles
    spans = without_padding(scores.spans, batch.mask)
    weights = spans.new_tensor([role_weights[role] for role in SPAN_ROLES]).expand_as(chosen)
    return (span_loss(spans[chosen], batch.spans[chosen]) * weights[chosen]).sum()


def _find_label_loss(scores: CueScores, batch: Batch) -> Tensor:
    n_labelled = batch.act.sum().clamp(min=1)
    summands = [_cross_entropy(getattr(scores, name), getattr(batch, name)) for name in LABELS]
    return torch.stack(summands).sum() / n_labelled


def judge_stretches(events: Tensor, stretches: Tensor) -> Tensor:
    """The event logits of each stretch [batch, stretches, events]: the weighted mean of its
    tokens'."""
    weights = torch.softmax(events[:, None, :, 0].masked_fill(~stretches, NEVER), -1)
    return torch.matmul(weights, events[..., 1 : 1 + len(EVENTS)])


def name_log_shares(names: Tensor, mask: Tensor) -> Tensor:
    """Logarithms of the shares of each token as a mention's begin and end, from their scores."""
    padding = F.pad(~mask, (1, 0))[:, None, None]
    return F.log_softmax(names.masked_fill(padding, NEVER), -1)


def _find_name_loss(names: Tensor, batch: Batch) -> Tensor:
    """How unlikely it is that the pointer meets any of the mentions, one as good as another, or the
    cross entropy to the shares of a teacher."""
    known = batch.names.sum(-1) > 0
    shares = name_log_shares(names, batch.mask)
    any_mention = shares.masked_fill(batch.names == 0, NEVER).logsumexp(-1)
    by_share = (batch.names * shares).sum(-1)
    gain = torch.where(batch.named_by_share[..., None], by_share, any_mention)
    return -gain[known].sum() / known.sum().clamp(min=1)


def _cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    return -(target * F.log_softmax(logits, -1)).sum()
