"""A neighbourhood's state is what its records prove, and the reports it owes are counted from the opening of its office."""

from __future__ import annotations

from pathlib import Path

from generator.model import states
from generator.model.due import due
from generator.model.neighbourhood import Approvals, Neighbourhood
from generator.model.workspace import Dossier
from generator.persian import parse_date
from generator.reading.workspace import read

PLANS = Path(__file__).parents[2] / "plans"
READING = read(PLANS)
assert READING.workspace is not None
GOLSHAHR = READING.workspace.dossier("z3-golshahr")


def bare() -> Dossier:
    identity = {"id": "z1-a", "zone": "z1", "rank": "1", "text": "الف", "name": "الف", "lines": ["1"]}
    return Dossier(neighbourhood=Neighbourhood.model_validate(identity))


def test_a_neighbourhood_of_which_only_the_identity_is_known_is_identified() -> None:
    assert states.of(bare()) == (("S0", "شناسایی‌شده"), ("neighbourhood", ()))
    assert states.skipped(bare()) == ()


def test_a_state_is_named_with_the_fact_that_proves_it() -> None:
    proofs = {reached.state.id: reached.proof for reached in states.history(GOLSHAHR)}
    assert proofs["S3"] == ("call", ("published_on",))
    assert proofs["S5"] == ("office", ("opened_on",))
    assert proofs["S6"] == ("meetings/review", ("date",))
    assert proofs["S13"] == ("evaluations/1404-h1", ("progress", 0, "actual"))
    assert proofs["S14"] == ("quarters/1404-q4", ())
    assert states.of(GOLSHAHR).state.id == "S16"


def test_what_was_passed_over_without_a_record_is_told() -> None:
    assert [state.id for state in states.skipped(GOLSHAHR)] == ["S4", "S8", "S10", "S11"]


def test_an_approval_proves_its_state_only_with_number_and_date() -> None:
    def reached(**changes: str) -> set[str]:
        approval = {"id": "a", "body": "b", "subject": "موضوع", "about": "شناسنامه نیازها", **changes}
        approvals = Approvals.model_validate({"approvals": [approval]})
        return {entry.state.id for entry in states.history(bare().model_copy(update={"approvals": approvals}))}

    assert reached() == reached(number="۱۲") == {"S0"}
    assert reached(number="۱۲", date="1404/01/20") == {"S0", "S8"}
    assert reached(number="۱۲", date="1404/01/20", about="برنامه اقدام") == {"S0", "S10"}


def test_reports_are_owed_for_every_period_that_has_ended_since_the_office_opened() -> None:
    owed = due(GOLSHAHR, parse_date("1405/01/10"))
    assert [(report.series, report.period.id, report.late) for report in owed] == [
        ("quarters", "1404-q1", 252),
        ("quarters", "1404-q2", 159),
        ("quarters", "1404-q3", 69),
    ]


def test_a_report_is_not_owed_before_its_period_has_ended_nor_without_an_office() -> None:
    assert "1404-q1" not in {report.period.id for report in due(GOLSHAHR, parse_date("1404/03/31"))}
    assert due(bare(), parse_date("1405/01/10")) == ()
