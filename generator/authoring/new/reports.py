"""What new periodic reports begin with: an evaluation, a quarter's observations, a year's programme."""

from __future__ import annotations

from collections.abc import Iterator

from generator.authoring.new.skeleton import HEADING, Given
from generator.model.known import Unknown
from generator.model.records.action import Action
from generator.model.records.evaluation import Evaluation
from generator.model.records.evaluation_parts import CRITERIA
from generator.model.records.workspace import Dossier
from generator.persian import Half, Quarter, Year, decimal_text

_WHOLE = 100
"""The progress of what is finished, in percent."""

_COMMITTEE = (
    {"id": "m1", "represents": "گروه‌های محلی", "post": "نمایندهٔ گروه‌های محلی"},
    {"id": "m2", "represents": "دبیرخانه", "post": "نمایندهٔ دبیرخانهٔ طرح"},
    {"id": "m3", "represents": "شورای شهر", "post": "نمایندهٔ شورای شهر"},
)

_OPEN = {"status": "در دست انجام", "reason": "… علت را بنویسید، یا نتیجه را درست کنید"}
"""What is said of an earlier solution until somebody says what became of it."""


def evaluation(dossier: Dossier, period: Half, owner: str) -> Given:
    """Return a line for each action, a finding by each criterion, and an answer for each solution of the evaluation before.

    An indicator has its value of a half-year before, or its baseline. `owner` answers for the first solution.
    """
    previous = dossier.evaluation(period.previous())
    deadline = str(period.end.plus_months(2))
    answers = [{HEADING: each.title, "solution": each.id, **_OPEN} for each in (previous.solutions if previous else ())]
    progress = list(_progress(dossier, previous))
    given = {
        "period": period.id,
        "committee": _COMMITTEE,
        "solutions": [{"id": "s1", "title": "… نخستین راهکار را بنویسید", "owner": owner, "deadline": deadline}],
    }
    given["criteria"] = [{"criterion": criterion, "finding": "… یافتهٔ کمیته را بنویسید"} for criterion in CRITERIA]
    lists = {"follow_up": answers, "progress": progress, "office": _office(dossier, period)}
    return given | {name: value for name, value in lists.items() if value}


def _office(dossier: Dossier, period: Half) -> Given:
    """Return a line for each post of the contract, and who ran the office once that ended."""
    contract = dossier.contract
    if contract is None:
        return {}
    count = "… میانگین حاضران را در «present» بنویسید"
    presence = [{HEADING: line.post, "line": line.id, "present": "۰", "note": count} for line in contract.staff]
    over = not isinstance(contract.end_now, Unknown) and contract.end_now < period.end
    asked = {"run_by": "… کسی را که دفتر را پس از پایان قرارداد اداره کرد بنویسید"} if over else {}
    return ({"presence": presence} if presence else {}) | asked


def _progress(dossier: Dossier, previous: Evaluation | None) -> Iterator[Given]:
    for action in dossier.plan.actions if dossier.plan else ():
        past = previous.of(action.id) if previous else None
        values = {each.id: past.values.get(each.id, each.baseline) if past else each.baseline for each in action.indicators}
        yield {
            HEADING: action.title,
            "action": action.id,
            "planned": "۰٪",
            "actual": "۰٪",
            "allocated": "۰",
            "spent": "۰",
            "measured": [{"indicator": indicator, "value": decimal_text(value)} for indicator, value in values.items()],
        }


def quarter(dossier: Dossier, period: Quarter) -> Given:
    """Return a line for each agency that leads an action."""
    leads = dict.fromkeys(action.lead for action in dossier.plan.actions) if dossier.plan else {}
    note = "… کار دستگاه در این سه‌ماهه را بنویسید"
    return {"period": period.id, "agencies": [{"agency": lead, "note": note} for lead in leads]}


def programme(dossier: Dossier, year: Year, owner: str) -> Given:
    """Return a line of the whole year for each action that the evaluation before it found unfinished, else one line."""
    last = Half(year.start.year - 1, 2)
    found = dossier.evaluation(last)
    term = {"start": str(year.start.in_month), "end": str(year.end.in_month), "amount": "۰"}
    lines: list[Given] = [
        {"id": f"y{at}", "title": action.title, "action": action.id, "owner": action.lead, **term}
        for at, action in enumerate(_unfinished(dossier, found), start=1)
    ]
    first: Given = {"id": "y1", "title": "… عنوان نخستین کار سال را بنویسید", "owner": owner, **term}
    return {"year": year.id, "lines": lines or [first]} | ({"evaluation": last.id} if found else {})


def _unfinished(dossier: Dossier, found: Evaluation | None) -> Iterator[Action]:
    for line in found.progress if found else ():
        if line.actual < _WHOLE and dossier.plan:
            yield dossier.plan.action(line.action)
