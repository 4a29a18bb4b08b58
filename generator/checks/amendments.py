"""Rules over what an amendment brings: its instalments, its guarantees, its articles, and the approval that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.contracts import WHOLE
from generator.checks.scope import Case, FieldPath, Finding
from generator.model.known import Unknown
from generator.model.records.contract_sums import Security
from generator.persian import fold, group, months_between, numeral, percent_text


def amendments_share_out_what_they_add(case: Case) -> Iterator[Finding]:
    """The instalments of an amendment pay what it adds to the amount, all of it, within the term that it sets."""
    contract = case.dossier.contract
    for at, amended in enumerate(contract.amended if contract else ()):
        lines, path = amended.amendment.instalments, ("amendments", at, "instalments")
        if contract is None or not lines:
            continue
        if not isinstance(amended.added, Unknown) and amended.added <= 0:
            yield case.finding("amendment-adds-nothing", "contract", path)
            continue
        total = sum((line.share for line in lines), Decimal(0))
        if total != WHOLE:
            yield case.finding("instalments-sum", "contract", path, sum=percent_text(total))
        if isinstance(contract.start, Unknown) or isinstance(amended.end, Unknown) or amended.end < contract.start:
            continue
        months = months_between(contract.start, amended.end.plus_days(1))
        for line_at, line in enumerate(lines):
            if line.month > months:
                values = {"month": numeral(line.month), "months": numeral(months)}
                yield case.finding("instalment-after-term", "contract", (*path, line_at, "month"), **values)


def parts_of_amendments_have_ids_of_their_own(case: Case) -> Iterator[Finding]:
    """Payments and handovers name instalments and guarantees by id, of the contract and its amendments together."""
    contract = case.dossier.contract
    if contract is None:
        return
    for name in ("instalments", "guarantees"):
        seen = {each.id for each in getattr(contract, name)}
        for at, amendment in enumerate(contract.amendments):
            for part_at, part in enumerate(getattr(amendment, name)):
                if part.id in seen:
                    yield case.finding("duplicate-id", "contract", ("amendments", at, name, part_at, "id"), id=part.id)
            seen |= {part.id for part in getattr(amendment, name)}


def amendments_follow_their_approval(case: Case) -> Iterator[Finding]:
    """An amendment is signed after what it rests on: the minutes in which the change was agreed to."""
    contract = case.dossier.contract
    for at, amendment in enumerate(contract.amendments if contract else ()):
        approved, day = amendment.approval.date, amendment.date
        first = contract.date if contract else day
        # One before the contract itself is reported as such.
        if not isinstance(first, Unknown) and not isinstance(day, Unknown) and day < first:
            continue
        if not isinstance(approved, Unknown) and not isinstance(day, Unknown) and day < approved:
            values = {"date": str(day), "approved": str(approved)}
            yield case.finding("amendment-before-approval", "contract", ("amendments", at, "approval", "date"), **values)


def articles_change(case: Case) -> Iterator[Finding]:
    """An article that reads as before is not changed; most often the new text was not yet written."""
    contract = case.dossier.contract
    for at, amendment in enumerate(contract.amendments if contract else ()):
        for article_at, article in enumerate(amendment.articles):
            if fold(article.old) == fold(article.new):
                path: FieldPath = ("amendments", at, "articles", article_at, "new")
                yield case.finding("article-unchanged", "contract", path, article=article.article)


def supplementary_guarantees_hold(case: Case) -> Iterator[Finding]:
    """A supplementary guarantee covers what the law asks of the added amount, and lasts as long as the contract does now."""
    contract, legal = case.dossier.contract, case.names.legal
    for at, amended in enumerate(contract.amended if contract and legal else ()):
        for given_at, guarantee in enumerate(amended.amendment.guarantees):
            path, day = ("amendments", at, "guarantees", given_at), amended.amendment.date
            if contract is None or legal is None or not legal.clear(guarantee.rate):
                continue
            if not isinstance(day, Unknown) and not any(rate.holds(day) for rate in legal.intervals(guarantee.rate)):
                yield case.finding("rate-not-in-force", "contract", (*path, "rate"), id=guarantee.rate, date=str(day))
                continue
            security = contract.supplementary(amended, legal)[given_at]
            yield from _covers(case, path, security)
            end, until = contract.end_now, guarantee.valid_until
            if until and not isinstance(end, Unknown) and until < end:
                values = {"until": str(until), "end": str(end)}
                yield case.finding("guarantee-ends-early", "contract", (*path, "valid_until"), **values)


def _covers(case: Case, path: FieldPath, security: Security) -> Iterator[Finding]:
    stated, asked = security.guarantee.stated, security.amount
    if stated is not None and not isinstance(asked, Unknown) and stated < asked:
        yield case.finding("guarantee-below", "contract", (*path, "stated"), stated=group(stated), asked=group(asked))
