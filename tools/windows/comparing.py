"""Whether the files of Windows are those of Linux: Word part by part, PDF by bytes, or by pages and the words of each."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

_DIRECTIONS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def compared(windows: Path, linux: Path, *, same_engine: bool = True) -> Iterator[tuple[str, bool]]:
    """Yield what is to be said of each document, and whether it is as it should be.

    Pages that two builds of one engine laid out are held to their bytes; those of two builds of Pango to their words.
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
    ours, theirs = _words(one), _words(other)
    if len(ours) != len(theirs):
        return f"{name}: {len(ours)} pages on Windows, {len(theirs)} on Linux", False
    if unequal := [
        str(page) for page, (one_page, other_page) in enumerate(zip(ours, theirs, strict=True), 1) if one_page != other_page
    ]:
        return f"{name}: {len(ours)} pages each, but other words on {', '.join(unequal)}", False
    return f"{name}: {len(ours)} pages and their words equal, the bytes not", not same_engine


def _words(file: Path) -> list[list[str]]:
    """Return the words of each page, in no order: another Pango may break a line elsewhere, and poppler reads by lines."""
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, encoding="utf-8")
    pages = done.stdout.translate(_DIRECTIONS).removesuffix("\f").split("\f")
    return [sorted(page.split()) for page in pages]
