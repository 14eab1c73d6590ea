"""Invented mails, feeds, archives and PDFs, as small as they can be."""

import gzip

STORY = (
    "The council has closed the old bridge over the Lenn, its clerk said on Thursday. Nobody was"
    " hurt, and the ferry will run until the repairs are done, according to the harbour board."
)
PAGE = (
    f"<html><head><title>Old bridge closed</title></head><body><article><h1>Old bridge closed</h1>"
    f"<p>{STORY}</p><p>{STORY[:80]}</p></article></body></html>"
).encode()
URL = "https://courier.example/bridge"

MAIL = (
    "From: Ina Holm via Lowmarch Courier <ina@courier.example>\r\n"
    "Subject: =?utf-8?q?Old_bridge_closed_=E2=80=93_again?=\r\n"
    "Date: Thu, 7 Mar 2024 09:30:11 +0900\r\n"
    "Content-Type: multipart/mixed; boundary=outer\r\n\r\n"
    "--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n"
    "--inner\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\n" + STORY.replace(" its", " \r\nits") + "\r\n"
    "--inner\r\nContent-Type: text/html\r\n\r\n<p>Rich.</p>\r\n--inner--\r\n"
    "--outer\r\nContent-Type: text/plain\r\n"
    "Content-Disposition: attachment; filename=../../notes.txt\r\n\r\nNot to be read.\r\n"
    "--outer--\r\n"
).encode()

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lowmarch &amp; Lenn Courier</title><link>https://courier.example/</link>
<item><title>Old bridge closed</title><link>{URL}</link><guid isPermaLink="false">b-1</guid>
<pubDate>Thu, 07 Mar 2024 09:30:00 +0900</pubDate><author>desk@courier.example (Ina Holm)</author>
<description>&lt;p&gt;In short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>{STORY}</p><script>x()</script><p>More <b>to</b>
come.</p>]]></content:encoded></item>
<item><title>Ferry runs</title><description>The ferry runs &amp;amp; waits, its master said.
</description></item>
</channel></rss>""".encode()

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>f</id>
<entry><id>urn:b-1</id><title>Old bridge closed</title><link href="{URL}"/>
<updated>2024-03-08T10:00:00Z</updated><published>2024-03-07T09:30:00-05:00</published>
<author><name>Ina Holm</name></author><content type="text">{STORY}</content></entry>
</feed>""".encode()


def make_archive(*records, packed=True):
    """A WARC file of records, each a dict with what differs from an HTML page that was found."""
    made = [make_record(**each) for each in records]
    return b"".join(map(gzip.compress, made) if packed else made)


def make_record(url=URL, body=PAGE, kind="response", status="200 OK", type_="text/html", **headers):
    if kind == "response":
        said = "".join(f"{name.replace('_', '-')}: {words}\r\n" for name, words in headers.items())
        body = f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\n{said}\r\n".encode() + body
        type_ = "application/http; msgtype=response"
    return (
        (
            f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2024-03-09T08:15:30Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: {type_}\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n\r\n"
    )


def make_bomb(n_bytes=60_000_000):
    return gzip.compress(bytes(n_bytes))


def make_pdf(*pages, info="/Title (Old bridge closed) /CreationDate (D:20240307093011+09'00')"):
    """A PDF whose pages are lists of lines."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", f"<< {info} >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 10 Tf 12 TL 50 780 Td {shown} ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _join(objects)


def _join(objects):
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )
