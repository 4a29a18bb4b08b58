"""Rules over what is in force for a time: legal rates and signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.checks.scope import Catalogues, FieldPath, Finding
from generator.model.known import Unknown
from generator.model.records.legal import Legal, LegalRate


def rate_intervals_follow_each_other(parts: Catalogues) -> Iterator[Finding]:
    """One interval of a rate is in force on each day: two would contradict each other, none would leave a contract without."""
    legal = parts.legal
    if legal is None:
        return
    for rate_id in dict.fromkeys(rate.id for rate in legal.rates):
        if legal.clear(rate_id):
            yield from _gaps(legal, legal.intervals(rate_id))
        for rate in legal.overlapping(rate_id):
            name = "id" if isinstance(rate.valid_from, Unknown) else "valid_from"
            yield Finding("rate-overlaps", "legal.yaml", _path(legal, rate, name), {"id": rate_id})
    for rate in legal.rates:
        if rate.backwards:
            values = {"start": str(rate.valid_from), "end": str(rate.valid_to)}
            yield Finding("schedule-reversed", "legal.yaml", _path(legal, rate, "valid_to"), values)


def _gaps(legal: Legal, intervals: Sequence[LegalRate]) -> Iterator[Finding]:
    for before, after in pairwise(intervals):
        begun, ended = after.valid_from, before.valid_to
        if ended and not isinstance(begun, Unknown) and ended.plus_days(1) != begun:
            values = {"id": after.id, "from": str(ended.plus_days(1)), "to": str(begun.plus_days(-1))}
            yield Finding("rate-gap", "legal.yaml", _path(legal, after, "valid_from"), values)


def _path(legal: Legal, interval: LegalRate, name: str) -> FieldPath:
    at = next(at for at, rate in enumerate(legal.rates) if rate is interval)
    return ("rates", at, name)


def signatures_do_not_overlap(parts: Catalogues) -> Iterator[Finding]:
    """One post has one holder on one day, else a letter would have two signers."""
    signatories = parts.secretariat.signatories if parts.secretariat else ()
    for at, signatory in enumerate(signatories):
        path: FieldPath = ("signatories", at)
        if signatory.valid_to and signatory.valid_to < signatory.valid_from:
            values = {"start": str(signatory.valid_from), "end": str(signatory.valid_to)}
            yield Finding("schedule-reversed", "secretariat.yaml", (*path, "valid_to"), values)
            continue
        for other in signatories[:at]:
            last, other_last = signatory.valid_to, other.valid_to
            begins_in_time = other_last is None or signatory.valid_from <= other_last
            if other.post == signatory.post and begins_in_time and (last is None or other.valid_from <= last):
                values = {"post": signatory.post, "other": other.id}
                yield Finding("signatories-overlap", "secretariat.yaml", (*path, "valid_from"), values)
                break
