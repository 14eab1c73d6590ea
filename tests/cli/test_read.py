"""`sayso read` as its users run it: a process, its exit code, what it writes and what it says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import jsonschema
import pytest

from sayso.cli import main
from sayso.export.json_lines import make_schema
from tests.unit.intake.made_inputs import ATOM, MAIL, make_archive, make_pdf

EXAMPLES = Path("examples").resolve()
COURIER = EXAMPLES / "04-origin-brannhaven-courier.txt"
PAGE = EXAMPLES / "10-letter-halvia-one.html"


def run(*words, stdin=b"", folder=None, **variables):
    environment = {**os.environ, "PYTHONWARNINGS": "error", "COLUMNS": "100", **variables}
    return subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, words)],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env=environment,
        check=False,
        timeout=300,
    )


def load(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def courier():
    done = run("read", COURIER, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    (line,) = load(done)
    return line


def test_json_line_of_an_example_keeps_to_the_schema(courier):
    jsonschema.Draft202012Validator(make_schema()).validate(courier)
    assert courier["text"] == COURIER.read_text(encoding="utf-8")
    assert courier["date"] == "2024-03-07"


def test_example_is_read_with_its_sources_and_chains(courier):
    sources = {words for each in courier["attributions"] for words in each["source_text"]}
    assert any("Halvian security official" in words for words in sources)
    assert any(len(each["chain"]) > 1 for each in courier["attributions"])


def test_every_sentence_is_accounted_for(courier):
    sentences = "".join(each["text"] for each in courier["sentences"])
    assert "".join(sentences.split()) == "".join(courier["text"].split())


def test_person_sees_outlet_chain_labels_and_words():
    done = run("read", COURIER)
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "published 2024-03-07 (dateline in the text)" in shown
    assert " > " in shown
    assert "● certain" in shown
    assert "\x1b" not in shown


def test_folder_is_read_in_order_and_its_page_about_itself_is_not():
    lines = load(run("read", EXAMPLES, "--json"))
    names = [Path(line["origin"]).name for line in lines]
    reports = sorted(path.name for path in EXAMPLES.glob("[01]*"))
    assert names == [*reports, "reports.jsonl:1", "reports.jsonl:2"]


def test_standard_input():
    done = run("read", "-", "--json", stdin=COURIER.read_bytes())
    (line,) = load(done)
    assert line["origin"] == "-"
    assert line["attributions"]


def test_bad_report_costs_no_other_and_is_told(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "good.txt").write_text("The mayor said on Monday that the bridge was safe.")
    done = run("read", "empty.txt", "none.txt", "good.txt", "photo.txt", "--json", folder=tmp_path)
    assert done.returncode == 1
    lines = load(done)
    assert [line.get("code", "read") for line in lines] == ["R004", "R001", "read", "R006"]
    assert [line["origin"] for line in lines] == ["empty.txt", "none.txt", "good.txt", "photo.txt"]
    talk = done.stderr.decode().splitlines()
    assert talk[0].startswith("empty.txt: R004 is empty")
    assert talk[-1] == "1 report read, 3 failed"


def test_html_page_is_written_beside_what_is_shown(tmp_path):
    done = run("read", PAGE, "--html", tmp_path / "out.html", "--json")
    assert done.returncode == 0
    assert done.stderr.decode().endswith("out.html: 1 report on one page\n")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert load(done)[0]["title"] in page


def test_html_page_stays_when_nothing_could_be_read(tmp_path):
    (tmp_path / "out.html").write_text("what was there")
    done = run("read", "none.txt", "--html", "out.html", folder=tmp_path)
    assert done.returncode == 1
    assert (tmp_path / "out.html").read_text() == "what was there"
    assert b"out.html is not written" in done.stderr


@pytest.mark.parametrize(
    "words", [["read"], ["read", "--nonsense", "a"], ["nonsense"], ["read", "a", "--html", "/"]]
)
def test_wrong_usage_is_exit_code_2(words):
    done = run(*words)
    assert done.returncode == 2
    assert b"Usage:" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--who", "--when"], "--who and --when exclude each other"),
        (["--json", "--who"], "--json and --who exclude each other"),
        (["--json", "--as", "scu"], "--json and --as scu exclude each other"),
        (["--when", "--html", "out.html"], "--when and --html exclude each other"),
        (["--full", "--who"], "--full and --who exclude each other"),
        (["--as", "pigeon"], "'pigeon' is not 'scu'"),
    ],
)
def test_views_that_exclude_each_other_are_told_before_anything_is_read(words, told, tmp_path):
    done = run("read", COURIER, *words, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_sources_of_several_reports_are_tables_at_80_columns():
    done = run("read", COURIER, PAGE, "--who", COLUMNS="80")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert sum(line.split()[:2] == ["name", "type"] for line in lines) == 2
    assert sum(line.startswith("Ilse Marrack ") for line in lines) == 1
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if line != line.rstrip()]


def test_times_are_a_table_at_80_columns():
    done = run("read", COURIER, "--when", COLUMNS="80")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert any(line.split()[:3] == ["8", "last", "month"] for line in lines)
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if line != line.rstrip()]


def test_sourcing_table_of_one_report_is_one_json_list():
    done = run("read", COURIER, "--as", "scu")
    rows = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    text = COURIER.read_text(encoding="utf-8")
    assert rows
    assert all(row["statement"] in text for row in rows)
    assert "Ilse Marrack" in {row["name"] for row in rows}


def test_sourcing_tables_of_several_reports_are_lines_beside_those_that_failed(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text("The mayor said on Monday that the bridge was safe.")
    done = run("read", "good.txt", "empty.txt", "good.txt", "--as", "scu", folder=tmp_path)
    first, failure, last = load(done)
    assert done.returncode == 1
    assert first == last
    assert isinstance(first, list)
    assert failure["schema"] == "sayso.failure/1"


def test_sourcing_table_and_page_may_be_written_at_once(tmp_path):
    done = run("read", PAGE, "--as", "scu", "--full", "--html", tmp_path / "out.html")
    assert done.returncode == 0
    assert json.loads(done.stdout)
    assert (tmp_path / "out.html").exists()


def test_wrong_setting_is_named():
    done = run("read", COURIER, SAYSO_THREADS="many")
    assert done.returncode == 2
    assert b"S002 setting SAYSO_THREADS = 'many' cannot be used" in done.stderr


def test_limit_on_size_can_be_set(tmp_path):
    (tmp_path / "long.txt").write_text("The mayor said so. " * 60_000)
    done = run("read", tmp_path / "long.txt", SAYSO_MAX_MEGABYTES="1")
    assert done.returncode == 1
    assert b"R005" in done.stderr


def test_screen_without_unicode_is_no_reason_to_stop():
    done = run("read", COURIER, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"? certain" in done.stdout


def test_folder_of_mails_feeds_archives_and_pdfs(tmp_path):
    (tmp_path / "a.eml").write_bytes(MAIL)
    (tmp_path / "b.xml").write_bytes(ATOM)
    (tmp_path / "c.warc.gz").write_bytes(make_archive({}) + make_archive({})[:-50])
    (tmp_path / "d.pdf").write_bytes(make_pdf(["The clerk said on Monday that it was so."]))
    done = run("read", ".", "--json", folder=tmp_path)
    lines = load(done)
    assert done.returncode == 1
    assert [line["origin"].partition(":")[0] for line in lines] == [
        "a.eml", "b.xml", "c.warc.gz", "c.warc.gz", "d.pdf",
    ]  # fmt: skip
    assert [line.get("code") for line in lines] == [None, None, None, "R016", None]
    assert [line.get("date_found_in") for line in lines[:2]] == ["mail_header", "feed"]
    assert (lines[2]["fetched"], lines[2]["fetched_span"]) == ("2024-03-09T08:15Z", None)
    for line in (line for line in lines if "code" not in line):
        jsonschema.Draft202012Validator(make_schema()).validate(line)


def test_keys_of_a_dump_are_named(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"body": "The clerk said so.", "meta": {"day": "2019"}}')
    done = run("read", "a.jsonl", "--json", "--fields", "text=body,date=meta.day", folder=tmp_path)
    assert [(line["text"], line["date"]) for line in load(done)] == [("The clerk said so.", "2019")]
    done = run("read", "a.jsonl", "--fields", "words=body", folder=tmp_path)
    assert done.returncode == 2
    assert b"S003" in done.stderr
    assert b"text, id, title" in done.stderr


def test_text_does_not_pay_for_other_formats():
    code = (
        "import sys; from sayso.intake import find_reports, make_document;"
        f"make_document(next(find_reports([{str(COURIER)!r}])), max_bytes=10**6);"
        "heavy = {'feedparser', 'fastwarc', 'urllib3', 'pypdfium2', 'trafilatura', 'lxml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_help_tells_formats_and_exit_codes():
    done = run("read", "--help")
    assert done.returncode == 0
    assert b"JSONL" in done.stdout
    assert b"Exit codes" in done.stdout


def test_every_option_says_what_it_does():
    options = [each for each in main.commands["read"].params if isinstance(each, click.Option)]
    assert len(options) >= 6
    assert not [option.name for option in options if not option.help]


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from click.testing import CliRunner; from sayso.cli import main;"
        "assert CliRunner().invoke(main, ['read', '--help']).exit_code == 0;"
        "heavy = {'numpy', 'onnxruntime', 'tokenizers', 'rich', 'pydantic', 'trafilatura', 'lxml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_schema_is_printed():
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(make_schema()))
