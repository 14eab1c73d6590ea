"""Draws docs/picture.svg for the README: what `sayso read` shows of one example report."""

from bench.places import ROOT
from sayso.export.terminal import to_svg
from sayso.pipeline import read_all
from sayso.settings import Settings

REPORTS = "examples/reports.jsonl"
PICTURE = ROOT / "docs" / "picture.svg"


def main() -> None:
    """Reads the first report and writes its picture."""
    outcome = next(read_all([REPORTS], settings=Settings()))
    if outcome.reading is None:
        raise SystemExit(f"failed: {outcome.failure}")
    picture = to_svg(outcome.reading, title=f"sayso read {REPORTS}")
    PICTURE.write_text(picture + "\n", encoding="utf-8")
    print(f"wrote {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
