"""`python -m generator.authoring.renew`: renew what is generated in the files of a project.

That is the schemas for editors in `plans/.schema/` and, where the project is that of the program itself, the tables of
`docs/data.fa.md` and the measures of those faces of its looks that are found.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.authoring import guide
from generator.authoring.schema import folder
from generator.build.packaged import TEMPLATES
from generator.build.project import Folders, find_root
from generator.problems.errors import GeneratorError
from generator.reading import plainfiles
from generator.style import looks
from generator.style.faces import measured, recorded

GUIDE = Path("docs/data.fa.md")
MEASURES = Path("generator/style/faces/measures")


def generated(root: Path) -> dict[Path, str]:
    """Return every generated file of the project at `root` with the text that it should have; DataError without data."""
    texts = folder.texts(Folders.under(root))
    page = root / GUIDE
    return texts | ({page: guide.renewed(_text(page))} if page.is_file() else {}) | measures(root)


def measures(root: Path) -> dict[Path, str]:
    """Return the files with the measures of the looks' faces; that of a face which is not found stays as it is."""
    if not (root / MEASURES).is_dir():
        return {}
    families = {family.name for of_look in looks.families(root / TEMPLATES).values() for family in of_look}
    found = {recorded.file_of(family, root / MEASURES): measured.of(family) for family in sorted(families)}
    return {file: recorded.text(each) for file, each in found.items() if each is not None}


def outdated(root: Path) -> dict[Path, str]:
    """Return the generated files that differ from what they should hold, with the text of each."""
    return {path: text for path, text in generated(root).items() if not path.is_file() or _text(path) != text}


def _text(path: Path) -> str:
    return plainfiles.read(path).decode()


def main(arguments: Sequence[str] | None = None) -> int:
    """Renew the project at `--root`, or the one around the current folder; print what was written."""
    parser = argparse.ArgumentParser(prog=guide.COMMAND, description=f"renew plans/.schema/, the tables of {GUIDE}, {MEASURES}")
    parser.add_argument("--root", type=Path, help="the folder of the project; by default the one around the current folder")
    options = parser.parse_args(arguments)
    try:
        for path in folder.put(outdated(options.root or find_root(Path.cwd()))):
            print(path)
    except GeneratorError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
