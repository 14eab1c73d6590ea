"""Many reports of real length: paragraphs of the invented ones in; shuffled reports out."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.errors import NoParagraphs

_SHORTEST_PARAGRAPH_WORDS = 15
# Words of a report: from a brief to a feature, most often a plain news report.
_SHORTEST, _LONGEST, _MOST_OFTEN = 150, 1200, 450


def find_paragraphs(folders: Sequence[Path]) -> list[str]:
    """The running-text paragraphs of all text files in the folders, in a fixed order.

    Raises: NoParagraphs.
    """
    files = sorted(path for folder in folders for path in folder.rglob("*.txt"))
    texts = (path.read_text(encoding="utf-8") for path in files)
    found = [paragraph for text in texts for paragraph in _split(text)]
    if not found:
        raise NoParagraphs(tuple(str(folder) for folder in folders))
    return found


def make_reports(paragraphs: Sequence[str], n_reports: int, *, seed: int) -> list[str]:
    """That many reports of 150 to 1,200 words; the same seed gives the same reports."""
    rng = random.Random(seed)
    lengths = [rng.triangular(_SHORTEST, _LONGEST, _MOST_OFTEN) for _ in range(n_reports)]
    return [make_report(paragraphs, int(n_words), rng) for n_words in lengths]


def make_report(paragraphs: Sequence[str], n_words: int, rng: random.Random) -> str:
    """Shuffled paragraphs, cut at ``n_words`` words; none comes twice before all have come."""
    chosen: list[str] = []
    missing = n_words
    while missing > 0:
        for paragraph in rng.sample(paragraphs, len(paragraphs)):
            words = paragraph.split(" ")[:missing]
            chosen.append(" ".join(words))
            missing -= len(words)
            if missing <= 0:
                break
    return "\n\n".join(chosen) + "\n"


def _split(text: str) -> Iterable[str]:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return [each for each in paragraphs if len(each.split(" ")) >= _SHORTEST_PARAGRAPH_WORDS]
