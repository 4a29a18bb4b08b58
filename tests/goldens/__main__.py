"""`python -m tests.goldens --update`: write the golden trees anew. Without it: say which ones differ."""

from __future__ import annotations

import sys

from generator import faces, pipeline
from generator.assembly import Press
from tests.goldens import GOLDEN, PLACE, differences, golden
from tests.goldens.text import written


def main() -> int:
    """Compare each golden tree with the present one, or write it; 1 when one differs."""
    faces.activate()
    project = pipeline.read(pipeline.Folders.under(golden("contract").parents[3]))
    if project.style is None:
        raise SystemExit("\n".join(problem.line() for problem in project.problems))
    press = Press(project.folders.templates, project.style)
    differ = False
    for subject in pipeline.select(project, pipeline.Selection(neighbourhoods=[PLACE], with_samples=True)):
        document = "/".join(filter(None, (subject.kind.id, subject.id)))
        if document not in GOLDEN:
            continue
        tree, _ = press.tree(subject)
        file, text = golden(document), written(tree)
        known = file.read_text(encoding="utf-8") if file.exists() else ""
        if known == text:
            continue
        differ = True
        if "--update" in sys.argv[1:]:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        print(f"{file}:", *differences(known, text), sep="\n")
    return 1 if differ and "--update" not in sys.argv[1:] else 0


if __name__ == "__main__":
    raise SystemExit(main())
