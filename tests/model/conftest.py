"""A small programme made by hand: two agencies with three duties; makers of actions, plans and contracts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.records.action import Action, ActionPlan
from generator.model.records.agencies import Agency
from generator.model.records.catalogue import Catalogue
from generator.model.records.contract import Contract
from generator.model.records.legal import Legal

_ACTION: dict[str, Any] = {
    "title": "آموزش مهارت",
    "axis": "اجتماعی",
    "goals": ["g1"],
    "needs": ["n1"],
    "description": "شرح",
    "location": "محله",
    "target_group": "زنان",
    "lead": "roads-urban",
    "duties": ["roads-urban/1"],
    "roles": [{"actor": "مردم", "level": "اجرا", "role": "همکاری"}],
    "indicators": [{"id": "i1", "title": "شمار", "unit": "نفر", "baseline": "0", "target": "10"}],
    "start": "1404/01",
    "end": "1404/03",
}

_CONTRACT: dict[str, Any] = {
    "id": "c1",
    "start": "1404/01/01",
    "end": "1404/12/29",
    "amount": "1000000001",
    "instalments": [
        {"id": f"p{number}", "title": "قسط", "deliverable": "گزارش", "share": share, "month": month}
        for number, (share, month) in enumerate([("10", "0"), ("33.3", "3"), ("33.3", "6"), ("23.4", "12")], 1)
    ],
    "supervisor": "secretariat",
    "copies": "4",
}


def _agency(agency_id: str, order: str, name: str, duties: int) -> Agency:
    published = {"text": "متن", "clean": "متن", "lines": ["1"]}
    return Agency.model_validate(
        {
            "id": agency_id,
            "order": order,
            "text": name,
            "name": name,
            "short_name": name,
            "lines": ["1"],
            "duties": [{"id": f"{agency_id}/{number}", **published} for number in range(1, duties + 1)],
            "recipients": [{"id": agency_id, "name": name, "head_title": "مدیرکل"}],
        }
    )


@pytest.fixture
def catalogue() -> Catalogue:
    """A catalogue of two agencies; the views read nothing else of it."""
    agencies = (_agency("roads-urban", "1", "راه و شهرسازی", 2), _agency("municipality", "2", "شهرداری", 1))
    return Catalogue.model_construct(agencies=agencies)


@pytest.fixture
def line() -> Callable[..., dict[str, Any]]:
    """Makes a budget line as the data writes it."""

    def make(amount: int, source: str = "اعتبارات دستگاه", agency: str | None = None) -> dict[str, Any]:
        return {"id": "b1", "title": "اعتبار", "source": source, "agency": agency, "amount": str(amount)}

    return make


@pytest.fixture
def action(line: Callable[..., dict[str, Any]]) -> Callable[..., Action]:
    """Makes an action of which a test says only what matters to it."""

    def make(action_id: str = "a01", **changes: Any) -> Action:
        return Action.model_validate({"id": action_id, "budget": [line(1000)], **_ACTION, **changes})

    return make


@pytest.fixture
def plan() -> Callable[..., ActionPlan]:
    """Makes a plan of actions."""

    def make(*actions: Action) -> ActionPlan:
        return ActionPlan.model_validate({"version": "1", "date": "1404/01/15", "actions": actions})

    return make


@pytest.fixture
def contract() -> Callable[..., Contract]:
    """Makes a contract of a year, of four instalments that do not divide its amount evenly."""

    def make(**changes: Any) -> Contract:
        return Contract.model_validate({**_CONTRACT, **changes})

    return make


@pytest.fixture
def legal() -> Legal:
    """Two rates of 10 and 100 percent, and one that is not known yet."""
    rates = {"performance": "10", "advance": "100", "open": None}
    return Legal.model_validate(
        {"rates": [{"id": rate, "title": "نرخ", "value": value, "law": "قانون"} for rate, value in rates.items()]}
    )
