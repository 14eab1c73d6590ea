"""Weights that lose less in int8: each layer's large inputs are shrunk and its weights grown by as
much, so that one scale fits all channels and the answer stays the same.

Source: SmoothQuant, Xiao et al. 2023; the scales are multiplied in before the layer, since the sum
that follows each LayerNorm here needs its output as it is.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

from training.data import Batch
from training.network import Network

# How much of the difficulty goes from the inputs to the weights.
_STRENGTH = 0.7
_LEAST_INPUT, _LEAST_WEIGHT = 1e-3, 1e-4


class SmoothLinear(nn.Module):
    """A linear layer whose inputs are multiplied by ``shrink`` and whose weights make up for it."""

    def __init__(self, layer: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.shrink = nn.Parameter(1 / scale)
        self.layer = layer
        with torch.no_grad():
            layer.weight *= scale[None]

    def forward(self, inputs: Tensor) -> Tensor:
        """The same as the layer gave before.

        Shapes: inputs [.., channels].
        """
        return self.layer(inputs * self.shrink)


def smooth(network: Network, batches: Iterable[Batch]) -> None:
    """Replaces the linear layers of the encoder in place, by the largest inputs over some batches
    of one window each."""
    encoder = network.tokens.encoder
    layers = {name: each for name, each in encoder.named_modules() if isinstance(each, nn.Linear)}
    largest = _watch(network, layers, batches)
    for name, layer in layers.items():
        inputs = largest[name].clamp(min=_LEAST_INPUT)
        weights = layer.weight.detach().abs().amax(0).clamp(min=_LEAST_WEIGHT)
        scale = inputs**_STRENGTH / weights ** (1 - _STRENGTH)
        path, _, last = name.rpartition(".")
        setattr(encoder.get_submodule(path), last, SmoothLinear(layer, _center(scale)))


def _center(scale: Tensor) -> Tensor:
    """The scales with a geometric mean of one."""
    return scale / scale.log().mean().exp()


def _watch(
    network: Network, layers: dict[str, nn.Linear], batches: Iterable[Batch]
) -> dict[str, Tensor]:
    """The largest magnitude of each input channel of each layer."""
    largest = {name: torch.zeros(layer.in_features) for name, layer in layers.items()}

    def note(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen = inputs[0].detach().abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], seen)

        return hook

    hooks = [layer.register_forward_pre_hook(note(name)) for name, layer in layers.items()]
    with torch.no_grad():
        for batch in batches:
            network.tokens(**batch.inputs() | {"mask": None})
    for each in hooks:
        each.remove()
    return largest
