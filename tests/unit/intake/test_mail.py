"""What a mail becomes."""

import pytest

from sayso.errors import InputEmpty, MailBroken
from sayso.intake import find_reports, make_document
from sayso.intake.mail import read_mail
from sayso.records import DateOrigin
from tests.unit.intake.made_inputs import MAIL, STORY


def make_mail(*headers, body=STORY, type_="text/plain; charset=utf-8"):
    return "\n".join([*headers, f"Content-Type: {type_}", "", body]).encode()


def test_one_mail_is_one_report_with_what_its_headers_say(tmp_path):
    (tmp_path / "a.eml").write_bytes(MAIL)
    (raw,) = find_reports([str(tmp_path)])
    document = make_document(raw, max_bytes=10_000)
    assert document.title == "Old bridge closed – again"
    assert (document.byline, document.publisher) == ("Ina Holm", "Lowmarch Courier")
    assert document.published.value == "2024-03-07T09:30+09:00"
    assert document.published.found_in is DateOrigin.MAIL_HEADER
    assert document.text == f"Old bridge closed – again\n\n{STORY}"


@pytest.mark.parametrize(
    ("sender", "byline", "publisher"),
    [
        ("Ina Holm <ina@courier.example>", "Ina Holm", None),
        ("The Courier <newsletter@courier.example>", None, "The Courier"),
        ("The Courier <no-reply@courier.example>", None, "The Courier"),
        ('"Ina Holm, The Courier" <ina@courier.example>', "Ina Holm", "The Courier"),
        ("ina@courier.example", None, None),
        ("<<<>,,;:", None, None),
    ],
)
def test_sender_is_byline_or_publisher(sender, byline, publisher):
    content = read_mail(make_mail(f"From: {sender}"), origin="a")
    assert (content.byline, content.publisher) == (byline, publisher)


def test_name_of_the_mailing_list_is_the_publisher():
    data = make_mail("From: Ina Holm <i@a.example>", 'List-Id: "The Daily" <daily.a.example>')
    assert read_mail(data, origin="a").publisher == "The Daily"


@pytest.mark.parametrize("charset", ["utf-8", "latin-1", "us-ascii", "nonsense", "utf-7;;", ""])
def test_wrong_charset_leaves_what_can_be_read(charset):
    data = make_mail("From: a@b.example", type_=f"text/plain; charset={charset}", body="So – said.")
    assert read_mail(data.replace("–".encode(), b"\x96"), origin="a").text == "So – said."


def test_html_is_read_where_there_is_no_plain_text():
    page = f"<html><body><p>{STORY}</p><p>{STORY}</p></body></html>"
    for body in (page, "<p>The clerk said so.</p>"):
        data = make_mail("From: a@b.example", body=body, type_="text/html")
        assert " said" in read_mail(data, origin="a").text
        assert "<" not in read_mail(data, origin="a").text


def test_mail_without_words_is_empty(tmp_path):
    path = tmp_path / "a.eml"
    path.write_bytes(make_mail("From: a@b.example", type_="image/png"))
    (raw,) = find_reports([str(path)])
    with pytest.raises(InputEmpty):
        make_document(raw, max_bytes=10_000)


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        b"\0" * 1000,
        b"From: a\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nb\n" * 20_000,
        b"From: a\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(5000)
        ),
    ],
    ids=["no mail", "zeros", "many parts", "deep"],
)
def test_what_is_no_mail_is_told(data):
    with pytest.raises(MailBroken, match=r"^a: "):
        read_mail(data, origin="a")


@pytest.mark.parametrize(
    "header",
    [
        "Subject: " + "=?utf-8?q?a?= " * 50_000,
        "From: " + "a," * 200_000,
        "Date: " + "9" * 100_000,
        "Date: Thu, 31 Feb 99999 25:61:61 +9999",
        "Content-Disposition: attachment;" + "filename*0*=a;" * 20_000,
    ],
    ids=["subject", "from", "date", "no date", "filename"],
)
def test_absurd_header_takes_no_time(header):
    content = read_mail(make_mail("To: a@b.example", "From: b@b.example", header), origin="a")
    assert len(content.title or "") <= 300
    assert content.published is None
