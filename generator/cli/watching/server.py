"""A server for the browser of this machine alone: it reads, and only what is on the board.

Any page that a browser shows may send requests to this machine, and any name of the world may lead here (DNS rebinding). So
the address has a token, new at each start, that none of them knows; the Host must be this server's own address; what a page of
another origin asks for is refused. Nothing of a request is a path: a document is a number of the board's, a page is a number
of it, everything else is one of a few words.
"""

from __future__ import annotations

import hmac
import secrets
import socketserver
import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from threading import Thread
from typing import Any, NamedTuple

from generator.cli.watching import pages
from generator.cli.watching.board import Board
from generator.cli.watching.papers import Papers

_HOST = "127.0.0.1"
_PATIENCE = 20.0
"""Seconds to wait for a next version before the browser has to ask again."""
_LONGEST = 18
"""Digits that a number may have."""

_HTML, _PDF, _PNG = "text/html; charset=utf-8", "application/pdf", "image/png"
_TEXT, _CSS, _SCRIPT = "text/plain; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8"
_HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


class Answer(NamedTuple):
    """What is answered: the type of the content, and the content."""

    type: str
    content: bytes


class _Loopback(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = False
    """On Windows another program could take the same port otherwise; elsewhere the port is a fresh one anyway."""

    def server_bind(self) -> None:
        """Bind, without looking for a name of this machine in the network, as the library would."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that was closed in the middle of an answer."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Server:
    """Serves a board until it is closed."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._token = secrets.token_urlsafe(24)
        handler = type("Handler", (_Handler,), {"board": board, "token": self._token, "papers": Papers()})
        self._server = _Loopback((_HOST, 0), handler)

    @property
    def address(self) -> str:
        """The address of the list of documents."""
        return f"http://{_HOST}:{self._server.server_port}/{self._token}/"

    @property
    def first(self) -> str:
        """The address to begin at: the document where there is but one."""
        return f"{self.address}show/1" if len(self._board.scene.documents) == 1 else self.address

    def __enter__(self) -> Server:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    board: Board
    papers: Papers
    token: str
    server: _Loopback
    server_version, sys_version = "sanad", ""
    timeout = 10
    """Seconds in which a request must have come."""

    def parse_request(self) -> bool:
        """Take a request that this server answers; any other is refused."""
        if not super().parse_request():
            return False
        refused = self._refusal()
        if refused is not None:
            self.send_error(refused)
        return refused is None

    def _refusal(self) -> HTTPStatus | None:
        """Return why a request is refused before it is looked at what it asks for."""
        if self.command != "GET":
            return HTTPStatus.METHOD_NOT_ALLOWED
        own = f"{_HOST}:{self.server.server_port}"
        hosts, origins = self.headers.get_all("Host", []), self.headers.get_all("Origin", [])
        # Browsers of today say who asks; `none` is a person, by the address bar or another program.
        asking = self.headers.get("Sec-Fetch-Site", "none")
        if hosts != [own] or any(origin != f"http://{own}" for origin in origins) or asking not in ("none", "same-origin"):
            return HTTPStatus.FORBIDDEN
        return None

    def do_GET(self) -> None:
        """Answer with a page, a document, or that there is none."""
        _, _, path = self.path.partition("?")[0].partition("/")
        token, slash, rest = path.partition("/")
        known = hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())
        found = self._found(rest.split("/")) if known and slash else None
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._answer(HTTPStatus.OK, found)

    def _found(self, asked: list[str]) -> Answer | None:
        base = f"/{self.token}/"
        match asked:
            case [""]:
                return Answer(_HTML, pages.listing(self.board.scene, base).encode())
            case ["look"]:
                report = resources.files("generator.cli.reporting") / "report.css"
                return Answer(_CSS, report.read_bytes() + (resources.files(__package__) / "watch.css").read_bytes())
            case ["script"]:
                return Answer(_SCRIPT, (resources.files(__package__) / "watch.js").read_bytes())
            case ["next", version]:
                seen = _number(version)
                return None if seen is None else Answer(_TEXT, str(self.board.after(seen, _PATIENCE)).encode())
            case [what, number, *rest]:
                return self._document(what, _number(number) or 0, rest, base)
            case _:
                return None

    def _document(self, what: str, number: int, rest: list[str], base: str) -> Answer | None:
        scene = self.board.scene
        if not 1 <= number <= len(scene.documents):
            return None
        paper = self.papers.of(scene.documents[number - 1].file)
        match what, rest:
            case "show", []:
                return Answer(_HTML, pages.document(scene, number, paper, base).encode())
            case "file", [] if paper is not None:
                return Answer(_PDF, paper.data)
            case "page", [digest, page] if paper is not None and paper.digest == digest:
                picture = self.papers.picture(paper, _number(page) or 0)
                return None if picture is None else Answer(_PNG, picture)
            case _:
                return None

    def _answer(self, status: HTTPStatus, answer: Answer) -> None:
        self.send_response(status)
        headers = {**_HEADERS, "Content-Type": answer.type, "Content-Length": str(len(answer.content))}
        if answer.type != _PDF:  # The browser shows it by a program of its own, which a policy would stop.
            headers["Content-Security-Policy"] = _POLICY
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = "GET"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def send_error(self, code: int, *_: Any) -> None:
        """Refuse a request without a word of it in the answer."""
        self.close_connection = True
        self._answer(HTTPStatus(code), Answer(_TEXT, b""))

    def log_message(self, *_: Any) -> None:
        """Say nothing: the terminal is for problems."""


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else None
