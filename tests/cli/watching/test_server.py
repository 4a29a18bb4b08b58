"""What the server of `sanad watch` answers, and all that it refuses."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pikepdf
import pytest

from generator.cli.watching.board import Board, Shown, State
from generator.cli.watching.server import Server

SECRET = "این متن از پروژه نیست"


class Browser:
    """Asks a server as a browser would, or as no browser would."""

    def __init__(self, server: Server, board: Board) -> None:
        parts = urlsplit(server.address)
        self.host, self.base, self.board = parts.netloc, parts.path, board
        self.own, self.port = str(parts.hostname), parts.port or 0

    def ask(self, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
        connection = HTTPConnection(self.own, self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": self.host, **headers}.items():
            if value:
                connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        return connection.getresponse()

    def code(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
        answer = self.ask(path, method, **headers)
        return answer.status, answer.read()

    def page(self, path: str = "") -> str:
        answer = self.ask(self.base + path)
        assert answer.status == 200
        return answer.read().decode()

    def raw(self, request: bytes) -> bytes:
        with socket.create_connection((self.own, self.port), timeout=20) as channel:
            channel.sendall(request)
            channel.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: channel.recv(65536), b""))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    tmp_path = tmp_path_factory.mktemp("watched")
    output = tmp_path / "output"
    output.mkdir()
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    with pikepdf.new() as file:
        file.add_blank_page(page_size=(200, 100))
        file.add_blank_page(page_size=(100, 200))
        file.save(output / "note-draft.pdf")
    (output / "plan-draft.pdf").write_text("no PDF", encoding="utf-8")
    board = Board()
    names = ("note", "plan", "lost")
    board.show(Shown(name, f"سند <{name}>", "الف", output / f"{name}-draft.pdf", State.FRESH) for name in names)
    board.finish({"note": State.FRESH})
    with Server(board) as server:
        yield Browser(server, board)


REFUSED = (403, b"")


@pytest.mark.parametrize(
    "host", ["", "sanad.example", "sanad.example:{port}", "localhost:{port}", "127.0.0.1", "[::1]:{port}", "0.0.0.0:{port}"]
)
def test_another_host_is_refused_since_its_name_may_lead_here(browser: Browser, host: str) -> None:
    assert browser.code(browser.base, Host=host.format(port=browser.port)) == REFUSED


def test_two_hosts_are_refused(browser: Browser) -> None:
    request = f"GET {browser.base} HTTP/1.1\r\nHost: {browser.host}\r\nHost: evil.example\r\n\r\n"

    assert browser.raw(request.encode()).startswith(b"HTTP/1.0 403 ")


@pytest.mark.parametrize(
    "origin", ["null", "http://evil.example", "https://{host}", "http://{host}.evil.example", "http://localhost:{port}"]
)
def test_what_a_page_of_another_origin_asks_for_is_refused(browser: Browser, origin: str) -> None:
    given = origin.format(host=browser.host, port=browser.port)

    assert browser.code(browser.base, Origin=given) == REFUSED
    assert browser.code(browser.base, Origin=f"http://{browser.host}")[0] == 200


@pytest.mark.parametrize(("asking", "code"), [("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)])
def test_a_request_that_the_browser_says_is_of_another_page_is_refused(browser: Browser, asking: str, code: int) -> None:
    assert browser.code(browser.base, Sec_Fetch_Site=asking)[0] == code


@pytest.mark.parametrize(
    "path", ["/", "/next/0", "/{wrong}/", "/{token}", "/{token}x/", "{token}/", "/é/", "http://x/{token}/"]
)
def test_without_the_token_there_is_nothing(browser: Browser, path: str) -> None:
    token = browser.base.strip("/")
    asked = path.format(token=token, wrong=token[:-1] + ("A" if token[-1] != "A" else "B"))

    request = f"GET {asked} HTTP/1.0\r\nHost: {browser.host}\r\n\r\n".encode("latin-1")
    assert re.match(rb"HTTP/1.0 40[04] ", browser.raw(request))


def test_each_server_has_a_token_of_its_own(browser: Browser) -> None:
    with Server(browser.board) as other:
        assert urlsplit(other.address).path != browser.base
    assert len(browser.base) > 30


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"])
def test_every_method_but_get_is_refused(browser: Browser, method: str) -> None:
    answer = browser.ask(browser.base, method)

    assert (answer.status, answer.getheader("Allow"), answer.read()) == (405, "GET", b"")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "../secret.txt",
            "file/../../secret.txt",
            "file/1/../../../secret.txt",
            "%2e%2e/secret.txt",
            "file/%2e%2e%2fsecret.txt",
        ),
        *(
            "file//etc/passwd",
            "file/1/etc/passwd",
            "/etc/passwd",
            "file/..\\secret.txt",
            "file/C:\\secret.txt",
            "file/note-draft.pdf",
        ),
        *(
            "file/0",
            "file/-1",
            "file/+1",
            "file/4",
            "file/1.0",
            "file/٣",
            "file/1e0",
            "file/0x1",
            f"file/{'9' * 30}",
            "file/",
            "file",
        ),
        *(
            "file/1\0",
            "show/",
            "show/9",
            "show/1/",
            "show/1/page",
            "page/1",
            "page/1/x/1",
            "page/1/../1",
            "next/",
            "next/-1",
            "next/x",
        ),
        *(
            "look/..",
            "look/watch.css",
            "script/watch.js",
            "script/../server.py",
            "watch.js",
            "state",
            "?",
            "index.html",
            "favicon.ico",
        ),
    ],
)
def test_nothing_of_a_request_becomes_a_path(browser: Browser, path: str) -> None:
    if path == "?":  # What follows a question mark is nothing, too.
        assert SECRET not in browser.page("?file=../secret.txt")
        return
    request = f"GET {browser.base}{path} HTTP/1.1\r\nHost: {browser.host}\r\n\r\n"
    answer = browser.raw(request.encode())

    assert re.match(rb"HTTP/1.0 40[04] ", answer)
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "request_",
    [b"", b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"GET " + b"/" * 70_000, b"GET / HTTP/9.9\r\n\r\n"],
)
def test_what_is_no_request_ends_nothing_and_says_nothing(
    browser: Browser, request_: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    browser.raw(request_)

    assert browser.code(browser.base)[0] == 200
    assert capfd.readouterr() == ("", "")


def test_a_browser_that_is_closed_in_the_middle_says_nothing(browser: Browser, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        with socket.create_connection((browser.own, browser.port)) as channel:
            channel.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            channel.sendall(f"GET {browser.base}file/1 HTTP/1.1\r\nHost: {browser.host}\r\n\r\n".encode())

    assert browser.code(browser.base)[0] == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("path", ["", "look", "script", "show/1", "file/1", "next/0", "nothing"])
def test_no_answer_is_kept_sent_on_or_shown_within_another_page(browser: Browser, path: str) -> None:
    answer = browser.ask(browser.base + path)

    assert answer.getheader("Cache-Control") == "no-store"
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Referrer-Policy") == "no-referrer"
    assert answer.getheader("X-Frame-Options") == "DENY"
    assert answer.getheader("Access-Control-Allow-Origin") is None
    assert ("'unsafe-inline'" in (answer.getheader("Content-Security-Policy") or "")) is False
    answer.read()


def test_it_listens_on_this_machine_alone(browser: Browser) -> None:
    assert browser.own == "127.0.0.1"
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", browser.port), timeout=2):
        pass


def test_one_document_is_begun_with_and_of_several_the_list() -> None:
    board = Board()
    with Server(board) as server:
        board.show([Shown("note", "", "", Path("note.pdf"), State.ABSENT)])
        assert server.first == f"{server.address}show/1"
        board.show([Shown("plan", "", "", Path("plan.pdf"), State.ABSENT)])
        assert server.first == server.address


def test_the_first_page_lists_the_documents_and_how_each_is(browser: Browser) -> None:
    page = browser.page()

    assert '<html lang="fa" dir="rtl">' in page
    assert "سند &lt;note&gt;</a></li>" in page
    assert 'سند &lt;plan&gt;</a> <span class="note">نسخهٔ پیشین' in page
    assert 'سند &lt;lost&gt;</a> <span class="note">هنوز ساخته نشده' in page
    assert re.search(r"<script[^>]*>[^<]|<style|\son\w+=|\sstyle=", page) is None


def test_a_document_is_shown_page_by_page(browser: Browser) -> None:
    found = re.findall(r'<img src="([^"]+)" width="(\d+)" height="(\d+)"', browser.page("show/1"))

    assert [(width, height) for _, width, height in found] == [("400", "200"), ("200", "400")]
    for path, _, _ in found:
        answer = browser.ask(path)
        assert (answer.status, answer.getheader("Content-Type"), answer.read(8)) == (200, "image/png", b"\x89PNG\r\n\x1a\n")
    assert browser.code(re.sub(r"/1$", "/3", found[0][0]))[0] == 404
    assert browser.code(f"{browser.base}file/1")[1].startswith(b"%PDF")


def test_a_page_of_what_the_file_was_is_there_no_more(browser: Browser) -> None:
    (path, *_) = re.findall(r'<img src="([^"]+)"', browser.page("show/1"))
    file = browser.board.scene.documents[0].file
    content = file.read_bytes()
    assert browser.code(path)[0] == 200
    file.write_bytes(content + b"\n")

    assert browser.code(path)[0] == 404
    file.write_bytes(content)


def test_a_file_that_cannot_be_drawn_is_told_and_one_that_is_not_there_has_no_page(browser: Browser) -> None:
    assert "نمی‌توان کشید" in browser.page("show/2")
    assert "<img" not in browser.page("show/3")
    assert browser.code(f"{browser.base}file/3")[0] == 404


def test_who_waits_is_told_as_soon_as_something_is_shown(browser: Browser) -> None:
    now = browser.board.scene.version
    told: list[str] = []
    waiting = Thread(target=lambda: told.append(browser.page(f"next/{now}")))
    waiting.start()
    browser.board.tell("<p>مشکل</p>")
    waiting.join(10)

    assert told == [str(now + 1)]
    assert browser.page(f"next/{now}") == str(now + 1)
    assert "<p>مشکل</p>" in browser.page()
