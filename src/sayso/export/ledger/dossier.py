"""All on one name for a terminal: a dossier enters, a renderable leaves."""

import shlex
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.answers import Alias, Dossier, Page, Title
from sayso.export.blocks import Hung
from sayso.export.ledger.days import describe_reach
from sayso.export.ledger.lines import make_blocks
from sayso.export.ledger.rows import make_fact
from sayso.export.ledger.words import LONGEST_NAME, close_page, say_nothing, shorten
from sayso.export.wording import count, cut, fold

_MOST_SPELLINGS = 12
_MOST_DOUBLES = 6
_MOST_OUTLETS = 4


def make_dossier_view(dossier: Dossier, *, full: bool = False) -> Group:
    """Who it is and what may be the same, then the claims about it and those by it."""
    name = _show(dossier.name)
    return Group(
        Hung((Text(name, style="bold"),)),
        *(make_fact(label, text) for label, text in _find_facts(dossier)),
        Text(),
        *_make_side("Claimed about", name, dossier.about, full=full),
        *_make_side("Claimed by", name, dossier.by, full=full),
    )


def _find_facts(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    yield "in", Text(_describe_reports(dossier))
    if dossier.aliases:
        spellings = [_describe_alias(alias) for alias in dossier.aliases]
        yield "spelt", Text(_list(spellings, _MOST_SPELLINGS))
    label = "titles"
    for title in dossier.titles:
        yield label, _describe_title(title)
        label = ""
    if dossier.doubles:
        yield "may also be", Text(_list([_show(name) for name in dossier.doubles], _MOST_DOUBLES))
        yield "", Text(_hint_at(dossier.name, dossier.doubles[0]), style="dim")


def _describe_reports(dossier: Dossier) -> str:
    reports = count(dossier.n_reports, "report")
    if not dossier.first or not dossier.last:
        return f"{reports}, undated"
    published = describe_reach(dossier.first, dossier.last)
    return f"{reports}, published {published}"


def _describe_alias(alias: Alias) -> str:
    return f"{_show(alias.name)} ({alias.n_about:,} about, {alias.n_by:,} by)"


def _describe_title(title: Title) -> Text:
    outlets = _list([_show(publisher) for publisher in title.publishers], _MOST_OUTLETS)
    said = f"{outlets} in {count(title.n_reports, 'report')}"
    return Text.assemble(
        _show(title.words), (f"  {said}", "dim"), (f"  {shorten(title.claim_id)}", "dim")
    )


def _hint_at(name: str, double: str) -> str:
    pair = f"{shlex.quote(_show(name))} {shlex.quote(_show(double))}"
    return f"one: sayso merge {pair}   two: sayso apart {pair}"


def _make_side(heading: str, name: str, page: Page, *, full: bool) -> Iterator[RenderableType]:
    yield Hung((Text(f"{heading} {name}", style="bold underline"),))
    if page.lines:
        yield Text()
        yield from make_blocks(page, full=full)
        closing = close_page(page.number, len(page.lines), "claim", has_more=page.has_more)
    elif page.number > 1:
        closing = say_nothing(page.number, "claim")
    else:
        closing = f"Nothing is {heading.lower()} {name}."
    yield Hung((Text(closing, style="dim"),))
    yield Text()


def _list(words: Sequence[str], most: int) -> str:
    n_more = len(words) - most
    return "; ".join(words[:most]) + (f" and {n_more:,} more" if n_more > 0 else "")


def _show(name: str) -> str:
    return cut(fold(name), LONGEST_NAME)
