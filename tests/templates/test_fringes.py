"""Papers of the record at the fringes: of a province of which little is written, with sixty members, with nothing due."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import subjects
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.model.records.neighbourhood import Ended, Office
from generator.model.records.quarterly import QuarterlyReport
from generator.model.records.workspace import Workspace
from generator.problems.errors import Severity
from generator.tree.nodes import Document, Heading, Letterhead, Paragraph, Table
from generator.tree.walk import plain_text, walk
from tests.plans import ROOT

KINDS = ("minutes", "local-minutes", "quarterly-report", "report-letter", "programme-status")
PLACE = "z6-ghaem"
BARE = """\
id: {id}
title: جلسهٔ هماهنگی
agenda: [هماهنگی]
attendance: [{{id: chair, post: رئیس جلسه}}, {{id: clerk, post: دبیر جلسه}}]
chair: chair
secretary: clerk
"""
SENDING = """\
id: send
direction: صادره
kind: ارسال گزارش
subject: ارسال گزارش سه‌ماهه
sender: دبیرخانهٔ طرح
recipient: گیرندهٔ گزارش
"""
QUARTER = "period: 1404-q1\nsummary: گزارشی نرسیده است.\nletter: send\n"
DONE = "decisions:\n  - {id: d1, title: کار انجام شود., owner: secretariat, status: انجام‌شده, deadline: ۱۴۰۴/۰۱/۲۰}\n"
_WRONG = re.compile(r"«\s*»|\(\s*\)|\bNone\b|[،؛:]\s*[.،؛]|\s\s|\s[.،؛:]|\.\.(?!\.)|^\s*[.،]")
"""What a sentence has that a name or a number is missing in."""


def province(root: Path, **files: str) -> Project:
    """The catalogues, the identity of each neighbourhood, and some records (`meetings__hq_1` is `meetings/hq-1.yaml`)."""
    shutil.copytree(ROOT / "templates", root / "templates")
    left = shutil.ignore_patterns(".schema", "meetings", "letters", "calls", "quarters")
    shutil.copytree(ROOT / "plans", root / "plans", ignore=left)
    for folder in (root / "plans" / "neighbourhoods").iterdir():
        for path in folder.iterdir():
            if path.name != "neighbourhood.yaml":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in files.items():
        file = root / "plans" / f"{name.replace('__', '/').replace('_', '-')}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    project = Project.read(Folders.under(root))
    assert [found.line() for found in project.problems if found.severity is Severity.ERROR] == []
    return project


def documents(project: Project, workspace: Workspace | None = None) -> dict[str, Document]:
    """The documents of the kinds, by their names."""
    workspace = workspace or project.workspace
    assert workspace is not None
    assert project.style is not None
    builder = DocumentBuilder(project.folders.templates, project.style)
    made: dict[str, Document] = {}
    for kind in (kind for kind in project.kinds if kind.id in KINDS):
        for each in subjects.find(kind, workspace):
            made[each.name], problems = builder.tree(each)
            assert problems == [], each.name
    return made


def said(document: Document) -> list[str]:
    return [plain_text(visit.node.children) for visit in walk(document) if isinstance(visit.node, Paragraph)]


def faults(document: Document) -> Iterator[str]:
    """What a reader stumbles over: a table without rows, a heading with nothing under it, a sentence that lacks a name."""
    last: Heading | None = None
    for visit in walk(document):
        node = visit.node
        if isinstance(node, Heading):
            if last is not None and node.level <= last.level:
                yield f"nothing under «{plain_text(last.children)}»"
            last = node
        elif isinstance(node, Paragraph) and plain_text(node.children).strip():
            last = None
        elif isinstance(node, Table) and not node.body:
            yield f"no row in {node.key}"
    if last is not None:
        yield f"nothing under «{plain_text(last.children)}»"
    yield from (text for text in said(document) if _WRONG.search(text))


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Of a session its title, of a quarter a sentence, of neighbourhoods their names."""
    local = {f"neighbourhoods__{PLACE}__meetings__first": BARE.format(id="first")}
    bare = {"meetings__hq_1": BARE.format(id="hq-1"), "quarters__1404_q1": QUARTER, "letters__send": SENDING}
    return documents(province(tmp_path_factory.mktemp("least"), **bare, **local))


def test_each_paper_stands_where_little_is_written(least: dict[str, Document]) -> None:
    assert sorted(least) == [
        "province/minutes/hq-1",
        "province/programme-status",
        "province/quarterly-report/1404-q1",
        "province/report-letter/send",
        f"{PLACE}/local-minutes/first",
    ]
    assert {name: [*faults(each)] for name, each in least.items()} == {name: [] for name in least}


def test_what_there_is_not_is_said_in_words(least: dict[str, Document]) -> None:
    report = " ".join(said(least["province/quarterly-report/1404-q1"]))
    for sentence in (
        "در این سه‌ماهه جلسه‌ای ثبت نشده است.",
        "مصوبهٔ بازی نیست.",
        "تا پایان دوره برنامهٔ اقدامی تدوین نشده است.",
        "برنامهٔ سه‌ماههٔ آینده نوشته نشده است.",
    ):
        assert sentence in report
    letter = " ".join(said(least["province/report-letter/send"]))
    assert "در این دوره جلسه‌ای ثبت نشده است. مصوبهٔ بازی نیست." in letter
    assert "خواهشمند است" not in letter, "where nothing stands in the way nothing is asked"


def test_nothing_is_open_where_all_is_done(tmp_path: Path) -> None:
    dated = BARE.format(id="hq-1") + "body: headquarters\nnumber: ۱\ndate: ۱۴۰۴/۰۱/۱۵\n" + DONE
    made = documents(province(tmp_path, meetings__hq_1=dated, quarters__1404_q1=QUARTER, letters__send=SENDING))

    assert {name: [*faults(each)] for name, each in made.items()} == {name: [] for name in made}
    letter = " ".join(said(made["province/report-letter/send"]))
    assert "در این دوره ۱ جلسه برگزار و ۱ مصوبه تصویب شد. مصوبهٔ بازی نیست." in letter


def test_sixty_members_and_sixty_six_reports_are_each_in_their_row(tmp_path: Path) -> None:
    members = ", ".join(f"{{id: m{at}, post: عضو شمارهٔ {at}}}" for at in range(60))
    session = BARE.format(id="hq-1").replace("attendance: [", f"attendance: [{members}, ")
    project = province(tmp_path, meetings__hq_1=session, quarters__1404_q1=QUARTER, letters__send=SENDING)
    assert project.workspace is not None
    named = {"id": "office", "name": "دفتر تسهیلگری", "phase": "۱", "operator": {"id": "operator"}}
    office = Office.model_validate({**named, "opened_on": "۱۴۰۳/۰۷/۰۱"})
    told = {"period": "1404-q1", "prepared_on": "۱۴۰۴/۰۴/۰۵", "summary": "گزارش دفتر."}
    report = QuarterlyReport.model_validate(told | {"obstacles": [{"id": "o1", "title": "کمبود اعتبار"}]})
    full = tuple(each.model_copy(update={"office": office, "quarters": (report,)}) for each in project.workspace.dossiers)
    made = documents(project, project.workspace.model_copy(update={"dossiers": full}))

    assert {name: [*faults(each)] for name, each in made.items()} == {name: [] for name in made}
    (present,) = [v.node for v in walk(made["province/minutes/hq-1"]) if getattr(v.node, "key", "") == "table-present"]
    assert isinstance(present, Table)
    assert len(present.body) == 62
    text = " ".join(said(made["province/quarterly-report/1404-q1"]))
    assert "۶۶ محله گزارش این سه‌ماهه را داده‌اند" in text
    assert "قائم (پهنهٔ ۵)" in text and "قائم (پهنهٔ ۷)" in text, "three neighbourhoods have one name"
    assert "گلشهر (پهنهٔ" not in text
    letter = made["province/report-letter/send"]
    assert "همهٔ این محله‌ها گزارش داده‌اند." in " ".join(said(letter))
    (rows,) = [v.node for v in walk(letter) if getattr(v.node, "key", "") == "obstacles"]
    assert isinstance(rows, Table)
    assert len(rows.body) == 1, "what all say in the same words is one row"


def test_a_letter_counts_those_who_have_not_reported_where_they_are_many_and_bears_the_class_of_their_reports(
    tmp_path: Path,
) -> None:
    project = province(tmp_path, quarters__1404_q1=QUARTER, letters__send=SENDING)
    assert project.workspace is not None
    named = {"id": "office", "name": "دفتر تسهیلگری", "phase": "۱", "operator": {"id": "operator"}}
    office = Office.model_validate({**named, "opened_on": "۱۴۰۳/۰۷/۰۱"})
    told = {"period": "1404-q1", "prepared_on": "۱۴۰۴/۰۴/۰۵", "summary": "گزارش دفتر.", "classification": "محرمانه"}
    report = QuarterlyReport.model_validate(told)
    first, *others = (each.model_copy(update={"office": office}) for each in project.workspace.dossiers)
    every = (first.model_copy(update={"quarters": (report,)}), *others)
    letter = documents(project, project.workspace.model_copy(update={"dossiers": every}))["province/report-letter/send"]

    text = " ".join(said(letter))
    assert "۶۵ محله دفتر دارند و گزارش این دوره را نداده‌اند؛ نام آن‌ها در گزارش است." in text
    fields = [
        field.value if isinstance(field.value, str) else plain_text(field.value)
        for v in walk(letter)
        if isinstance(v.node, Letterhead)
        for field in v.node.fields
    ]
    assert "محرمانه" in fields


def test_a_neighbourhood_that_was_merged_is_counted_no_more_and_told_apart(tmp_path: Path) -> None:
    project = province(tmp_path)
    assert project.workspace is not None
    merged, *others = project.workspace.dossiers
    ended = Ended.model_validate({"on": "۱۴۰۴/۱۲/۲۹", "how": "ادغام", "into": others[0].id, "by": "مصوبهٔ ۱۲/د"})
    gone = merged.model_copy(update={"neighbourhood": merged.neighbourhood.model_copy(update={"ended": ended})})
    status = documents(project, project.workspace.model_copy(update={"dossiers": (gone, *others)}))["province/programme-status"]

    found = {visit.node.key: visit.node for visit in walk(status) if isinstance(visit.node, Table)}
    (row,) = (
        [plain_text(v.node.children) for v in walk(each) if isinstance(v.node, Paragraph)] for each in found["ended"].body
    )
    assert row[0] == merged.neighbourhood.name
    assert row[2:] == [f"ادغام در محلهٔ {others[0].neighbourhood.name}", "۱۴۰۴/۱۲/۲۹", "مصوبهٔ ۱۲/د"]
    assert not any(merged.id in str(getattr(each, "key", "")) for each in found["by-place"].body)
    total = [plain_text(v.node.children) for v in walk(found["by-zone"].foot[0]) if isinstance(v.node, Paragraph)]
    assert total[1] == "۶۵"
    assert [*faults(status)] == []
