"""The joint action plan on paper: decisions first, a page for each recipient, each action and rial once, sums that hold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.known import Unknown
from generator.persian import decimal_text, in_words, quarter_of, to_persian, to_western
from generator.tree.nodes import Blank, Contents, Heading, PageBreak, Paragraph, Reference, Section, Table
from generator.tree.walk import plain_text, walk
from generator.writing import writers
from generator.writing.writers import DEFAULT_ENGINE
from tests.measures import measured

PLACES = ("z3-golshahr", "z7-torogh", "z8-sisabad")
EACH = pytest.mark.parametrize("place", PLACES)


def _nodes(document, kind):
    return [visit.node for visit in walk(document) if isinstance(visit.node, kind)]


def _words(node):
    return " ".join(plain_text(each.children) for each in _nodes(node, Paragraph))


def _cells(row):
    return [_words(cell) for cell in row.cells]


def _millions(rials):
    return decimal_text(Decimal(rials) / 10**6)


@pytest.fixture
def tables(tree):
    def find(place):
        return {table.key: table for table in _nodes(tree("action-plan", place), Table)}

    return find


@pytest.fixture
def plan_of(subject_of):
    return lambda place: subject_of("action-plan", place).dossier.plan


@EACH
def test_the_first_page_after_the_cover_asks_for_decisions_and_the_contents_follow(tree, place):
    blocks = tree("action-plan", place).sections[0].blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.key == "decisions")
    assert isinstance(blocks[at - 1], PageBreak)
    end = next(number for number in range(at, len(blocks)) if isinstance(blocks[number], PageBreak))
    assert isinstance(blocks[end + 1], Contents)
    assert any(isinstance(block, Table) and block.key == "table-decisions" for block in blocks[at:end])


@EACH
def test_the_decisions_fill_one_page(tree, builder, place):
    document = tree("action-plan", place)
    blocks = document.sections[0].blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.key == "decisions")
    end = next(number for number in range(at, len(blocks)) if isinstance(blocks[number], PageBreak))
    alone = replace(document, sections=(Section(blocks[at:end], "portrait"),), cover=False)
    assert writers.of("pdf", DEFAULT_ENGINE).write(alone, builder.style).page_count == 1


@EACH
def test_decisions_are_those_that_the_records_leave_open(tables, plan_of, subject_of, project, place):
    plan, approvals = plan_of(place), subject_of("action-plan", place).dossier.approvals.approvals
    rows = {row.key.removeprefix("decisions/"): _cells(row) for row in tables(place)["table-decisions"].body}
    lines = [line for action in plan.actions for line in action.budget]
    unsure = sum(line.amount for line in lines if line.certainty not in ("قطعی", "تعهد"))
    assert rows["unsure"][-1] == _millions(unsure)
    waiting = {each.id for action in plan.actions for each in action.prerequisites if isinstance(each.ready_on, Unknown)}
    assert waiting <= rows.keys()
    duties = {duty.id for agency in project.workspace.catalogue.agencies for duty in agency.duties}
    open_duties = duties - {duty for action in plan.actions for duty in action.duties}
    assert ("duties" in rows) == bool(open_duties)
    matters = ("شناسنامه نیازها", "برنامه اقدام")
    pending = [each for each in approvals if each.about in matters and not each.issued]
    assert {each.id for each in pending} <= rows.keys()
    assert all((rows[each.id][-1] == "—") == (each.about == "شناسنامه نیازها") for each in pending)


@EACH
def test_every_recipient_of_the_programme_has_a_heading_in_the_contents_and_a_page_of_its_own(tree, project, place):
    blocks = tree("action-plan", place).sections[0].blocks
    recipients = [each for agency in project.workspace.catalogue.agencies for each in agency.recipients]
    contents = next(block for block in blocks if isinstance(block, Contents))
    at = {block.key: number for number, block in enumerate(blocks) if isinstance(block, Heading)}
    assert len(recipients) == 16 and contents.levels >= 2
    shares = {block.key for block in blocks if isinstance(block, Table) and block.key.startswith(("led/", "helped/"))}
    for each in recipients:
        heading = blocks[at[f"recipient/{each.id}"]]
        assert (heading.level, plain_text(heading.children)) == (2, each.name)
        before = blocks[at[f"recipient/{each.id}"] - 1]
        if {f"led/{each.id}", f"helped/{each.id}"} & shares:
            assert isinstance(before, PageBreak) or (isinstance(before, Heading) and before.key == "recipients")


@EACH
def test_a_recipient_signs_with_name_post_day_and_seal(tables, project, place):
    found = tables(place)
    for agency in project.workspace.catalogue.agencies:
        for each in agency.recipients:
            table = found[f"sign/{each.id}"]
            assert each.head_title in _words(table)
            assert [blank.prompt for blank in _nodes(table, Blank)] == ["نام و نام خانوادگی", "تاریخ امضا", "امضا و مهر"]


@EACH
def test_every_action_is_with_one_that_answers_and_with_all_that_help(tables, plan_of, project, place):
    found, plan = tables(place), plan_of(place)
    leads = [row.key.rpartition("/")[2] for key, table in found.items() if key.startswith("led/") for row in table.body]
    assert sorted(leads) == sorted(action.id for action in plan.actions)
    for agency in project.workspace.catalogue.agencies:
        for each in agency.recipients:
            own = {action.id for action in plan.of_recipient(agency, each)}
            keys = (f"led/{each.id}", f"helped/{each.id}")
            told = {row.key.rpartition("/")[2] for key in keys if key in found for row in found[key].body}
            assert own <= told


@EACH
def test_every_duty_stands_in_its_words_on_the_sheets_of_all_recipients_of_its_agency(tables, project, place):
    agencies = project.workspace.catalogue.agencies
    assert (len(agencies), sum(len(agency.duties) for agency in agencies)) == (14, 36)
    for agency in agencies:
        for each in agency.recipients:
            rows = tables(place)[f"duties/{each.id}"].body
            told = {_cells(row)[0]: _cells(row)[1] for row in rows}
            assert told == {
                to_persian(duty.id.split("/")[1]): f"«{' '.join(to_persian(duty.clean).split())}»" for duty in agency.duties
            }


@EACH
def test_every_action_has_a_sheet_and_a_row_of_the_schedule(tables, plan_of, place):
    found, actions = tables(place), plan_of(place).actions
    assert {key for key in found if key.startswith("sheet/")} == {f"sheet/{action.id}" for action in actions}
    assert [_cells(row)[0] for row in found["table-schedule"].body] == [to_persian(action.code) for action in actions]
    for action in actions:
        words = _words(found[f"sheet/{action.id}"])
        assert all(to_persian(indicator.title) in words for indicator in action.indicators)
        assert all(_millions(line.amount) in words for line in action.budget)


@EACH
@pytest.mark.parametrize("key", ["table-by-axis", "table-by-source", "table-payers"])
def test_each_summary_of_the_money_makes_the_sum_of_the_lines(tables, plan_of, place, key):
    total = sum(line.amount for action in plan_of(place).actions for line in action.budget)
    table = tables(place)[key]
    column = next(at for at, cell in enumerate(table.head[0].cells) if "میلیون ریال" in _words(cell))
    body = [int(to_western(_cells(row)[column]).replace("٬", "")) for row in table.body]
    foot = _cells(table.foot[0])
    assert sum(body) * 10**6 == total
    assert _millions(total) in foot and foot[-1] == "۱۰۰٫۰٪"


@EACH
def test_the_payers_of_paper_are_those_of_the_lines(tables, plan_of, project, place):
    """Reckoned apart: whoever a line names, with the amounts of all that name him."""
    recipients = {agency.id: agency.recipients for agency in project.workspace.catalogue.agencies}
    paid: dict[str, int] = {}
    for action in plan_of(place).actions:
        for line in action.budget:
            if isinstance(line.agency, str):
                own = {each.id: each.name for each in recipients[line.agency]}
                name = next((own[each] for each in action.recipients if each in own), next(iter(own.values())))
            else:
                name = line.payer if isinstance(line.payer, str) else "ساکنان محله"
            paid[name] = paid.get(name, 0) + line.amount
    told = {_cells(row)[0]: _cells(row)[3] for row in tables(place)["table-payers"].body}
    assert told == {name: _millions(amount) for name, amount in paid.items()}


@EACH
def test_a_cell_of_the_schedule_says_in_words_what_its_colour_says(tables, plan_of, place):
    for action, row in zip(plan_of(place).actions, tables(place)["table-schedule"].body, strict=True):
        first, last = quarter_of(action.start.first), quarter_of(action.end.first)
        cells = [cell for cell in row.cells[1:] if cell.tone.startswith("axis-")]
        assert len(cells) == (last.year - first.year) * 4 + last.quarter - first.quarter + 1
        assert all(cell.label and _words(cell) for cell in cells)
        assert to_persian(str(action.start.month)) in _words(cells[0])
        assert to_persian(str(action.end.month)) in _words(cells[-1])


def test_an_action_says_what_it_follows_and_what_follows_it(tables):
    found = tables("z3-golshahr")
    assert "گام به گام با اقدام ۱۷" in _words(found["sheet/a18"])
    follower = next(_cells(row) for row in found["sheet/a17"].body if row.key == "sheet/a17/next")
    assert follower[0] == "در پی آن" and follower[1].startswith("اقدام ۱۸") and "گام به گام" in follower[1]
    assert "در پی" in _words(found["table-schedule"].head[0])


@EACH
def test_the_table_of_payers_names_sources_as_the_table_of_sources_does(tables, place):
    sources = {_cells(row)[0] for row in tables(place)["table-by-source"].body}
    told = {source for row in tables(place)["table-payers"].body for source in _cells(row)[1].split("، ")}
    assert told - {"—"} <= sources


@EACH
def test_a_decision_says_in_which_table_the_shares_of_the_payers_are(tree, place):
    document = tree("action-plan", place)
    (decisions,) = [table for table in _nodes(document, Table) if table.key == "table-decisions"]
    assert [reference.target for reference in _nodes(decisions, Reference)] == ["table-payers"]


@EACH
def test_no_column_is_empty(tables, place):
    schedule = tables(place)["table-schedule"]
    seasons = {at for at, cell in enumerate(schedule.body[0].cells) if cell.tone or not _words(cell)}
    for table in tables(place).values():
        for at in range(len(table.columns) if table.key != "table-schedule" and len(table.body) > 2 else 0):
            cells = [row.cells[at] for row in table.body if len(row.cells) == len(table.columns)]
            assert not cells or any(_words(cell).strip(" —") or _nodes(cell, Blank) for cell in cells), (table.key, at)
    assert seasons


@EACH
def test_the_plan_is_called_a_proposal_where_its_basis_stands_and_cites_no_law_that_nobody_confirmed(tree, project, place):
    document = tree("action-plan", place)
    words = " ".join(plain_text(each.children) for each in _nodes(document, Paragraph))
    assert "طرح پیشنهادی مورخ بهمن ۱۳۹۷" in words
    for reading in project.workspace.catalogue.statement("plan-legal-basis").readings:
        assert reading not in words


@EACH
def test_fourteen_agencies_are_sixteen_recipients_wherever_it_is_said(tree, place):
    words = " ".join(plain_text(each.children) for each in _nodes(tree("action-plan", place), Paragraph))
    assert words.count("۱۴ دستگاه (۱۶ گیرنده)") == 2


@EACH
def test_terms_of_the_monitoring_are_those_of_the_data(tree, project, place):
    words = " ".join(plain_text(each.children) for each in _nodes(tree("action-plan", place), Paragraph))
    for term in ("agency-report", "late-agency-reason", "evaluation-interval"):
        found = project.workspace.catalogue.term(term)
        assert f"{in_words(int(found.amount))} {found.unit}" in words


@EACH
def test_nothing_is_below_ten_points_and_running_text_eleven_or_more(tree, builder, place):
    found = measured(tree("action-plan", place), builder.style)
    assert found.share(below=10) == 0
    assert min(found.sizes("running", "item")) >= 11


def test_only_the_schedule_lies_on_landscape_pages(tree):
    landscape = [section for section in tree("action-plan", "z3-golshahr").sections if section.page == "landscape"]
    assert [table.key for section in landscape for table in _nodes(section, Table)] == ["table-schedule"]
