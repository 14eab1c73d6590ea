"""What can be asked on the command line; what does the work is imported when it is asked for.

`sayso --help` must start at once, so this module imports click alone.
"""

from pathlib import Path

import click

from sayso.cli.ledger_commands import COMMANDS, end
from sayso.cli.views import FORMATS, SCU, View, choose_view


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso", prog_name="sayso")
def main() -> None:
    """Who says what in a news report, on whose word, and how firmly."""


@main.command(
    short_help="Read reports and show who says what.",
    epilog="\b\nExit codes: 0 all read, 1 some report could not be read, 2 wrong usage.",
)
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@click.option("--full", is_flag=True, help="Show long quotations whole.")
@click.option("--who", is_flag=True, help="Show the sources instead, a row each.")
@click.option("--when", is_flag=True, help="Show the time expressions instead, a row each.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, a report each.")
@click.option(
    "--as",
    "format_name",
    type=click.Choice(FORMATS),
    help="Write another format: scu, the sourcing table of newsroom audits (a JSON list a report).",
)
@click.option(
    "--html",
    "page",
    metavar="OUT",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one self-contained page to OUT.",
)
@click.option(
    "--fields", metavar="OURS=THEIRS,...", help="Names of fields in JSONL: text=body,date=day ..."
)
def read(
    names: tuple[str, ...], *, page: Path | None, fields: str | None, **asked: bool | str | None
) -> None:
    """Read reports: FILE is a text, Markdown, HTML, PDF, mail, feed, JSONL or WARC file, a folder
    of them, the address of a page or feed, or - for standard input.

    \b
    Examples:
      sayso read report.txt
      sayso read report.txt --who
      sayso read reports/ --html reports.html
      sayso read report.txt --as scu > report.scu.json
      sayso read dump.jsonl.gz --fields text=body,date=meta.published
      curl -s URL | sayso read - --json | jq '.attributions[].source_text'
    """
    wanted = {
        View.WHOLE: asked["full"],
        View.JSON: asked["as_json"],
        View.AUDIT: asked["format_name"] == SCU,
        View.WHO: asked["who"],
        View.WHEN: asked["when"],
    }
    view = choose_view({key: bool(value) for key, value in wanted.items()}, has_page=bool(page))
    from sayso.cli.read import show_reports  # the network and the parsers come with it

    end(show_reports, names=names, view=view, page=page, fields=fields)


for command in COMMANDS:
    main.add_command(command)


@main.command()
@click.option("--ledger", "of_ledger", is_flag=True, help="Of the commands that ask a ledger.")
def schema(of_ledger: bool) -> None:
    """Print the JSON Schema of `sayso read --json`, or of what the ledger answers with --json."""
    import json

    from sayso.export import json_lines
    from sayso.export.ledger import json_answers

    made = json_answers.make_schema() if of_ledger else json_lines.make_schema()
    click.echo(json.dumps(made, indent=2))
