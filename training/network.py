"""The reader's network: a MiniLM encoder and, for each cue, spans, labels and the hop before it."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from sayso.encoder.labels import (
    ACTORS,
    ACTS,
    CERTAINTIES,
    EVENTS,
    SOURCE_TYPES,
    SPAN_ROLES,
    SPAN_SCORES,
    STYLES,
    TIME_TAGS,
)
from sayso.encoder.tokens import N_SHAPES
from training.data import Batch
from training.encoders import KINDS, MASK_TOKEN, SHIPPED, make_encoder

KEY_WIDTH = 48
N_DISTANCES = 65
N_MAPS = len(SPAN_ROLES) * len(SPAN_SCORES) + 1
PARENT_MAP = N_MAPS - 1
SOURCE, CONTENT = SPAN_ROLES.index("source"), SPAN_ROLES.index("content")


@dataclass(frozen=True, slots=True)
class CueScores:
    """What the network says of each cue.

    Shapes: spans [batch, cues, roles, 3, tokens]; parent [batch, cues, tokens + 1], column 0 is
    "none"; names [batch, cues, 2, tokens + 1], where the source's name begins and ends, column 0 is
    "nowhere"; source_type, act, certainty [batch, cues, classes].
    """

    spans: Tensor
    parent: Tensor
    names: Tensor
    source_type: Tensor
    act: Tensor
    certainty: Tensor


class TokenNetwork(nn.Module):
    """Tokens to hidden states, cue starts and time tags."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = KINDS[kind]
        self.encoder = make_encoder(kind)
        self.width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(N_SHAPES, self.width)
        self.paragraph = nn.Embedding(2, self.width)
        self.style = nn.Embedding(len(STYLES), self.width)
        for table in (self.shape, self.paragraph, self.style):
            nn.init.zeros_(table.weight)
        self.dropout = nn.Dropout(0.1)
        self.anchor = nn.Linear(self.width, 1)
        self.time = nn.Linear(self.width, len(TIME_TAGS))

    def forward(
        self,
        ids: Tensor,
        shapes: Tensor,
        paragraphs: Tensor,
        style: Tensor,
        positions: Tensor,
        mask: Tensor | None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Hidden states [batch, tokens, width], cue-start logits [batch, tokens] and time logits
        [batch, tokens, 3]."""
        words = self.encoder.embeddings.word_embeddings(self.kind.number_words(ids))
        words = words + self.shape(shapes) + self.paragraph(paragraphs) + self.style(style)[:, None]
        hidden = self.encoder(
            inputs_embeds=words,
            attention_mask=mask,
            position_ids=positions + self.kind.first_position,
        ).last_hidden_state
        hidden = self.dropout(hidden)
        return hidden, self.anchor(hidden).squeeze(-1), self.time(hidden)


class EventNetwork(nn.Module):
    """Hidden states to what each token says of the political event that is told of, and by how
    much it counts."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Linear(width, 1)
        self.event = nn.Linear(width, len(EVENTS))
        self.actors = nn.Linear(width, len(ACTORS))

    def forward(self, hidden: Tensor) -> Tensor:
        """Of each token the logit of its weight, the event logits and the actor logits, so that any
        stretch of tokens can be judged later: by the weighted mean of its event logits.

        Shapes: hidden [batch, tokens, width]; result [batch, tokens, 1 + events + actors].
        """
        return torch.cat([self.weight(hidden), self.event(hidden), self.actors(hidden)], -1)


class Network(nn.Module):
    """All parts of the reader, as they are trained together, around one kind of encoder."""

    def __init__(self, kind: str = SHIPPED) -> None:
        super().__init__()
        self.tokens = TokenNetwork(kind)
        self.cues = CueNetwork(self.tokens.width)
        self.events = EventNetwork(self.tokens.width)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, CueScores, Tensor]:
        """Cue-start logits, time logits, the scores of the batch's cues, and what the tokens say
        of events."""
        inputs = batch.inputs()
        inputs["ids"] = batch.ids.masked_fill(batch.hidden, MASK_TOKEN)
        hidden, anchors, times = self.tokens(**inputs)
        events = self.events(hidden).float()
        return anchors.float(), times.float(), self.cues(hidden, batch.cues), events


class NamePointer(nn.Module):
    """Hidden states and cues to where the name of each cue's source stands in the window."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query = nn.Linear(2 * width, 2 * KEY_WIDTH)
        self.key = nn.Linear(width, 2 * KEY_WIDTH)
        self.key_bias = nn.Linear(width, 2)
        self.nowhere = nn.Linear(2 * width, 2)
        self.distance = nn.Embedding(N_DISTANCES, 2)
        nn.init.zeros_(self.distance.weight)

    def forward(self, hidden: Tensor, asking: Tensor, cues: Tensor) -> Tensor:
        """Scores of each token as the begin and as the end of a mention, column 0 is "nowhere".

        Shapes: hidden [batch, tokens, width]; asking [batch, cues, 2 width], each cue and its
        source; cues [batch, cues]; result [batch, cues, 2, 1 + tokens].
        """
        n_batch, n_tokens, _ = hidden.shape
        n_cues = cues.shape[1]
        query = self.query(asking).view(n_batch, n_cues, 2, KEY_WIDTH).transpose(1, 2)
        key = self.key(hidden).view(n_batch, n_tokens, 2, KEY_WIDTH).permute(0, 2, 3, 1)
        maps = torch.matmul(query, key) / math.sqrt(KEY_WIDTH)
        maps = maps + self.key_bias(hidden).transpose(1, 2)[:, :, None, :]
        maps = maps + self.distance(_distance_bucket(cues, n_tokens)).permute(0, 3, 1, 2)
        return torch.cat([self.nowhere(asking)[..., None], maps.transpose(1, 2)], -1).float()


class CueNetwork(nn.Module):
    """Hidden states and cue positions to spans, labels, parents and names of those cues."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query = nn.Linear(width, N_MAPS * KEY_WIDTH)
        self.key = nn.Linear(width, N_MAPS * KEY_WIDTH)
        self.query_bias = nn.Linear(width, N_MAPS)
        self.key_bias = nn.Linear(width, N_MAPS)
        self.no_parent = nn.Linear(width, 1)
        self.distance = nn.Embedding(N_DISTANCES, N_MAPS)
        nn.init.zeros_(self.distance.weight)
        with torch.no_grad():
            self.query_bias.bias.fill_(-1.0)
        self.pooled = nn.Sequential(nn.Linear(3 * width, width), nn.GELU(), nn.Dropout(0.1))
        self.source_type = nn.Linear(width, len(SOURCE_TYPES))
        self.act = nn.Linear(width, len(ACTS))
        self.certainty = nn.Linear(width, len(CERTAINTIES))
        self.names = NamePointer(width)

    def forward(self, hidden: Tensor, cues: Tensor) -> CueScores:
        """Scores of the cues that start at the given tokens.

        Shapes: hidden [batch, tokens, width]; cues [batch, cues], token indices.
        """
        n_batch, n_tokens, _ = hidden.shape
        n_cues = cues.shape[1]
        at_cue = torch.gather(hidden, 1, cues[:, :, None].expand(-1, -1, hidden.shape[-1]))
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
        source = _pool(spans[:, :, SOURCE, 0], hidden)
        content = _pool(spans[:, :, CONTENT, 0], hidden)
        pooled = self.pooled(torch.cat([at_cue, source, content], -1))
        return CueScores(
            spans,
            parent,
            self.names(hidden, torch.cat([at_cue, source], -1), cues),
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
