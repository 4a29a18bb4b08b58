"""A server for one browser on this machine: it reads, and only what is on the board.

Any page that the browser shows may send requests to this machine. So the address has a token that none of them knows, the Host
must be this machine's own (another name may lead here, DNS rebinding), and a request that another page makes is refused.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from generator.cli.watching.pages import Board
from generator.reading import plainfiles

_HOST = "127.0.0.1"
_HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
        "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    ),
}
_HTML, _PDF, _JSON = "text/html; charset=utf-8", "application/pdf", "application/json"


class _Loopback(ThreadingHTTPServer):
    daemon_threads = True


class Server:
    """Serves a board until it is closed."""

    def __init__(self, board: Board, port: int = 0) -> None:
        self.token = secrets.token_urlsafe(24)
        handler = type("Handler", (_Handler,), {"board": board, "token": self.token})
        self._server = _Loopback((_HOST, port), handler)

    @property
    def address(self) -> str:
        """The address of its first page."""
        return f"http://{_HOST}:{self._server.server_port}/{self.token}/"

    def __enter__(self) -> Server:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    board: Board
    token: str
    server: _Loopback
    server_version, sys_version = "sanad", ""
    timeout = 10

    def do_GET(self) -> None:
        """Answer with a page, a document or the state."""
        if not self._is_own():
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        _, token, *rest = urlsplit(self.path).path.split("/")
        if not hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        found = self._found(rest)
        if found is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._answer(HTTPStatus.OK, *found)

    def _is_own(self) -> bool:
        """Return whether a request is meant for this server, and comes from its own pages or from the address bar."""
        port = self.server.server_port
        hosts = {f"{_HOST}:{port}", f"localhost:{port}"}
        origin, fetched = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site", "none")
        from_here = origin is None or origin in {f"http://{host}" for host in hosts}
        return self.headers.get("Host") in hosts and from_here and fetched in ("none", "same-origin")

    def _found(self, rest: list[str]) -> tuple[str, bytes] | None:
        base = f"/{self.token}/"
        match rest:
            case [""]:
                return _HTML, self.board.index(base).encode()
            case ["state"]:
                return _JSON, json.dumps(self.board.state()).encode()
            case ["show", number] if number.isascii() and number.isdecimal() and len(number) < 7:
                page = self.board.document(base, int(number))
                return None if page is None else (_HTML, page.encode())
            case ["file", number] if number.isascii() and number.isdecimal() and len(number) < 7:
                file = self.board.file(int(number))
                try:
                    return None if file is None else (_PDF, plainfiles.read(file))
                except OSError:
                    return None
            case _:
                return None

    def _refuse(self, status: HTTPStatus) -> None:
        self._answer(status, "text/plain; charset=utf-8", b"")

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the terminal is for problems."""
