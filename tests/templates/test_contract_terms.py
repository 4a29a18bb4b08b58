"""What a contract promises: who pays what and when, what is held back, who decides, and what is never printed."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from generator.model.known import Unknown
from generator.persian import JalaliDate, decimal_text, group, percent_text, to_persian
from generator.tree.nodes import Blank, Clause, Reference, Table
from tests.templates.test_contract import PLACES, _article, _cells, _nodes, _table, _text

ADVANCED = "z8-sisabad"
MILLION = Decimal(10**6)


def _keys(document):
    return {node.key for node in _nodes(document, Clause)}


@pytest.mark.parametrize("place", PLACES)
def test_the_table_of_payments_is_the_agreement_and_its_columns_sum_to_its_foot(tree, subject_of, place):
    subject = subject_of("contract", place)
    found = subject.context()["agreement"]
    table = _table(tree("contract", place), "table-account")
    rows, (foot,) = [_cells(row) for row in table.body], table.foot
    assert [row[-1] for row in rows] == [decimal_text(line.net / MILLION) for line in found.payments]
    assert _cells(foot)[-1] == decimal_text(found.totals.net / MILLION)
    columns = ["ردیف", "پرداخت", "مبلغ قسط", "پیش‌پرداخت و استهلاک آن", "سپردهٔ حسن انجام کار", "سپردهٔ بیمه", "خالص"]
    head = _cells(table.head[0])
    assert head == [column for column in columns if place == ADVANCED or "پیش‌پرداخت" not in column]


@pytest.mark.parametrize("place", PLACES)
def test_no_tax_is_a_deduction_and_nothing_says_that_a_rate_is_unverified(tree, project, place):
    document = tree("contract", place)
    text = _text(document)
    rate = project.workspace.catalogue.legal.rate("withholding-tax")
    assert rate.title not in text and rate.law not in text and "تکلیفی" not in text
    assert "تطبیق" not in text and "سنجیده نشده" not in text
    assert "تاریخ بررسی" not in {blank.prompt for blank in _nodes(document, Blank)}
    assert "table-deductions" not in {table.key for table in _nodes(document, Table)}
    deposit, vat = (_text(_article(document, f"article-deductions/{name}")) for name in ("deposit", "vat"))
    assert "ارزش افزوده" not in deposit and "افزون بر مبلغ هر قسط" in vat
    assert "تعهد مجری است و از پرداخت‌ها کسر نمی‌شود" in _text(_article(document, "article-deductions/premium"))


def test_the_tax_names_the_law_of_the_year_of_the_contract_and_a_year_without_a_rate_leaves_room(changed_contract):
    def clause(**changes):
        return _article(changed_contract(**changes), "article-deductions/vat")

    assert "بودجهٔ سال ۱۴۰۳" in _text(clause())
    assert "بودجهٔ سال ۱۴۰۴" in _text(clause(date=JalaliDate(1404, 3, 1)))
    for year, prompt in ((1402, "نرخ مالیات بر ارزش افزوده"), (1405, "نرخ")):
        assert prompt in {blank.prompt for blank in _nodes(clause(date=JalaliDate(year, 3, 1)), Blank)}


@pytest.mark.parametrize(
    ("event", "words", "assumed"),
    [
        ("تاریخ شروع", "از ۱۴۰۳/۰۵/۰۱ تا پایان روز ۱۴۰۴/۱۰/۳۰", False),
        ("ابلاغ قرارداد", "از روز ابلاغ کتبی قرارداد به مجری است", True),
        ("صورتجلسهٔ شروع به کار", "از روز امضای صورتجلسهٔ تحویل محل و شروع به کار است", True),
    ],
)
def test_the_term_begins_with_the_event_and_dates_are_only_on_condition(changed_contract, event, words, assumed):
    document = changed_contract(counted_from=event)
    assert words in _text(_article(document, "article-term/length"))
    assert ("article-term/assumed" in _keys(document)) == assumed
    head = _cells(_table(document, "table-schedule").head[0])
    assert ("به شرط آغاز در ۱۴۰۳/۰۵/۰۱" in head) == assumed
    # No article gives a due date of its own; the months are the contract's.
    dates = [str(each) for each in (JalaliDate(1403, 5, 31), JalaliDate(1404, 4, 31))]
    article = _text(_article(document, "article-payment"))
    assert [date for date in dates if date in article] == []


def test_a_contract_without_an_advance_does_not_speak_of_one_that_is_paid(tree, subject_of):
    text = _text(tree("contract", "z3-golshahr"))
    assert "تضمین پیش‌پرداخت" not in text and "article-payment/advance" not in _keys(tree("contract", "z3-golshahr"))
    document = tree("contract", ADVANCED)
    amount = subject_of("contract", ADVANCED).dossier.contract.advance_amount
    assert group(amount) in _text(_article(document, "article-payment/advance"))
    assert "سپرده‌ای کسر نمی‌شود" in _text(_article(document, "article-guarantees/retention"))


def test_the_ceiling_of_a_delay_says_after_how_many_days_it_is_reached(tree, changed_contract):
    assert "برابر با ۱۰۰ روز تأخیر" in _text(_article(tree("contract", "z3-golshahr"), "article-delay/ceiling"))
    assert "برابر با ۵۰ روز تأخیر" in _text(_article(tree("contract", "z7-torogh"), "article-delay/ceiling"))
    of_all = _text(_article(changed_contract(delay_base="مبلغ قرارداد"), "article-delay/ceiling"))
    assert "۱۰٪ مبلغ قرارداد" in of_all and "روز تأخیر" not in of_all


def test_the_employer_has_not_two_of_three_votes_and_the_third_is_as_the_data_says(tree, project):
    third = project.workspace.catalogue.statement("joint-commission-third").answer
    text = _text(_article(tree("contract", "z3-golshahr"), "article-disputes/commission"))
    assert third in text and "ناظر بدون حق رأی" in text and "و ناظر" not in text.partition("بررسی می‌شود")[0]


@pytest.mark.parametrize("place", PLACES)
def test_services_are_numbered_through_and_marked_as_quoted(tree, project, place):
    document = tree("contract", place)
    rows = [row for table in _nodes(document, Table) if table.key.startswith("services/") for row in table.body]
    assert [_cells(row)[0] for row in rows] == [group(number) for number in range(1, 48)]
    assert [row.key for row in rows] == [each.id for each in project.workspace.catalogue.services.every_service]
    assert f"نقل از «{project.workspace.catalogue.programme.title}»" in _text(document)
    assert "تن‌فروش" not in _text(document) and "جز پایان ردیف ۱۷ که" in _text(document)
    assert "به عنوان متخلف، مجرم یا بدنام فهرست" in _text(_article(document, "article-ownership/no-lists"))


def test_the_committee_makes_the_evaluation_and_no_instalment_pays_for_it(tree, project):
    committee = project.workspace.catalogue.body("evaluation-committee").name
    text = _text(_article(tree("contract", "z3-golshahr"), "article-operator/evaluation"))
    assert text.startswith(f"گزارش ارزیابی را {committee} تهیه و امضا می‌کند") and "ردیف‌های ۴۵ تا ۴۷" in text
    for place in PLACES:
        schedule = [_cells(row)[1] for row in _table(tree("contract", place), "table-schedule").body]
        assert [each for each in schedule if "گزارش ارزیابی" in each] == []


def test_the_parties_sign_with_seal_and_day_and_the_finance_officer_certifies_the_credit(tree, subject_of):
    document = tree("contract", "z3-golshahr")
    contract = subject_of("contract", "z3-golshahr").dossier.contract
    table = _table(document, "signatures")
    assert [_cells(row)[0] for row in table.body] == ["نام و نام خانوادگی", "سمت", "مهر و امضا", "تاریخ"]
    assert _cells(table.head[0])[1:] == ["کارفرما", "مجری"]
    text = _text(document)
    assert f"به مبلغ {group(contract.amount)} ریال از محل {contract.funding.source}" in text and "تأمین است" in text
    assert "شاهد" not in text
    assert "گواهی تأمین اعتبار" in " ".join(_cells(_table(document, "certified").body[0]))


def test_nobody_stands_above_a_contract_whose_employer_is_not_known(tree, changed_contract, subject_of):
    def head(document):
        return repr(document.sections[0].blocks[0])

    assert "استانداری" not in head(tree("contract", "z3-golshahr"))
    employer = subject_of("contract", "z3-golshahr").dossier.contract.employer
    known = changed_contract(employer=employer.model_copy(update={"name": "شهرداری نمونه"}))
    assert "شهرداری نمونه" in head(known)


def test_a_contract_without_a_map_leaves_room_for_one_that_a_final_asks_for(tree, subject_of):
    without, drawn = tree("contract", "z7-torogh"), tree("contract", "z3-golshahr")
    prompts = [{blank.prompt for blank in _nodes(document, Blank)} for document in (without, drawn)]
    assert ["نقشهٔ محدودهٔ اجرا" in each for each in prompts] == [True, False]
    assert "نقشهٔ محدودهٔ اجرا" not in subject_of("contract", "z7-torogh").kind.blanks


def test_property_insurance_hours_and_identifiers_come_from_the_records(tree, subject_of, changed_contract):
    subject = subject_of("contract", "z3-golshahr")
    contract, document = subject.dossier.contract, tree("contract", "z3-golshahr")
    text = _text(document)
    for value in (contract.unique_id, contract.procurement_number, contract.workshop_code, contract.insurance[0].number):
        assert to_persian(value) in text
    assert to_persian(subject.dossier.office.hours) in text
    assert [_cells(row)[1:4] for row in _table(document, "table-property").body] == [
        [each.title, group(each.count), each.brought_by] for each in contract.office_property
    ]
    empty = changed_contract(office_property=(), insurance=(), price_items=())
    assert len(_table(empty, "table-property").body) == 6
    prompts = {blank.prompt for blank in _nodes(empty, Blank)}
    assert {"نوع، شماره و اعتبار بیمه‌نامه‌های مجری", "عنوان، مقدار، بهای واحد و مبلغ هر جزء"} <= prompts


def test_an_operator_has_rights_when_he_is_not_paid(tree, project):
    document = tree("contract", "z3-golshahr")
    said = project.workspace.catalogue.said
    late = _text(_article(document, "article-payment/late"))
    assert said("late-payment-suspension") in late and said("late-payment-end") in late
    cited = [node.target for node in _nodes(_article(document, "article-payment/late"), Reference)]
    assert cited == ["article-termination/operator"]
    assert "مجری می‌تواند" in _text(_article(document, "article-termination/operator"))


@pytest.mark.parametrize("place", PLACES)
def test_titles_of_laws_stand_as_they_were_enacted(tree, place):
    assert (
        "لایحه قانونی راجع به منع مداخله وزراء و نمایندگان مجلسین و کارمندان در معاملات دولتی و کشوری مصوب ۱۳۳۷/۱۰/۲۲"
        in _text(tree("contract", place))
    )


def test_a_deadline_that_nobody_has_set_is_a_blank(builder, subject_of):
    subject = subject_of("contract", "z3-golshahr")
    left = tuple(term for term in subject.catalogue.terms.terms if term.id != "payment")
    terms = subject.catalogue.terms.model_copy(update={"terms": left})
    catalogue = subject.catalogue.model_copy(update={"terms": terms})
    document, _ = builder.tree(dataclasses.replace(subject, catalogue=catalogue))
    assert "مهلت" in {blank.prompt for blank in _nodes(_article(document, "article-payment/delivery"), Blank)}


def test_percentages_of_the_law_are_those_of_the_data(tree, project):
    legal, day = project.workspace.catalogue.legal, project.workspace.dossier("z3-golshahr").contract.rates_on
    document = tree("contract", "z3-golshahr")
    for key, rate in (
        ("article-deductions/deposit", "social-security-retention"),
        ("article-guarantees/retention", "performance-retention"),
        ("article-changes/ceiling", "change-ceiling"),
        ("article-deductions/vat", "vat"),
    ):
        value = legal.rate(rate, day).value
        assert not isinstance(value, Unknown) and percent_text(value) in _text(_article(document, key)), key
