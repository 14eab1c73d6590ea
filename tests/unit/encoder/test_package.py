import json
import shutil
from pathlib import Path

import pytest

from sayso.encoder.package import CUE_FILE, MANIFEST_FILE, SHIPPED, TOKENIZER_FILE, open_package
from sayso.errors import ManifestUnreadable, WeightsChanged, WeightsMissing

MOST_MEGABYTES = 30


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "weights"))


def edit_manifest(package: Path, **changes: object) -> None:
    manifest = json.loads((package / MANIFEST_FILE).read_text())
    (package / MANIFEST_FILE).write_text(json.dumps(manifest | changes))


def test_the_shipped_package_opens_and_is_small() -> None:
    assert open_package().name.startswith("w-")
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < MOST_MEGABYTES * 1e6


def test_the_shipped_manifest_says_what_it_was_trained_on() -> None:
    manifest = open_package().manifest
    training = manifest["training"]
    corpora = training["config"]["corpora"]
    files = {corpus[name] for corpus in corpora for name in ("file", "quiet") if name in corpus}
    assert set(training["data"]) == files
    assert manifest["onnxruntime"]
    assert all(entry["licence"] and entry["sha256"] for entry in training["data"].values())


def test_int8_loses_at_most_half_a_point_on_each_headline_figure() -> None:
    figures = open_package().manifest["dev_figures"]
    for style, unquantised in figures["float"].items():
        for name, value in unquantised.items():
            assert figures["int8"][style][name] >= value - 0.5, (style, name)


@pytest.mark.parametrize("name", [CUE_FILE, TOKENIZER_FILE])
def test_one_changed_byte_is_noticed(package: Path, name: str) -> None:
    content = bytearray((package / name).read_bytes())
    content[len(content) // 2] ^= 1
    (package / name).write_bytes(content)
    with pytest.raises(WeightsChanged, match=name) as caught:
        open_package(package)
    assert caught.value.code == "E002"


def test_a_missing_file_is_named(package: Path) -> None:
    (package / CUE_FILE).unlink()
    with pytest.raises(WeightsMissing, match=CUE_FILE):
        open_package(package)


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match=MANIFEST_FILE):
        open_package(tmp_path)


def test_a_broken_manifest_is_told_apart(package: Path) -> None:
    (package / MANIFEST_FILE).write_text("{")
    with pytest.raises(ManifestUnreadable, match="not JSON"):
        open_package(package)


@pytest.mark.parametrize(
    "changes",
    [{"format": 1}, {"labels": {}}, {"files": {}}, {"decoding": {"sayso": {"unheard_of": 1}}}],
)
def test_a_manifest_of_another_version_is_refused(
    package: Path, changes: dict[str, object]
) -> None:
    edit_manifest(package, **changes)
    with pytest.raises(ManifestUnreadable):
        open_package(package)
