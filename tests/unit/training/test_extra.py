import importlib
import importlib.util
import sys

import pytest

from sayso.errors import MissingExtra


def test_without_its_extra_training_says_which_one_is_missing(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.delitem(sys.modules, "training", raising=False)
    with pytest.raises(MissingExtra, match=r"pip install 'sayso\[train\]'"):
        importlib.import_module("training")
