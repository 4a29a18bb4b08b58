"""Minutes: one paper for a session however many neighbourhoods it concerns, what was decided and who signs on one sheet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build import subjects
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.tree.nodes import Cell, Document, Keep, Paragraph, Table
from generator.tree.walk import plain_text, walk

ROOT = Path(__file__).resolve().parents[2]
FIVE = ("z3-golshahr", "z7-torogh", "z8-sisabad", "z1-khatib", "z1-altimur")
_SESSION = f"""\
id: hq-9
title: جلسهٔ ستاد دربارهٔ شناسنامهٔ نیازهای پنج محله
neighbourhoods: [{", ".join(FIVE)}]
purpose: تصویب
body: headquarters
number: ۱۰۹
date: ۱۴۰۴/۰۵/۰۴
time: ۹ تا ۱۱
place: سالن جلسات
agenda: [شناسنامهٔ نیازهای پنج محله]
follow_up:
  - {{decision: hq-3/d2, note: سند به دستگاه‌ها داده شد.}}
attendance:
  - {{id: chair, post: رئیس جلسه, represents: governorate}}
  - {{id: secretary, post: کارشناس دبیرخانهٔ طرح, represents: secretariat}}
  - {{id: welfare, post: نمایندهٔ بهزیستی, represents: welfare, present: خیر, absence: مأموریت اداری}}
  - {{id: expert, post: مشاور, guest: بله}}
chair: chair
secretary: secretary
discussion: گزارش شناسنامه‌ها شنیده شد.
decisions:
  - {{id: d1, title: شناسنامهٔ نیازهای پنج محله تصویب شد., approves: شناسنامه نیازها, owner: secretariat, deadline: ۱۴۰۴/۰۶/۰۴}}
{{own}}next_session: ۱۴۰۴/۰۷/۰۵
attachments: [شناسنامه‌ها]
"""

OWN = dict(zip(FIVE, (f"کارگاه {which} برگزار شود." for which in ("یکم", "دوم", "سوم", "چهارم", "پنجم")), strict=True))
"""What the session decides over each neighbourhood alone."""
SESSION = _SESSION.replace(
    "{own}",
    "".join(
        f"  - {{id: own-{at}, title: {title}, neighbourhoods: [{place}], owner: secretariat}}\n"
        for at, (place, title) in enumerate(OWN.items())
    ),
)
LETTER = """\
id: announce-{place}
neighbourhoods: [{place}]
direction: صادره
kind: اعلام
subject: اعلام مصوبه‌های ستاد
sender: دبیرخانهٔ طرح
signer: secretariat-director
recipient: فرماندار محترم شهرستان مشهد
recipients: [county-governor]
meeting: hq-9
decisions: [hq-9/d1, hq-9/own-{at}]
"""


def said(document: Document) -> str:
    return " ".join(plain_text(visit.node.children) for visit in walk(document) if isinstance(visit.node, Paragraph))


def tables(document: Document) -> dict[str, list[list[str]]]:
    def cell(each: Cell) -> str:
        return " ".join(plain_text(block.children) for block in each.blocks if isinstance(block, Paragraph))

    found = (visit.node for visit in walk(document) if isinstance(visit.node, Table))
    return {table.key: [[cell(each) for each in row.cells] for row in table.body] for table in found}


def made(project: Project, session: str) -> Document:
    """The minutes of a session of the province."""
    assert project.workspace is not None
    assert project.style is not None
    every = subjects.find(_kind(project, "minutes"), project.workspace, with_samples=True)
    document, problems = DocumentBuilder(project.folders.templates, project.style).tree(
        next(e for e in every if e.id == session)
    )
    assert problems == []
    return document


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project with one session more, which concerns five neighbourhoods."""
    root = tmp_path_factory.mktemp("session")
    for name in ("plans", "templates"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(".schema"))
    (root / "plans" / "meetings" / "hq-9.yaml").write_text(SESSION, encoding="utf-8")
    for at, place in enumerate(FIVE):
        letter = root / "plans" / "letters" / f"announce-{place}.yaml"
        letter.write_text(LETTER.format(place=place, at=at), encoding="utf-8")
    return Project.read(Folders(root / "plans", root / "templates" / "fa", root / "output"))


@pytest.fixture(scope="module")
def minutes(whole: Project) -> Document:
    return made(whole, "hq-9")


def test_a_session_over_five_neighbourhoods_is_one_paper_and_five_approvals(whole: Project, minutes: Document) -> None:
    assert whole.workspace is not None
    names = [whole.workspace.dossier(each).neighbourhood.name for each in FIVE]
    facts = tables(minutes)["facts"]
    assert all(name in facts[2][3] for name in names)
    assert facts[2][3].startswith("محله‌های ")
    for each in FIVE:
        approvals = whole.workspace.dossier(each).approvals
        assert approvals is not None
        (given,) = [approval for approval in approvals.approvals if approval.decision == "hq-9/d1"]
        assert (str(given.number), str(given.date), given.about) == ("۱۰۹", "۱۴۰۴/۰۵/۰۴", "شناسنامه نیازها")
    assert [each.id for each in subjects.find(_kind(whole, "minutes"), whole.workspace, with_samples=True)].count("hq-9") == 1
    assert "hq-9" not in {each.id for each in subjects.find(_kind(whole, "local-minutes"), whole.workspace)}


def test_each_of_the_five_has_a_letter_with_what_was_decided_over_it(whole: Project) -> None:
    assert whole.workspace is not None
    assert whole.style is not None
    builder = DocumentBuilder(whole.folders.templates, whole.style)
    for place, own in OWN.items():
        letters = subjects.find(_kind(whole, "letter"), whole.workspace, with_samples=True)
        document, problems = builder.tree(next(each for each in letters if each.id == f"announce-{place}"))
        assert problems == []
        rows = tables(document)["decisions"]
        assert [row[1] for row in rows] == ["شناسنامهٔ نیازهای پنج محله تصویب شد.", own]
        # Number and day are written once, in the session.
        assert all("شمارهٔ ۱۰۹ مورخ ۱۴۰۴/۰۵/۰۴" in row[2] for row in rows)


def _kind(project: Project, name: str):  # type: ignore[no-untyped-def]
    return next(kind for kind in project.kinds if kind.id == name)


def test_minutes_say_who_came_who_did_not_and_what_is_to_be_done_by_whom_until_when(minutes: Document) -> None:
    found = tables(minutes)
    decided, *own = found["table-decisions"]
    office = "دفتر امور اجتماعی و فرهنگی استانداری خراسان رضوی"
    assert decided == ["۱", "شناسنامهٔ نیازهای پنج محله تصویب شد.", office, "۱۴۰۴/۰۶/۰۴"]
    assert [row[1] for row in own] == [*OWN.values()]
    assert [(row[2], row[3]) for row in found["table-present"]] == [
        ("رئیس جلسه", "استانداری خراسان رضوی"),
        ("کارشناس دبیرخانهٔ طرح", "دفتر امور اجتماعی و فرهنگی استانداری خراسان رضوی"),
        ("مشاور (مدعو)", "—"),
    ]
    text = said(minutes)
    assert "غایبان: نمایندهٔ بهزیستی (مأموریت اداری)." in text
    assert "جلسهٔ بعد: " in text
    (followed,) = found["table-followed"]
    assert followed[2:] == ["سند مشارکتی محلهٔ گلشهر تصویب شد.", "سند به دستگاه‌ها داده شد."]


def test_what_was_decided_and_who_signs_stay_on_one_sheet(minutes: Document) -> None:
    (keep,) = [visit.node for visit in walk(minutes) if isinstance(visit.node, Keep)]
    assert [visit.node.key for visit in walk(keep) if isinstance(visit.node, Table)] == ["table-decisions", "table-present"]


@pytest.mark.parametrize(
    ("place", "meetings"),
    [("z3-golshahr", ["residents-1405", "review"]), ("z7-torogh", ["review"]), ("z8-sisabad", ["review"])],
)
def test_a_neighbourhood_has_the_minutes_of_its_own_meetings_alone(project: Project, place: str, meetings: list[str]) -> None:
    assert project.workspace is not None
    found = [each.id for each in subjects.find(_kind(project, "local-minutes"), project.workspace) if each.place == place]
    assert found == meetings


def test_a_session_that_is_still_to_be_held_is_a_sheet_to_write_on(whole: Project, tmp_path: Path) -> None:
    root = tmp_path
    for name in ("plans", "templates"):
        shutil.copytree(whole.folders.plans.parent / name, root / name)
    text = SESSION.replace("hq-9", "hq-8").replace("number: ۱۰۹\ndate: ۱۴۰۴/۰۵/۰۴\n", "held: خیر\n")
    text = text.partition("discussion:")[0]
    (root / "plans" / "meetings" / "hq-8.yaml").write_text(text, encoding="utf-8")
    project = Project.read(Folders(root / "plans", root / "templates" / "fa", root / "output"))
    document = made(project, "hq-8")

    found = tables(document)
    assert "این جلسه هنوز برگزار نشده است" in said(document)
    assert len(found["table-decisions"]) == 6
    assert [row[2] for row in found["table-present"]][-1] == "مشاور (مدعو)"
    assert "نمایندهٔ بهزیستی" in [row[2] for row in found["table-present"]]
