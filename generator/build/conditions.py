"""What a kind asks of its subjects beside their records: `only_with` names a view that must hold something.

A letter that reminds of nothing, or makes known an edition that the records no longer hold, is no document; it is told why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build.omissions import LeftOut
from generator.markup.templating import Deferred
from generator.model.known import Unknown
from generator.model.records.letters import Letter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.build.subjects import Subject

_WHY = {
    "undated": "نامه تاریخ ندارد، و آنچه از سررسید گذشته است تا تاریخ نامه شمرده می‌شود",
    "overdue": "در تاریخ نامه چیزی از گیرنده از سررسید نگذشته است",
    "older": "نامه ویرایش پیشین برنامه را ابلاغ کرده است و سهم گیرنده در آن ویرایش در پرونده‌ها نیست",
    "notified": "برنامه چیزی از گیرندهٔ نامه نمی‌خواهد",
    "invited": "جلسه‌ای که نامه به آن دعوت می‌کند در پرونده‌ها نیست",
}


def is_met(subject: Subject) -> bool:
    """Return whether the view that the kind of a subject asks for holds something."""
    wanted = subject.kind.only_with
    if wanted is None:
        return True
    found = subject.names().get(wanted)
    return bool(found.value if isinstance(found, Deferred) else found)


def left_out(subjects: Iterable[Subject], name: str) -> tuple[LeftOut, ...]:
    """Say why some subjects of one place, called `name`, get no document: those of one kind and reason together."""
    found: dict[str, LeftOut] = {}
    for subject in subjects:
        reason = why(subject)
        first = found.get(reason, LeftOut(subject.place, name, subject.kind, (), (), reason))
        found[reason] = first._replace(about=(*first.about, subject.id))
    return tuple(found.values())


def why(subject: Subject) -> str:
    """Say why a subject that lacks what its kind asks for gets no document."""
    return _WHY[_code(subject)]


def _code(subject: Subject) -> str:
    wanted, letter = str(subject.kind.only_with), subject.parts[-1][1] if subject.parts else None
    plan = subject.dossier.plan if subject.dossier else None
    if wanted == "overdue" and isinstance(letter, Letter) and isinstance(letter.date, Unknown):
        return "undated"
    if wanted == "notified" and isinstance(letter, Letter) and plan and letter.is_older_than(plan.date):
        return "older"
    return wanted
