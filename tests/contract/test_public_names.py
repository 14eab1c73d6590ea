import inspect

import sayso
from sayso import pipeline


def test_the_package_shows_exactly_its_public_names():
    assert sorted(sayso.__all__) == ["Reading", "__version__", "read"]


def test_read_is_the_pipelines_own_signature():
    assert inspect.signature(sayso.read) == inspect.signature(pipeline.read)
