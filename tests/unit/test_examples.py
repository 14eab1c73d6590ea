"""The example dossier is what its page says it is."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
TEST_REPORTS = ROOT / "tests" / "reports"
PAGE = (EXAMPLES / "README.md").read_text(encoding="utf-8")
REPORTS = sorted([*EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.html")])
ROWS = re.findall(r"^\| \[([^\]]+)\]\(([^)]+)\) \| [^|]+ \| (\d{4}-\d\d-\d\d) \|", PAGE, re.M)
WORDINGS = re.findall(r"^\| [^|]*\| (\d\d) \| `([^`]+)` \|$", PAGE, re.M)
CRLF_REPORT = EXAMPLES / "05-denial-sennick-observer.txt"
FETCHED_REPORT = EXAMPLES / "06-unconfirmed-radio-sennick.txt"
WEB_PAGE = EXAMPLES / "10-letter-halvia-one.html"


class VisibleText(HTMLParser):
    """Collects what a browser would show of a page's body."""

    def __init__(self) -> None:
        super().__init__()
        self.in_body = False
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_body = self.in_body or tag == "body"

    def handle_data(self, data: str) -> None:
        if self.in_body:
            self.pieces.append(data)


def get_text(path: Path) -> str:
    text = path.read_bytes().decode("utf-8")
    if path.suffix != ".html":
        return text
    page = VisibleText()
    page.feed(text)
    return "".join(page.pieces)


def get_date_pattern(day: date) -> str:
    month = day.strftime("%B")
    return rf"\b{day.day}(?:th)? {month} {day.year}\b|\b{month} {day.day}, {day.year}\b"


def test_table_lists_exactly_the_reports_present() -> None:
    assert [path.name for path in REPORTS] == [name for name, _, _ in ROWS]


def test_table_links_lead_to_the_files_named() -> None:
    assert all(name == link for name, link, _ in ROWS)


def test_there_are_ten_reports_in_order_of_date() -> None:
    dates = [day for _, _, day in ROWS]
    assert len(dates) == 10
    assert dates == sorted(dates)


@pytest.mark.parametrize(("name", "day"), [(name, day) for name, _, day in ROWS])
def test_report_gives_the_date_of_the_table(name: str, day: str) -> None:
    head = get_text(EXAMPLES / name)[:800]
    assert re.search(get_date_pattern(date.fromisoformat(day)), head)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_report_has_the_length_of_a_report(path: Path) -> None:
    assert 250 <= len(get_text(path).split()) <= 600


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_report_uses_one_kind_of_quotation_mark(path: Path) -> None:
    text = get_text(path)
    assert bool(re.search(r"[\"']", text)) != bool(re.search("[“”‘’]", text))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_every_double_quotation_closes_in_its_paragraph(path: Path) -> None:
    for paragraph in get_text(path).splitlines():
        assert paragraph.count('"') % 2 == 0
        assert paragraph.count("“") == paragraph.count("”")


def test_denial_has_crlf_line_ends_only() -> None:
    raw = CRLF_REPORT.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") > 10


def test_other_reports_have_no_carriage_return() -> None:
    others = [path for path in REPORTS if path != CRLF_REPORT]
    assert not any(b"\r" in path.read_bytes() for path in others)


def test_fetch_date_is_the_first_line_and_not_the_date_of_the_table() -> None:
    first_line = get_text(FETCHED_REPORT).splitlines()[0]
    assert first_line == "Tuesday, 3rd September 2024"


def test_web_page_has_a_print_date_and_three_marks_of_its_publication_date() -> None:
    page = WEB_PAGE.read_text(encoding="utf-8")
    assert "Printed from news.halviaone.example on Monday, 2 September 2024" in page
    assert '"datePublished": "2024-03-18T' in page
    assert 'property="article:published_time" content="2024-03-18T' in page
    assert '<time datetime="2024-03-18T' in page


def test_web_page_loads_nothing_from_elsewhere() -> None:
    page = WEB_PAGE.read_text(encoding="utf-8")
    hosts = re.findall(r"https?://([^/\"]+)", page)
    assert set(hosts) == {"news.halviaone.example", "schema.org"}
    assert "<script src" not in page


@pytest.mark.parametrize(("number", "words"), WORDINGS)
def test_wording_stands_in_its_report(number: str, words: str) -> None:
    (path,) = EXAMPLES.glob(f"{number}-*")
    assert words in get_text(path)


def test_wordings_reach_every_report() -> None:
    assert {number for number, _ in WORDINGS} == {path.name[:2] for path in REPORTS}


def test_copied_report_shares_whole_paragraphs_with_the_wire() -> None:
    wire, copy = (get_text(REPORTS[index]) for index in (0, 2))
    shared = set(wire.splitlines()) & set(copy.splitlines())
    assert len([paragraph for paragraph in shared if len(paragraph.split()) > 10]) >= 2


def test_copied_report_names_no_agency() -> None:
    copy = get_text(REPORTS[2])
    assert "HPU" not in copy
    assert "Press Union" not in copy


def test_jsonl_items_have_the_documented_fields() -> None:
    lines = (EXAMPLES / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    assert len(items) == 2
    assert all({"id", "text"} <= set(item) for item in items)
    assert set(items[0]) == {"id", "text", "date", "title", "publisher", "url"}
    assert set(items[1]) == {"id", "text", "date", "publisher"}


@pytest.mark.parametrize("folder", [EXAMPLES, TEST_REPORTS], ids=["examples", "tests"])
def test_page_says_that_everything_is_invented(folder: Path) -> None:
    page = (folder / "README.md").read_text(encoding="utf-8")
    assert "Everything here is invented" in page
    assert "any likeness to real ones is chance" in page
    assert "Apache-2.0" in page


def test_page_of_the_test_reports_lists_exactly_the_files_present() -> None:
    page = (TEST_REPORTS / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| \[([^\]]+)\]", page, re.M))
    assert listed == {path.name for path in TEST_REPORTS.glob("*.txt")}


@pytest.mark.parametrize("path", sorted(TEST_REPORTS.glob("*.txt")), ids=lambda path: path.name)
def test_test_report_is_short(path: Path) -> None:
    assert 200 <= len(get_text(path).split()) <= 350
