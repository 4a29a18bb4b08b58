"""Builds of a small project in which one call of the system fails, or the process is killed, at a chosen point.

Run as a program (`python -m tests.documents.faults …`) it is a build of one contract whose documents are not typeset but made
of given bytes, so that hundreds of builds take seconds; what reads, what writes and the processes are the real ones.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from generator.build import output, pipeline, workers
from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.project import Folders
from generator.build.subjects import Subject
from generator.reading.store import FOLDER

FILES = {"contract-draft.docx": b"PK" + b"new word " * 3000, "contract-draft.pdf": b"%PDF-" + b"new page " * 3000}
OLD = {"contract-draft.docx": b"PK" + b"old word " * 2000, "contract-draft.pdf": b"%PDF-" + b"old page " * 2000}
CALLS = ("open", "write", "fsync", "replace")
"""What puts a file in place; the first file that is opened is the lock."""


def canned(order: workers.Common, subject: Subject) -> BuiltDocument:
    """The documents without typesetting."""
    _, formats, _ = order
    files = ((output.path_of(subject, each, final=False), FILES[f"contract-draft.{each}"]) for each in formats)
    return BuiltDocument(tuple(files))


def at_call(call: str, at: int, act: Callable[[], None], patch: Callable[[Any, str, Any], None] = setattr) -> None:
    """Let something happen at the nth call of a kind that puts a file in place, counted from 1."""
    left = at

    def counted(real: Callable[..., Any], counts: Callable[..., bool] = lambda *_: True) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            nonlocal left
            left -= counts(*given)
            if left == 0:
                left = -1
                act()
            return real(*given, **named)

        return called

    if call == "open":
        patch(os, "open", counted(os.open, lambda _, flags, *__: bool(flags & os.O_CREAT)))
    elif call == "write":
        real = os.fdopen

        def fdopen(descriptor: int, mode: str) -> Any:
            stream = real(descriptor, mode)
            return _Stream(stream, counted(stream.write)) if mode == "wb" else stream

        patch(os, "fdopen", fdopen)
    else:
        holder = Path if call == "replace" else os
        patch(holder, call, counted(getattr(holder, call)))


class _Stream:
    """A stream whose writing is another."""

    def __init__(self, stream: Any, write: Callable[[bytes], int]) -> None:
        self._stream, self.write = stream, write

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> _Stream:
        self._stream.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._stream.__exit__(*error)


def build(root: Path) -> pipeline.Result:
    """A build of one contract in both formats, all in this process and without typesetting."""
    chosen = pipeline.Selection(neighbourhoods=("z3-golshahr",), kinds=("contract",), with_samples=True)
    return pipeline.build(Folders.under(root), chosen, 1)


def in_this_process(builder: DocumentBuilder, chosen: Sequence[Subject], formats: Any, final: bool, *_: Any) -> Any:
    """What `workers.run` does, without processes and without typesetting."""
    yield from (canned((builder, formats, final), subject) for subject in chosen)


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Write documents into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def strays(folder: Path) -> list[str]:
    """What a build left behind that is neither a document nor what it remembers."""
    found = (path for path in folder.rglob("*") if path.is_file() and FOLDER not in path.relative_to(folder).parts)
    return sorted(path.name for path in found if path.name not in (*FILES, ".lock"))


def broken(folder: Path, *good: dict[str, bytes]) -> list[str]:
    """The documents that are none of the good ones, or not there."""
    found = {path.name: path.read_bytes() for path in folder.rglob("contract-draft.*")}
    return [name for name in FILES if found.get(name) not in [files[name] for files in good]]


def main(root: str, call: str, at: str) -> int:
    """Build, and kill this process at the nth call."""
    at_call(call, int(at), lambda: os.kill(os.getpid(), 9))
    pipeline.run = in_this_process
    return build(Path(root)).exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
