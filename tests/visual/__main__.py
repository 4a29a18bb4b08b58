"""`python -m tests.visual [--update] [--format FORMAT] [DOCUMENT…]`: build, lay out and compare pages with the golden ones.

A DOCUMENT is a part of a name: `contract`, `evaluation`; all are compared when none is named. A FORMAT is an engine, whose PDF
is meant, or `docx`. What differs is drawn in `.visual/`: the page of the commit that was approved, the present one, and the
difference. With `--update` the fingerprints of the pages that differ are replaced, of the named documents or of `all`, and
nothing is drawn: look first.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from tests.visual import DOCUMENTS, FORMATS, Format, approved, building, formats, machine
from tests.visual.comparing import Compared, approve, compare, file_of, fingerprints
from tests.visual.picturing import draw, drawn_apart, folder_of

EVERY = "all"
NOW = "now"


def main() -> int:
    """Compare the chosen documents; 1 when a page differs and was not replaced."""
    update, chosen, wanted, other = _asked()
    sheets = [(document, suffix) for document in chosen for suffix in formats(document) if suffix in wanted]
    for sheet in sheets:
        shutil.rmtree(folder_of(*sheet), ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        building.build(Path(folder) / NOW, chosen)
        if other:
            print(
                f"The fingerprints are not of this machine: {other}. What was approved is drawn and compared on it.", flush=True
            )
            return _elsewhere(sheets, Path(folder))
        return _here(sheets, Path(folder), update)


def _asked() -> tuple[bool, list[str], Collection[Format], str]:
    """Whether to update, the chosen documents and formats, and what of this machine is not as on that of the fingerprints."""
    parser = argparse.ArgumentParser(prog="python -m tests.visual", description=__doc__)
    parser.add_argument("--update", action="store_true", help="approve the pages of now in the place of those that differ")
    parser.add_argument("--format", action="append", choices=FORMATS, help="only this one; may be given several times")
    parser.add_argument("document", nargs="*", help=f"only documents with this in their names; `{EVERY}`: all of them")
    asked = parser.parse_args()
    other = machine.others()
    if asked.update and not asked.document:
        parser.error(f"--update asks for the documents that are meant, or for `{EVERY}`")
    if asked.update and other:
        parser.error(f"the fingerprints are not of this machine, which cannot approve pages: {other}")
    every = not asked.document or EVERY in asked.document
    unknown = [part for part in asked.document if part != EVERY and not any(part in name for name in DOCUMENTS)]
    if unknown:
        parser.error(f"no document has {', '.join(unknown)} in its name; there are {', '.join(DOCUMENTS)}")
    chosen = [name for name in DOCUMENTS if every or any(part in name for part in asked.document)]
    return asked.update, chosen, asked.format or FORMATS, other


def _here(sheets: list[tuple[str, Format]], folder: Path, update: bool) -> int:
    """Compare by fingerprints and approve or draw what differs; 1 when something does."""
    found = []
    with ThreadPoolExecutor(2) as two:
        drawn = two.map(lambda sheet: fingerprints(building.sheets(folder / NOW, *sheet)), sheets)
        for sheet, pages in zip(sheets, drawn, strict=True):
            found.append(compare(*sheet, pages))
            print(found[-1].told(), flush=True)
            if update:
                approve(*sheet, pages)
    if update or all(compared.same for compared in found):
        return 0
    wanted = [compared for compared in found if not compared.same]
    golden = _golden([compared.document for compared in wanted], folder)
    for compared in wanted:
        before = _pages(golden, compared.document, compared.format)
        if before:
            _tell_whether_golden(compared.document, compared.format, before)
        _draw(compared, before, folder)
    return 1


def _elsewhere(sheets: list[tuple[str, Format]], folder: Path) -> int:
    """Compare by pictures of both and draw what differs; 1 when something does or could not be compared."""
    golden = _golden([document for document, _ in sheets], folder)
    same = True
    for sheet in sheets:
        if not (before := _pages(golden, *sheet)):
            same = False
            continue
        compared = drawn_apart(*sheet, before, building.sheets(folder / NOW, *sheet))
        print(compared.told(), flush=True)
        if not compared.same:
            same = False
            _draw(compared, before, folder)
    return 0 if same else 1


def _pages(golden: Mapping[str, Path], document: str, suffix: Format) -> Path | None:
    if document not in golden:
        return None
    sheet = building.sheets(golden[document], document, suffix)
    return sheet if sheet.exists() else None  # That commit may not have had the engine.


def _draw(compared: Compared, before: Path | None, folder: Path) -> None:
    sheet = (compared.document, compared.format)
    draw(folder_of(*sheet), before, building.sheets(folder / NOW, *sheet), compared.numbers)
    print(f"look at {folder_of(*sheet)}", flush=True)


def _golden(documents: Iterable[str], folder: Path) -> dict[str, Path]:
    """For each document a folder with its pages of the commit that was approved; when there is none, it prints why."""
    of_commit: dict[approved.Commit, list[str]] = {}
    for document in dict.fromkeys(documents):
        try:
            of_commit.setdefault(approved.commit_of(file_of(document)), []).append(document)
        except approved.NotDrawnError as reason:
            print(f"{document}: the golden pages are not drawn: {reason}", flush=True)
    places: dict[str, Path] = {}
    for commit, names in of_commit.items():
        older = "; the history ends there, what was approved may be older (`git fetch --unshallow`)" if commit.first else ""
        print(f"drawing {', '.join(names)} of {commit}{older}", flush=True)
        try:
            approved.build(commit, names, place := folder / commit.number)
        except approved.NotDrawnError as reason:
            print(f"{', '.join(names)}: the golden pages are not drawn: {reason}", flush=True)
        else:
            places |= dict.fromkeys(names, place)
    return places


def _tell_whether_golden(document: str, suffix: Format, before: Path) -> None:
    """Say when the pages drawn from the approved commit are not those of the golden file."""
    apart = compare(document, suffix, fingerprints(before))
    if not apart.same:
        told = replace(apart, document=f"the golden pictures are not what was approved: {document}").told()
        print(f"{told} (the golden file was changed since, or committed without what was drawn)", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
