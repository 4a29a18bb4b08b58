"""What a neighbourhood has from the records of the province: its meetings, letters and calls, and the approvals that they give.

A session that decides over many neighbourhoods is written once; the approval of each is read from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.model.known import Record, Unknown
from generator.model.records.letters import Letter
from generator.model.records.meeting import Decision, Meeting
from generator.model.records.neighbourhood import Approval, Approvals, derived_id
from generator.model.records.workspace import Dossier, ProvinceDossier

JOINED = ("meetings", "letters", "calls")
"""The series of the province's records that concern the neighbourhoods that they name."""


_NOTHING = ProvinceDossier()


def shares(province: ProvinceDossier) -> Mapping[str, ProvinceDossier]:
    """Return the records of the province that concern each neighbourhood, by its id, and no quarters."""
    found: defaultdict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for name in JOINED:
        for record in getattr(province, name):
            for neighbourhood in dict.fromkeys(record.neighbourhoods):
                found[neighbourhood][name].append(record)
    return {place: _NOTHING.model_copy(update={name: tuple(held[name]) for name in held}) for place, held in found.items()}


def joined(dossier: Dossier, share: ProvinceDossier) -> Dossier:
    """Return a dossier with its share of the province's meetings, letters and calls, and with the approvals that they give."""
    meetings, letters = (*dossier.meetings, *share.meetings), share.letters
    update = {"meetings": meetings, "letters": letters, "calls": share.calls}
    approvals = _approvals(dossier, meetings, letters)
    return dossier.model_copy(update=update | {"approvals": approvals})


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
