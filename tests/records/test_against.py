"""An evaluation measures against the plan as it was issued, and says which one that was."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.build import pipeline
from generator.build.results import Result
from generator.inspection import texts
from generator.persian import parse_date
from tests.records.small import Small

PLAN = "plans/neighbourhoods/z1-alef/plan.yaml"
EVALUATION = "plans/neighbourhoods/z1-alef/evaluations/1404-h1.yaml"

DECLARED = (
    "title: {title}\nshort: {title}\ncode: {code}\norder: {order}\nsubject: {subject}\nrequires: [plan]\npage: portrait\n"
)
KINDS = {
    "paper": (DECLARED.format(title="برنامه", code="ب", order=20, subject="neighbourhood"), "{{ plan.actions[0].title }}"),
    "report": (
        DECLARED.format(title="ارزیابی", code="ا", order=30, subject="period"),
        "سنجش در برابر «{{ plan.actions[0].title }}»",
    ),
}


def project(root: Path) -> Small:
    small = Small(root)
    for kind, (declared, text) in KINDS.items():
        folder = root / "templates" / kind
        folder.mkdir()
        (folder / "kind.yaml").write_text(declared, encoding="utf-8")
        document = f'<document title="سند"><section page="portrait"><p>{text}</p></section></document>\n'
        (folder / "document.html.j2").write_text(document, encoding="utf-8")
    return small


def built(small: Small, name: str, *, final: bool = False) -> Result:
    asked = pipeline.Selection((name,), final=final, on=parse_date("1404/02/10") if final else None)
    with ThreadPoolExecutor(1) as executor:
        return pipeline.build(small.folders, asked, 1, executor=executor)


def said(small: Small) -> str:
    file = small.root / "output" / "z1-alef" / "report" / "1404-h1-draft.docx"
    return " ".join(each.plain for each in texts.read(file.read_bytes()).blocks)


def test_an_evaluation_measures_against_the_version_of_the_plan_that_it_names(tmp_path: Path) -> None:
    small = project(tmp_path)
    assert built(small, "z1-alef/paper", final=True).exit_code == 0
    (title, *_) = re.findall(r"(?m)^    title: (.*)$", small.root.joinpath(PLAN).read_text(encoding="utf-8"))
    small.edit(PLAN, f"    title: {title}", "    title: کاری دیگر")
    assert built(small, "z1-alef/report/1404-h1").exit_code == 0
    assert "«کاری دیگر»" in said(small)

    small.edit(EVALUATION, "introduction:", "against: 1404/ب/1\nintroduction:")

    assert built(small, "z1-alef/report/1404-h1").exit_code == 0
    assert f"«{title}»" in said(small)


def test_a_version_that_was_not_issued_is_told_at_its_line_and_keeps_back_that_report_alone(tmp_path: Path) -> None:
    small = project(tmp_path)
    small.edit(EVALUATION, "introduction:", "against: 1404/ب/7\nintroduction:")

    result = built(small, "z1-alef")

    (told,) = [each for each in result.problems if each.code == "against-unknown"]
    assert told.place is not None
    text = small.root.joinpath(EVALUATION).read_text(encoding="utf-8")
    assert told.place.file == small.root / EVALUATION
    assert text.splitlines()[told.place.line - 1] == "against: 1404/ب/7"
    assert [path.name for path in result.written if path.name.startswith("1404-h1")] == []
    assert any("note" in path.name for path in result.written)
