"""The approvals that a final document needs, each of a matter by a body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Decided, Id, one_of
from generator.model.known import Record
from generator.model.records.neighbourhood import Approval, Approvals, by_day

DATED_BY: dict[str, tuple[str, str]] = {"برنامه اقدام": ("plan", "date"), "سند مشارکتی": ("participatory", "date")}
"""The matters that are records of the dossier, with the field of their date; an older approval is of another edition."""


class NeededApproval(Record):
    """An approval that a final needs: its matter and its body, with number and date, and not older than what it approves.

    With `cited` (`contract.basis`) it is one that this field of the dossier names, and each that it names has both.
    """

    of: Decided = Field(title="موضوع مصوبه")
    by: Id = Field(title="مرجع")
    cited: Annotated[Literal["contract.basis"], one_of("contract.basis")] | None = Field(
        default=None, title="فیلدی که از آن نام می‌برد"
    )

    def found(self, approvals: Approvals | None) -> Approval:
        """Return the last approval of its matter by its body, which is in force; else one without number and date."""
        given = approvals.about(self.of) if approvals else ()
        fitting = [approval for approval in given if approval.body == self.by]
        absent = {"id": f"{self.by}-{len(given)}", "body": self.by, "about": self.of, "subject": self.of}
        return fitting[-1] if fitting else Approval.model_validate(absent)


def shown(approvals: Approvals | None, needed: Sequence[NeededApproval]) -> tuple[Approval, ...]:
    """Return the approvals that a document shows, by their dates: those that it needs, and what else has been given."""
    own = tuple(need.found(approvals) for need in needed)
    others = approvals.approvals if approvals else ()
    given = (approval for approval in others if approval.issued and approval not in own)
    return tuple(sorted((*own, *given), key=by_day))
