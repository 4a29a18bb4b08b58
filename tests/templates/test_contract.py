"""The contract on paper: numbers that its text cites, sums, services, blanks."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from pydantic import BaseModel

from generator.model.known import Unknown
from generator.model.records.confirmation import Confirmation
from generator.persian import JalaliDate, group, in_words
from generator.tree.nodes import Blank, Clause, Heading, Paragraph, Reference, Table
from generator.tree.walk import plain_text, walk

PLACES = ("z3-golshahr", "z7-torogh", "z8-sisabad")


def _nodes(document, kind):
    return [visit.node for visit in walk(document) if isinstance(visit.node, kind)]


def _article(document, key):
    return next(clause for clause in _nodes(document, Clause) if clause.key == key)


def _text(node):
    return " ".join(plain_text(paragraph.children) for paragraph in _nodes(node, Paragraph))


def _cells(row):
    return [_text(cell) for cell in row.cells]


def _table(document, key):
    return next(table for table in _nodes(document, Table) if table.key == key)


@pytest.mark.parametrize("place", PLACES)
def test_the_last_article_counts_the_articles_notes_and_annexes_that_are_there(tree, place):
    document = tree("contract", place)
    clauses = _nodes(document, Clause)
    articles = [clause for clause in clauses if clause.kind == "article"]
    notes = [clause for clause in clauses if clause.kind == "note"]
    annexes = [heading for heading in _nodes(document, Heading) if heading.level == 1]
    assert len(articles) == 21
    counted = f"در {in_words(21)} ماده، {in_words(len(notes))} تبصره و {in_words(len(annexes))} پیوست"
    assert counted in _text(articles[-1])


def test_annexes_are_numbered_in_their_order_and_cited_by_that_number(tree):
    document = tree("contract", "z3-golshahr")
    annexes = [heading for heading in _nodes(document, Heading) if heading.level == 1]
    labels = [plain_text(heading.children).split("- ")[0] for heading in annexes]
    assert labels == [f"پیوست {group(number)}" for number in range(1, 10)]
    cited = {reference.target: plain_text((reference,)) for reference in _nodes(document, Reference)}
    assert [cited[heading.key] for heading in annexes] == labels
    # The article on the documents names each with its title, so none is promised that is not there.
    named = _text(_article(document, "article-documents"))
    assert [title for heading in annexes if (title := plain_text(heading.children).split("- ")[1]) not in named] == []


@pytest.mark.parametrize("place", PLACES)
def test_every_service_and_sub_action_of_the_catalogue_stands_in_the_first_annex(tree, project, place):
    text = _text(tree("contract", place))
    services = project.workspace.catalogue.services.every_service
    assert len(services) == 47
    assert [service.id for service in services if service.heading not in text] == []
    sub_actions = [sub_action for service in services for sub_action in service.sub_actions]
    assert len(sub_actions) == 26
    assert [sub_action.id for sub_action in sub_actions if sub_action.clean not in text] == []


@pytest.mark.parametrize("place", PLACES)
def test_the_instalments_printed_sum_to_the_amount_printed_in_figures_and_words(tree, subject_of, place):
    contract = subject_of("contract", place).dossier.contract
    document = tree("contract", place)
    table = _table(document, "table-instalments")
    printed = [_cells(row)[3] for row in table.body]
    assert printed == [group(payment.amount) for payment in contract.payments]
    assert sum(payment.amount for payment in contract.payments) == contract.amount
    assert _cells(table.foot[0])[1:3] == ["۱۰۰٪", group(contract.amount)]
    amount = _text(_article(document, "article-amount"))
    assert f"{group(contract.amount)} ریال (به حروف: {in_words(contract.amount)} ریال)" in amount


def test_what_is_not_yet_known_is_a_blank_and_the_contract_still_builds(changed_contract):
    document = changed_contract(amount=Unknown(prompt="مبلغ قرارداد"), start=Unknown(prompt="تاریخ شروع"))
    amount = _article(document, "article-amount")
    assert [blank.prompt for blank in _nodes(amount, Blank)][:2] == ["مبلغ قرارداد", "مبلغ به حروف"]
    prompts = {blank.prompt for row in _table(document, "table-instalments").body for blank in _nodes(row, Blank)}
    prompts |= {blank.prompt for row in _table(document, "table-schedule").body for blank in _nodes(row, Blank)}
    assert prompts == {"مبلغ قسط", "سررسید"}


def test_the_notice_that_a_lawyer_must_confirm_gives_way_to_the_day_on_which_one_did(tree, subject_of, changed_contract):
    document = tree("contract", "z3-golshahr")
    assert "باید به تأیید کارشناس حقوقی برسد" in _text(document)
    digest = subject_of("contract", "z3-golshahr").kind.confirmation.digest(document)
    given = Confirmation(on=JalaliDate(1404, 1, 20), by="کارشناس حقوقی", digest=digest)
    text = _text(changed_contract(legal_confirmation=given))
    assert "در تاریخ ۱۴۰۴/۰۱/۲۰ به تأیید کارشناس حقوقی رسیده است" in text
    assert "باید به تأیید کارشناس حقوقی برسد" not in text
    changed = _text(changed_contract(legal_confirmation=given, delay_ceiling=Decimal(9)))
    assert "باید به تأیید کارشناس حقوقی برسد" in changed


def test_what_a_lawyer_confirms_holds_whatever_is_written_of_the_parties(subject_of, builder):
    subject = subject_of("contract", "z3-golshahr")
    declared = subject.kind.confirmation

    def digest(**records):
        dossier = subject.dossier.model_copy(update=records)
        return declared.digest(builder.tree(dataclasses.replace(subject, dossier=dossier))[0])

    contract, office = subject.dossier.contract, subject.dossier.office
    whole = digest()
    for path in declared.without:
        record, *names = path.split(".")
        assert digest(**{record: written(getattr(subject.dossier, record), names)}) == whole, path
    assert digest(contract=contract.model_copy(update={"amount": contract.amount + 1})) != whole
    assert digest(office=office.model_copy(update={"name": "دفتری دیگر"})) != whole


def written(record, names):
    """A record in which a fact, or each fact of a record in it, says something else than before."""
    name, *rest = names
    value = getattr(record, name)
    if rest:
        changed = written(value, rest)
    elif isinstance(value, BaseModel) and not isinstance(value, Unknown):
        changed = value
        for each in type(value).model_fields:
            changed = written(changed, [each])
    else:
        changed = JalaliDate(1403, 4, 20) if name in ("date", "notified_on") else "نوشته‌ای دیگر"
    return record.model_copy(update={name: changed})


def test_an_approval_named_as_basis_is_cited_with_its_body_and_subject(changed_contract, subject_of):
    subject = subject_of("contract", "z3-golshahr")
    approval = subject.dossier.approvals.approvals[0]
    body = subject.catalogue.body(approval.body).name
    assert f"{body} با موضوع «{approval.subject}»" in _text(changed_contract(basis=(approval.id,)))


def test_a_decision_cited_within_a_sentence_is_named_without_its_verb(subject_of, tree):
    text = _text(tree("contract", "z3-golshahr"))
    assert "با موضوع «راه‌اندازی دفتر تسهیلگری محلهٔ گلشهر»" in text
    subjects = [each.subject for each in subject_of("contract", "z3-golshahr").dossier.approvals.approvals]
    assert subjects and not any("تصویب شد" in subject for subject in subjects)


def test_a_contract_without_a_named_basis_leaves_room_for_the_approval_of_the_headquarters(changed_contract):
    document = changed_contract(basis=())
    assert "ستاد بازآفرینی پایدار محلات هدف استان و در اجرای" in _text(document)
    assert {"شمارهٔ مصوبه", "تاریخ مصوبه"} <= {blank.prompt for blank in _nodes(document, Blank)}


def test_the_annex_of_guarantees_speaks_of_a_retention_only_where_there_is_one(tree, changed_contract, subject_of):
    guarantees = subject_of("contract", "z3-golshahr").dossier.contract.guarantees
    others = tuple(each for each in guarantees if each.rate != "performance-retention")
    assert len(others) == len(guarantees) - 1
    assert "سپردهٔ حسن انجام کار" in _text(_article(tree("contract", "z3-golshahr"), "article-guarantees/retention"))
    without = changed_contract(guarantees=others)
    assert "مبلغ سپرده جمع" not in _text(without)
    assert "article-guarantees/retention" not in {clause.key for clause in _nodes(without, Clause)}


def test_rows_that_a_number_counts_begin_with_it_in_the_rightmost_column(tree):
    counted = [table for table in _nodes(tree("contract", "z3-golshahr"), Table) if table.caption]
    assert len(counted) == 8
    for table in counted:
        assert [_cells(row)[0] for row in table.body] == [group(number) for number in range(1, len(table.body) + 1)]
