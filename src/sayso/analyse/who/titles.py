"""One source, one title: attributions with names in, their titles shared among those of one name
out."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.who.names import fold_name
from sayso.records import Attribution, SourceType, Span

_PEOPLE = (SourceType.NAMED_PERSON, SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS)


def share_titles(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Each attribution of a person without a title of its own gets the first that the report gives
    to somebody of that name: "he" has the title of "Mayor Ida Strand"."""
    titles: dict[tuple[str, ...], tuple[Span, ...]] = {}
    for each in attributions:
        if each.title and each.name is not None:
            titles.setdefault(fold_name(each.name.name), each.title)
    return tuple(
        replace(each, title=titles[key])
        if (key := _key_of(each)) in titles and not each.title
        else each
        for each in attributions
    )


def _key_of(attribution: Attribution) -> tuple[str, ...]:
    if attribution.name is None or attribution.source_type not in _PEOPLE:
        return ()
    return fold_name(attribution.name.name)
