"""Rules over the rules, statutes and permits of local groups: their days, and what a state says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.model.records.group_parts import GRANTED


def rules_are_reviewed_after_their_adoption(case: Case) -> Iterator[Finding]:
    """A group looks at its rules again after it has lived by them."""
    for at, group in enumerate(case.dossier.community.groups if case.dossier.community else ()):
        if group.rules is None:
            continue
        adopted, review = group.rules.adopted_on, group.rules.review_on
        if not isinstance(adopted, Unknown) and not isinstance(review, Unknown) and review < adopted:
            values = {"start": str(adopted), "end": str(review)}
            yield case.finding("schedule-reversed", "community", ("groups", at, "rules", "review_on"), **values)


def permits_follow_their_request(case: Case) -> Iterator[Finding]:
    """A request is answered after it is made, with the statute that the assembly adopted; a permit given has a number."""
    for at, group in enumerate(case.dossier.community.groups if case.dossier.community else ()):
        request, path = group.permit_request, ("groups", at, "permit_request")
        if request is None:
            continue
        asked, answered = request.date, request.answered_on
        if answered and not isinstance(asked, Unknown) and answered < asked:
            values = {"asked": str(asked), "answered": str(answered)}
            yield case.finding("permit-before-request", "community", (*path, "answered_on"), **values)
        if answered and request.valid_until and request.valid_until < answered:
            values = {"start": str(answered), "end": str(request.valid_until)}
            yield case.finding("schedule-reversed", "community", (*path, "valid_until"), **values)
        adopted = group.statute.assembly.date if group.statute else None
        if adopted and not isinstance(adopted, Unknown) and not isinstance(asked, Unknown) and asked < adopted:
            values = {"asked": str(asked), "adopted": str(adopted)}
            yield case.finding("request-before-statute", "community", (*path, "date"), **values)
        if request.state == GRANTED and isinstance(group.permit, Unknown):
            yield case.finding("permit-without-number", "community", (*path, "state"))
