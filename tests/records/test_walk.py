"""The walk of one neighbourhood from S0 to S16: its records come one after the other, and each step issues its documents."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.build import pipeline
from generator.build.project import Folders, Project
from generator.model.records.register import State
from generator.model.records.workspace import Dossier
from generator.model.views import states
from generator.persian import JalaliDate
from generator.problems.errors import Severity
from generator.records import register as registers
from generator.records.kept import Kept
from tests.build.finals import FOLDER, PLACE, complete, dump, load
from tests.records.office import patched


class Step(NamedTuple):
    """A step: the state that it reaches, the records that come, what it issues, and on which day."""

    state: str
    records: tuple[str, ...]
    kinds: dict[str, int]
    day: str


STEPS = (
    Step("S0", ("neighbourhood.yaml", "map.geojson", "pictures"), {}, "۱۴۰۳/۰۱/۱۵"),
    Step("S1", ("profile.yaml",), {}, "۱۴۰۳/۰۲/۱۵"),
    Step("S2", ("priority.yaml",), {}, "۱۴۰۳/۰۳/۰۱"),
    Step("S3", ("../../calls",), {}, "۱۴۰۳/۰۳/۱۵"),
    Step("S4", ("contract.yaml", "office.yaml"), {"contract": 1, "contract-review": 1}, "۱۴۰۳/۰۴/۲۵"),
    Step("S5", ("office.yaml",), {}, "۱۴۰۳/۰۵/۱۵"),
    Step("S6", ("../../letters", "meetings"), {}, "۱۴۰۳/۰۸/۰۱"),
    Step("S7", ("needs.yaml", "community.yaml", "reviews"), {}, "۱۴۰۳/۰۹/۰۱"),
    Step("S8", (), {}, "۱۴۰۳/۰۹/۲۵"),
    Step("S9", ("plan.yaml", "meetings"), {}, "۱۴۰۴/۰۲/۲۵"),
    Step("S10", (), {"action-plan": 1, "agency-sheet": 16}, "۱۴۰۴/۰۳/۱۰"),
    Step("S11", ("../../letters",), {"notification": 15}, "۱۴۰۴/۰۳/۲۰"),
    Step(
        "S12",
        ("participatory.yaml", "needs.yaml", "plan.yaml"),
        {"participatory-document": 1, "residents-leaflet": 1, "residents-poster": 1},
        "۱۴۰۴/۱۱/۲۵",
    ),
    Step("S14", ("quarters",), {}, "۱۴۰۴/۱۲/۰۱"),
    Step("S15", ("surveys", "activities.yaml", "handovers", "payments", "evaluations"), {"evaluation-report": 2}, "۱۴۰۵/۰۲/۰۱"),
    Step("S16", ("programmes",), {}, "۱۴۰۵/۰۲/۱۵"),
)
"""Reports of quarters prove both that works go on (S13) and S14; an approval has no record of its own."""

LATER: dict[tuple[str, str], Callable[[Any], object]] = {
    ("S4", "office"): lambda office: office.pop("opened_on"),
    ("S6", "meetings/review"): lambda review: [each.pop("action", None) for each in review["decisions"]],
    ("S7", "needs"): lambda needs: [each.pop("gathering", None) for each in (*needs["needs"], *needs["issues"])],
    ("S9", "plan"): lambda plan: [each.pop("talks", None) for each in plan["changes"]],
}
"""What a record does not say yet at its step, since what it cites comes later: it is brought once more then."""

APPROVED = {"S4": 1, "S8": 2, "S10": 3, "S12": 4}
"""How many approvals there are from each step on."""


NEW_TITLE = "عنوان تازهٔ اقدام نخست"
"""What the second edition of the plan calls its first action."""


class Walk:
    """The project as far as it has come, and where its records come from."""

    def __init__(self, root: Path) -> None:
        self.whole = complete(root / "whole").plans
        self.folders = Folders.under(root / "project")
        self.plans = self.folders.plans
        left_out = shutil.ignore_patterns(PLACE, "calls", "letters")
        shutil.copytree(self.whole, self.plans, ignore=left_out)
        shutil.copytree(root / "whole" / "templates", self.folders.templates.parent, dirs_exist_ok=True)
        (self.plans / FOLDER).mkdir(parents=True)

    def bring(self, step: Step) -> None:
        """Bring the records of a step, and the approvals that there are by then."""
        for name in step.records:
            source, target = self.whole / FOLDER / name, self.plans / FOLDER / name
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
            else:
                shutil.copy(source, target)
        for (state, record), change in LATER.items():
            if state == step.state:
                self.change(record, change)
        if step.state == "S6":
            for letter in (self.plans / "letters").iterdir():
                if "-notify-" in letter.read_text(encoding="utf-8") or "-notify-" in letter.name:
                    letter.unlink()
        if step.state in APPROVED:
            approvals = load(self.whole / FOLDER / "approvals.yaml")
            approvals["approvals"] = approvals["approvals"][: APPROVED[step.state]]
            dump(self.plans / FOLDER / "approvals.yaml", approvals)

    def change(self, record: str, change: Callable[[Any], object]) -> None:
        """Change a record of the neighbourhood."""
        file = self.plans / FOLDER / f"{record}.yaml"
        data = load(file)
        change(data)
        dump(file, data)

    def dossier(self) -> Dossier:
        """The neighbourhood as it stands, without an error."""
        project = Project.read(self.folders)
        assert [found.line() for found in project.problems if found.severity is Severity.ERROR] == []
        assert project.workspace is not None
        return project.workspace.dossier(PLACE)

    def issue(self, kinds: Any, day: str) -> pipeline.Result:
        """Issue the documents of some kinds."""
        year, month, of_month = map(int, day.split("/"))
        on = JalaliDate(year, month, of_month)
        result = pipeline.build(self.folders, pipeline.Selection([PLACE], [*kinds], final=True, on=on, by="دبیر"), 1)
        assert [found.line() for found in result.problems if found.severity is Severity.ERROR] == []
        return result


def test_each_step_of_a_neighbourhood_issues_its_documents_and_a_new_edition_supersedes_and_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    patched(monkeypatch.setattr)
    walk = Walk(tmp_path)

    for step in STEPS:
        walk.bring(step)
        assert states.furthest(walk.dossier()).state.id == step.state
        if step.kinds:
            issued = [str(each.kind) for each in walk.issue(step.kinds, step.day).registered]
            assert {kind: issued.count(kind) for kind in issued} == step.kinds, step.state
    assert states.unproven(walk.dossier()) == ()

    first_title = load(walk.plans / FOLDER / "plan.yaml")["actions"][0]["title"]
    walk.change("plan", lambda plan: plan["actions"][0].update(title=NEW_TITLE))
    again = walk.issue(["action-plan", "participatory-document"], "۱۴۰۵/۰۳/۰۱")

    register, kept = registers.read(walk.plans), Kept(walk.plans / "versions")
    assert {(each.kind, each.version) for each in again.registered} == {("action-plan", 2), ("participatory-document", 2)}
    first, second = register.versions(f"{PLACE}/action-plan")
    assert (register.state(first.about), register.state(second.about)) == (State.SUPERSEDED, State.FINAL)
    changes = [block.text for block in kept.blocks(second.about)]
    changes = changes[next(at for at, text in enumerate(changes) if "تغییرها نسبت به نسخهٔ ۱" in text) :]
    assert {first_title, NEW_TITLE} <= set(changes)

    walk.change("evaluations/1404-h2", lambda evaluation: evaluation.update(against=first.about))
    issued = {str(each.document): each for each in walk.issue(["evaluation-report"], "۱۴۰۵/۰۳/۱۰").registered}
    said = {
        name.rpartition("/")[2]: {title for title in (first_title, NEW_TITLE) if title in text}
        for name, entry in issued.items()
        for text in [" ".join(block.text for block in kept.blocks(entry.about)).partition("تغییرها نسبت به نسخه")[0]]
    }
    assert said == {"1404-h1": {NEW_TITLE}, "1404-h2": {first_title}}, "each measures against what it names"

    register = registers.read(walk.plans)
    assert [found.line() for found in kept.problems(register)] == []
    assert len(register.issued) == sum(sum(step.kinds.values()) for step in STEPS) + 4
