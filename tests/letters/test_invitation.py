"""The invitation to a meeting: one letter to all who are invited, with the day, the hour, the place, the agenda."""

from __future__ import annotations

from generator.build import subjects
from generator.model.known import Unknown
from generator.model.records.meeting import Meeting
from generator.tree.nodes import Blank, Table
from generator.tree.walk import every
from tests.letters.conftest import letter, words

GOLSHAHR = "golshahr-invite-review"


def _table(document, key):
    (table,) = [node for node in every(document) if isinstance(node, Table) and node.key == key]
    return [[" ".join(words(cell)) for cell in row.cells] for row in table.body]


def _to(workspace, found, made, **changes):
    """The invitation to a session of the province with these values, which is not held yet."""
    given = next(each for each in workspace.province.letters if each.id == GOLSHAHR)
    session = workspace.province.meetings[0]
    meeting = {"id": "next", "title": "جلسهٔ آینده", "held": "خیر", "agenda": ["بررسی"], "chair": "a0", "secretary": "a0"}
    meeting |= {"attendance": [{"id": "a0", "post": "رئیس"}], "neighbourhoods": []} | changes
    invites = letter(given, id="invites", meeting="next", neighbourhoods=[])
    update = {"meetings": (session, Meeting.model_validate(meeting)), "letters": (invites,)}
    changed = workspace.model_copy(update={"province": workspace.province.model_copy(update=update)})
    return made(found("invitation", changed)["invites"])


def test_it_says_when_and_where_with_the_day_of_the_week_what_to_bring_and_until_when_to_name_somebody(found, made):
    rows = dict(_table(made(found("invitation")[GOLSHAHR]), "session"))
    assert rows["زمان"] == "شنبه ۱۹ آبان ۱۴۰۳، ساعت ۱۰ تا ۱۲"
    assert rows["محل"] == "فرمانداری شهرستان مشهد"
    assert rows["دستور جلسه"].startswith("۱. گزارش دفتر تسهیلگری")
    assert rows["همراه داشته باشید"] == "گزارش برنامه‌های جاری و پیش‌بینی‌شدهٔ دستگاه در محله"
    assert rows["معرفی نماینده"] == "تا سه‌شنبه ۱۵ آبان ۱۴۰۳"
    assert rows["پاسخ به پرسش‌ها"] == "مدیرکل امور اجتماعی و فرهنگی استانداری خراسان رضوی"


def test_all_who_are_invited_are_listed_once(found, made, workspace):
    meeting = next(each for each in workspace.dossier("z3-golshahr").meetings if each.id == "review")
    assert words(made(found("invitation")[GOLSHAHR]))[-1] == "؛ ".join(each.post for each in meeting.attendance)


def test_a_letter_whose_meeting_no_record_has_is_no_document_and_it_is_told(found, workspace, kind):
    assert set(found("invitation")) == {GOLSHAHR, "torogh-invite-review"}
    (left,) = subjects.unmet(kind("invitation"), workspace, with_samples=True)
    assert left.about == ("sisabad-invite-review",) and "جلسه‌ای که نامه به آن دعوت می‌کند" in left.reason


def test_what_is_not_known_of_a_coming_session_is_a_blank_and_what_nobody_asks_for_has_no_row(workspace, found, made):
    document = _to(workspace, found, made, date=Unknown(prompt="تاریخ جلسه"), place=Unknown(prompt="محل جلسه"))
    prompts = {node.prompt for node in every(document) if isinstance(node, Blank)}
    assert {"تاریخ جلسه", "ساعت جلسه", "محل جلسه"} <= prompts
    assert [row[0] for row in _table(document, "session")] == ["زمان", "محل", "دستور جلسه"]


def test_residents_are_invited_to_a_local_meeting_that_is_still_to_come_and_to_no_other(found, made, workspace):
    dossier = workspace.dossier("z3-golshahr")
    alone = workspace.model_copy(update={"dossiers": (dossier,)})
    papers = found("residents-invitation", alone)
    assert set(papers) == {"residents-1405"}
    said_words = words(made(papers["residents-1405"]))
    assert "پنجشنبه ۱۷ اردیبهشت ۱۴۰۵" in " ".join(said_words) and "مسجد محله" in " ".join(said_words)
    held = tuple(each.model_copy(update={"held": True}) for each in dossier.meetings)
    after = workspace.model_copy(update={"dossiers": (dossier.model_copy(update={"meetings": held}),)})
    assert found("residents-invitation", after) == {}


def test_sixty_who_are_invited_stand_in_thirty_rows(workspace, found, made):
    attendance = [{"id": f"a{at}", "post": f"نمایندهٔ {at}"} for at in range(60)]
    rows = _table(_to(workspace, found, made, attendance=attendance, date="۱۴۰۵/۰۱/۱۵", time="۹"), "invitees")
    assert len(rows) == 30 and all(all(row) for row in rows)
