"""Web pages that were named: an address in, the raw report that it leads to out, or several of a
feed."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from sayso.errors import ReadError, TypeRefused
from sayso.intake.containers import is_container, open_container
from sayso.intake.fetch import PATIENCE, Answer, Patience, fetch
from sayso.intake.raw import FORMAT_BY_MEDIA_TYPE, Format, Given, RawReport
from sayso.intake.sniffing import SNIFFED_BYTES, sniff

# What says nothing, or not enough: the first bytes decide.
_VAGUE = (
    "",
    "application/octet-stream",
    "application/xml",
    "text/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
)
_KNOWN = (*FORMAT_BY_MEDIA_TYPE, "RSS", "Atom")


def open_address(
    address: str, max_bytes: int, patience: Patience = PATIENCE
) -> Iterator[RawReport]:
    """The page, text or PDF at an address, or the entries of the feed there, whose links are not
    followed; what cannot be fetched comes out to be told of."""
    whole = RawReport(origin=address, format=Format.HTML, path=None, data=None, n_bytes=0)
    try:
        answer = fetch(address, max_bytes=max_bytes, patience=patience)
        format_ = _find_format(answer, address)
    except ReadError as error:
        yield replace(whole, error=error)
        return
    given = Given(url=answer.url, fetched=answer.fetched, charset=answer.charset)
    whole = replace(whole, format=format_, given=given, n_bytes=len(answer.body))
    if is_container(format_):
        yield from open_container(BytesIO(answer.body), whole, max_bytes)
    else:
        yield replace(whole, data=answer.body)


def _find_format(answer: Answer, address: str) -> Format:
    shown = sniff(answer.body[:SNIFFED_BYTES])
    if shown in (Format.PDF, Format.FEED):
        return shown
    if answer.media_type in _VAGUE and shown is Format.HTML:
        return shown
    if answer.media_type not in FORMAT_BY_MEDIA_TYPE:
        raise TypeRefused(address, answer.media_type, _KNOWN)
    return FORMAT_BY_MEDIA_TYPE[answer.media_type]
