"""One PDF taken apart: its bytes in, the text of its pages and what it says of itself out."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from sayso.errors import MissingExtra, PdfBroken, PdfLocked, PdfWithoutText
from sayso.intake.content import Content
from sayso.intake.dates import find_stamp
from sayso.intake.layout import find_layout
from sayso.intake.pdf_lines import join_lines
from sayso.records import DateOrigin, PublicationDate

# -P: a module in the folder where sayso is called is not to be run in place of ours.
_READER = (sys.executable, "-P", "-m", "sayso.intake.pdf_pages")
_LONGEST_WAIT_SECONDS = 120
_LONGEST_FIELD = 300
_LOCKED = "password"
_FILE_NAME = re.compile(
    r"\.\w{2,5}$|^(?:microsoft word|untitled|layout \d|document\d*$)", re.IGNORECASE
)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?)?")


def read_pdf(data: bytes, *, origin: str) -> Content:
    """The report that a PDF is: the text of all its pages, lines joined to paragraphs.

    Raises: PdfLocked, PdfBroken, PdfWithoutText, MissingExtra.
    """
    if find_spec("pypdfium2") is None:
        raise MissingExtra("reading a PDF", "pdf")
    found = _ask_reader(data, origin=origin)
    if (reason := found.get("error")) is not None:
        raise PdfLocked(origin) if _LOCKED in reason else PdfBroken(origin, reason)
    text = join_lines(found["pages"])
    if not text:
        raise PdfWithoutText(origin, len(found["pages"]))
    said = found["said"]
    title = _to_title(said.get("Title"))
    return Content(
        text=text,
        title=title,
        byline=_bare(said.get("Author")),
        published=_find_date(said, text, title),
    )


def _ask_reader(data: bytes, *, origin: str) -> Any:
    """What another process finds in the PDF; a file that brings it down costs nothing else."""
    try:
        done = subprocess.run(
            _READER, input=data, capture_output=True, check=True, timeout=_LONGEST_WAIT_SECONDS
        )
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise PdfBroken(origin, f"its pages take more than {error.timeout} seconds") from error
    except (subprocess.CalledProcessError, OSError, ValueError) as error:
        raise PdfBroken(origin, "it needs too much memory, or is damaged") from error


def _find_date(said: dict[str, str], text: str, title: str | None) -> PublicationDate | None:
    """When the file was made, which may be long after the report; a dateline outweighs it."""
    match = _DATE.match(said.get("CreationDate") or "")
    if match is None or find_layout(text, title=title).dateline is not None:
        return None
    year, month, day, hour, minute, utc, zone, zone_minutes = match.groups()
    clock = f"T{hour}:{minute}" if hour else ""
    offset = utc or (f"{zone}:{zone_minutes or '00'}" if zone else "")
    found = find_stamp(f"{year}-{month}-{day}{clock}{offset if clock else ''}")
    if found is None:
        return None
    return PublicationDate(
        value=found.value, precision=found.precision, found_in=DateOrigin.METADATA
    )


def _to_title(words: str | None) -> str | None:
    """The title, unless it is the name of the file that the PDF was made of."""
    title = _bare(words)
    return None if title and _FILE_NAME.search(title) else title


def _bare(words: str | None) -> str | None:
    return " ".join((words or "").split())[:_LONGEST_FIELD] or None
