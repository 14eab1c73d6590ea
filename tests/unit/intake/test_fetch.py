"""Addresses that were named: what a server says, and what it is not trusted with."""

import gzip
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso import __version__
from sayso.errors import (
    BadAddress,
    CompressionBroken,
    HostUnreachable,
    InputTooLarge,
    PageRefused,
    RedirectRefused,
    TypeRefused,
)
from sayso.intake import Format, count_bytes, find_reports, make_document
from sayso.intake.addresses import is_public
from sayso.intake.fetch import Patience, fetch
from tests.unit.intake.made_inputs import PAGE, RSS, make_bomb, make_pdf

LIMIT = 1_000_000
HASTE = Patience(connect=2, read=2, whole=0.6)
HTML = "text/html"
PATHS = {
    "/page": (200, PAGE, {"Content-Type": HTML}),
    "/latin": (
        200,
        PAGE.replace(b"<head>", b"<head><meta charset=utf-8>").replace(b"its clerk", b"\x96 he"),
        {"Content-Type": "text/html; charset=ISO-8859-1"},
    ),
    "/feed": (200, RSS, {"Content-Type": "text/xml"}),
    "/pdf": (200, make_pdf(["The clerk said so."]), {"Content-Type": "application/octet-stream"}),
    "/gzip": (200, gzip.compress(PAGE), {"Content-Type": HTML, "Content-Encoding": "gzip"}),
    "/bomb": (200, make_bomb(), {"Content-Type": HTML, "Content-Encoding": "gzip"}),
    "/broken": (200, b"\x1f\x8b\x08no", {"Content-Type": HTML, "Content-Encoding": "gzip"}),
    "/large": (200, bytes(LIMIT + 1), {"Content-Type": HTML}),
    "/short": (200, PAGE, {"Content-Type": HTML, "Content-Length": "99999"}),
    "/image": (200, b"\x89PNG", {"Content-Type": "image/png"}),
    "/json": (200, b"{}", {"Content-Type": "application/json"}),
    "/untyped": (200, PAGE, {}),
    "/gone": (410, b"", {}),
    "/empty": (204, b"", {}),
    "/moved": (301, b"", {"Location": "/page"}),
    "/round": (302, b"", {"Location": "round"}),
    "/lost": (302, b"", {}),
    "/file": (302, b"", {"Location": "file:///etc/passwd"}),
    "/nowhere": (302, b"", {"Location": "http://["}),
    "/link-local": (302, b"", {"Location": "http://169.254.169.254/latest/"}),
    "/loopback": (307, b"", {"Location": "http://127.0.0.1:9/"}),
    "/by-name": (308, b"", {"Location": "https://localhost/"}),
    "/six": (302, b"", {"Location": "http://[::1]:9/"}),
    "/mapped": (302, b"", {"Location": "http://[::ffff:10.0.0.1]/"}),
    "/number": (302, b"", {"Location": "http://2130706433/"}),
}


class Server(BaseHTTPRequestHandler):
    asked: list[tuple[str, str, str]] = []  # noqa: RUF012 - what the tests look into

    def do_GET(self):
        said = self.headers
        self.asked.append((self.path, said["User-Agent"], said["Host"]))
        if self.path == "/drip":
            self.drip()
            return
        status, body, headers = PATHS.get(self.path, (404, b"", {}))
        self.send_response(status)
        for name, words in headers.items():
            self.send_header(name, words)
        self.end_headers()
        self.wfile.write(body)

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"<p>said")
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def find(address):
    return list(find_reports([address], max_bytes=LIMIT))


@pytest.mark.parametrize("path", ["/page", "/gzip", "/moved", "/untyped"])
def test_page_is_read_with_its_address_and_the_time_of_asking(site, path):
    (raw,) = find(site + path)
    document = make_document(raw, max_bytes=LIMIT)
    assert document.title == "Old bridge closed"
    assert document.origin == site + path
    assert document.url == site + ("/page" if path == "/moved" else path)
    assert document.fetched.span is None
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ", document.fetched.value)
    assert raw.data == PAGE


def test_server_is_told_who_asks(site):
    find(site + "/page")
    path, agent, host = Server.asked[-1]
    assert path == "/page"
    assert agent == f"sayso/{__version__} (reads named pages only)"
    assert f"http://{host}" == site


def test_charset_that_the_server_names_outweighs_that_of_the_page(site):
    (raw,) = find(site + "/latin")
    assert "– he said" in make_document(raw, max_bytes=LIMIT).text


def test_feed_gives_its_entries_and_nobody_follows_them(site):
    n_asked = len(Server.asked)
    first, second = find(site + "/feed")
    assert first.format is Format.FEED_ENTRY
    document = make_document(first, max_bytes=LIMIT)
    assert (document.url, document.origin) == (
        "https://courier.example/bridge",
        f"{site}/feed:1",
    )
    assert document.fetched is not None
    assert make_document(second, max_bytes=LIMIT).url is None
    assert len(Server.asked) == n_asked + 1


def test_pdf_is_known_by_its_first_bytes(site):
    (raw,) = find(site + "/pdf")
    assert raw.format is Format.PDF


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/gone", PageRefused),
        ("/empty", PageRefused),
        ("/none", PageRefused),
        ("/lost", PageRefused),
        ("/image", TypeRefused),
        ("/json", TypeRefused),
        ("/large", InputTooLarge),
        ("/bomb", InputTooLarge),
        ("/broken", CompressionBroken),
        ("/short", HostUnreachable),
        ("/round", RedirectRefused),
        ("/file", RedirectRefused),
        ("/nowhere", RedirectRefused),
        ("/link-local", RedirectRefused),
        ("/loopback", RedirectRefused),
        ("/by-name", RedirectRefused),
        ("/six", RedirectRefused),
        ("/mapped", RedirectRefused),
        ("/number", RedirectRefused),
    ],
)
def test_what_gives_no_report_is_told(site, path, error):
    (raw,) = find(site + path)
    with pytest.raises(error) as caught:
        make_document(raw, max_bytes=LIMIT)
    assert str(caught.value).startswith(site + path)


def test_only_so_many_redirects_are_followed(site):
    n_asked = len(Server.asked)
    find(site + "/round")
    assert len(Server.asked) == n_asked + 6


@pytest.mark.parametrize(
    "address",
    ["http://", "https:///path", "http://[::1", "http://a b.example:x/", "http://a.example:99999/"],
)
def test_address_that_is_none_is_told(address):
    (raw,) = find(address)
    with pytest.raises((BadAddress, HostUnreachable)):
        make_document(raw, max_bytes=LIMIT)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://nobody.invalid/"])
def test_host_that_does_not_answer_is_told(address):
    with pytest.raises(HostUnreachable, match="cannot be reached"):
        fetch(address, max_bytes=LIMIT, patience=HASTE)


def test_server_that_never_ends_is_left(site):
    start = time.monotonic()
    with pytest.raises(HostUnreachable, match="in time"):
        fetch(site + "/drip", max_bytes=LIMIT, patience=HASTE)
    assert time.monotonic() - start < 3


def test_name_and_password_stay_here(site):
    with_name = site.replace("http://", "http://ina:secret@")
    assert "secret" not in fetch(f"{with_name}/page#part", max_bytes=LIMIT).url


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("64:ff9b::5db8:d822", True),
        *(
            (address, False)
            for address in (
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0",
                "100.64.0.1", "224.0.0.1", "239.1.1.1", "255.255.255.255", "::", "::1", "fe80::1",
                "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "2002:7f00:1::",
                "64:ff9b::a00:1", "nonsense",
            )
        ),
    ],
)  # fmt: skip
def test_addresses_of_the_open_network(address, public):
    assert is_public(address) is public


def test_addresses_count_no_bytes(site):
    assert count_bytes([site + "/page"]) == 0
