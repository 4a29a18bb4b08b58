"""What has to stand in a document, looked for in the files as built."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree

from generator.model.records.catalogue import Catalogue
from generator.persian import to_persian
from tests import plans
from tests.documents.built import DOCUMENTS, SAMPLES, Built
from tests.documents.texts import W, docx_body, docx_part, docx_text, squeezed

_LONG_FRACTION = re.compile("[۰-۹]٫[۰-۹]{3,}")


@cache
def catalogue() -> Catalogue:
    """The programme's catalogues as `plans/` holds them."""
    workspace = plans.project().workspace
    assert workspace is not None
    return workspace.catalogue


def in_word(built: Built, name: str) -> str:
    """The letters and digits of a Word document, one after the other."""
    return squeezed(docx_body(built.path(name, "docx")))


def services() -> list[str]:
    """What a contract says of the 47 services: each sentence, or its heading and each of its sub-actions."""
    written: list[str] = []
    for service in catalogue().services.every_service:
        written += [service.heading, *(action.clean for action in service.sub_actions)]
    return [to_persian(text) for text in written]


@pytest.mark.parametrize("place", SAMPLES)
def test_every_service_and_sub_action_stands_in_a_contract(built: Built, place: str) -> None:
    text = in_word(built, f"{place}/contract")

    assert len(catalogue().services.every_service) == 47
    assert len(services()) == 47 + 26
    assert [service for service in services() if squeezed(service) not in text] == []


@pytest.mark.parametrize("place", SAMPLES)
def test_every_duty_of_every_agency_stands_in_an_action_plan(built: Built, place: str) -> None:
    text = in_word(built, f"{place}/action-plan")
    duties = [duty for agency in catalogue().agencies for duty in agency.duties]

    assert len(duties) == 36
    assert [duty.id for duty in duties if squeezed(to_persian(duty.clean)) not in text] == []


@pytest.mark.parametrize("place", SAMPLES)
def test_instalments_of_a_contract_sum_to_its_amount(built: Built, place: str) -> None:
    document = docx_part(built.path(f"{place}/contract", "docx"), "word/document.xml")
    rows = rows_of(document, "عنوان قسط")
    column = rows[0].index("مبلغ (ریال)")
    amounts = [whole(row[column]) for row in rows[1:-1]]
    total = whole(rows[-1][-2])

    assert len(amounts) > 2
    assert all(amounts)
    assert sum(amounts) == total
    assert squeezed(f"مبلغ کل قرارداد {rows[-1][-2]} ریال") in in_word(built, f"{place}/contract")


def rows_of(document: etree._Element, head: str) -> list[list[str]]:
    """The cells of the one table whose head has a cell with these words."""
    tables = [
        [[docx_text(cell).strip() for cell in row.iterchildren(W + "tc")] for row in table.iterchildren(W + "tr")]
        for table in document.iter(W + "tbl")
    ]
    (found,) = [rows for rows in tables if head in rows[0]]
    return found


def whole(text: str) -> int:
    """A grouped amount as a number."""
    return int(text.replace("٬", ""))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_figure_is_printed_with_more_decimals_than_a_reader_can_use(built: Built, name: str) -> None:
    text = docx_body(built.path(name, "docx"))

    assert _LONG_FRACTION.findall(text) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_of_the_program_is_printed(built: Built, name: str) -> None:
    text = docx_body(built.path(name, "docx"))

    assert [word for word in ("None", "Unknown", "Undefined", "True", "False", "{{", "}}", "{%") if word in text] == []
