"""Codes are for ever: users search for them, programs branch on them."""

import inspect
from pathlib import Path

from sayso import errors

PAGE = Path("docs/errors.md")
CLASSES = [
    each
    for _, each in inspect.getmembers(errors, inspect.isclass)
    if issubclass(each, errors.SaysoError)
]


def make_rows():
    return [
        f"| {each.code} | `{each.__name__}` | {each.__doc__.splitlines()[0]} |"
        for each in sorted(CLASSES, key=lambda each: each.code)
        if not each.code.endswith("00")
    ]


def test_no_two_errors_share_a_code():
    codes = [each.code for each in CLASSES]
    assert len(codes) == len(set(codes))


def test_an_error_is_of_its_parents_family():
    for each in CLASSES:
        parent = each.__mro__[1]
        if parent is not errors.SaysoError and parent is not Exception:
            assert each.code[0] == parent.code[0], each


def test_the_page_lists_every_error_and_no_other():
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert rows[1:] == make_rows()
