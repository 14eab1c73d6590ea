"""The JSON-LD of a page: its tree in, the article's headline, author, publisher and date out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLE_TYPES = ("article", "report", "posting", "webpage")
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLd:
    """What the first article object of a page says; ``None`` for what it leaves out."""

    headline: str | None = None
    author: str | None = None
    publisher: str | None = None
    date_published: str | None = None


def read_json_ld(tree: Any) -> JsonLd:
    """The fields of the page's article, of an article before those of a mere web page."""
    nodes = [node for script in tree.iter("script") for node in _read_nodes(script)]
    ranked = sorted(nodes, key=_rank)
    return JsonLd(
        headline=_find_first(ranked, "headline"),
        author=_find_first(ranked, "author"),
        publisher=_find_first(ranked, "publisher"),
        date_published=_find_first(ranked, "datePublished"),
    )


def _read_nodes(script: Any) -> Iterator[dict[str, object]]:
    if "ld+json" not in (script.get("type") or "").lower() or not script.text:
        return
    try:
        found = json.loads(script.text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):  # many pages carry broken JSON-LD, and are fine otherwise
        return
    yield from _walk(found, depth=0)


def _walk(value: object, *, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _walk(each, depth=depth + 1)
    elif isinstance(value, dict):
        if _get_types(value):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(key), depth=depth + 1)


def _rank(node: dict[str, object]) -> int:
    types = _get_types(node)
    return next(rank for rank, name in enumerate(_ARTICLE_TYPES) if any(name in t for t in types))


def _get_types(node: dict[str, object]) -> list[str]:
    """The node's types that are some kind of article."""
    types = node.get("@type")
    names = [str(each).lower() for each in (types if isinstance(types, list) else [types])]
    return [name for name in names if any(kind in name for kind in _ARTICLE_TYPES)]


def _find_first(nodes: list[dict[str, object]], key: str) -> str | None:
    return next((found for node in nodes if (found := _to_name(node.get(key)))), None)


def _to_name(value: object) -> str | None:
    """The text of a value, the name of an object, the names of a list."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        name = value.get("name")
        return name.strip() or None if isinstance(name, str) else None
    if isinstance(value, list):
        return "; ".join(filter(None, map(_to_name, value[:8]))) or None
    return None
