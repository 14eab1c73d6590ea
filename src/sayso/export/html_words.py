"""Words made harmless for a page: any text in, HTML text or an attribute's value out."""

from html import escape

from sayso.export.wording import mask_unshowable


def to_words(text: str) -> str:
    """The text as HTML text, fit for an attribute between double quotes too."""
    return escape(mask_unshowable(text)).replace("\r", "&#13;")  # a bare CR would become LF


def to_isolated(text: str) -> str:
    """The same as an element whose direction of writing turns nothing around it."""
    return f"<bdi>{to_words(text)}</bdi>"
