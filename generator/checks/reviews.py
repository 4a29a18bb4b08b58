"""Rules over the reviews of the agencies' programmes: asked, then answered, and credit that adds up (lines 158, 189)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.model.records.reviews import AgencyReview
from generator.persian import group

_CONTENT = ("running", "done", "challenges", "proposals")


def a_review_has_a_reply_or_none(case: Case) -> Iterator[Finding]:
    """An agency that did not answer has reported nothing, and one that answered did so after it was asked."""
    for review in case.dossier.reviews:
        record, asked, replied = f"reviews/{review.id}", review.asked_on, review.replied_on
        if review.no_reply and (_answered(review) or any(getattr(review, name) for name in _CONTENT)):
            yield case.finding("review-answered-and-not", record, ("no_reply",))
        if not isinstance(asked, Unknown) and not isinstance(replied, Unknown) and replied < asked:
            yield case.finding("reply-before-inquiry", record, ("replied_on",), date=str(replied), asked=str(asked))


def _answered(review: AgencyReview) -> bool:
    known = (not isinstance(value, Unknown) for value in (review.reply_number, review.replied_on))
    return review.reply is not None or any(known)


def works_of_agencies_add_up(case: Case) -> Iterator[Finding]:
    """A work does not end before it starts, and no more is allocated to it than was approved."""
    for review in case.dossier.reviews:
        for name in ("running", "done"):
            for at, work in enumerate(getattr(review, name)):
                record, path = f"reviews/{review.id}", (name, at)
                start, end, approved, allocated = work.start, work.end, work.approved, work.allocated
                if not isinstance(start, Unknown) and not isinstance(end, Unknown) and end < start:
                    values = {"start": start.long(), "end": end.long()}
                    yield case.finding("schedule-reversed", record, (*path, "end"), **values)
                if not isinstance(approved, Unknown) and not isinstance(allocated, Unknown) and allocated > approved:
                    values = {"allocated": group(allocated), "total": group(approved)}
                    yield case.finding("allocated-above-budget", record, (*path, "allocated"), **values)
