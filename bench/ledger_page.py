"""docs/ledger-speed.md: what was measured and on what in; the page, or what missed a floor, out."""

from dataclasses import dataclass
from pathlib import Path
from string import Template

from bench.speed_page import Machine

_TEMPLATE = Path(__file__).with_name("ledger_template.md")
MOST_ADDING_SHARE = 0.10
MOST_QUESTION_MS = 150
# Three times the compressed texts, and so much for each claim.
TEXT_SHARE, BYTES_A_CLAIM = 3, 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How long one kind of question took, many times over."""

    title: str
    median_ms: float
    most_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSpeed:
    """Everything that one run measured."""

    n_reports: int
    reading_seconds: float
    adding_seconds: float
    n_claims: int
    n_documents: int
    n_bytes: int
    n_text_bytes: int
    asked: tuple[Asked, ...]

    @property
    def adding_share(self) -> float:
        """What adding takes beyond reading."""
        return self.adding_seconds / self.reading_seconds - 1

    @property
    def most_bytes(self) -> int:
        """How large the ledger may be."""
        return TEXT_SHARE * self.n_text_bytes + BYTES_A_CLAIM * self.n_claims


def find_missed(speed: LedgerSpeed) -> list[tuple[str, str, str]]:
    """Name, value and bound of every figure over its bound."""
    rows = [("adding beyond reading", f"{speed.adding_share:.1%}", f"{MOST_ADDING_SHARE:.0%}")]
    missed = rows if speed.adding_share > MOST_ADDING_SHARE else []
    for each in speed.asked:
        if each.median_ms > MOST_QUESTION_MS:
            missed.append((each.title, f"{each.median_ms:.0f} ms", f"{MOST_QUESTION_MS} ms"))
    if speed.n_bytes > speed.most_bytes:
        missed.append(("size", f"{speed.n_bytes:,}", f"{speed.most_bytes:,}"))
    return missed


def make_page(speed: LedgerSpeed, machine: Machine) -> str:
    """The page."""
    asked = "\n".join(
        f"| {each.title}, median of {speed.n_claims:,} claims | {MOST_QUESTION_MS} ms"
        f" | {each.median_ms:.0f} ms (longest {each.most_ms:.0f}) |"
        for each in speed.asked
    )
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        processor=machine.processor,
        n_cores=machine.n_cores,
        load=f"{machine.load:.1f}",
        python=machine.python,
        n_reports=f"{speed.n_reports:,}",
        reading=f"{speed.reading_seconds:,.0f}",
        adding=f"{speed.adding_seconds:,.0f}",
        share=f"{speed.adding_share:.1%}",
        most_share=f"{MOST_ADDING_SHARE:.0%}",
        rows=asked,
        n_claims=f"{speed.n_claims:,}",
        n_documents=f"{speed.n_documents:,}",
        size=f"{speed.n_bytes / 1e6:,.0f} MB",
        most_size=f"{speed.most_bytes / 1e6:,.0f} MB",
        texts=f"{speed.n_text_bytes / 1e6:,.0f} MB",
        a_claim=f"{speed.n_bytes / max(speed.n_claims, 1):.0f}",
    )
