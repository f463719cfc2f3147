"""A report that is fetched by its address: only from the public internet, whatever names and redirects say, and within bounds."""

import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from faces.service.asking import Service, serving
from hypothesis import given
from hypothesis import strategies as st
from ledger.telling import SHELLING

from casus.errors import SourceError
from casus.faces.service import API
from casus.faces.service.addresses import is_public
from casus.faces.service.fetching import Bounds, fetch, resolved

PUBLIC = "8.8.8.8"
"""An address of the public internet, for which the server of the test stands."""

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Internet:
    """Names with their addresses, and one server that answers on all of them; `asked` lists what it was asked."""

    port: int
    names: dict[str, list[str]]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    connections: list[tuple[str, int]] = field(default_factory=list)
    lookups: list[str] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> list[str]:
        self.lookups.append(host)
        return self.names[host] if host in self.names else resolved(host, port)

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connections.append((address, port))
        assert address == PUBLIC, f"a connection to {address} was asked for"
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def fetch(self, address: str, **bounds: float) -> bytes:
        return fetch(address, Bounds(**bounds), resolve=self.resolve, connect=self.connect)  # type: ignore[arg-type]

    def refused(self, address: str, **bounds: float) -> str:
        with pytest.raises(SourceError) as told:
            self.fetch(address, **bounds)
        assert "\n" not in str(told.value)
        return str(told.value)


@contextmanager
def internet(answer: Answer, **names: str) -> Iterator[Internet]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.asked.append((self.path, dict(self.headers)))
            answer(self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        known = {"news.example": [PUBLIC]} | {name.replace("_", "."): where.split() for name, where in names.items()}
        made = Internet(int(server.server_address[1]), known)
        running = threading.Thread(target=server.serve_forever, daemon=True)
        running.start()
        try:
            yield made
        finally:
            server.shutdown()


def page(handler: BaseHTTPRequestHandler, body: bytes = b"a report", **headers: str) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.send_header("Set-Cookie", "known=yes")
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def to(*places: str) -> Answer:
    """Redirects from /0 to the first place, from /1 to the second and so on, then gives the page."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        number = int(handler.path.strip("/") or 0)
        if number >= len(places):
            page(handler)
            return
        handler.send_response((301, 302, 303, 307, 308)[number % 5])
        handler.send_header("Location", places[number])
        handler.send_header("Content-Length", "0")
        handler.send_header("Set-Cookie", "known=yes")
        handler.end_headers()

    return answer


NOT_PUBLIC = (
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
    "100::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "2002:a00:1::", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0",
    "fec0::1", "ff02::1", "ff0e::1", "2606:4700::1%eth0", "4000::1",
    "", "news.example", "8.8.8.8.", "8.8", "0x08080808",
)  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_what_is_not_of_the_public_internet_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "2a00:1450:4001::200e"])
def test_what_is_of_the_public_internet_is(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_no_form_of_ipv6_that_holds_an_address_leads_to_it(address: object) -> None:
    number = int(ip_address(str(address)))
    for form in (number, 0xFFFF << 32 | number, 0x0064FF9B << 96 | number, 0x2002 << 112 | number << 80):
        assert not is_public(str(ip_address(form.to_bytes(16, "big"))))


@pytest.mark.parametrize("address", NOT_PUBLIC[:-5])
def test_a_name_that_leads_to_such_an_address_is_not_asked(address: str) -> None:
    with internet(page, inside_example=address, mixed_example=f"{PUBLIC} {address}") as net:
        for name in ("inside.example", "mixed.example"):
            assert "does not lie on the public internet" in net.refused(f"http://{name}/")
        assert net.connections == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "0.0.0.0", "0"],
)
def test_every_way_to_write_the_own_machine_is_refused(host: str) -> None:
    with internet(page) as net:
        told = net.refused(f"http://{host}:{net.port}/")
        assert ("does not lie on the public internet" in told) or ("can't be fetched" in told)
        assert net.connections == []


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://news.example/", "is no address of http or https"),
        ("file:///etc/passwd", "is no address of http or https"),
        ("gopher://news.example/", "is no address of http or https"),
        ("news.example", "is no address of http or https"),
        ("http://", "by its host alone"),
        ("http://user@news.example/", "by its host alone"),
        ("http://news.example@127.0.0.1/", "by its host alone"),
        ("http://[fe80::1%25eth0]/", "by its host alone"),
        ("http://news.example:99999/", "is no address of http or https"),
        ("http://news.example:22/", "no page is fetched from port 22"),
        ("http://news.example/\r\nX: y", "is no address of http or https"),
        ("http://[::1/", "is no address of http or https"),
        (f"http://news.example/{'a' * 2000}", "is no address of http or https"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(address: str, says: str) -> None:
    with internet(page) as net:
        assert says in net.refused(address)
        assert (net.connections, net.lookups) == ([], [])


def test_a_page_is_fetched_with_nothing_of_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with internet(page) as net:
        assert net.fetch("http://news.example:8080/a b/é?q=ü x#part") == b"a report"
        [(path, headers)] = net.asked
        assert path == "/a%20b/%C3%A9?q=%C3%BC%20x"
        assert {name.lower() for name in headers} == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert (headers["Host"], net.connections) == ("news.example:8080", [(PUBLIC, 8080)])


def test_redirects_are_followed_five_times_and_no_cookie_is_given_back() -> None:
    five = ("/1", "http://news.example/2", "//news.example/3", "4", "/5")
    with internet(to(*five)) as net:
        assert net.fetch("http://news.example/0") == b"a report"
        assert not any("Cookie" in headers for _, headers in net.asked)
        assert net.lookups == ["news.example"] * 6
    with internet(to(*five, "/6")) as net:
        assert "is redirected more than 5 times" in net.refused("http://news.example/0")


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/", "//10.0.0.1/x",
        "http://inside.example/", "file:///etc/passwd", "ftp://news.example/", "http://user:word@news.example/",
    ],
)  # fmt: skip
def test_every_redirect_is_checked_anew(place: str) -> None:
    with internet(to("/1", place), inside_example="192.168.0.1") as net:
        net.refused("http://news.example/0")
        assert [path for path, _ in net.asked] == ["/0", "/1"]


def test_a_name_is_resolved_once_so_that_it_cannot_be_moved_after_the_check() -> None:
    with internet(page) as net:
        answers = iter([[PUBLIC], ["127.0.0.1"]])
        net.resolve = lambda *_: next(answers)  # type: ignore[method-assign]
        assert net.fetch("http://moving.example/") == b"a report"
        assert net.connections == [(PUBLIC, 80)]
        assert "does not lie on the public internet" in net.refused("http://moving.example/")


def test_a_host_of_which_one_address_does_not_answer_is_asked_at_another() -> None:
    with internet(page, two_example=f"1.1.1.1 {PUBLIC}") as net:
        connect = net.connect

        def broken(address: str, port: int, seconds: float) -> socket.socket:
            if address != PUBLIC:
                raise ConnectionRefusedError(111, "Connection refused")
            return connect(address, port, seconds)

        net.connect = broken  # type: ignore[method-assign]
        assert net.fetch("http://two.example/") == b"a report"
        net.names["two.example"] = ["1.1.1.1"]
        assert "can't be fetched (Connection refused)" in net.refused("http://two.example/")


def test_too_large_a_page_is_refused_whether_it_tells_its_size_or_not() -> None:
    def untold(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"3e8\r\n" + b"a" * 1000 + b"\r\n")
        handler.wfile.write(b"0\r\n\r\n")

    for answer in (lambda handler: page(handler, b"a" * 200_000), untold):
        with internet(answer) as net:
            assert "is over 0.1 MB" in net.refused("http://news.example/", size=100_000)
            assert len(net.fetch("http://news.example/", size=200_000)) == 200_000


@pytest.mark.parametrize("in_head", [True, False])
def test_a_page_that_drips_is_given_up(in_head: bool) -> None:
    released = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        if not in_head:
            handler.send_response(200)
            handler.end_headers()
        while not released.wait(0.05):
            handler.wfile.write(b"HTTP/1.1 200 OK"[:1] if in_head else b"a")
            handler.wfile.flush()

    with internet(drip) as net:
        begun = time.monotonic()
        try:
            assert "took more than 0.5 seconds" in net.refused("http://news.example/", seconds=0.5)
        finally:
            released.set()
        assert time.monotonic() - begun < 10


def test_what_is_no_whole_page_is_refused() -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"a report")
        handler.close_connection = True

    def missing(handler: BaseHTTPRequestHandler) -> None:
        handler.send_error(404)

    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        handler.close_connection = True

    for answer, says in (
        (short, "can't be fetched (IncompleteRead)"), (missing, "was answered with the status 404"),
        (nonsense, "can't be fetched (BadStatusLine)"), (lambda one: page(one, Content_Encoding="gzip"), "was sent compressed"),
    ):  # fmt: skip
        with internet(answer) as net:
            assert says in net.refused("http://news.example/")


def test_a_server_that_cannot_show_who_it_is_is_not_read() -> None:
    with internet(page) as net:
        assert "can't be fetched" in net.refused("https://news.example/")
        assert (net.connections, net.asked) == ([(PUBLIC, 443)], [])
    assert ssl.create_default_context().verify_mode == ssl.CERT_REQUIRED


def test_a_page_is_read_and_kept_by_its_address_where_that_is_switched_on(tmp_path: Path) -> None:
    html = f"<html><head><title>Shelling</title></head><body><article><p>{SHELLING}</p></article></body></html>"
    with (
        internet(lambda handler: page(handler, html.encode())) as net,
        serving(str(tmp_path / "ledger.sqlite"), fetch=net.fetch) as service,
    ):
        told = service.post("read", {"url": "http://news.example/shelling"}, headers={})
        assert (told["report"]["url"], bool(told["claims"])) == ("http://news.example/shelling", True)
        outcome = service.post("keep", {"url": "http://news.example/shelling"})
        assert (outcome["file"], outcome["report"]) == ("http://news.example/shelling", told["report"]["id"])
        answer = service.client.post(f"{API}/read", json={"url": f"http://127.0.0.1:{net.port}/"})
        assert (answer.status_code, "does not lie on the public internet" in answer.json()["detail"]) == (422, True)
        both = service.client.post(f"{API}/read", json={"url": "http://news.example/", "text": "a report"})
        assert (both.status_code, both.json()["detail"]) == (422, "give a text, or a file, or the url of a page")


def test_no_page_is_fetched_unless_that_is_switched_on(kept: Service) -> None:
    for where in ("read", "read?stream=1"):
        answer = kept.client.post(f"{API}/{where}", json={"url": "http://news.example/"})
        assert (answer.status_code, "start casus serve with --fetch" in answer.json()["detail"]) == (422, True)


@pytest.mark.skipif(not os.environ.get("CASUS_FETCHED"), reason="CASUS_FETCHED names no page of the internet to fetch")
def test_a_page_of_the_internet_is_fetched() -> None:
    assert b"<" in fetch(os.environ["CASUS_FETCHED"])
