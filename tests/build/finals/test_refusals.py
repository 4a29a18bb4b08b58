"""Each requirement of each kind, taken away or given wrongly in each way: the final is refused and nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from generator import checks
from generator.build import finals, kinds, subjects
from generator.build.forms import Form
from generator.build.kinds import Kind
from generator.checks.gaps import KEEPER
from generator.model.records.approving import DATED_BY, NeededApproval
from tests.build.finals import FOLDER, PLACE, ROOT, Data, Given
from tests.build.finals.conftest import Outcome

FOUND = kinds.find_kinds(ROOT / "templates" / "fa").value or ()
KINDS = {kind.id: kind for kind in FOUND if not kind.of_province}
DOCUMENTS = {
    "contract": ["contract.docx"],
    "contract-review": ["contract-review.docx"],
    "action-plan": ["action-plan.docx"],
    "agency-sheet": [
        f"agency-sheet/{recipient}.docx"
        for recipient in (
            "education",
            "electricity",
            "endowments",
            "environment",
            "gas",
            "heritage",
            "labour",
            "medical-university",
            "municipality",
            "police",
            "registry",
            "relief-committee",
            "roads-urban",
            "social-security",
            "water",
            "welfare",
        )
    ],
    "notification": [
        f"notification/golshahr-notify-2-{recipient}.docx"
        for recipient in (
            "education",
            "electricity",
            "endowments",
            "environment",
            "heritage",
            "labour",
            "medical-university",
            "municipality",
            "police",
            "registry",
            "relief-committee",
            "roads-urban",
            "social-security",
            "water",
            "welfare",
        )
    ],
    "participatory-document": ["participatory-document.docx"],
    "residents-leaflet": ["residents-leaflet.docx"],
    "residents-poster": ["residents-poster.docx"],
    "residents-invitation": ["residents-invitation/residents-1405.docx"],
    "local-minutes": ["local-minutes/residents-1405.docx", "local-minutes/review.docx"],
    "evaluation-report": ["evaluation-report/1404-h1.docx", "evaluation-report/1404-h2.docx"],
}
HEADQUARTERS = "ستاد بازآفرینی پایدار محلات هدف استان"
BODIES = {"headquarters": HEADQUARTERS, "strategic-committee": "کمیتهٔ راهبردی طرح"}

Spoil = Callable[[Data], None]


class Wrong(NamedTuple):
    """A requirement that does not hold: the record to change (None: to take away), what is told, where, and of whom.

    `shows` is what the line at the place says.
    """

    kind: str
    record: str
    spoil: Spoil | None
    code: str
    where: str
    who: str
    shows: str = ""


def _at(data: Data, path: list[str]) -> Data:
    """The record that holds the last field of a path; of a list its first entry."""
    for step in path[:-1]:
        data = data[step]
        data = data[0] if isinstance(data, list) else data
    return data


def _removed(path: list[str]) -> Spoil:
    return lambda data: _at(data, path).pop(path[-1])


def _unknown(path: list[str]) -> Spoil:
    return lambda data: _at(data, path).update({path[-1]: {"unknown": "هنوز نرسیده است", "who": "ذی‌حساب"}})


def _facts(kind: Kind) -> Iterator[tuple[str, Wrong]]:
    for fact in kind.facts:
        record, *path = fact.split(".")
        file = "evaluations/1404-h2" if record == "evaluations" else record
        code = "funding-unknown" if fact == "contract.funding.source" else "gap"
        yield f"{kind.id}: {fact} left out", Wrong(kind.id, file, _removed(path), code, file, KEEPER)
        yield f"{kind.id}: {fact} unknown", Wrong(kind.id, file, _unknown(path), code, file, "ذی‌حساب", f"{path[-1]}:")


def _entry(data: Data, about: str) -> Data:
    return next(each for each in data["approvals"] if each["about"] == about)


def _approval(kind: str, need: NeededApproval) -> Iterator[tuple[str, Wrong]]:
    body, name = BODIES[need.by], f"{kind}: «{need.of}»"

    def wrong(what: str, spoil: Spoil | None, code: str, shows: str = "", record: str = "approvals") -> tuple[str, Wrong]:
        where = "contract" if code == "approval-not-cited" else "approvals"
        return f"{name} {what}", Wrong(kind, record, spoil, code, where, body, shows)

    def put(**changes: str) -> Spoil:
        return lambda data: _entry(data, need.of).update(changes)

    def drop(key: str) -> Spoil:
        return lambda data: _entry(data, need.of).pop(key)

    def renew(data: Data) -> None:
        data["approvals"].append(_entry(data, need.of) | {"id": "newer", "number": {"unknown": "در راه است"}})

    yield wrong("without a file of approvals", None, "approval-absent")
    yield wrong("of another body", put(body="working-group"), "approval-by-other", "body: working-group")
    yield wrong("without a number", drop("number"), "gap")
    yield wrong("without a date", drop("date"), "gap")
    if need.cited:
        other = "approval-about-other"
        yield wrong("about another matter", put(about="سایر"), other, "about: سایر")
        yield wrong("not cited", lambda data: data.pop("basis"), "approval-not-cited", record="contract")
        yield wrong("not the cited one", lambda data: data.update(basis=["needs-committee"]), other, "about:", "contract")
    else:
        yield wrong("about another matter", put(about="سایر"), "approval-absent")
        yield wrong("not there", lambda data: data["approvals"].remove(_entry(data, need.of)), "approval-absent")
        yield wrong("renewed without a number", renew, "gap", "number:")
    if need.of in DATED_BY:
        yield wrong("older than what it approves", put(date="۱۴۰۴/۰۲/۰۹"), "approval-older", "date: ۱۴۰۴/۰۲/۰۹")


WRONG = dict(
    row
    for kind in KINDS.values()
    for rows in (_facts(kind), *(_approval(kind.id, need) for need in kind.approvals))
    for row in rows
)


def test_a_neighbourhood_of_which_everything_is_known_gets_each_final(given: Given, build: Callable[..., Outcome]) -> None:
    done = build(given.project, "")

    assert done.errors == []
    assert done.exit_code == 0
    assert done.files == sorted(f"{PLACE}/{name}" for names in DOCUMENTS.values() for name in names)


def test_every_kind_rests_on_what_is_taken_away_here() -> None:
    assert set(DOCUMENTS) == set(KINDS)
    # Minutes rest on their own session alone, and what it does not say is written in by hand.
    assert {kind for kind in KINDS if not any(wrong.kind == kind for wrong in WRONG.values())} == {"local-minutes"}
    assert {(kind.id, need.of) for kind in KINDS.values() for need in kind.approvals} == {
        ("contract", "دفتر"),
        ("action-plan", "شناسنامه نیازها"),
        ("action-plan", "برنامه اقدام"),
        ("agency-sheet", "برنامه اقدام"),
        ("notification", "شناسنامه نیازها"),
        ("notification", "برنامه اقدام"),
        ("participatory-document", "سند مشارکتی"),
        ("residents-leaflet", "سند مشارکتی"),
        ("residents-poster", "سند مشارکتی"),
    }


@pytest.mark.parametrize("name", WRONG)
def test_a_final_without_what_it_rests_on_is_refused_at_a_place_and_nothing_is_written(
    given: Given, build: Callable[..., Outcome], name: str
) -> None:
    wrong = WRONG[name]
    project = given.without(wrong.record) if wrong.spoil is None else given.spoilt(wrong.record, wrong.spoil)
    # An evaluation is refused alone.
    spared = [f"{PLACE}/{each}" for each in DOCUMENTS[wrong.kind] if "evaluations" in wrong.record and "h1" in each]

    done = build(project, wrong.kind)

    assert (done.exit_code, done.files) == (1, spared)
    assert "final-refused" in {found.code for found in done.errors}
    told = [found for found in done.errors if found.code == wrong.code and found.place]
    assert told, [found.line() for found in done.errors]
    for found in told:
        assert found.place is not None
        assert found.place.file.as_posix().endswith(f"{FOLDER}/{wrong.where}.yaml")
        shown = found.place.file.read_text(encoding="utf-8").split("\n")[found.place.line - 1] if wrong.shows else ""
        assert wrong.shows in shown
    assert any(wrong.who in found.message + found.hint for found in told)


def test_an_approval_that_a_kind_does_not_rest_on_does_not_stop_it(given: Given, build: Callable[..., Outcome]) -> None:
    def only(data: Data) -> None:
        own = {"شناسنامه نیازها", "برنامه اقدام"}
        for approval in data["approvals"]:
            if approval["about"] not in own:
                del approval["number"], approval["date"]

    assert build(given.spoilt("approvals", only), "action-plan").files == [f"{PLACE}/action-plan.docx"]


def test_an_approval_of_the_office_alone_makes_no_final_plan(given: Given, build: Callable[..., Outcome]) -> None:
    project = given.spoilt("approvals", lambda data: data.update(approvals=data["approvals"][:1]))
    assert build(project, "action-plan").files == []
    assert build(project, "participatory-document").files == []
    assert build(project, "contract").files == [f"{PLACE}/contract.docx"]


def test_a_provincial_final_needs_its_facts_of_each_neighbourhood(given: Given) -> None:
    workspace = given.spoilt("contract", lambda data: data.pop("number")).workspace
    assert workspace is not None
    kind = KINDS["contract"].model_copy(
        update={"subject": Form.model_validate("province"), "final_requires": ("contract.number",)}
    )
    (subject,) = subjects.find(kind, workspace)
    assert [(found.record, found.path) for found in finals.missing(subject)] == [(f"{FOLDER}/contract.yaml", ("number",))]


def test_a_text_that_is_to_be_written_stops_a_final_also_in_the_report_that_it_is_compared_with(
    given: Given, build: Callable[..., Outcome]
) -> None:
    project = given.spoilt("evaluations/1404-h1", lambda data: data.update(conclusion="… جمع‌بندی را بنویسید"))
    done = build(project, "evaluation-report")
    assert done.files == []
    assert [found.code for found in done.errors].count("final-refused") == 2


def test_a_fact_that_no_record_has_a_place_for_is_absent(given: Given) -> None:
    project = given.spoilt("contract", lambda data: data.pop("guarantees"))
    assert project.workspace is not None
    (found,) = checks.missing(project.workspace.dossier(PLACE), ["contract.guarantees.number"], (), {})
    assert (found.code, found.path, found.values["fact"]) == ("fact-absent", ("guarantees",), "شماره سند تضمین")
