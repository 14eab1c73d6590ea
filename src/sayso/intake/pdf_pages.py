"""The pages of a PDF, taken out by a process of its own, which a hostile file may bring down.

Standard input is the PDF, standard output one JSON object: ``pages`` and ``said``, or ``error``.
"""

import json
import sys
from typing import Any

_MOST_PAGES = 2000
_MOST_LETTERS = 10_000_000
_MOST_MEMORY_BYTES = 2**30
_MEMORY_FACTOR = 4


def main() -> None:
    """Reads standard input and writes what is in it."""
    data = sys.stdin.buffer.read()
    _limit_memory(_MOST_MEMORY_BYTES + _MEMORY_FACTOR * len(data))
    json.dump(_read(data), sys.stdout)


def _limit_memory(n_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (n_bytes, n_bytes))


def _read(data: bytes) -> dict[str, object]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data)
        if len(pdf) > _MOST_PAGES:
            return {"error": f"it has {len(pdf):,} pages, more than {_MOST_PAGES:,}"}
        return {"pages": _read_pages(pdf), "said": pdf.get_metadata_dict()}
    except (PdfiumError, OverflowError) as error:
        return {"error": str(error)}


def _read_pages(pdf: Any) -> list[str]:
    pages: list[str] = []
    n_letters = 0
    for page in pdf:
        letters = page.get_textpage()
        n_letters += letters.count_chars()
        if n_letters > _MOST_LETTERS:
            raise OverflowError(f"it has more than {_MOST_LETTERS:,} letters")
        pages.append(letters.get_text_bounded())
        letters.close()
        page.close()
    return pages


if __name__ == "__main__":
    main()
