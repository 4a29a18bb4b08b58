"""`python -m tests.visual [--update] [DOCUMENT…]`: build, lay out and compare pages with the golden ones, or replace those.

A DOCUMENT is a part of a name: `contract`, `evaluation`. Pictures of what differs lie in `.visual/` after both.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.visual import DOCUMENTS, FORMATS, SOURCES, Format, machine
from tests.visual.comparing import Compared, compare
from tests.visual.drawing import laid_out


def main() -> int:
    """Compare the chosen documents; 1 when a page differs and was not replaced."""
    parser = argparse.ArgumentParser(prog="python -m tests.visual", description=__doc__)
    parser.add_argument("--update", action="store_true", help="put the pages of now in the place of those that differ")
    parser.add_argument("document", nargs="*", help="only documents with this in their names")
    asked = parser.parse_args()
    if other := machine.others():
        parser.exit(2, f"The golden pages are not those of this machine: {other}.\n")
    chosen = [name for name in DOCUMENTS if not asked.document or any(part in name for part in asked.document)]
    if not chosen:
        parser.exit(2, f"No such document; there are {', '.join(DOCUMENTS)}.\n")
    same = True
    with tempfile.TemporaryDirectory() as folder:
        for compared in _compared(chosen, asked.update, Path(folder)):
            print(compared.told(), flush=True)
            same = same and compared.same
    return 0 if same or asked.update else 1


def _compared(chosen: list[str], update: bool, folder: Path) -> Iterator[Compared]:
    """Two documents at a time, those that take longest first: LibreOffice and poppler use one core each."""
    files: dict[str, tuple[Path, Path]] = {}
    for number, source in enumerate(SOURCES):
        if wanted := [name for name in source.documents if name in chosen]:
            (own := folder / f"built-{number}").mkdir()
            files.update(source.build(own, wanted))

    def one(task: tuple[str, Format]) -> Compared:
        name, suffix = task
        docx, pdf = files[name]
        if suffix == "docx":
            own = folder / "laid-out" / name
            own.mkdir(parents=True)
            laid_out([docx], own)
            pdf = own / f"{docx.stem}.pdf"
        return compare(pdf, name, suffix, update)

    tasks = [(name, suffix) for name in files for suffix in FORMATS]
    tasks.sort(key=lambda task: (task[1] == "docx", files[task[0]][1].stat().st_size), reverse=True)
    with ThreadPoolExecutor(2) as two:
        yield from two.map(one, tasks)


if __name__ == "__main__":
    raise SystemExit(main())
