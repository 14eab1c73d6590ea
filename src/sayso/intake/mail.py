"""One mail taken apart: its bytes in, the words of its body and what its headers say out."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import cast

from sayso.errors import ArticleMissing, MailBroken, PageBroken
from sayso.intake.content import Content, put_headline
from sayso.intake.dates import find_stamp
from sayso.intake.decoding import decode_mail
from sayso.intake.flatten import flatten_html
from sayso.intake.foreign import FOREIGN_ERRORS, describe
from sayso.intake.page import read_page
from sayso.records import DateOrigin, PublicationDate

_LONGEST_HEADER = 4000
_LONGEST_FIELD = 300
_MOST_PARTS = 10_000
# Mailboxes of desks; whoever writes from one is an outlet, not a person.
_DESKS = re.compile(
    r"(?:no-?reply|do-?not-?reply|news(?:letters?|desk|room)?|alerts?|press|info|editors?|desk"
    r"|digest|updates?|daily|hello|contact|mail|media|office|service|support|subscriptions?)\b",
    re.IGNORECASE,
)
_OF_OUTLET = re.compile(r"\s*(?:,| at | from | via | [-–—|/] )\s*")
_SOFT_BREAK = re.compile(r" \n(?!>|-- \n|\s)")


class _ShortHeaders(EmailPolicy):
    """The standard policy, whose parsers of headers need time that grows with the square."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_POLICY = _ShortHeaders()


def read_mail(data: bytes, *, origin: str) -> Content:
    """The report that a mail is: its subject the title, its sender the byline or the publisher, its
    first plain text the body, else its first HTML; what is attached is left out.

    Raises: MailBroken, ArticleMissing.
    """
    if data.count(b"\n--") > _MOST_PARTS:
        raise MailBroken(origin, f"it has more than {_MOST_PARTS:,} parts")
    try:
        message = cast(EmailMessage, message_from_bytes(data, policy=_POLICY))
        return _read(message, origin=origin)
    except FOREIGN_ERRORS as error:
        raise MailBroken(origin, describe(error)) from error


def _read(message: EmailMessage, *, origin: str) -> Content:
    if not any(name in message for name in ("From", "Subject", "Date", "Received")):
        raise MailBroken(origin, "it has neither sender nor subject nor date")
    title = _get_header(message, "Subject")
    byline, publisher = _find_sender(message)
    return Content(
        text=put_headline(_find_body(message, origin=origin), title),
        title=title,
        byline=byline,
        publisher=_find_list(message) or publisher,
        published=_find_date(message),
    )


def _find_body(message: EmailMessage, *, origin: str) -> str:
    plain = message.get_body(preferencelist=("plain",))
    words = _read_plain(plain).strip() if isinstance(plain, EmailMessage) else ""
    if words:
        return words
    rich = message.get_body(preferencelist=("html",))
    return _read_rich(rich, origin=origin) if isinstance(rich, EmailMessage) else ""


def _read_plain(part: EmailMessage) -> str:
    words = _decode(part).replace("\r\n", "\n")
    is_flowed = part.get_param("format") == "flowed"
    return _SOFT_BREAK.sub(" ", words) if is_flowed else words


def _read_rich(part: EmailMessage, *, origin: str) -> str:
    from lxml.etree import LxmlError

    html = _decode(part)
    try:
        return read_page(html, origin=origin).text
    except (ArticleMissing, PageBroken):
        try:  # a letter of a few lines is no article to whoever looks for one
            return flatten_html(html)
        except LxmlError as error:
            raise ArticleMissing(origin) from error


def _decode(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    return decode_mail(data, part.get_content_charset()) if isinstance(data, bytes) else ""


def _find_sender(message: EmailMessage) -> tuple[str | None, str | None]:
    """Byline and publisher, of which a sender's name may be either or both."""
    name, address = parseaddr(_get_header(message, "From") or "")
    if not name:
        return None, None
    if _DESKS.match(address):
        return None, name
    person, *outlet = _OF_OUTLET.split(name, maxsplit=1)
    return (person, outlet[0]) if person and outlet and outlet[0] else (name, None)


def _find_list(message: EmailMessage) -> str | None:
    """The name of the mailing list: ``The Courier <daily.courier.example>``."""
    words, _, _ = (_get_header(message, "List-Id") or "").partition("<")
    return words.strip(" \"'") or None


def _find_date(message: EmailMessage) -> PublicationDate | None:
    found = find_stamp(_get_header(message, "Date") or "")
    if found is None:
        return None
    return PublicationDate(
        value=found.value, precision=found.precision, found_in=DateOrigin.MAIL_HEADER
    )


def _get_header(message: EmailMessage, name: str) -> str | None:
    words = " ".join(str(message.get(name, "")).split())
    return words.encode("utf-8", "replace").decode()[:_LONGEST_FIELD] or None
