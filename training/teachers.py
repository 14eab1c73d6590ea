"""Teachers: networks trained before whose mean answer a student learns, from labelled reports
beside the gold and from unlabelled ones, read in the style "sayso", alone.

Source: knowledge distillation, Hinton et al. 2015; on token sets it is exact, since the expected
score under a chain is the score of its marginals.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.encoder.labels import EVENTS
from training.data import UNKNOWN, Batch
from training.losses import LABELS, judge_stretches, name_log_shares, to_hop_logits, without_padding
from training.network import CueScores, Network
from training.span_loss import span_marginals

# A token of an unlabelled report is looked at as a cue when the teachers give it this share.
CUE_SHARE = 0.3


def load_teachers(states: Sequence[Path], device: str) -> list[Network]:
    """The averaged networks of finished runs, ready to answer."""
    return [load_average(state, device).requires_grad_(requires_grad=False) for state in states]


def load_average(state: Path, device: str = "cpu") -> Network:
    """The averaged weights of a training state."""
    saved = torch.load(state, map_location=device, weights_only=True)
    network = Network(saved["encoder"]).to(device)
    average = saved["average"].items()
    network.load_state_dict(
        {n.removeprefix("module."): value for n, value in average if n.startswith("module.")}
    )
    return network.eval()


def soften(batch: Batch, teachers: Sequence[Network], *, trust: float) -> Batch:
    """The batch with targets of ``trust`` parts the teachers' mean answer and the rest gold."""
    with torch.no_grad():
        answers = [teacher.tokens(**batch.inputs()) for teacher in teachers]
        anchors = _mean(torch.sigmoid(anchor.float()) for _, anchor, _ in answers)
        times = _mean(torch.softmax(time.float(), -1) for _, _, time in answers)
        batch = _with_found_cues(batch, anchors)
        asked = [(each, hidden) for each, (hidden, _, _) in zip(teachers, answers, strict=True)]
        scores = [teacher.cues(hidden, batch.cues) for teacher, hidden in asked]
        events = [teacher.events(hidden).float() for teacher, hidden in asked]
        times = times * batch.mask[..., None]
        return replace(
            batch,
            anchors=_mix_anchors(batch, anchors, trust),
            times=_mix(batch.times, times, ~batch.labelled[:, None, None], trust),
            **_mix_cues(batch, scores, trust),
            **_mix_events(batch, events, trust),
        )


def _mix_anchors(batch: Batch, anchors: Tensor, trust: float) -> Tensor:
    labelled = batch.labelled[:, None]
    mixed = torch.where(labelled, batch.anchors + trust * (anchors - batch.anchors), anchors)
    unknown = (labelled & (batch.anchors == UNKNOWN)) | ~batch.mask
    return mixed.masked_fill(unknown, UNKNOWN)


def _with_found_cues(batch: Batch, anchors: Tensor) -> Batch:
    """Unlabelled windows get the teachers' cues; their targets are all zeros as yet."""
    found = (anchors > CUE_SHARE) & batch.mask & ~batch.labelled[:, None]
    more = int(found.sum(1).max()) - batch.cues.shape[1]
    batch = _widen(batch, more) if more > 0 else batch
    order = torch.argsort((~found).int(), dim=1, stable=True)[:, : batch.cues.shape[1]]
    is_found = torch.gather(found, 1, order)
    unlabelled = ~batch.labelled[:, None]
    return replace(
        batch,
        cues=torch.where(unlabelled, order * is_found, batch.cues),
        is_cue=batch.is_cue | is_found,
        known_roles=batch.known_roles | is_found[..., None],
    )


def _widen(batch: Batch, more: int) -> Batch:
    """The batch with room for more cues."""
    tail = {"cues": 0, "is_cue": 0, "named_by_share": 0, "known_roles": 1, "spans": 3, "names": 2}
    tail |= dict.fromkeys(LABELS, 1)
    wide = {
        name: F.pad(getattr(batch, name), (0, 0) * n_after + (0, more))
        for name, n_after in tail.items()
    }
    return replace(batch, **wide, parents=F.pad(batch.parents, (0, more, 0, more)))


def _mix_cues(batch: Batch, scores: Sequence[CueScores], trust: float) -> dict[str, Tensor]:
    found = (batch.is_cue & ~batch.labelled[:, None])[..., None]
    hops = _mean(torch.softmax(to_hop_logits(each.parent, batch), -1) for each in scores)
    mixed = {"parents": _mix(batch.parents, hops, found, trust)}
    for name in LABELS:
        shares = _mean(torch.softmax(getattr(each, name), -1) for each in scores)
        mixed[name] = _mix(getattr(batch, name), shares, found, trust)
    chosen = batch.is_cue[:, :, None] & batch.known_roles
    shares = _mean(
        span_marginals(without_padding(each.spans, batch.mask)[chosen]) for each in scores
    )
    is_new = found.expand_as(chosen)[chosen][:, None, None]
    gold = batch.spans[chosen]
    spans = torch.zeros_like(batch.spans)
    spans[chosen] = torch.where(is_new, shares, gold + trust * (shares - gold))
    names = _mean(name_log_shares(each.names, batch.mask).exp() for each in scores)
    return mixed | {
        "spans": spans,
        "names": torch.where(found[..., None], names, batch.names),
        "named_by_share": found[..., 0],
    }


def _mix_events(batch: Batch, events: Sequence[Tensor], trust: float) -> dict[str, Tensor]:
    """Only sentences whose event is known are judged: the teachers say how alike the classes
    are."""
    shares = _mean(torch.softmax(judge_stretches(each, batch.stretches), -1) for each in events)
    actors = _mean(torch.sigmoid(each[..., 1 + len(EVENTS) :]) for each in events)
    return {
        "events": _mix_known(batch.events, shares, trust),
        "actors": batch.actors + trust * batch.known_actors * (actors - batch.actors),
    }


def _mix(gold: Tensor, shares: Tensor, is_new: Tensor, trust: float) -> Tensor:
    """Gold and the teachers' shares where gold is known; theirs alone where it is new."""
    return torch.where(is_new, shares, _mix_known(gold, shares, trust))


def _mix_known(gold: Tensor, shares: Tensor, trust: float) -> Tensor:
    """Gold and the teachers' shares where gold is known; nothing where it is not."""
    is_known = gold.sum(-1, keepdim=True) > 0
    return torch.where(is_known, gold + trust * (shares - gold), gold)


def _mean(values: Iterable[Tensor]) -> Tensor:
    return torch.stack(list(values)).mean(0)
