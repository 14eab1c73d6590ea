"""The chain as people see it, one name a hop: attributions enter, clean strings leave."""

from collections.abc import Sequence

from sayso.export.notes import ARROW, find_better_name
from sayso.export.wording import cut, fold, join_pieces
from sayso.records import Attribution, Document, SourceType


def make_strip(
    document: Document, chain: Sequence[Attribution], *, longest: int | None = None
) -> tuple[str, ...]:
    """The chain in words, outermost first: the publisher or "the report", then one name a hop.

    The report's own hedge is no hop of its own: it stands beside the name of the report. Hops that
    only lead to the last one stand under their names alone, for each has an entry of its own.
    Units: ``longest`` is in characters of the report's words for one hop; the rest is cut.
    """
    report = fold(document.publisher or "") or "the report"
    outermost = chain[0]
    if outermost.source_type is SourceType.REPORT and not outermost.source:
        report, hops = f"{report} {_quote_cue(document, outermost)}", chain[1:]
    else:
        hops = chain
    before = (name_briefly(document, hop) for hop in hops[:-1])
    shown = [_fit(words, longest) for words in (report, *before)]
    return (*shown, *(name_hop(document, hop, longest=longest) for hop in hops[-1:]))


def name_hop(document: Document, hop: Attribution, *, longest: int | None = None) -> str:
    """The source's words, and its name where that says more ("he → Kim Min-ki"); where there is no
    source, the cue in its place."""
    words = _fit(_find_words(document, hop), longest)
    name = find_better_name(document, hop)
    return words if name is None else f"{words} {ARROW} {name}"


def name_briefly(document: Document, hop: Attribution) -> str:
    """The source's name alone where it says more than the words, else the words."""
    return find_better_name(document, hop) or _find_words(document, hop)


def _fit(words: str, longest: int | None) -> str:
    return words if longest is None else cut(words, longest)


def _find_words(document: Document, hop: Attribution) -> str:
    if hop.source:
        return join_pieces(document, hop.source).rstrip(" ,")
    nobody = "the report" if hop.source_type is SourceType.REPORT else "nobody named"
    return f"{nobody} {_quote_cue(document, hop)}"


def _quote_cue(document: Document, hop: Attribution) -> str:
    return f'("{join_pieces(document, hop.cue)}")'
