"""Which fields of records cite other records by their ids, and of which kinds."""

from __future__ import annotations

AGENCY_OR_BODY = ("agency", "body")

CITES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Neighbourhood", "zone"): ("zone",),
    ("Neighbourhood", "distinct_from"): ("neighbourhood",),
    ("Need", "agencies"): ("agency",),
    ("Issue", "needs"): ("need",),
    ("Action", "goals"): ("goal",),
    ("Action", "needs"): ("need",),
    ("Action", "lead"): ("agency",),
    ("Action", "partners"): ("agency",),
    ("Action", "duties"): ("duty",),
    ("Action", "services"): ("service",),
    ("ActionRole", "group"): ("group",),
    ("ActionRole", "partner"): ("partner",),
    ("BudgetLine", "agency"): ("agency",),
    ("Confirmation", "body"): AGENCY_OR_BODY,
    ("Approval", "body"): ("body",),
    ("Body", "parent"): ("body",),
    ("Contract", "supervisor"): AGENCY_OR_BODY,
    ("Contract", "basis"): ("approval",),
    ("Guarantee", "rate"): ("rate",),
    ("Progress", "action"): ("action",),
    ("Solution", "owner"): AGENCY_OR_BODY,
    ("NextYearLine", "action"): ("action",),
    ("NextYearLine", "owner"): AGENCY_OR_BODY,
    ("YearLine", "action"): ("action",),
    ("YearLine", "owner"): AGENCY_OR_BODY,
    ("Obstacle", "owner"): AGENCY_OR_BODY,
    ("Proposal", "owner"): AGENCY_OR_BODY,
    ("Decision", "action"): ("action",),
    ("Decision", "owner"): AGENCY_OR_BODY,
    ("Attendee", "represents"): AGENCY_OR_BODY,
    ("Meeting", "body"): ("body",),
    ("ActionNote", "action"): ("action",),
    ("AgencyNote", "agency"): ("agency",),
    ("Letter", "agency"): AGENCY_OR_BODY,
    ("LetterReference", "letter"): ("letter",),
    ("Applicant", "operator"): ("operator",),
}
"""Model and field -> the kinds of record that it may name."""
