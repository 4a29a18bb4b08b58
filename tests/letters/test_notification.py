"""The notification of a plan: to each recipient its own part, after both approvals, and nothing that nobody has decided."""

from __future__ import annotations

import pytest

from generator.build import subjects
from generator.model.known import UNKNOWN
from generator.model.records.ruling import Ruling
from generator.model.records.workspace import Workspace
from generator.persian import numeral, to_western
from generator.tree.nodes import PageField, Section, Table
from generator.tree.walk import every, plain_text
from tests.letters.conftest import Letters, field_values, said, words

PLACE = "z3-golshahr"


def _actions(document) -> set[str]:
    """The codes of the actions in the tables of a letter."""
    tables = [node for node in every(document) if isinstance(node, Table) and node.key.startswith(("led/", "helped/"))]
    return {to_western(words(row.cells[0])[0]) for table in tables for row in table.body}


def _of(place: str, found: Letters, workspace: Workspace):
    dossier = workspace.dossier(place)
    return found("notification", workspace.model_copy(update={"dossiers": (dossier,)}))


@pytest.fixture(scope="module")
def trees(found, workspace, made):
    """The trees of Golshahr's notifications, with the contact that each goes to."""
    letters = _of(PLACE, found, workspace)
    return {each.parts[-1][1].recipients[0]: made(each) for each in letters.values()}


def test_every_action_is_in_the_letter_of_its_lead_and_of_each_partner_and_in_no_other(trees, workspace):
    plan = workspace.dossier(PLACE).plan
    for agency in workspace.catalogue.agencies:
        for recipient in agency.recipients:
            expected, contact = {action.code for action in plan.of_recipient(agency, recipient)}, f"{recipient.id}-head"
            assert (contact in trees) == bool(expected)
            assert _actions(trees.get(contact)) == expected
    for action in plan.actions:
        holders = {contact for contact, tree in trees.items() if action.code in _actions(tree)}
        agencies = [workspace.catalogue.agency(each) for each in (action.lead, *action.partners)]
        concerned = {each.id for agency in agencies for each in agency.recipients if action.concerns(agency, each)}
        assert holders == {f"{each}-head" for each in concerned}


def test_a_letter_has_the_duties_of_its_recipient_and_of_no_other(trees, workspace):
    for contact, tree in trees.items():
        text = said(tree)
        for agency in workspace.catalogue.agencies:
            own = contact in {f"{each.id}-head" for each in agency.recipients}
            assert all((f"«{duty.clean}»" in text) == own for duty in agency.duties)


def test_it_names_both_approvals_with_number_and_date_and_the_deadlines_of_the_actions(trees):
    text = said(trees["water-head"])
    assert "کمیتهٔ راهبردی طرح (مصوبهٔ شمارهٔ نمونه/۱۰۲ مورخ ۱۴۰۳/۰۹/۲۵)" in text
    assert "ستاد بازآفرینی پایدار محلات هدف استان (مصوبهٔ شمارهٔ نمونه/۱۰۴ مورخ ۱۴۰۴/۰۳/۱۰)" in text
    assert "تا آذر ۱۴۰۵ پایان می‌یابد" in text


def test_it_asks_for_periodic_reports_only_when_a_body_has_decided_so(trees, found, workspace, made):
    assert "هر سه ماه" not in said(trees["water-head"])
    statements = workspace.catalogue.statements
    ruling = Ruling.model_validate({"by": "headquarters", "number": "۷۷", "date": "۱۴۰۴/۰۲/۰۱"})
    decided = tuple(
        each.model_copy(update={"ruling": ruling}) if each.id == "agency-reports" else each for each in statements.statements
    )
    catalogue = workspace.catalogue.model_copy(update={"statements": statements.model_copy(update={"statements": decided})})
    letters = _of(PLACE, found, workspace.model_copy(update={"catalogue": catalogue}))
    text = said(made(letters["golshahr-notify-2-water"]))
    assert "هر سه ماه به دبیرخانهٔ طرح داده می‌شود (تصمیم ستاد" in text and "به شمارهٔ ۷۷ مورخ ۱۴۰۴/۰۲/۰۱" in text


def test_a_letter_of_an_earlier_edition_is_not_made_of_this_one_and_it_is_told(found, workspace, kind):
    assert "golshahr-notify-water" not in _of(PLACE, found, workspace)
    alone = workspace.model_copy(update={"dossiers": (workspace.dossier(PLACE),)})
    (left,) = subjects.unmet(kind("notification"), alone)
    assert len(left.about) == 15 and "golshahr-notify-water" in left.about
    assert "ویرایش پیشین" in left.reason


def test_without_numbers_it_has_blanks_for_them_and_is_no_final(found, workspace, made):
    letters = _of("z7-torogh", found, workspace)
    assert set(letters) == {f"torogh-notify-{each}" for each in ("education", "medical-university", "welfare")}
    tree = made(letters["torogh-notify-welfare"])
    prompts = {node.prompt for node in every(tree) if type(node).__name__ == "Blank"}
    assert {"شماره نامه", "تاریخ نامه", "نام امضاکننده"} <= prompts


def test_a_letter_to_an_agency_of_several_recipients_has_the_part_of_each(found, workspace, made):
    tree = made(_of("z8-sisabad", found, workspace)["sisabad-notify-utilities"])
    parts = workspace.dossier("z8-sisabad").plan
    agency = workspace.catalogue.agency("utilities")
    asked = [each for each in agency.recipients if plan_asks(parts, agency, each)]
    assert len(asked) > 1
    assert len(_annexes(tree)) == len(asked)


def _annexes(document) -> list[Section]:
    return [section for section in document.sections if section.annex]


def plan_asks(plan, agency, recipient) -> bool:
    """Whether a plan gives a recipient an action, or leaves a duty of its agency without one."""
    actions = plan.of_recipient(agency, recipient)
    return bool(actions) or any(duty.id not in action.duties for duty in agency.duties for action in plan.actions[:1])


def test_its_annex_is_the_part_of_the_recipient_and_its_sheets_are_counted_in_the_letterhead(trees):
    letter, annex = trees["municipality-head"].sections
    assert annex.annex and plain_text(annex.blocks[0].children) == "سهم شهرداری مشهد در برنامهٔ اقدام محلهٔ گلشهر"
    assert [node.what for node in every(letter) if isinstance(node, PageField)] == ["annex-sheets"]


def test_sixty_notifications_of_a_plan_are_sixty_papers_each_with_its_own_number(found, workspace, made):
    dossier = workspace.dossier(PLACE)
    first = next(each for each in dossier.letters if each.id == "golshahr-notify-2-water")
    many = tuple(first.model_copy(update={"id": f"n{at}", "number": f"{at}", "date": UNKNOWN}) for at in range(60))
    letters = _of_letters(found, workspace, dossier, many)
    assert len(letters) == 60
    for at in (7, 31, 59):
        assert numeral(at) in field_values(made(letters[f"n{at}"]))


def _of_letters(found, workspace, dossier, letters):
    changed = dossier.model_copy(update={"letters": letters})
    return found("notification", workspace.model_copy(update={"dossiers": (changed,)}))


def test_a_neighbourhood_with_its_name_alone_gets_none(workspace, kind):
    alone = workspace.model_copy(update={"dossiers": (workspace.dossier("z1-khatib"),)})
    assert list(subjects.find(kind("notification"), alone)) == []
