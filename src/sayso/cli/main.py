"""What can be asked on the command line; what does the work is imported when it is asked for.

`sayso --help` must start at once, so this module imports click alone.
"""

import sys
from pathlib import Path

import click

INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso", prog_name="sayso")
def main() -> None:
    """Who says what in a news report, on whose word, and how firmly."""


@main.command(
    short_help="Read reports and show who says what.",
    epilog="\b\nExit codes: 0 all read, 1 some report could not be read, 2 wrong usage.",
)
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, a report each.")
@click.option(
    "--html",
    "page",
    metavar="OUT",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one self-contained page to OUT.",
)
@click.option("--full", is_flag=True, help="Show long quotations whole.")
def read(names: tuple[str, ...], *, as_json: bool, page: Path | None, full: bool) -> None:
    """Read reports: FILE is a text, Markdown, HTML or JSONL file, a folder of them, or - for
    standard input.

    \b
    Examples:
      sayso read report.txt
      sayso read reports/ --html reports.html
      curl -s URL | sayso read - --json | jq '.attributions[].source_text'
    """
    from sayso.cli.read import read_reports  # the network and the parsers come with it

    try:
        code = read_reports(names, as_json=as_json, page=page, full=full)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


@main.command()
def schema() -> None:
    """Print the JSON Schema of `sayso read --json`."""
    import json

    from sayso.export.json_lines import make_schema

    click.echo(json.dumps(make_schema(), indent=2))
