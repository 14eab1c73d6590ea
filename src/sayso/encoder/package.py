"""The encoder package on disk: a manifest and the files it vouches for; folder in, checked paths
out."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.encoder import labels
from sayso.encoder.decoding import Decoding
from sayso.errors import ManifestUnreadable, WeightsChanged, WeightsMissing

SHIPPED = Path(__file__).parent / "weights"
TOKEN_FILE, CUE_FILE, TOKENIZER_FILE = "tokens.onnx", "cues.onnx", "tokenizer.json"
MANIFEST_FILE = "manifest.json"
_FORMAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderPackage:
    """A folder whose files are those its manifest names; ``name`` is short for both graphs
    together."""

    folder: Path
    name: str
    manifest: dict[str, Any]
    decoding: dict[str, Decoding]

    def file(self, name: str) -> Path:
        """The path of one of its files."""
        return self.folder / name


def open_package(folder: Path = SHIPPED) -> EncoderPackage:
    """The package in a folder, with every file's hash checked.

    Raises: WeightsMissing, WeightsChanged, ManifestUnreadable.
    """
    manifest = _read_manifest(folder / MANIFEST_FILE)
    for name, expected in manifest["files"].items():
        found = _sha256(folder / name)
        if found != expected:
            raise WeightsChanged(str(folder / name), expected=expected, found=found)
    return EncoderPackage(
        folder=folder,
        name=_short_name(manifest["files"]),
        manifest=manifest,
        decoding=_read_decoding(manifest, folder / MANIFEST_FILE),
    )


def labels_of_code() -> dict[str, list[str]]:
    """The label lists as this version numbers them; a manifest must say the same."""
    return {
        "span_roles": list(labels.SPAN_ROLES),
        "span_scores": list(labels.SPAN_SCORES),
        "source_types": list(labels.SOURCE_TYPES),
        "acts": list(labels.ACTS),
        "certainties": list(labels.CERTAINTIES),
        "time_tags": list(labels.TIME_TAGS),
        "events": list(labels.EVENTS),
        "actors": list(labels.ACTORS),
        "styles": list(labels.STYLES),
    }


def make_manifest(folder: Path, **details: Any) -> dict[str, Any]:
    """The manifest of the files in a folder, with further ``details`` such as the training card."""
    files = {name: _sha256(folder / name) for name in (TOKEN_FILE, CUE_FILE, TOKENIZER_FILE)}
    return {"format": _FORMAT, "files": files, "labels": labels_of_code(), **details}


def _read_manifest(path: Path) -> dict[str, Any]:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WeightsMissing(str(path)) from error
    except ValueError as error:
        raise ManifestUnreadable(str(path), f"not JSON ({error})") from error
    if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
        raise ManifestUnreadable(str(path), f"not a manifest of format {_FORMAT}")
    if manifest.get("labels") != labels_of_code():
        raise ManifestUnreadable(str(path), "its labels are not this version's")
    if set(manifest.get("files", {})) != {TOKEN_FILE, CUE_FILE, TOKENIZER_FILE}:
        raise ManifestUnreadable(str(path), "it does not name the three files of a package")
    return manifest


def _read_decoding(manifest: dict[str, Any], path: Path) -> dict[str, Decoding]:
    try:
        return {
            style: Decoding(**{name: _freeze(each) for name, each in numbers.items()})
            for style, numbers in manifest.get("decoding", {}).items()
        }
    except (AttributeError, TypeError) as error:
        raise ManifestUnreadable(str(path), f"its decoding numbers are wrong ({error})") from error


def _freeze(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _short_name(files: dict[str, str]) -> str:
    both = hashlib.sha256((files[TOKEN_FILE] + files[CUE_FILE]).encode())
    return "w-" + both.hexdigest()[:16]


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise WeightsMissing(str(path)) from error
