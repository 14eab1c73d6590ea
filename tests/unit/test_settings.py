import pytest

from sayso.errors import BadSetting
from sayso.settings import load_settings


def test_defaults_hold_without_environment() -> None:
    assert load_settings({}).threads == 2


def test_the_environment_sets_a_value() -> None:
    assert load_settings({"SAYSO_THREADS": "4", "HOME": "/tmp"}).threads == 4


def test_a_bad_value_is_named() -> None:
    with pytest.raises(BadSetting, match=r"SAYSO_MAX_MEGABYTES = 'many'"):
        load_settings({"SAYSO_MAX_MEGABYTES": "many"})
