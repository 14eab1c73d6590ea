import codecs

import pytest

from sayso.errors import EncodingUnknown, InputBinary, WrongEncoding
from sayso.intake.decoding import check_text, decode_page, decode_text

WORDS = "The envoy’s café – “closed”."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_text_is_kept_and_its_byte_order_mark_is_not(mark, encoding):
    assert decode_text(mark + WORDS.encode(encoding), origin="a") == WORDS


@pytest.mark.parametrize(
    "text", ["a\r\nb", "a\rb", "a\0b", "e\u0301", "\u202eabc", "\U0001f469\u200d\U0001f467"]
)
def test_line_ends_and_odd_characters_are_not_touched(text):
    assert decode_text(text.encode(), origin="a") == text


def test_wrong_encoding_names_byte_and_offset():
    with pytest.raises(WrongEncoding) as caught:
        decode_text(b"caf\xe9 closed", origin="a.txt")
    assert (caught.value.offset, caught.value.byte) == (3, 0xE9)
    assert "a.txt" in str(caught.value)
    assert "0xe9 at offset 3" in str(caught.value)


def test_offset_of_a_bad_byte_counts_the_byte_order_mark():
    with pytest.raises(WrongEncoding) as caught:
        decode_text(codecs.BOM_UTF8 + b"a\xff", origin="a")
    assert caught.value.offset == 4


@pytest.mark.parametrize(
    ("head", "looks_like"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04rest", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (bytes(range(32)) * 20, "binary data"),
        ("A plain report".encode("utf-16-le"), "UTF-16 text without a byte order mark"),
    ],
)
def test_binary_input_is_named(head, looks_like):
    with pytest.raises(InputBinary) as caught:
        check_text(head, origin="a")
    assert caught.value.looks_like == looks_like


def test_one_stray_nul_is_no_binary():
    check_text(b"a\0" + b"plain words " * 20, origin="a")


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "US-ASCII"])
def test_page_that_declares_latin_1_is_read_as_browsers_do(label):
    page = f'<meta charset="{label}"><p>{WORDS}'
    assert WORDS in decode_page(page.encode("cp1252"), origin="a")


def test_mark_outweighs_a_declaration():
    page = f'<meta charset="windows-1252"><p>{WORDS}'
    assert WORDS in decode_page(codecs.BOM_UTF8 + page.encode(), origin="a")


def test_unknown_declaration_is_an_error():
    with pytest.raises(EncodingUnknown, match="x-klingon"):
        decode_page(b'<meta charset="x-klingon"><p>words', origin="a")
