"""What new records begin with: the comment at the top, and the values that other records give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import persian
from generator.authoring.new.skeleton import HEADING, Given
from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation
from generator.model.records.province import Zone
from generator.model.records.workspace import Dossier, Workspace
from generator.persian import Half, Quarter, Year, decimal_text


class Filling(NamedTuple):
    """The comment at the top of a new file, and the values that are known."""

    heading: str
    given: Given


_TO_WRITE = "متنی که با «…» آغاز شده باید نوشته شود؛ تا آن زمان «کمبود» شمرده می‌شود."
_UNKNOWN = (
    "هر چه معلوم نیست خالی می‌ماند: در سند جای خالی می‌آید و «کمبود» شمرده می‌شود.\nبه جای حدس زدن می‌توان گفت چرا معلوم "
    "نیست و نوبت کیست:  number: {unknown: هنگام ثبت داده می‌شود, who: دبیرخانهٔ طرح}"
)
_NAME = "نام {0} همان شناسه است و عوض نمی‌شود."

_GUARANTEES = {
    "performance-guarantee": {"id": "performance", "kind": "تضمین انجام تعهدات"},
    "advance-guarantee": {"id": "advance", "kind": "تضمین پیش‌پرداخت", "base": "پیش‌پرداخت"},
}
"""The guarantees of a contract by their legal rates."""

_INSTALMENTS = (
    {"id": "i1", "title": "پیش‌پرداخت", "deliverable": "… خروجی قسط نخست را بنویسید", "share": "۲۰٪", "month": "۰"},
    {"id": "i2", "title": "قسط میانی", "deliverable": "… خروجی قسط میانی را بنویسید", "share": "۴۰٪", "month": "۶"},
    {"id": "i3", "title": "قسط پایانی", "deliverable": "… خروجی قسط پایانی را بنویسید", "share": "۴۰٪", "month": "۱۲"},
)

_COMMITTEE = (
    {"id": "m1", "represents": "گروه‌های محلی", "post": "نمایندهٔ گروه‌های محلی"},
    {"id": "m2", "represents": "دبیرخانه", "post": "نمایندهٔ دبیرخانهٔ طرح"},
    {"id": "m3", "represents": "شورای شهر", "post": "نمایندهٔ شورای شهر"},
)


def neighbourhood(workspace: Workspace, zone: Zone, new_id: str, name: str) -> Filling:
    """Return what a new neighbourhood of a zone begins with: the next rank and no line of the published plan."""
    ranks = [dossier.neighbourhood.rank for dossier in workspace.dossiers if dossier.neighbourhood.zone == zone.id]
    heading = (
        f"هویت محلهٔ تازه. {_NAME.format('پوشه')} پرونده‌های دیگر محله (priority، profile، needs، office …) را "
        "یکی‌یکی در همین پوشه بیفزایید؛ کلیدهای هر کدام در docs/data.fa.md آمده است."
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


def contract(catalogue: Catalogue, dossier: Dossier) -> Filling:
    """Return what a new contract begins with: three instalments, and a guarantee for each rate that the law has."""
    given = {
        "id": f"contract-{dossier.id}"[:64].rstrip("-"),
        "instalments": _INSTALMENTS,
        "guarantees": [entry | {"rate": rate} for rate, entry in _GUARANTEES.items() if catalogue.legal.intervals(rate)],
        "supervisor": _supervisor(catalogue),
        "copies": "۴",
    }
    return Filling(f"قرارداد دفتر تسهیلگری محلهٔ {dossier.neighbourhood.name}. {_UNKNOWN}", given)


def _supervisor(catalogue: Catalogue) -> str:
    """Return the secretariat, which supervises (line 287), or the first body when the data names no such one."""
    bodies = [body.id for body in catalogue.bodies.bodies]
    return "secretariat" if "secretariat" in bodies else bodies[0]


def evaluation(catalogue: Catalogue, dossier: Dossier, period: Half) -> Filling:
    """Return what a new evaluation begins with: a line for each action, and at a year's end a programme of the next year.

    An indicator has its value of a half-year before, or its baseline.
    """
    owner = _supervisor(catalogue)
    next_year = Year(period.year + 1)
    programme = {
        "id": "y1",
        "title": "… عنوان نخستین کار سال آینده را بنویسید",
        "owner": owner,
        "start": str(next_year.start.in_month),
        "end": str(next_year.end.in_month),
        "amount": "۰",
    }
    deadline = str(period.end.plus_months(2))
    given = {
        "period": period.id,
        "committee": _COMMITTEE,
        "progress": list(_progress(dossier, dossier.evaluation(period.previous()))),
        "solutions": [{"id": "s1", "title": "… نخستین راهکار را بنویسید", "owner": owner, "deadline": deadline}],
        "next_year": [programme] if period.end == Year(period.year).end else [],
    }
    heading = (
        f"ارزیابی {period.title} محلهٔ {dossier.neighbourhood.name}. {_TO_WRITE}\nمقدار هر شاخص اکنون همان مقدار ارزیابی پیشین "
        "یا، اگر نباشد، وضع موجود برنامه است؛ مقدار سنجیده‌شده را به جای آن بنویسید."
    )
    return Filling(heading, given)


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


def quarter(dossier: Dossier, period: Quarter) -> Filling:
    """Return what a new quarter begins with: a line for each agency that leads an action."""
    leads = dict.fromkeys(action.lead for action in dossier.plan.actions) if dossier.plan else {}
    note = "… کار دستگاه در این سه‌ماهه را بنویسید"
    heading = f"مشاهده‌های {period.title} محلهٔ {dossier.neighbourhood.name} برای گزارش دبیرخانه. {_TO_WRITE}"
    return Filling(heading, {"period": period.id, "agencies": [{"agency": lead, "note": note} for lead in leads]})
