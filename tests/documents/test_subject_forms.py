"""A folder alone makes a kind about any list of records: of a neighbourhood, or of the province."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import kinds
from generator.build.pipeline import Selection
from generator.build.pipeline import select as chosen
from generator.build.project import Folders, Project
from tests.documents.projects import PLACE, add_kind, copied, place_of, sanad
from tests.documents.texts import docx_body

TEMPLATE = """\
<document title="{title}">
<section><p>{words}</p></section>
</document>
"""

FORMS = {
    "held": ("{each: meetings, of: province}", "{{ meeting.title }}", ["province/held/hq-2"], "برنامهٔ اقدام گلشهر"),
    "sessions": (
        "{each: meetings, of: province, where: {body: working-group}}",
        "{{ meeting.title }}",
        ["province/sessions/wg-1"],
        "تعیین سطح اولویت",
    ),
    "held-here": ("meeting", "{{ meeting.title }}", [f"{PLACE}/held-here/review"], "بررسی برنامه‌ها"),
    "posted": (
        "{each: letters, of: province, as: posted, where: {kind: [دعوت, پیگیری]}}",
        "{{ posted.subject }}",
        ["province/posted/golshahr-invite-review"],
        "دعوت به جلسه",
    ),
    "call": ("{each: calls, of: province}", "{{ call.subject }}", ["province/call/golshahr-1"], "جذب متقاضی"),
    "duties": (
        "{each: agencies, of: province}",
        "{{ agency.name }}: {{ dossiers | length }} محله",
        ["province/duties/education"],
        "۶۶",
    ),
    "companies": (
        "{each: agencies.recipients, of: province}",
        "{{ agency.short_name }}، {{ recipient.name }}",
        ["province/companies/water"],
        "شرکت‌های خدمات‌رسان، شرکت آب و فاضلاب",
    ),
    "amendment": (
        "{each: contract.amendments}",
        "{{ amendment.subject }} {{ contract.amount | money }}",
        [f"{PLACE}/amendment/am1"],
        "۲۳٬۵۰۰٬۰۰۰٬۰۰۰",
    ),
    "gathering": ("gathering", "{{ gathering.topic }}", [f"{PLACE}/gathering/g1"], ""),
    "year": ("{each: programmes}", "{{ year_programme.year }}", [f"{PLACE}/year/1405"], "۱۴۰۵"),
    "whole-quarter": (
        "{each: quarters, of: province}",
        "{{ province_quarter.summary }}",
        ["province/whole-quarter/1404-q1"],
        "سه‌ماهه",
    ),
    "payment": ("{each: payments}", "{{ payment.id }}", [f"{PLACE}/payment/p1"], "p1"),
}
"""Kinds by their folders: the subject, the words of the template, some of the documents, words of the first of these."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("project"))
    for order, (name, (subject, words, _, _)) in enumerate(FORMS.items(), start=900):
        declaration = f"title: گونهٔ {name}\norder: {order}\nsubject: {subject}\npage: portrait\n"
        add_kind(root, name, declaration, TEMPLATE.format(title=name, words=words))
    return root


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    kinds_asked = [word for name in FORMS for word in ("--kind", name)]
    done = sanad(project, "build", *kinds_asked, "--format", "docx", "--with-samples", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return project / "output"


@pytest.mark.parametrize("name", FORMS)
def test_a_kind_of_each_form_of_subject_makes_a_document_for_each_record(built: Path, name: str) -> None:
    _, _, documents, words = FORMS[name]
    for document in documents:
        file = built / f"{document}-draft.docx"
        assert words in docx_body(file), file


def test_a_document_for_each_record_is_named_on_lists_by_the_record(project: Path) -> None:
    whole = Project.read(Folders.under(project))
    asked = chosen(whole, Selection(kinds=("posted",), with_samples=True))
    titles = {subject.id: subject.title for subject in asked}
    assert titles["golshahr-invite-review"] == "دعوت به جلسهٔ بررسی برنامه‌های دستگاه‌ها در محلهٔ گلشهر"
    reminders = ["golshahr-follow-up-education", "golshahr-follow-up-heritage"]
    assert sorted(titles) == [*reminders, "golshahr-invite-review", "sisabad-invite-review", "torogh-invite-review"]


def test_a_provincial_document_names_every_neighbourhood_and_holds_no_sample(project: Path) -> None:
    whole = Project.read(Folders.under(project))
    subject, *_ = chosen(whole, Selection(kinds=("duties",)))
    assert len(subject.dossiers) == 66
    assert not subject.sample
    assert chosen(whole, Selection(kinds=("held",))) == []


def test_a_recipient_of_a_neighbourhood_is_one_of_whom_its_plan_asks_something_and_sees_its_part_alone(tmp_path: Path) -> None:
    root = copied(tmp_path / "parts")
    words = "اقدام‌ها: {% for action in plan.of_recipient(agency, recipient) %}{{ action.id }} {% endfor %}"
    declaration = "title: سهم\norder: 990\nsubject: recipient\nrequires: [plan]\npage: portrait\n"
    add_kind(root, "share", declaration, TEMPLATE.format(title="سهم", words=words))
    done = sanad(root, "build", PLACE, "--kind", "share", "--format", "docx", "--jobs", "1")

    assert done.returncode == 0, done.stderr
    made = {file.name.removesuffix("-draft.docx"): file for file in (root / "output" / PLACE / "share").iterdir()}
    assert len(made) == 16
    assert docx_body(made["gas"]).split()[1:] == []  # it is asked for a proposal: no action serves its duty
    assert docx_body(made["water"]).split()[1:] == ["a17", "a18"]
    assert docx_body(made["electricity"]).split()[1:] == ["a17", "a20"]


WRONG = {
    "subject: {each: meetingz, of: province}": ("not-in-list", "meetings"),
    "subject: {each: plan.actionz}": ("not-in-list", "actions"),
    "subject: {each: plan.previous_name}": ("not-in-list", ""),
    "subject: {each: meetings, where: {bodi: headquarters}}": ("not-in-list", "body"),
    "subject: {each: meetings, where: {purpose: تصویبب}}": ("not-in-list", "تصویب"),
    "subject: {each: needs.needs, as: 2x}": ("subject-name-malformed", ""),
    "subject: {of: province, where: {id: x}}": ("subject-where-alone", ""),
    "subject: {each: meetings, of: country}": ("not-in-list", "province"),
    "subject: meating": ("not-in-list", "meeting"),
}


@pytest.mark.parametrize("subject", WRONG)
def test_a_wrong_subject_is_told_at_its_line_with_what_would_be_right(tmp_path: Path, subject: str) -> None:
    code, near = WRONG[subject]
    folder = tmp_path / "some"
    folder.mkdir()
    (folder / "kind.yaml").write_text(f"title: گونه\norder: 900\n{subject}\n", encoding="utf-8")
    (folder / "document.html.j2").write_text("", encoding="utf-8")
    (found,) = kinds.find_kinds(tmp_path).problems
    assert found.code == code
    assert found.place is not None
    assert found.place.line == place_of(folder / "kind.yaml", "subject")[0]
    assert near in found.message + found.hint
