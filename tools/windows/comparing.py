"""Whether the files of Windows are those of Linux: Word part by part, PDF by bytes, or by pages and what poppler reads."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path


def compared(windows: Path, linux: Path, *, same_engine: bool = True) -> Iterator[tuple[str, bool]]:
    """Yield what is to be said of each document, and whether it is as it should be.

    Pages that two builds of one engine laid out are held to their bytes; those of two builds of Pango to their text.
    """
    here, there = _documents(windows), _documents(linux)
    if here != there or not here:
        yield f"the documents themselves: {here} on Windows, {there} on Linux", False
    for name in sorted(here & there):
        one, other = windows / name, linux / name
        if one.read_bytes() == other.read_bytes():
            yield f"{name}: equal, byte for byte ({one.stat().st_size:,} bytes)", True
        elif name.endswith(".docx"):
            yield from _parts(name, one, other)
        else:
            yield _pages(name, one, other, same_engine)


def _documents(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.suffix in (".docx", ".pdf")}


def _parts(name: str, one: Path, other: Path) -> Iterator[tuple[str, bool]]:
    with zipfile.ZipFile(one) as ours, zipfile.ZipFile(other) as theirs:
        names, others = ours.namelist(), theirs.namelist()
        unequal = [part for part in names if part not in others or ours.read(part) != theirs.read(part)]
        unequal += [part for part in others if part not in names]
        if unequal:
            yield f"{name}: these parts differ: {', '.join(unequal)}", False
        else:
            yield f"{name}: all {len(names)} parts equal, packed otherwise", True


def _pages(name: str, one: Path, other: Path, same_engine: bool) -> tuple[str, bool]:
    texts = [
        subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True).stdout for file in (one, other)
    ]
    pages = [text.count(b"\f") for text in texts]
    if pages[0] != pages[1]:
        return f"{name}: {pages[0]} pages on Windows, {pages[1]} on Linux", False
    if texts[0] != texts[1]:
        return f"{name}: {pages[0]} pages each, but their texts differ", False
    return f"{name}: {pages[0]} pages and their text equal, the bytes not", not same_engine
