"""What a PDF becomes."""

import sys
import zlib
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from sayso.errors import MissingExtra, PdfBroken, PdfLocked, PdfWithoutText
from sayso.intake import Format, find_reports, make_document
from sayso.intake.pdf import read_pdf
from sayso.intake.pdf_lines import join_lines
from tests.unit.intake.made_inputs import make_pdf

LINES = [
    "Old bridge closed",
    "The council has closed the old bridge over the Lenn, its clerk said on Thurs-",
    "day. Nobody was hurt, and the ferry will run until the repairs are done, the",
    "harbour board said.",
    "The mayor of Lowmarch said that the repairs would take until the summer of the",
    "year after.",
]
JOINED = (
    "Old bridge closed\n\nThe council has closed the old bridge over the Lenn, its clerk said on"
    " Thursday. Nobody was hurt, and the ferry will run until the repairs are done, the harbour"
    " board said.\n\nThe mayor of Lowmarch said that the repairs would take until the summer of"
    " the year after."
)


@pytest.fixture(autouse=True)
def _pdfium():
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")


def test_text_and_what_the_file_says_of_itself(tmp_path):
    (tmp_path / "report").write_bytes(make_pdf(LINES))
    (raw,) = find_reports([str(tmp_path / "report")])
    document = make_document(raw, max_bytes=10_000)
    assert raw.format is Format.PDF
    assert (document.text, document.title) == (JOINED, "Old bridge closed")
    assert document.published.value == "2024-03-07T09:30+09:00"


def test_dateline_outweighs_the_day_the_file_was_made():
    lines = ["Old bridge closed", "Lowmarch, 3 January 2024", *LINES[1:]]
    assert read_pdf(make_pdf(lines), origin="a").published is None


def test_name_of_a_file_is_no_title():
    content = read_pdf(make_pdf(LINES, info="/Title (final_v2.docx)"), origin="a")
    assert (content.title, content.published) == (None, None)


@pytest.mark.parametrize("date", ["D:", "D:2024", "D:20249999", "2024", "D:20240307093011Z"])
def test_any_date_of_the_file_is_read_or_left(date):
    published = read_pdf(make_pdf(LINES, info=f"/CreationDate ({date})"), origin="a").published
    assert (published.value if published else None) in (None, "2024-03-07T09:30Z")


def test_lines_of_pages_are_joined_without_heads_and_page_numbers():
    names = ("Ina", "Bo", "Cy", "Di")
    pages = [
        ["Lowmarch Courier", f"{name} said on Thurs-", f"day that {name} was not", f"Page {n}"]
        for n, name in enumerate(names, start=1)
    ]
    text = join_lines("\r\n".join(page) for page in pages)
    assert text.startswith("Ina said on Thursday that Ina was not")
    assert text.count("Thursday") == 4
    assert "Courier" not in text
    assert "Page" not in text


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["One line of sixty letters is long enough to count as full a-", "bc d."], "abc"),
        (["He spoke of the plan -", "it failed."], "plan - it failed."),
        (["", "", "One.", "", "Two."], "One.\n\nTwo."),
        (["A list of things to do that is long enough:", "1. One", "2. Two"], "1. One\n\n2. Two"),
    ],
)
def test_lines_become_paragraphs(lines, joined):
    assert joined in join_lines(["\n".join(lines)])


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.4 and nothing", PdfBroken),
        (make_pdf(LINES)[:400], PdfBroken),
        (make_pdf([]), PdfWithoutText),
        (make_pdf(LINES).replace(b"/Info", b"/Encrypt 3 0 R /Info"), PdfBroken),
        (make_pdf(*[[]] * 2001), PdfBroken),
    ],
    ids=["nothing", "cut", "no text", "odd lock", "endless"],
)
def test_what_cannot_be_read_is_told(data, error):
    with pytest.raises(error, match=r"^a: "):
        read_pdf(data, origin="a")


def test_locked_file_is_told():
    key = "".join(f"{n:02x}" for n in range(32))
    lock = f"/Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4"
    data = make_pdf(LINES, info=lock).replace(
        b"/Info 3 0 R", b"/Encrypt 3 0 R /ID [<00112233> <00112233>]"
    )
    with pytest.raises(PdfLocked, match="password"):
        read_pdf(data, origin="a")


@pytest.mark.slow
def test_page_that_grows_without_end_takes_no_memory_here():
    page = zlib.compress(bytes(900_000_000), 1)
    data = make_pdf(LINES).replace(b"/Length", b"/Filter /FlateDecode /Length", 1)
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    with pytest.raises(PdfBroken):
        read_pdf(data[:start] + page + data[end:], origin="a")
    assert getrusage(RUSAGE_CHILDREN).ru_maxrss < 1_500_000


def test_extra_that_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtra, match=r"sayso\[pdf\]"):
        read_pdf(make_pdf(LINES), origin="a")
