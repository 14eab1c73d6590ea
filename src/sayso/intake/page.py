"""One HTML page taken apart: its characters in, the article's text and the page's own words out."""

import re
from dataclasses import dataclass
from typing import Any

from sayso.errors import ArticleMissing, PageBroken
from sayso.intake.content import put_headline
from sayso.intake.foreign import FOREIGN_ERRORS, describe
from sayso.intake.json_ld import read_json_ld
from sayso.intake.layout import find_layout
from sayso.intake.page_date import find_page_date, guess_page_date
from sayso.records import PublicationDate

_BREAK = re.compile(r"\s*\n\s*")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONGEST_FIELD = 300
_TITLE_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The article of a page, paragraphs parted by a blank line, and its metadata.

    ``text`` begins with the headline, whether or not the extracted body does, so that what a
    headline says on somebody's word is read as well.
    """

    text: str
    title: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    published: PublicationDate | None


def read_page(html: str, *, origin: str) -> Page:
    """The article and metadata of one page; nothing is fetched and no script runs.

    Raises: ArticleMissing, PageBroken.
    """
    from lxml.etree import LxmlError

    try:
        return _read(html, origin=origin)
    except (LxmlError, *FOREIGN_ERRORS) as error:
        raise PageBroken(origin, describe(error)) from error


def _read(html: str, *, origin: str) -> Page:
    from trafilatura import bare_extraction, load_html

    tree = load_html(_SURROGATE.sub("\ufffd", html))
    if tree is None:
        raise ArticleMissing(origin)
    article: Any = bare_extraction(tree, fast=True, include_comments=False)
    body = _BREAK.sub("\n\n", article.text).strip() if article and article.text else ""
    if not body:
        raise ArticleMissing(origin)
    json_ld = read_json_ld(tree)
    published = find_page_date(tree, json_ld)
    meta = _read_metadata(tree)
    heading = _find_heading(tree)
    paragraphs = body.split("\n\n")[:_TITLE_PLACES]
    title = heading if heading in paragraphs else _bare(meta.title or json_ld.headline)
    body = put_headline(body, title)
    if published is None and find_layout(body, title=title).dateline is None:
        published = guess_page_date(tree)
    return Page(
        text=body,
        title=title,
        publisher=_bare(json_ld.publisher or meta.sitename),
        byline=_bare(json_ld.author or meta.author),
        url=_bare(meta.url),
        published=published,
    )


def _read_metadata(tree: Any) -> Any:
    """What trafilatura finds in the page but for JSON-LD, which it expects in one shape only."""
    from trafilatura import extract_metadata

    for script in tree.xpath("//script"):
        script.drop_tree()
    return extract_metadata(tree, date_config={"extensive_search": False})


def _find_heading(tree: Any) -> str | None:
    headings = [_bare(each.text_content()) for each in tree.iter("h1")]
    return headings[0] if len(headings) == 1 else None


def _bare(value: str | None) -> str | None:
    words = " ".join((value or "").split())
    return words[:_LONGEST_FIELD] or None
