"""The reminder of what a recipient owes: each thing once, days counted to the letter's own date, none where nothing is due."""

from __future__ import annotations

import pytest

from generator.build import subjects
from generator.model.known import Unknown
from generator.model.records.bodies import Body
from generator.model.records.contacts import Contact
from generator.model.records.meeting import Decision
from generator.model.records.ruling import Ruling
from generator.model.views.overdue import Reminder, remind
from generator.persian import JalaliDate, days_between
from generator.tree.nodes import Table
from generator.tree.walk import every
from tests.letters.conftest import letter, said, words

EDUCATION = "golshahr-follow-up-education"
HERITAGE = "golshahr-follow-up-heritage"


def _letter(workspace, letter_id):
    return next(each for each in workspace.province.letters if each.id == letter_id)


def _remind(workspace, given, **changes) -> Reminder | None:
    """What a letter with other values reminds of, over the neighbourhoods that it names."""
    changed = letter(given, **changes)
    dossiers = [workspace.dossier(each) for each in changed.neighbourhoods]
    return remind(changed, workspace.province, dossiers, workspace.catalogue)


def _with(workspace, **province):
    return workspace.model_copy(update={"province": workspace.province.model_copy(update=province)})


def _rows(document, key="overdue"):
    (table,) = [node for node in every(document) if isinstance(node, Table) and node.key == key]
    return [[" ".join(words(cell)) for cell in row.cells] for row in table.body]


def test_it_lists_what_was_decided_and_asked_with_its_source_its_day_and_the_days_to_its_own_date(found, made):
    rows = _rows(made(found("follow-up")[EDUCATION]))
    assert [row[1:] for row in rows] == [
        ["اعلام اعتبار قطعی هر اقدام به دبیرخانه", "گلشهر", "جلسهٔ نمونه/۳۱ مورخ ۱۴۰۳/۰۸/۱۹", "۱۴۰۳/۱۰/۲۰", "۲۱۴"],
        [
            "پاسخ به نامهٔ «ابلاغ ویرایش دوم برنامهٔ اقدام مشترک محلهٔ گلشهر»",
            "گلشهر",
            "نامهٔ نمونه/۲۲۶ مورخ ۱۴۰۴/۰۳/۲۰",
            "۱۴۰۴/۰۴/۰۵",
            "۴۶",
        ],
    ]


def test_another_date_of_the_letter_gives_other_days_and_leaves_out_what_is_not_due_yet(workspace):
    given = _letter(workspace, EDUCATION)
    early = _remind(workspace, given, date="۱۴۰۴/۰۲/۲۰", reply_by=None)
    assert [(row.kind, row.late) for row in early.rows] == [("decision", 121), ("reply", 61)]
    on_the_day = _remind(workspace, given, date="۱۴۰۳/۱۰/۲۰", reply_by=None)
    assert on_the_day is None


def test_a_letter_that_has_nothing_to_remind_of_is_no_document_and_it_is_told(workspace, kind):
    given = _letter(workspace, EDUCATION)
    nothing = letter(given, id="x1", recipients=["police-head"], agency="police", date="۱۴۰۳/۰۸/۰۱", reply_by=None)
    undated = letter(given, id="x2", date=Unknown())
    changed = _with(workspace, letters=(*workspace.province.letters, nothing, undated))
    assert not {"x1", "x2"} & {each.id for each in subjects.find(kind("follow-up"), changed, with_samples=True)}
    reasons = {each.about: each.reason for each in subjects.unmet(kind("follow-up"), changed, with_samples=True)}
    assert "نگذشته" in reasons["x1",] and "تاریخ ندارد" in reasons["x2",]


def test_what_was_answered_or_asked_again_is_not_reminded_of(workspace):
    given = _letter(workspace, HERITAGE)
    before = _remind(workspace, given).rows
    assert [row.number for row in before if row.kind == "reply"] == ["نمونه/۲۰۰", "نمونه/۲۳۱"]
    asked = _letter(workspace, "golshahr-notify-2-heritage")
    cites = {"references": [{"kind": "عطف", "letter": asked.id}], "reply_by": None, "decisions": []}
    reply = letter(asked, id="reply", direction="وارده", kind="پاسخ", date="۱۴۰۴/۰۵/۰۱", **cites)
    later = letter(asked, id="reply", direction="وارده", kind="پاسخ", date="۱۴۰۴/۰۵/۲۱", **cites)
    answered, unanswered = (_with(workspace, letters=(*workspace.province.letters, each)) for each in (reply, later))
    assert [row.number for row in _remind(answered, given).rows] == ["نمونه/۲۰۰"]
    assert _remind(unanswered, given).rows == before


def test_a_deadline_on_a_day_when_offices_are_closed_is_counted_from_the_next_that_is_open(workspace, found, made):
    holidays = workspace.catalogue.holidays.model_copy(update={"weekly": ("پنجشنبه", "جمعه")})
    closed = workspace.model_copy(update={"catalogue": workspace.catalogue.model_copy(update={"holidays": holidays})})
    rows = _remind(closed, _letter(workspace, EDUCATION)).rows
    assert [(str(row.day), str(row.told), row.late) for row in rows] == [
        ("۱۴۰۳/۱۰/۲۲", "۱۴۰۳/۱۰/۲۰", 212),
        ("۱۴۰۴/۰۴/۰۷", "۱۴۰۴/۰۴/۰۵", 44),
    ]
    assert _rows(made(found("follow-up", closed)[EDUCATION]))[0][4] == "۱۴۰۳/۱۰/۲۲ (۱۴۰۳/۱۰/۲۰ تعطیل بود)"


def test_nobody_is_reminded_of_what_another_owes(workspace):
    given = _letter(workspace, EDUCATION)
    for agency in ("municipality", "police", "welfare"):
        found = _remind(workspace, given, recipients=[f"{agency}-head"], agency=agency)
        assert found is None or "اعلام اعتبار قطعی" not in " ".join(row.title for row in found.rows)


def test_a_body_is_reminded_of_the_cards_that_it_has_not_confirmed_without_a_day_that_nobody_set(workspace):
    dossier = workspace.dossier("z7-torogh")
    given = letter(
        _letter(workspace, EDUCATION),
        neighbourhoods=["z7-torogh"],
        recipients=["headquarters-secretary"],
        agency="headquarters",
    )
    unconfirmed = dossier.model_copy(
        update={
            "plan": dossier.plan.model_copy(
                update={"actions": tuple(each.model_copy(update={"confirmations": ()}) for each in dossier.plan.actions)}
            )
        }
    )
    bodies = [each.id for each in workspace.catalogue.bodies.bodies if each.confirms_actions]
    assert "headquarters" in bodies
    found = remind(given, workspace.province, [unconfirmed], workspace.catalogue)
    (row,) = found.waiting
    assert row.day is None and row.title.startswith("تأیید کارت اقدام")
    begun = [each.code for each in dossier.plan.actions if each.start.first <= given.date]
    assert row.title == f"تأیید کارت اقدام {'، '.join(begun)}"


def test_the_author_of_evaluations_is_reminded_of_them_only_when_a_body_has_decided_who_that_is(workspace):
    dossier = workspace.dossier("z3-golshahr")
    late = dossier.model_copy(update={"evaluations": ()})
    given = letter(
        _letter(workspace, EDUCATION),
        recipients=["evaluation-committee-secretary"],
        agency=None,
        date="۱۴۰۴/۱۲/۰۱",
        reply_by=None,
    )
    assert remind(given, workspace.province, [late], workspace.catalogue) is None
    statements = workspace.catalogue.statements
    ruling = Ruling.model_validate({"by": "headquarters", "number": "۷۷", "date": "۱۴۰۴/۰۲/۰۱"})
    decided = tuple(
        each.model_copy(update={"ruling": ruling}) if each.id == "evaluation-author" else each for each in statements.statements
    )
    catalogue = workspace.catalogue.model_copy(update={"statements": statements.model_copy(update={"statements": decided})})
    rows = remind(given, workspace.province, [late], catalogue).rows
    assert {row.kind for row in rows} == {"report"}


@pytest.fixture(scope="module")
def crowd(workspace):
    """Sixty bodies, each with a decision that it owes and a letter that reminds it, over the province as a whole."""
    bodies, contacts, decisions, letters = [], [], [], []
    session = workspace.province.meetings[0]
    given = _letter(workspace, EDUCATION)
    for at in range(60):
        who = f"b{at}"
        bodies.append(Body.model_validate({"id": who, "name": f"نهاد {at}", "role": "همکار"}))
        contacts.append(
            Contact.model_validate({"id": f"{who}-head", "post": "مدیر", "of": who, "addressed_as": f"مدیر محترم {at}"})
        )
        day = str(JalaliDate(1404, 1, 1).plus_days(at))
        decisions.append(Decision.model_validate({"id": f"d{at}", "title": f"کار {at}", "owner": who, "deadline": day}))
        changes = {"recipients": [f"{who}-head"], "agency": None, "neighbourhoods": [], "references": [], "copies": []}
        letters.append(letter(given, id=f"f{at}", **changes))
    held = workspace.catalogue
    update = {
        "bodies": held.bodies.model_copy(update={"bodies": (*held.bodies.bodies, *bodies)}),
        "contacts": held.contacts.model_copy(update={"contacts": (*held.contacts.contacts, *contacts)}),
    }
    changed = workspace.model_copy(update={"catalogue": held.model_copy(update=update)})
    return _with(changed, letters=tuple(letters), meetings=(session.model_copy(update={"decisions": tuple(decisions)}),))


def test_sixty_recipients_get_sixty_letters_each_with_its_own(found, made, crowd):
    letters = found("follow-up", crowd)
    assert len(letters) == 60
    for at in (0, 30, 59):
        document = made(letters[f"f{at}"])
        (row,) = _rows(document)
        assert row[1] == f"کار {at}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
        opened = crowd.catalogue.holidays.open_from(JalaliDate(1404, 1, 1).plus_days(at))
        assert row[5] == _persian(days_between(opened, JalaliDate(1404, 5, 20)))
        assert "مدیر محترم" in said(document)


def _persian(count: int) -> str:
    return str(count).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def test_it_is_secret_by_what_it_prints_and_not_by_another_letter(found, workspace):
    def changed(letter_id: str):
        letters = (
            letter(each, classification="محرمانه") if each.id == letter_id else each for each in workspace.province.letters
        )
        return found("follow-up", _with(workspace, letters=tuple(letters)))[EDUCATION].classification

    assert changed("golshahr-announce-participatory") == "عادی"
    assert changed("golshahr-notify-2-education") == "محرمانه"


def test_a_letter_over_some_neighbourhoods_holds_their_records_and_no_others(found):
    subject = found("follow-up")[EDUCATION]
    assert [each.id for each in subject.dossiers] == ["z3-golshahr"]


def test_an_error_in_a_neighbourhood_stops_the_letters_about_it_and_those_about_all(workspace, kind):
    whole = letter(_letter(workspace, EDUCATION), id="whole", neighbourhoods=[])
    changed = _with(workspace, letters=(*workspace.province.letters, whole))
    ids = lambda broken: {each.id for each in subjects.find(kind("follow-up"), changed, broken, with_samples=True)}  # noqa: E731
    assert ids({}) == {EDUCATION, HERITAGE, "whole"}
    assert ids({"z7-torogh": frozenset({"plan"})}) == {EDUCATION, HERITAGE}
    assert ids({"z3-golshahr": frozenset({"plan"})}) == set()
    told = subjects.unmet(kind("follow-up"), changed, {"z7-torogh": frozenset({"plan"})}, with_samples=True)
    assert [(each.about, each.broken) for each in told] == [(("whole",), ("z7-torogh/plan",))]
