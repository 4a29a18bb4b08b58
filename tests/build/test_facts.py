"""The paths of facts, held to the models: each leads to a field, and has its Persian title."""

from __future__ import annotations

import pytest

from generator.build import facts
from generator.model.known import Record
from generator.model.records.contract import Contract
from generator.model.records.contract_parts import Instalment
from generator.model.records.workspace import Dossier
from generator.problems.errors import Problem
from generator.tree.nodes import Datum, Paragraph, Text
from generator.tree.walk import every
from tests.tree.documents import at, document


def of(path: str) -> tuple[str, list[Problem]]:
    """The title of a fact, and the problems of its path, in a template that sees a contract and a dossier."""
    context: dict[str, Record | str] = {
        "contract": Contract.model_construct(),
        "dossier": Dossier.model_construct(),
        "place": "z3-golshahr",
    }  # type: ignore[dict-item]
    made, problems = facts.titled(document(Paragraph((Datum(path, (Text("متن"),), place=at(7)),))), context)
    (datum,) = (node for node in every(made) if isinstance(node, Datum))
    return datum.title, problems


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("contract.amount", Contract.model_fields["amount"].title),
        ("contract.employer.name", "نام دستگاه کارفرما"),
        ("contract.instalments.p1.share", Instalment.model_fields["share"].title),
        ("contract.guarantees", "تضمین‌ها"),
        ("dossier.contract.funding.source", "محل تأمین اعتبار"),
        ("dossier.approvals.approvals.office-headquarters.number", "شماره مصوبه"),
    ],
)
def test_a_path_to_a_field_gives_its_title(path: str, title: str) -> None:
    assert of(path) == (title, [])


@pytest.mark.parametrize(
    ("path", "name", "near"),
    [
        ("contract.amuont", "amuont", "amount"),
        ("contrat.amount", "contrat", "contract"),
        ("contract.employer.nam", "nam", "name"),
        ("contract.instalments.p1.shar", "shar", "share"),
        ("contract.amount.rials", "rials", ""),
        ("contract.model_fields", "model_fields", ""),
        ("place.name", "place", ""),
    ],
)
def test_a_path_that_leads_to_no_field_is_told_at_its_line_with_what_is_like_it(path: str, name: str, near: str) -> None:
    title, (found,) = of(path)
    assert (title, found.code, found.place) == ("", "datum-unknown", at(7))
    assert f"«{name}»" in found.message and near in f"{found.message}{found.hint}"
