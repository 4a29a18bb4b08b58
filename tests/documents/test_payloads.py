"""A text of the data is printed as text by every kind: nothing of it runs, is fetched, or reads a file."""

from __future__ import annotations

import re
import socket
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from tests.documents.payloads import payloads, plant, words
from tests.documents.projects import PLACE, copied, sanad

SECRET = "sanad-secret-that-no-document-may-hold"
KINDS = ("contract", "action-plan", "participatory-document", "evaluation-report")
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


@pytest.fixture
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine on which somebody listens, and what was asked of it."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                asked.append(connection.recv(200))
                connection.close()

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1], asked


@pytest.mark.parametrize(
    ("kinds", "formats"),
    [(("contract",), ("docx",)), pytest.param(KINDS, ("docx", "pdf"), marks=pytest.mark.proof)],
    ids=["slice", "whole"],
)
def test_a_hundred_payloads_are_printed_as_text(
    tmp_path: Path, listening: tuple[int, list[bytes]], kinds: tuple[str, ...], formats: tuple[str, ...]
) -> None:
    port, asked = listening
    secret = tmp_path / "secret"
    secret.write_text(SECRET, encoding="utf-8")
    texts = payloads(port, secret)
    root = copied(tmp_path / "project")
    plant(root / "plans" / "neighbourhoods" / PLACE, texts)
    chosen = [word for name, given in (("--kind", kinds), ("--format", formats)) for each in given for word in (name, each)]

    done = sanad(root, "build", PLACE, "--with-samples", *chosen, *(["--attach"] if "pdf" in formats else []))

    assert done.returncode == 0, done.stderr[-3000:]
    files = sorted((root / "output").rglob("*.*"))
    documents = [file for file in files if file.suffix in (".docx", ".pdf")]
    assert len(texts) == 100 and len(documents) == len(formats) * (len(kinds) + ("evaluation-report" in kinds))
    for file in documents:
        assert missing(file, texts) == [], file
        assert SECRET.encode() not in contents(file) and b"root:x:0" not in contents(file), file
        assert active(file, port) == [], file
    assert asked == []
    assert not (root / "x").exists()


def missing(file: Path, texts: list[str]) -> list[str]:
    """The payloads of which a document does not print every word."""
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        printed = "".join(node.text or "" for node in root.iter(_TEXT))
    else:
        printed = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    joined = re.sub(r"[^A-Za-z]", "", printed)
    return [text for text in texts if not all(word in joined for word in words(text))]


def contents(file: Path) -> bytes:
    """Everything that a file holds, unpacked."""
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as package:
            return b"\n".join(package.read(name) for name in package.namelist())
    with pikepdf.open(file) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return b"\n".join(each.read_bytes() for each in streams if "/DCTDecode" not in str(each.get("/Filter", "")))


def active(file: Path, port: int) -> list[str]:
    """What in a file would do something when it is opened or clicked."""
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as package:
            relations = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".rels"))
            instructions = re.findall(r"<w:instrText[^>]*>([^<]*)", package.read("word/document.xml").decode())
        fields = [each for each in instructions if re.search("INCLUDE|DDE|HYPERLINK (?!\\\\l)", each)]
        return [*re.findall('TargetMode="External"', relations), *fields]
    with pikepdf.open(file) as pdf:
        objects = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        actions = [str(each.get("/S")) for each in objects if each.get("/S") in ("/JavaScript", "/Launch", "/GoToR", "/URI")]
        return actions + [str(each.URI) for each in objects if "/URI" in each and str(port) in str(each.URI)]
