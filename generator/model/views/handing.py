"""What the operator of an office holds: the property of all handovers, less what came back."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.handover import END, HandedProperty
from generator.model.records.workspace import Dossier


class Holding(NamedTuple):
    """A kind of property by its first record: how many were handed over, and how many came back."""

    goods: HandedProperty
    given: int
    returned: int

    @property
    def held(self) -> int:
        """How many the operator still holds."""
        return self.given - self.returned


class Holdings(NamedTuple):
    """Each kind of property that was handed over."""

    goods: tuple[Holding, ...]


def holdings(dossier: Dossier) -> Holdings:
    """Return each kind of property by its id, in the order in which it first changed hands."""
    found: dict[str, Holding] = {}
    for handover in sorted(dossier.handovers, key=lambda each: (each.purpose == END, each.id)):
        for goods in handover.goods:
            before = found.get(goods.id, Holding(goods, 0, 0))
            back = goods.count if handover.purpose == END else 0
            given = 0 if handover.purpose == END else goods.count
            found[goods.id] = Holding(before.goods, before.given + given, before.returned + back)
    return Holdings(tuple(found.values()))


def ended(dossier: Dossier) -> bool:
    """Whether the minutes of the end of work are dated."""
    return any(each.purpose == END and not isinstance(each.date, Unknown) for each in dossier.handovers)
