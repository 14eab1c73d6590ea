"""What can be asked of a ledger on the command line; the work is imported when it is asked for."""

import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import click

from sayso.records import Act, Certainty, SourceType

Command = Callable[..., Any]
_DATE = "DATE"
_RANGE = "DATE[..DATE]"

ledger_option = click.option(
    "--ledger",
    "place",
    metavar="PLACE",
    help="The ledger: a file, or postgresql+psycopg://...; else SAYSO_LEDGER, else sayso.ledger.",
)
_FORMATS = (
    click.option("--json", "as_json", is_flag=True, help="One JSON object a line."),
    click.option("--csv", "as_csv", is_flag=True, help="A table for a spreadsheet."),
)
_PAGING = (
    click.option("--page", "number", type=click.IntRange(1), default=1, help="Which page."),
    click.option(
        "--limit", "size", type=click.IntRange(1, 10_000), help="How many on a page. [20]"
    ),
)
_FILTERS = (
    click.option("--about", metavar="NAME", help="Somebody or something is named in it."),
    click.option("--by", metavar="NAME", help="Somebody vouches for it, at any hop."),
    click.option(
        "--type",
        "source_type",
        type=click.Choice([each.value for each in SourceType]),
        help="What kind of source vouches, at any hop.",
    ),
    click.option(
        "--act",
        type=click.Choice([each.value for each in Act]),
        help="What a source does with it, at any hop.",
    ),
    click.option(
        "--certainty",
        type=click.Choice([each.value for each in Certainty]),
        help="How firmly it stands after all hops.",
    ),
    click.option("--since", metavar=_DATE, help="Published then or later: 2019, 2019-01 ..."),
    click.option("--until", metavar=_DATE, help="Published then or earlier."),
    click.option("--happened", metavar=_RANGE, help="Told to have happened then."),
    click.option("--said", metavar=_RANGE, help="Said then."),
    click.option("--publisher", metavar="WORDS", help="A part of the outlet's name."),
    click.option(
        "--depth", "min_depth", metavar="N", type=click.IntRange(1), help="N hops or more."
    ),
    click.option("--with-rejected", is_flag=True, help="Claims that a person rejected, too."),
)
_AUTHOR = click.option(
    "--as", "author", metavar="NAME", help="Who decides; else SAYSO_AUTHOR, else who is logged in."
)


def _with(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


@click.command(
    short_help="Read reports into a ledger.",
    epilog="\b\nExit codes: 0 all are there, 1 some could not be read, 2 wrong usage.",
)
@click.argument("names", metavar="PATH|URL...", nargs=-1, required=True)
@ledger_option
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes that read. [one a core]")
@click.option(
    "--fields", metavar="OURS=THEIRS,...", help="Names of fields in JSONL: text=body,date=day ..."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, a report each.")
def add(**asked: Any) -> None:
    """Read reports into a ledger: files and folders of text, Markdown, HTML, PDF, mail, feeds,
    JSONL and WARC; pages and feeds by their address; - for standard input.

    What is there already is not read again, so an interrupted run goes on where it stopped.

    \b
    Examples:
      sayso add reports/
      sayso add archive.warc.gz mail/*.eml --ledger story.ledger
      sayso add https://example.org/feed.xml
      sayso add dump.jsonl --fields text=body,title=headline,date=published_at
    """
    from sayso.cli.adding import add_reports

    end(add_reports, **asked)


@click.command(short_help="Find claims by words, names, sources and dates.")
@click.argument("words", nargs=-1)
@_with(*_FILTERS, *_PAGING, ledger_option, *_FORMATS)
@click.option("--full", is_flag=True, help="Show long claims whole.")
def claims(words: tuple[str, ...], **asked: Any) -> None:
    """Find claims: all WORDS stand in them, "quoted words" side by side, and every filter holds.

    \b
    Examples:
      sayso claims ferry "harbour board"
      sayso claims --about "Lena Orrick" --act deny
      sayso claims --type anonymous --since 2024-03 --depth 2
    """
    from sayso.cli.asking import show_claims

    _ask(show_claims, words=" ".join(words), **asked)


@click.command(short_help="Show a claim in its place, or a report whole.")
@click.argument("id", metavar="CLAIM|DOCUMENT")
@_with(ledger_option, _FORMATS[0])
def show(**asked: Any) -> None:
    """Show a claim in its place with all that stands behind it, or a report with all its claims.

    The beginning of an id is enough.
    """
    from sayso.cli.asking import show_one

    _ask(show_one, **asked)


@click.command(short_help="All on one name: what is claimed about it, and by it.")
@click.argument("name")
@_with(*_PAGING, ledger_option, *_FORMATS)
def who(**asked: Any) -> None:
    """All that the ledger has on NAME: its spellings, titles, and claims about it and by it."""
    from sayso.cli.asking import show_dossier

    _ask(show_dossier, **asked)


@click.command(short_help="When things happened, and when they were said.")
@click.argument("words", nargs=-1)
@click.option("--between", metavar=_RANGE, help="Only what touches these days, on either lane.")
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Draw it on a page."
)
@click.option(
    "--svg", "picture", type=click.Path(dir_okay=False, path_type=Path), help="Draw it alone."
)
@_with(*_FILTERS, *_PAGING, ledger_option, *_FORMATS)
def timeline(words: tuple[str, ...], **asked: Any) -> None:
    """Two lanes, happened and said, of the claims that `sayso claims` would find; a vague date is a
    range."""
    from sayso.cli.asking import show_timeline

    _ask(show_timeline, words=" ".join(words), **asked)


@click.command(short_help="Who is cited, how often, and by whom.")
@click.argument("words", nargs=-1)
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Draw it on a page."
)
@click.option(
    "--svg", "picture", type=click.Path(dir_okay=False, path_type=Path), help="Draw it alone."
)
@_with(*_FILTERS, _PAGING[1], ledger_option, *_FORMATS)
def sources(words: tuple[str, ...], **asked: Any) -> None:
    """Who vouches in the end for the claims that `sayso claims` would find."""
    from sayso.cli.asking import show_sources

    _ask(show_sources, words=" ".join(words), **asked)


@click.command(short_help="What the ledger holds, and what could not be read.")
@_with(ledger_option, _FORMATS[0])
def status(**asked: Any) -> None:
    """Count what the ledger holds; list what could not be read."""
    from sayso.cli.asking import show_status

    _ask(show_status, **asked)


@click.command(short_help="Accept, reject or correct a claim.")
@click.argument("id", metavar="CLAIM")
@click.argument("verdict", type=click.Choice(["accept", "reject", "unsure", "correct"]))
@click.option("--source", help="The source's words, to the letter.")
@click.option("--cue", help="The cue's words.")
@click.option("--content", help="The words of what is claimed.")
@click.option("--grounds", help="The words that tell why the source would know.")
@click.option("--source-name", help="Who the source is.")
@click.option("--type", "source_type", type=click.Choice([each.value for each in SourceType]))
@click.option("--act", type=click.Choice([each.value for each in Act]))
@click.option("--certainty", type=click.Choice([each.value for each in Certainty]))
@_with(_AUTHOR, ledger_option)
def judge(**asked: Any) -> None:
    """Decide about a claim. A decision is a row with its author and time; it can be taken back with
    `sayso undo`, and stays when the report is read again with newer weights.

    \b
    Examples:
      sayso judge clm-1a2b3c4d accept
      sayso judge clm-1a2b3c4d correct --act deny --certainty denied
      sayso judge clm-1a2b3c4d correct --source "an official of the ministry"
    """
    from sayso.cli.judging import judge_claim

    _ask(judge_claim, **asked)


@click.command(short_help="Two names are one.")
@click.argument("name", metavar="A")
@click.argument("other", metavar="B")
@_with(_AUTHOR, ledger_option)
def merge(**asked: Any) -> None:
    """Hold A and B for one and the same from now on."""
    from sayso.cli.judging import merge_names

    _ask(merge_names, **asked)


@click.command(short_help="Two names are not one.")
@click.argument("name", metavar="A")
@click.argument("other", metavar="B")
@_with(_AUTHOR, ledger_option)
def apart(**asked: Any) -> None:
    """Hold A and B apart, and ask no more whether they are one."""
    from sayso.cli.judging import hold_apart

    _ask(hold_apart, **asked)


@click.command(short_help="One name is two people's: part them by report.")
@click.argument("name", metavar="A")
@click.argument("other", metavar="B")
@click.argument("reports", metavar="DOCUMENT...", nargs=-1, required=True)
@_with(_AUTHOR, ledger_option)
def split(**asked: Any) -> None:
    """In these reports A is somebody else, whom B names from now on.

    \b
    Example:
      sayso split "Ida Strand" "Ida Strand (the judge)" doc-1a2b doc-3c4d
    """
    from sayso.cli.judging import split_name

    _ask(split_name, **asked)


@click.command(short_help="Take a decision back.")
@click.argument("id", metavar="JUDGEMENT", required=False)
@_with(_AUTHOR, ledger_option)
def undo(**asked: Any) -> None:
    """Take back a decision, the last one where none is named."""
    from sayso.cli.judging import take_back

    _ask(take_back, **asked)


@click.command(short_help="List the decisions, or export them to train on.")
@click.option("--all", "with_withdrawn", is_flag=True, help="Those taken back, too.")
@click.option(
    "--export",
    is_flag=True,
    help="Judged reports with their attributions as corrected, a JSON object a line.",
)
@_with(ledger_option, *_FORMATS)
def judgements(**asked: Any) -> None:
    """List the decisions of people, or export what they come to as training data."""
    from sayso.cli.judging import show_judgements

    _ask(show_judgements, **asked)


@click.command(short_help="Check that everything in the ledger still holds.")
@click.option(
    "--against",
    metavar="EXPORT",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Compare with what `sayso read --json` or `sayso show --json` once wrote.",
)
@_with(ledger_option, _FORMATS[0])
def verify(**asked: Any) -> None:
    """Make every hash, span, id and count again from the stored bytes, and print what differs.

    Exit codes: 0 all holds, 1 something does not.
    """
    from sayso.cli.verifying import verify_ledger

    _ask(verify_ledger, **asked)


COMMANDS = (
    add, claims, show, who, timeline, sources, status,
    judge, merge, apart, split, undo, judgements, verify,
)  # fmt: skip
INTERRUPTED = 130


def _ask(run: Callable[..., int], **asked: Any) -> None:
    from sayso.cli.talk import on_ledger

    end(on_ledger, run=run, **asked)


def end(command: Callable[..., int], **asked: Any) -> None:
    """Ends with the code of what ran; an interruption is no failure of sayso."""
    try:
        code = command(**asked)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
