"""What a neighbourhood has from the records of the province: its meetings, letters and calls, and the approvals that they give.

A session that decides over many neighbourhoods is written once; the approval of each is read from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from generator.model.known import Unknown
from generator.model.records.letters import Letter
from generator.model.records.meeting import Decision, Meeting
from generator.model.records.neighbourhood import Approval, Approvals, derived_id
from generator.model.records.workspace import Dossier, ProvinceDossier


class _Concerning(Protocol):
    @property
    def neighbourhoods(self) -> tuple[str, ...]: ...


C = TypeVar("C", bound=_Concerning)


def joined(dossier: Dossier, province: ProvinceDossier) -> Dossier:
    """Return a dossier with the meetings, letters and calls that concern it, and with the approvals that they give."""
    meetings = (*dossier.meetings, *_concerning(province.meetings, dossier.id))
    letters = tuple(_concerning(province.letters, dossier.id))
    update = {"meetings": meetings, "letters": letters, "calls": tuple(_concerning(province.calls, dossier.id))}
    approvals = _approvals(dossier, meetings, letters)
    return dossier.model_copy(update=update | {"approvals": approvals})


def _concerning(records: Iterable[C], neighbourhood: str) -> Iterator[C]:
    return (record for record in records if neighbourhood in record.neighbourhoods)


def _approvals(dossier: Dossier, meetings: Sequence[Meeting], letters: Sequence[Letter]) -> Approvals | None:
    """Return the approvals of the file in its order, then those that decisions give; None without any and without a file."""
    written = dossier.approvals
    decided = {
        f"{meeting.id}/{decision.id}": (meeting, decision)
        for meeting in meetings
        for decision in meeting.decided_for(dossier.id)
        if decision.approves is not None and meeting.body is not None
    }
    by_letter = {letter.id: letter for letter in letters}
    entries = [_given(entry, decided, by_letter) for entry in (written.approvals if written else ())]
    cited = {entry.decision for entry in entries}
    entries += [_approval(key, *found) for key, found in decided.items() if key not in cited]
    if not entries and written is None:
        return None
    sample = bool(written and written.sample) or any(meeting.sample for meeting, _ in decided.values())
    update = {"approvals": tuple(entries), "sample": sample}
    return (written or Approvals(approvals=())).model_copy(update=update)


def _given(entry: Approval, decided: dict[str, tuple[Meeting, Decision]], letters: dict[str, Letter]) -> Approval:
    """Return an approval with the number and date of the decision, else of the letter, that it names."""
    if entry.decision in decided:
        return _dated(entry, decided[entry.decision][0])
    if entry.decision is None and entry.letter in letters:
        return _dated(entry, letters[entry.letter])
    return entry


def _approval(key: str, meeting: Meeting, decision: Decision) -> Approval:
    given = {
        "id": derived_id(key),
        "body": meeting.body,
        "about": decision.approves,
        "subject": _matter(decision.title),
        "decision": key,
    }
    return _dated(Approval.model_validate(given), meeting)


def _matter(title: str) -> str:
    """Return what a decision approves: «… تصویب شد.» without its verb, to be named within a sentence."""
    return title.removesuffix(".").removesuffix(" تصویب شد")


def _dated(approval: Approval, source: Meeting | Letter) -> Approval:
    """Return an approval whose unknown number and date are those of its source."""
    pairs = {"number": (approval.number, source.number), "date": (approval.date, source.date)}
    return approval.model_copy(update={name: theirs for name, (own, theirs) in pairs.items() if isinstance(own, Unknown)})


FieldPath = tuple[str | int, ...]


def source(dossier: Dossier, record: str, path: FieldPath) -> tuple[str, FieldPath]:
    """Return the record that a field is written in, and its path there: that of an approval may be in a meeting or a letter."""
    if record != "approvals" or dossier.approvals is None or len(path) < 2 or not isinstance(path[1], int):
        return record, path
    approval, name = dossier.approvals.approvals[path[1]], str(path[2]) if len(path) > 2 else ""
    meeting_id, _, decision_id = (approval.decision or "").partition("/")
    for meeting in dossier.meetings:
        if meeting.id == meeting_id:
            return f"meetings/{meeting_id}", _in_meeting(meeting, decision_id, name)
    if approval.letter in {letter.id for letter in dossier.letters} and name in ("number", "date"):
        return f"letters/{approval.letter}", (name,)
    return record, path


def _in_meeting(meeting: Meeting, decision_id: str, name: str) -> FieldPath:
    if name in ("number", "date", "body"):
        return (name,)
    at = [decision.id for decision in meeting.decisions].index(decision_id)
    inside = {"about": "approves", "subject": "title"}.get(name)
    return ("decisions", at, inside) if inside else ("decisions", at)
