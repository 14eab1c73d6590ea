"""When a page was published: its tree and JSON-LD in, the date and where it was found out."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from sayso.intake.dates import FoundDate, find_stamp
from sayso.intake.json_ld import JsonLd
from sayso.intake.layout import choose_dateline
from sayso.intake.lines import find_lines
from sayso.records import DateOrigin, Precision, PublicationDate

_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "originalpublicationdate",
    "article_date_original",
    "publication_date",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "rbpubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "date",
)
_FURNITURE_TAGS = frozenset(("nav", "aside", "footer"))
_NOT_PUBLISHED = (
    "updat",
    "modif",
    "print",
    "fetch",
    "retriev",
    "access",
    "today",
    "current",
    "now",
)
_BLOCKS = ("p", "div", "span", "time", "li", "td", "small", "em", "i", "font")
_LONGEST_MARGIN = 140
_LONGEST_BEFORE_BODY = 200
_MOST_BLOCKS = 40


def find_page_date(tree: Any, json_ld: JsonLd) -> PublicationDate | None:
    """The date of JSON-LD, else a meta element, a ``<time>`` or a dateline under the heading.

    A dateline that is left in the extracted text is found later, with its span, and outweighs the
    guess of htmldate, which takes any date of the page when markup names none.
    """
    finders = (
        (DateOrigin.JSON_LD, _to_stamp(json_ld.date_published)),
        (DateOrigin.METADATA, _find_meta(tree)),
        (DateOrigin.TIME_ELEMENT, _find_time(tree)),
        (DateOrigin.DATELINE, _find_dateline(tree)),
    )
    for origin, found in finders:
        if found is not None:
            return PublicationDate(value=found.value, precision=found.precision, found_in=origin)
    return None


def guess_page_date(tree: Any) -> PublicationDate | None:
    """What htmldate finds in the page without its header, footer and asides: a day."""
    from htmldate import find_date

    pruned = deepcopy(tree)
    for each in pruned.xpath("//header[not(ancestor::article)]|//nav|//aside|//footer|//script"):
        each.drop_tree()
    for each in [*pruned.iter("meta"), *pruned.iter("time")]:
        if _is_other_date(each):
            each.drop_tree()
    day = find_date(
        pruned,
        original_date=True,
        extensive_search=False,  # it makes a first of January out of a copyright year
        min_date="1990-01-01",
        max_date="2099-12-31",  # the default is today, and a reading must not depend on its day
    )
    if day is None:
        return None
    return PublicationDate(value=day, precision=Precision.DAY, found_in=DateOrigin.METADATA)


def _to_stamp(value: str | None) -> FoundDate | None:
    return find_stamp(value) if value else None


def _find_meta(tree: Any) -> FoundDate | None:
    by_name: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        by_name.setdefault(name.lower(), element.get("content") or "")
    stamps = (_to_stamp(by_name.get(name)) for name in _META_NAMES)
    return next((stamp for stamp in stamps if stamp), None)


def _find_time(tree: Any) -> FoundDate | None:
    """The first ``<time>`` said to be the publication's, else the first one after the heading."""
    candidates = []
    for element, is_after_heading in _walk_article(tree):
        if element.tag != "time" or _is_other_date(element):
            continue
        stamp = _to_stamp(element.get("datetime")) or _to_stamp(element.text_content())
        if stamp is None:
            continue
        is_named = "pubdate" in element.attrib or "publ" in _get_names(element)
        candidates.append((not is_named, not is_after_heading, stamp))
    if not candidates:
        return None
    is_unnamed, is_before, stamp = min(candidates, key=lambda each: each[:2])
    return None if is_unnamed and is_before else stamp


def _find_dateline(tree: Any) -> FoundDate | None:
    """The dateline between the heading and the body, also one that extraction leaves out."""
    lines: list[str] = []
    for element, is_after_heading in _walk_article(tree):
        if not is_after_heading or element.tag not in _BLOCKS:
            continue
        text = " ".join(element.text_content()[: 4 * _LONGEST_BEFORE_BODY].split())
        if (len(text) > _LONGEST_BEFORE_BODY and element.tag == "p") or len(lines) > _MOST_BLOCKS:
            break
        if text and len(text) <= _LONGEST_MARGIN and not _is_other_date(element):
            lines.append(text)
    found = find_lines("\n".join(lines), most=_MOST_BLOCKS)
    mark = choose_dateline(found, headline=-1)
    return mark.date if mark else None


def _walk_article(tree: Any) -> Iterator[tuple[Any, bool]]:
    """The elements outside navigation, asides and footers, and whether each follows the heading."""
    has_heading = next(tree.iter("h1"), None) is not None
    is_after = False
    for element in tree.iter():
        if not isinstance(element.tag, str) or _is_furniture(element):
            continue
        is_after = is_after or element.tag == "h1" or (not has_heading and element.tag == "article")
        yield element, is_after


def _is_furniture(element: Any) -> bool:
    return any(each.tag in _FURNITURE_TAGS for each in (element, *element.iterancestors()))


def _is_other_date(element: Any) -> bool:
    parent = element.getparent()
    text = element.text_content()[:_LONGEST_MARGIN].lower()
    names = _get_names(element) + (_get_names(parent) if parent is not None else "")
    before = (parent.text or "").lower() if parent is not None else ""
    return any(word in names for word in _NOT_PUBLISHED) or any(
        word in each[-30:] for word in _NOT_PUBLISHED[:6] for each in (before, text[:30])
    )


def _get_names(element: Any) -> str:
    keys = ("class", "id", "itemprop", "data-testid", "property", "name")
    return " ".join(element.get(key) or "" for key in keys).lower()
