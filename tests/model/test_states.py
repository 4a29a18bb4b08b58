"""A neighbourhood's state is what its records prove."""

from __future__ import annotations

from generator.model.known import UNKNOWN
from generator.model.records.neighbourhood import Approvals, Neighbourhood
from generator.model.records.workspace import Dossier
from generator.model.views import states
from tests import plans

WORKSPACE = plans.project().workspace
assert WORKSPACE is not None
GOLSHAHR, TOROGH = (WORKSPACE.dossier(name) for name in ("z3-golshahr", "z7-torogh"))


def bare() -> Dossier:
    identity = {"id": "z1-a", "zone": "z1", "rank": "1", "text": "الف", "name": "الف", "lines": ["1"]}
    return Dossier(neighbourhood=Neighbourhood.model_validate(identity))


def test_a_neighbourhood_of_which_only_the_identity_is_known_is_identified() -> None:
    assert states.furthest(bare())[:2] == (states.STATES[0], ("neighbourhood", ()))
    assert states.unproven(bare()) == ()


def test_a_state_is_named_with_the_fact_that_proves_it() -> None:
    proofs = {reached.state.id: reached.proof for reached in states.history(GOLSHAHR)}
    assert proofs["S3"] == ("calls/golshahr-1", ("published_on",))
    assert proofs["S5"] == ("office", ("opened_on",))
    assert proofs["S6"] == ("meetings/review", ("date",))
    assert proofs["S13"] == ("evaluations/1404-h1", ("progress", 0, "actual"))
    assert proofs["S14"] == ("quarters/1404-q4", ("prepared_on",))
    assert list(proofs) == list(states.ORDER)
    assert states.furthest(GOLSHAHR).state.id == "S16"


def test_what_was_passed_over_without_a_record_is_named() -> None:
    assert states.unproven(GOLSHAHR) == ()
    assert [state.id for state in states.unproven(TOROGH)] == ["S4", "S8", "S10", "S11"]


def test_another_order_of_the_steps_moves_the_furthest_state_and_what_is_before_it() -> None:
    order = [*states.ORDER]
    order.insert(1, order.pop(order.index("S16")))

    assert states.furthest(TOROGH, order).state.id == "S15"
    assert [reached.state.id for reached in states.history(TOROGH, order)][:3] == ["S0", "S16", "S1"]
    early = [*(step for step in states.ORDER if step not in ("S4", "S8")), "S4", "S8"]
    assert [state.id for state in states.unproven(TOROGH, early)] == ["S10", "S11"]


def test_an_approval_proves_its_state_only_with_number_and_date() -> None:
    def reached(**changes: str) -> set[str]:
        approval = {"id": "a", "body": "b", "subject": "موضوع", "about": "شناسنامه نیازها", **changes}
        approvals = Approvals.model_validate({"approvals": [approval]})
        return {entry.state.id for entry in states.history(bare().model_copy(update={"approvals": approvals}))}

    assert reached() == reached(number="۱۲") == {"S0"}
    assert reached(number="۱۲", date="1404/01/20") == {"S0", "S8"}
    assert reached(number="۱۲", date="1404/01/20", about="برنامه اقدام") == {"S0", "S10"}


def test_a_report_that_was_only_begun_proves_nothing() -> None:
    begun = {"prepared_on": UNKNOWN}
    for series, state in (("evaluations", "S15"), ("quarters", "S14"), ("programmes", "S16")):
        entries = tuple(entry.model_copy(update=begun) for entry in getattr(GOLSHAHR, series))
        dossier = GOLSHAHR.model_copy(update={series: entries})
        assert state not in {reached.state.id for reached in states.history(dossier)}
    none = dict.fromkeys(("evaluations", "quarters"), ())
    begun_only = tuple(entry.model_copy(update=begun) for entry in GOLSHAHR.evaluations)
    copied = GOLSHAHR.model_copy(update=none | {"evaluations": begun_only})
    assert "S13" not in {reached.state.id for reached in states.history(copied)}
