"""What new records begin with: the comment at the top, and the values that other records give.

A record without a function here begins with what its model says; one has a function when other records say more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import persian
from generator.authoring.new import contract_life, reports
from generator.authoring.new.skeleton import HEADING, Given
from generator.build.kinds import Kind
from generator.model.known import Record, title_of
from generator.model.records.agencies import Agency
from generator.model.records.catalogue import Catalogue
from generator.model.records.needs import Need
from generator.model.records.province import Zone
from generator.model.records.workspace import Dossier, Workspace
from generator.model.views.delivered import TO_WRITE
from generator.persian import Year, fold, parse_half, parse_quarter
from generator.reading import records


class Filling(NamedTuple):
    """The comment at the top of a new file, and the values that are known."""

    heading: str
    given: Given


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a new record of a neighbourhood; `entry` is its id when it is one of a series."""

    catalogue: Catalogue
    dossier: Dossier
    kinds: Sequence[Kind] = ()
    entry: str = ""

    @property
    def name(self) -> str:
        """The neighbourhood's name as headings say it."""
        return f"محلهٔ {self.dossier.neighbourhood.name}"


_TO_WRITE = "متنی که با «…» آغاز شده باید نوشته شود؛ تا آن زمان «کمبود» شمرده می‌شود."
_UNKNOWN = (
    "هر چه معلوم نیست خالی می‌ماند: در سند جای خالی می‌آید و «کمبود» شمرده می‌شود.\nبه جای حدس زدن می‌توان گفت چرا معلوم "
    "نیست و نوبت کیست:  number: {unknown: هنگام ثبت داده می‌شود, who: دبیرخانهٔ طرح}"
)
_NAME = "نام {0} همان شناسه است و عوض نمی‌شود."

_GUARANTEES = {
    "performance-guarantee": {"id": "performance", "kind": "تضمین انجام تعهدات"},
    "performance-retention": {"id": "retention", "kind": "سپردهٔ حسن انجام کار"},
}
"""The guarantees of a contract by their legal rates."""

_INSTALMENTS = (
    {"id": "i1", "title": "قسط استقرار", "deliverable": "… خروجی قسط نخست را بنویسید", "share": "۲۰٪", "month": "۱"},
    {"id": "i2", "title": "قسط میانی", "deliverable": "… خروجی قسط میانی را بنویسید", "share": "۴۰٪", "month": "۶"},
    {"id": "i3", "title": "قسط پایانی", "deliverable": "… خروجی قسط پایانی را بنویسید", "share": "۴۰٪", "month": "۱۲"},
)

_MOST_ACTIONS = 5
"""The number of actions of a new plan: a check stops at fifty texts to write in a file."""


def neighbourhood(workspace: Workspace, zone: Zone, new_id: str, name: str) -> Filling:
    """Return what a new neighbourhood of a zone begins with: the next rank and no line of the published plan."""
    ranks = [dossier.neighbourhood.rank for dossier in workspace.dossiers if dossier.neighbourhood.zone == zone.id]
    heading = (
        f"هویت محلهٔ تازه. {_NAME.format('پوشه')} پرونده‌های دیگر محله را «sanad new {new_id} --all» یا "
        f"یکی‌یکی «sanad new priority {new_id}» و مانند آن آغاز می‌کند؛ کلیدهای هر کدام در docs/data.fa.md آمده است."
    )
    rank = persian.numeral(max(ranks, default=0) + 1)
    return Filling(heading, {"id": new_id, "zone": zone.id, "rank": rank, "text": name, "name": name})


def agency(catalogue: Catalogue, new_id: str, name: str) -> Filling:
    """Return what a new agency begins with: the last place in the lists, one duty and one recipient."""
    duty = "… متن وظیفهٔ نخست را بنویسید"
    given = {
        "id": new_id,
        "order": persian.numeral(max((agency.order for agency in catalogue.agencies), default=0) + 1),
        "text": name,
        "name": name,
        "short_name": name,
        "duties": [{"id": f"{new_id}/1", "text": duty, "clean": duty}],
        "recipients": [{"id": new_id, "name": name, "head_title": "… سمت مدیر دستگاه را بنویسید"}],
    }
    return Filling(f"دستگاه تازه و وظایف آن. {_NAME.format('پرونده')} {_TO_WRITE}", given)


def catalogue(model: type[Record]) -> Filling:
    """Return what a new catalogue begins with: what its model says."""
    return Filling(f"{title_of(model)}. {_TO_WRITE}\n{_UNKNOWN}", {})


def of_record(name: str, around: Around) -> Filling:
    """Return what a new record of a neighbourhood begins with."""
    if name in _FILLINGS:
        return _FILLINGS[name](around)
    model, key = records.SERIES.get(name) or (records.RECORDS[name], "id")
    given = {key: around.entry or _id(name, around)} if key in model.model_fields else {}
    return Filling(f"{title_of(model)}، {around.name}. {_TO_WRITE}\n{_UNKNOWN}", given)


def of_province(series: str, entry: str) -> Filling:
    """Return what a new record of the province begins with."""
    model, key = records.PROVINCE_SERIES[series]
    given: Given = {key: entry} | (_minutes() if series == "meetings" else {})
    scope = "محله‌هایی را که دربارهٔ آن‌هاست در «neighbourhoods» بنویسید؛ بی آن دربارهٔ همهٔ استان است."
    heading = f"{title_of(model)}. {_TO_WRITE}\n{_UNKNOWN}"
    return Filling(heading if key == "period" else f"{heading}\n{scope}", given)


def _id(name: str, around: Around) -> str:
    return f"{name}-{around.dossier.id}"[:64].rstrip("-")


def _office(around: Around) -> Filling:
    given = {"id": _id("office", around), "name": f"دفتر تسهیلگری {around.dossier.neighbourhood.name}", "phase": "۱"}
    return Filling(f"دفتر تسهیلگری {around.name} و مجری آن. {_UNKNOWN}", given)


def _contract(around: Around) -> Filling:
    """Return three instalments, a guarantee for each rate that the law has, and the approvals that the contract rests on."""
    legal, approvals = around.catalogue.legal, around.dossier.approvals
    cited = {need.of for kind in around.kinds for need in kind.approvals if need.cited == "contract.basis"}
    given: dict[str, object] = {
        "id": _id("contract", around),
        "instalments": _INSTALMENTS,
        "guarantees": [entry | {"rate": rate} for rate, entry in _GUARANTEES.items() if legal.intervals(rate)],
        "supervisor": _supervisor(around.catalogue),
        "copies": "۴",
    }
    basis = [approval.id for approval in (approvals.approvals if approvals else ()) if approval.about in cited]
    return Filling(f"قرارداد دفتر تسهیلگری {around.name}. {_UNKNOWN}", given | ({"basis": basis} if basis else {}))


def _supervisor(catalogue: Catalogue) -> str:
    """Return the secretariat, which supervises (line 287), or the first body when the data names no such one."""
    bodies = [body.id for body in catalogue.bodies.bodies]
    return "secretariat" if "secretariat" in bodies else bodies[0]


def _approvals(around: Around) -> Filling:
    """Return the approvals that the finals of the kinds need, each once, without number and date."""
    known = {body.id: body.name for body in around.catalogue.bodies.bodies}
    needed = dict.fromkeys((need.of, need.by) for kind in around.kinds for need in kind.approvals if need.by in known)
    entries = [
        {
            HEADING: f"{about}، از {known[body]}",
            "id": f"{_decided(about)}-{body}"[:64].rstrip("-"),
            "body": body,
            "about": about,
            "subject": f"تصویب «{about}» در {around.name}",
        }
        for about, body in needed
    ]
    return Filling(f"مصوبه‌های {around.name}. {_UNKNOWN}", {"approvals": entries} if entries else {})


def _decided(about: str) -> str:
    """Return the record that a matter of decisions is about, by its title: `needs` for «شناسنامه نیازها»."""
    titles = {name: fold(title_of(model)) for name, model in records.RECORDS.items()}
    return next((name for name, title in titles.items() if title.startswith(fold(about))), "approval")


def _plan(around: Around) -> Filling:
    """Return an action for each of the most pressing needs, of the first agency that the need names and by a duty of that."""
    needs = sorted(around.dossier.needs.needs if around.dossier.needs else (), key=lambda need: need.priority)[:_MOST_ACTIONS]
    more = "برای هر یک از فوری‌ترین نیازها یک اقدام آغاز شده است؛ اقدام‌های دیگر را مانند آن‌ها بیفزایید."
    heading = f"برنامهٔ اقدام مشترک {around.name}. {more} {_TO_WRITE}"
    actions = [_action(f"a{position:02}", need, around.catalogue) for position, need in enumerate(needs, start=1)]
    return Filling(heading, {"version": "۱"} | ({"actions": actions} if actions else {}))


def _action(action_id: str, need: Need, catalogue: Catalogue) -> dict[str, object]:
    agencies = {agency.id: agency for agency in catalogue.agencies}
    lead = next((agencies[each] for each in need.agencies if each in agencies), catalogue.agencies[0])
    return {
        HEADING: "" if need.title.startswith(TO_WRITE) else f"برای نیاز «{need.title}»",
        "id": action_id,
        "axis": need.axis,
        "needs": [need.id],
        "lead": lead.id,
        "duties": [lead.duties[0].id],
        "indicators": [{"id": f"{action_id}-i1"}],
        "budget": [{"id": f"{action_id}-b1", "source": "اعتبارات دستگاه", "agency": lead.id}],
    } | _named_recipients(lead)


def _named_recipients(lead: Agency) -> dict[str, object]:
    """Return all the recipients of an agency that has several; who writes the action leaves those that answer for it."""
    return {"recipients": [each.id for each in lead.recipients]} if len(lead.recipients) > 1 else {}


def _evaluation(around: Around) -> Filling:
    period = parse_half(around.entry)
    heading = (
        f"ارزیابی {period.title} {around.name}. {_TO_WRITE}\nمقدار هر شاخص اکنون همان مقدار ارزیابی پیشین "
        "یا، اگر نباشد، وضع موجود برنامه است؛ مقدار سنجیده‌شده را به جای آن بنویسید."
    )
    return Filling(heading, reports.evaluation(around.dossier, period, _supervisor(around.catalogue)))


def _quarter(around: Around) -> Filling:
    period = parse_quarter(around.entry)
    heading = f"مشاهده‌های {period.title} {around.name} برای گزارش دبیرخانه. {_TO_WRITE}"
    return Filling(heading, reports.quarter(around.dossier, period))


def _programme(around: Around) -> Filling:
    year = Year(int(around.entry))
    heading = f"برنامهٔ {year.title} {around.name}. {_TO_WRITE}"
    return Filling(heading, reports.programme(around.dossier, year, _supervisor(around.catalogue)))


def _meeting(around: Around) -> Filling:
    """Return a chair and a secretary, who sign the minutes."""
    given = {"id": around.entry} | _minutes()
    return Filling(f"جلسه و صورتجلسهٔ {around.name}. {_TO_WRITE}\n{_UNKNOWN}", given)


def _minutes() -> dict[str, object]:
    attendance = [
        {"id": "chair", "post": "… سمت رئیس جلسه را بنویسید"},
        {"id": "secretary", "post": "… سمت دبیر جلسه را بنویسید"},
    ]
    return {"attendance": attendance, "chair": "chair", "secretary": "secretary"}


def _payment(around: Around) -> Filling:
    given = contract_life.payment(around.dossier, around.entry)
    return Filling(f"پرداخت یک قسط قرارداد {around.name}. {_UNKNOWN}", given)


def _handover(around: Around) -> Filling:
    given = contract_life.handover(around.dossier, around.entry)
    return Filling(f"صورتجلسهٔ تحویل و تحول دفتر {around.name}. {_TO_WRITE}\n{_UNKNOWN}", given)


_FILLINGS: dict[str, Callable[[Around], Filling]] = {
    "office": _office,
    "contract": _contract,
    "approvals": _approvals,
    "plan": _plan,
    "evaluations": _evaluation,
    "quarters": _quarter,
    "programmes": _programme,
    "meetings": _meeting,
    "handovers": _handover,
    "payments": _payment,
}
"""What the records around a new one say of it."""
