"""What a letter means: who it goes to, what it follows, what it makes known, and the meeting that it invites to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from generator.model.identity import Same
from generator.model.known import Unknown
from generator.model.records.action import ActionPlan
from generator.model.records.catalogue import Catalogue
from generator.model.records.contacts import Contact
from generator.model.records.letters import Letter, LetterReference
from generator.model.records.meeting import Decision, Meeting
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views.parts import Part, divide
from generator.persian import JalaliDate


class Cited(NamedTuple):
    """A letter that another one follows or answers, with its number and date; each is unknown where no record has it."""

    relation: Literal["پیرو", "عطف", "بازگشت"]
    number: str | Unknown
    date: JalaliDate | Unknown


class Announced(NamedTuple):
    """A decision that a letter makes known, and the meeting that took it."""

    meeting: Meeting
    decision: Decision


def owners(letter: Letter, catalogue: Catalogue) -> frozenset[str]:
    """Return the ids by which records call those whom a letter goes to: bodies, agencies and their recipients.

    A letter to one company of an agency goes to the agency too, whose duties and decisions are the company's.
    """
    held = {catalogue.contact(each).of for each in letter.recipients} or {letter.agency or ""}
    above = {agency.id for agency in catalogue.agencies for each in agency.recipients if each.id in held}
    return frozenset((held | above) - {""})


def addressees(letter: Letter, catalogue: Catalogue) -> tuple[Contact, ...]:
    """Return the posts that a letter goes to: those that it names, else that of its agency, if the agency has one recipient."""
    if letter.recipients:
        return tuple(map(catalogue.contact, letter.recipients))
    agency = catalogue.agency(letter.agency) if letter.agency in {each.id for each in catalogue.agencies} else None
    held = {each.id for each in agency.recipients} if agency and len(agency.recipients) == 1 else set()
    return tuple(each for each in catalogue.contacts.contacts if each.of in held)[:1]


def cited(letter: Letter, letters: Iterable[Letter]) -> tuple[Cited, ...]:
    """Return the letters that a letter names, in its order."""
    known = {each.id: each for each in letters}
    return tuple(_cited(each, known.get(each.letter or "")) for each in letter.references)


def _cited(reference: LetterReference, letter: Letter | None) -> Cited:
    # What is not known of an earlier letter is another blank than the number of this one, which the office fills in.
    number = reference.number or (letter.number if letter else None) or Unknown(prompt="شمارهٔ نامهٔ پیشین")
    date = reference.date or (letter.date if letter else None) or Unknown(prompt="تاریخ نامهٔ پیشین")
    return Cited(reference.kind, number, date)


def announced(letter: Letter, meetings: Iterable[Meeting]) -> tuple[Announced, ...]:
    """Return the decisions that a letter makes known, in its order."""
    decided = (Announced(meeting, decision) for meeting in meetings for decision in meeting.decisions)
    known = {f"{each.meeting.id}/{each.decision.id}": each for each in decided}
    return tuple(known[each] for each in letter.decisions if each in known)


def meetings_of(province: ProvinceDossier, dossiers: Iterable[Dossier]) -> tuple[Meeting, ...]:
    """Return the meetings of the province and those of neighbourhoods, each once."""
    local = (meeting for dossier in dossiers for meeting in dossier.meetings if not meeting.neighbourhoods)
    return (*province.meetings, *local)


def invited(letter: Letter, meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the meeting that a letter invites to, whichever of the two names the other; None when no record has it."""
    every = tuple(meetings)
    naming = (each for each in every if each.invitation and each.invitation.letter == letter.id)
    named = (each for each in every if each.id == letter.meeting)
    return next(chain(naming, named), None)


def notified(letter: Letter, plan: ActionPlan, catalogue: Catalogue) -> tuple[Part, ...]:
    """Return the parts that those whom a letter goes to have in the plan; none in a letter that is older than this edition."""
    if letter.is_older_than(plan.date):
        return ()
    return tuple(_asked(_divided(Same(plan), Same(catalogue)), letter, catalogue))


@lru_cache(maxsize=4)
def _divided(plan: Same[ActionPlan], catalogue: Same[Catalogue]) -> tuple[Part, ...]:
    """Divide a plan once for all its letters."""
    return tuple(divide(plan.value, catalogue.value))


def _asked(parts: Iterable[Part], letter: Letter, catalogue: Catalogue) -> Iterator[Part]:
    """Yield the parts of which something is asked: of the recipients that a letter names, else of all of its agency."""
    named = {catalogue.contact(each).of for each in letter.recipients}
    for part in parts:
        meant = part.recipient.id in named or part.agency.id in (named or {letter.agency or ""})
        if meant and part.is_asked:
            yield part
