"""Results into files, whole or not at all: a path and words in, a file never half there out."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import CannotWrite


@contextmanager
def open_part(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that is to take its place; gone when the block ends.

    Raises: CannotWrite.
    """
    with _translating(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def replace_by(path: Path, part: Path, words: str) -> None:
    """Puts the words into the part, and the part in the place of ``path``.

    Raises: CannotWrite.
    """
    with _translating(path):
        part.write_text(words, encoding="utf-8", newline="\n")
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        part.replace(path)


def write_whole(path: Path, words: str) -> None:
    """The words as a file; what stood there before stays until they are all written.

    Raises: CannotWrite.
    """
    with open_part(path) as part:
        replace_by(path, part, words)


@contextmanager
def _translating(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or str(error)) from error
