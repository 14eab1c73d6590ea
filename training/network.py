"""The reader's network: a MiniLM encoder and, for each cue, spans, labels and the hop before it."""

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertModel

from sayso.encoder.labels import (
    ACTS,
    CERTAINTIES,
    SOURCE_TYPES,
    SPAN_ROLES,
    SPAN_SCORES,
    STYLES,
    TIME_TAGS,
)
from sayso.encoder.tokens import N_SHAPES

WIDTH = 384
KEY_WIDTH = 48
N_DISTANCES = 65
N_MAPS = len(SPAN_ROLES) * len(SPAN_SCORES) + 1
PARENT_MAP = N_MAPS - 1
SOURCE, CONTENT = SPAN_ROLES.index("source"), SPAN_ROLES.index("content")


@dataclass(frozen=True, slots=True)
class CueScores:
    """What the network says of each cue.

    Shapes: spans [batch, cues, roles, 3, tokens]; parent [batch, cues, tokens + 1], column 0 is "none";
    source_type, act, certainty [batch, cues, classes].
    """

    spans: Tensor
    parent: Tensor
    source_type: Tensor
    act: Tensor
    certainty: Tensor


class TokenNetwork(nn.Module):
    """Tokens to hidden states, cue starts and time tags."""

    def __init__(self, start_weights: str) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            start_weights, add_pooling_layer=False, attn_implementation="sdpa"
        )
        for module in self.encoder.modules():
            if type(module).__name__ == "BertSelfAttention":
                module.dropout.p = 0.0
        self.shape = nn.Embedding(N_SHAPES, WIDTH)
        self.paragraph = nn.Embedding(2, WIDTH)
        self.style = nn.Embedding(len(STYLES), WIDTH)
        for table in (self.shape, self.paragraph, self.style):
            nn.init.zeros_(table.weight)
        self.dropout = nn.Dropout(0.1)
        self.anchor = nn.Linear(WIDTH, 1)
        self.time = nn.Linear(WIDTH, len(TIME_TAGS))

    def forward(
        self,
        ids: Tensor,
        shapes: Tensor,
        paragraphs: Tensor,
        style: Tensor,
        positions: Tensor,
        mask: Tensor | None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Hidden states [batch, tokens, width], cue-start logits [batch, tokens], time logits [.., 3]."""
        words = self.encoder.embeddings.word_embeddings(ids)
        words = words + self.shape(shapes) + self.paragraph(paragraphs) + self.style(style)[:, None]
        hidden = self.encoder(
            inputs_embeds=words, attention_mask=mask, position_ids=positions
        ).last_hidden_state
        hidden = self.dropout(hidden)
        return hidden, self.anchor(hidden).squeeze(-1), self.time(hidden)


class CueNetwork(nn.Module):
    """Hidden states and cue positions to spans, labels and parents of those cues."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, N_MAPS * KEY_WIDTH)
        self.key = nn.Linear(WIDTH, N_MAPS * KEY_WIDTH)
        self.query_bias = nn.Linear(WIDTH, N_MAPS)
        self.key_bias = nn.Linear(WIDTH, N_MAPS)
        self.no_parent = nn.Linear(WIDTH, 1)
        self.distance = nn.Embedding(N_DISTANCES, N_MAPS)
        nn.init.zeros_(self.distance.weight)
        with torch.no_grad():
            self.query_bias.bias.fill_(-1.0)
        self.pooled = nn.Sequential(nn.Linear(3 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.1))
        self.source_type = nn.Linear(WIDTH, len(SOURCE_TYPES))
        self.act = nn.Linear(WIDTH, len(ACTS))
        self.certainty = nn.Linear(WIDTH, len(CERTAINTIES))

    def forward(self, hidden: Tensor, cues: Tensor) -> CueScores:
        """Scores of the cues that start at the given tokens.

        Shapes: hidden [batch, tokens, width]; cues [batch, cues], token indices.
        """
        n_batch, n_tokens, _ = hidden.shape
        n_cues = cues.shape[1]
        at_cue = torch.gather(hidden, 1, cues[:, :, None].expand(-1, -1, WIDTH))
        query = self.query(at_cue).view(n_batch, n_cues, N_MAPS, KEY_WIDTH).transpose(1, 2)
        key = self.key(hidden).view(n_batch, n_tokens, N_MAPS, KEY_WIDTH).permute(0, 2, 3, 1)
        maps = torch.matmul(query, key) / math.sqrt(KEY_WIDTH)
        maps = maps + self.query_bias(at_cue).transpose(1, 2)[:, :, :, None]
        maps = maps + self.key_bias(hidden).transpose(1, 2)[:, :, None, :]
        maps = maps + self.distance(_distance_bucket(cues, n_tokens)).permute(0, 3, 1, 2)
        maps = maps.float().transpose(1, 2)
        spans = maps[:, :, :PARENT_MAP].reshape(
            n_batch, n_cues, len(SPAN_ROLES), len(SPAN_SCORES), n_tokens
        )
        parent = torch.cat([self.no_parent(at_cue).float(), maps[:, :, PARENT_MAP]], -1)
        pooled = self.pooled(
            torch.cat(
                [at_cue, _pool(spans[:, :, SOURCE, 0], hidden), _pool(spans[:, :, CONTENT, 0], hidden)],
                -1,
            )
        )
        return CueScores(
            spans,
            parent,
            self.source_type(pooled).float(),
            self.act(pooled).float(),
            self.certainty(pooled).float(),
        )


def _distance_bucket(cues: Tensor, n_tokens: int) -> Tensor:
    distance = torch.arange(n_tokens, device=cues.device)[None, None] - cues[:, :, None]
    steps = torch.clamp(torch.log2(distance.abs().float() + 1) * 4, max=N_DISTANCES // 2 - 1)
    return torch.sign(distance) * steps.long() + N_DISTANCES // 2


def _pool(inside: Tensor, hidden: Tensor) -> Tensor:
    weights = torch.sigmoid(inside)
    weights = weights / (weights.sum(-1, keepdim=True) + 0.5)
    return torch.matmul(weights.to(hidden.dtype), hidden)


def span_loss(scores: Tensor, inside: Tensor) -> Tensor:
    """Negative log likelihood of each gold token set among all token sets of the sequence.

    Shapes: scores [sequences, 3, tokens] float32; inside [sequences, tokens] bool; result [sequences].
    Source: linear-chain conditional random field, Lafferty et al. 2001, with two states whose only transition
    scores are a run's begin and end.
    """
    token, begin, end = scores.unbind(1)
    before = F.pad(inside, (1, 0))[:, :-1]
    after = F.pad(inside, (0, 1))[:, 1:]
    gold = (
        (token * inside).sum(-1) + (begin * (inside & ~before)).sum(-1) + (end * (inside & ~after)).sum(-1)
    )
    return LogPartition.apply(token, begin, end) - gold


class LogPartition(torch.autograd.Function):
    """Log of the summed exponential scores of all token sets; its gradient is the sets' marginals.

    Written out with the forward-backward algorithm, since automatic differentiation of the same sum took a third
    of a training step.
    """

    @staticmethod
    def forward(ctx: Any, token: Tensor, begin: Tensor, end: Tensor) -> Tensor:
        """Shapes: all [sequences, tokens]; result [sequences]."""
        token, begin, end = (each.detach().T.contiguous() for each in (token, begin, end))
        outside, inside = _forward_scores(token, begin, end)
        total = torch.logaddexp(outside[-1], inside[-1] + end[-1])
        ctx.save_for_backward(token, begin, end, outside, inside, total)
        return total

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The marginals of token, begin and end, times the gradient of each sequence."""
        token, begin, end, outside, inside, total = ctx.saved_tensors
        after_outside, after_inside = _backward_scores(token, begin, end)
        nothing = torch.zeros_like(outside[:1])
        before, after = torch.cat([nothing, outside[:-1]]), torch.cat([after_outside[1:], nothing])
        (gradient,) = gradients
        of_token = torch.exp(inside + after_inside - total) * gradient
        of_begin = torch.exp(before + begin + token + after_inside - total) * gradient
        of_end = torch.exp(inside + end + after - total) * gradient
        return of_token.T, of_begin.T, of_end.T


def _forward_scores(token: Tensor, begin: Tensor, end: Tensor) -> tuple[Tensor, Tensor]:
    """Log sums over the sets up to each token that leave it outside, or inside with its run open."""
    outside, inside = torch.empty_like(token), torch.empty_like(token)
    out = torch.zeros_like(token[0])
    run = torch.full_like(out, -1e4)
    last_end = torch.zeros_like(out)
    for index in range(len(token)):
        closed = torch.logaddexp(out, run + last_end)
        run = token[index] + torch.logaddexp(out + begin[index], run)
        out = closed
        last_end = end[index]
        outside[index], inside[index] = out, run
    return outside, inside


def _backward_scores(token: Tensor, begin: Tensor, end: Tensor) -> tuple[Tensor, Tensor]:
    """Log sums over all that can follow each token when it is outside, or inside."""
    outside, inside = torch.empty_like(token), torch.empty_like(token)
    out, run = torch.zeros_like(token[0]), end[-1]
    outside[-1], inside[-1] = out, run
    for index in range(len(token) - 2, -1, -1):
        into_run = token[index + 1] + run
        run = torch.logaddexp(end[index] + out, into_run)
        out = torch.logaddexp(out, begin[index + 1] + into_run)
        outside[index], inside[index] = out, run
    return outside, inside
