"""From the bytes of one input to its characters: bytes in, text out, or the error that fits."""

import codecs
import re
from contextlib import suppress

from sayso.errors import EncodingUnknown, InputBinary, WrongEncoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"RIFF", "a sound, image or film file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_HEAD_BYTES = 65_536
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.02
_UTF16_NULS = 0.2
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})"""
    rb"""|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,30})""",
    re.IGNORECASE,
)
_DECLARATION_BYTES = 4096
# What browsers take a label for; a page that declares Latin-1 or ASCII is in windows-1252.
# Source: WHATWG Encoding Standard, the labels that English pages carry.
_PAGE_ENCODINGS = {
    label: encoding
    for encoding, labels in (
        ("utf-8", "utf-8 utf8 unicode-1-1-utf-8 utf-16 utf-16le"),
        ("cp1252", "ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1 latin1 l1"),
        ("cp1252", "windows-1252 cp1252 x-cp1252"),
        ("cp1250", "windows-1250"),
        ("cp1251", "windows-1251"),
        ("cp1253", "windows-1253"),
        ("cp1254", "windows-1254 iso-8859-9"),
        ("cp1255", "windows-1255"),
        ("cp1256", "windows-1256"),
        ("cp1257", "windows-1257"),
        ("iso8859-2", "iso-8859-2"),
        ("iso8859-15", "iso-8859-15"),
        ("mac_roman", "macintosh x-mac-roman"),
        ("koi8_r", "koi8-r"),
        ("gb18030", "gb2312 gbk gb18030"),
        ("big5hkscs", "big5"),
        ("euc_jp", "euc-jp"),
        ("cp932", "shift_jis"),
        ("cp949", "euc-kr"),
    )
    for label in labels.split()
}


def decode_text(data: bytes, *, origin: str, charset: str | None = None) -> str:
    """The characters of a text in the encoding of its byte order mark, which is left out, else of
    ``charset``, as a server names it, else UTF-8.

    Raises: InputBinary, WrongEncoding.
    """
    check_text(data, origin=origin)
    mark, encoding = _find_mark(data)
    known = _PAGE_ENCODINGS.get(_to_label(charset))
    return _decode(data, encoding or known or "utf-8", start=len(mark), origin=origin)


def decode_page(data: bytes, *, origin: str, charset: str | None = None) -> str:
    """The characters of an HTML page in the encoding of its byte order mark, else of ``charset``,
    as a server names it, else of its declaration, else UTF-8.

    Raises: InputBinary, WrongEncoding, EncodingUnknown.
    """
    check_text(data, origin=origin)
    mark, encoding = _find_mark(data)
    served = _PAGE_ENCODINGS.get(_to_label(charset))
    if not encoding and served:
        # servers name one encoding for all their pages, also for those that declare another
        with suppress(WrongEncoding):
            return _decode(data, served, start=0, origin=origin)
    declared = _DECLARED.search(data[:_DECLARATION_BYTES])
    if not encoding and declared:
        label = (declared[1] or declared[2]).decode("ascii").lower()
        if label not in _PAGE_ENCODINGS:
            raise EncodingUnknown(origin, label)
        encoding = _PAGE_ENCODINGS[label]
    return _decode(data, encoding or "utf-8", start=len(mark), origin=origin)


def decode_mail(data: bytes, charset: str | None) -> str:
    """The characters of a part of a mail: in its charset, else UTF-8, else as Windows writes; a
    mail cannot be saved anew, so what is wrong in it is replaced."""
    for encoding in (_PAGE_ENCODINGS.get(_to_label(charset)), "utf-8"):
        if encoding:
            with suppress(UnicodeDecodeError):
                return data.decode(encoding)
    return data.decode("cp1252", "replace")


def check_text(data: bytes, *, origin: str) -> None:
    """Accept what can be text; a stray NUL is no harm.

    Raises: InputBinary when the first bytes or the share of control codes show something else.
    """
    for magic, looks_like in _MAGIC:
        if data.startswith(magic):
            raise InputBinary(origin, looks_like)
    head = data[:_HEAD_BYTES]
    if has_wide_mark(data) or not head:
        return
    n_controls = len(head) - len(head.translate(None, _CONTROLS))
    if n_controls > 1 and n_controls > _MOST_CONTROLS * len(head):
        is_utf16 = head.count(0) > _UTF16_NULS * len(head) and head.isascii()
        raise InputBinary(
            origin, "UTF-16 text without a byte order mark" if is_utf16 else "binary data"
        )


def has_wide_mark(data: bytes) -> bool:
    """Whether the data begin with the byte order mark of UTF-16 or UTF-32."""
    return _find_mark(data)[1].startswith(("utf-16", "utf-32"))


def _to_label(charset: str | None) -> str:
    return (charset or "").strip("\"' ").lower()


def _find_mark(data: bytes) -> tuple[bytes, str]:
    return next((each for each in _MARKS if data.startswith(each[0])), (b"", ""))


def _decode(data: bytes, encoding: str, *, start: int, origin: str) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        offset = start + error.start
        raise WrongEncoding(origin, encoding=encoding, offset=offset, byte=data[offset]) from error
