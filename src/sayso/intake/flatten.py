"""The text of a piece of HTML that is all report and no page around it."""

import re
from collections.abc import Iterator
from typing import Any

_UNREAD = frozenset(("script", "style", "noscript", "template", "head", "iframe", "object", "svg"))
_WORD = re.compile(r"\w+")
_INLINE = frozenset(
    _WORD.findall(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp"
        " small span strike strong sub sup time tt u var wbr img"
    )
)
_BREAK = "\n"
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


def flatten_html(html: str) -> str:
    """The words of a piece of HTML, paragraphs parted by a blank line; no scripts, no styles.

    Raises: LxmlError, ValueError when nothing can be made of it.
    """
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8")  # bytes, since text that declares an encoding is refused
    tree = document_fromstring(html.encode("utf-8", "replace") or b" ", parser=parser)
    words = _SPACES.sub(" ", "".join(_walk(tree)))
    return _BREAKS.sub("\n\n", words).strip()


def _walk(tree: Any) -> Iterator[str]:
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_element = isinstance(element.tag, str)
        edge = _BREAK if is_element and element.tag not in _INLINE else ""
        if event == "start":
            yield edge
            if element.tag in _UNREAD:
                walk.skip_subtree()
            else:
                yield _fold(element.text)
        elif event == "end" or not is_element:
            yield edge + _fold(element.tail)


def _fold(words: str | None) -> str:
    return (words or "").replace("\n", " ")
