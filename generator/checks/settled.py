"""Rules over what the secretariat settles itself: posts and their holders, terms, open questions, keepers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.kinds import KINDS
from generator.checks.references import remedy_for
from generator.checks.scope import Case, Catalogues, FieldPath, Finding, names_of_catalogues
from generator.model.records import validity


def catalogues_cite_what_exists(parts: Catalogues) -> Iterator[Finding]:
    """What a catalogue cites of another is there: a decision of nobody decides nothing, a keeper of no place keeps none."""
    names = names_of_catalogues(parts)
    for record, path, cited, kinds in _citations(parts):
        known = names.known(kinds)
        # Where no neighbourhood is known their folder could not be listed.
        listed = known is not None and (bool(known) or kinds != ("neighbourhood",))
        if known is not None and listed and cited not in known:
            values = {"kind": " یا ".join(KINDS[kind] for kind in kinds), "id": cited, "remedy": remedy_for(cited, known)}
            yield Finding("reference-unknown", f"{record}.yaml", path, values)


def _citations(parts: Catalogues) -> Iterator[tuple[str, FieldPath, str, tuple[str, ...]]]:
    """Yield the ids that catalogues cite, each with its file, its place and the kinds that it may name."""
    for at, body in enumerate(parts.bodies.bodies if parts.bodies else ()):
        for cited_at, cited in enumerate(body.statements):
            yield "bodies", ("bodies", at, "statements", cited_at), cited, ("statement",)
    for at, keeper in enumerate(parts.keepers.keepers if parts.keepers else ()):
        for cited_at, cited in enumerate(keeper.neighbourhoods):
            yield "keepers", ("keepers", at, "neighbourhoods", cited_at), cited, ("neighbourhood",)
    for name in ("terms", "statements"):
        catalogue = getattr(parts, name)
        for at, entry in enumerate(getattr(catalogue, name) if catalogue else ()):
            if entry.ruling:
                yield name, (name, at, "ruling", "by"), entry.ruling.by, ("agency", "body")
    if parts.indicators and parts.indicators.ruling:
        yield "indicators", ("ruling", "by"), parts.indicators.ruling.by, ("agency", "body")


def holders_follow_each_other(parts: Catalogues) -> Iterator[Finding]:
    """One post has one holder on one day, else a letter would go to two persons."""
    for at, contact in enumerate(parts.contacts.contacts if parts.contacts else ()):
        path = ("contacts", at, "holders")
        yield from _reversed("contacts.yaml", path, contact.holders)
        for holder in _overlapping(contact.holders):
            where = (*path, _at(contact.holders, holder))
            yield Finding("holders-overlap", "contacts.yaml", where, {"post": contact.post})


def terms_follow_each_other(parts: Catalogues) -> Iterator[Finding]:
    """One interval of a term is in force on each day: a document could not choose between two amounts."""
    terms = parts.terms.terms if parts.terms else ()
    yield from _reversed("terms.yaml", ("terms",), terms)
    for term_id in dict.fromkeys(term.id for term in terms):
        for term in _overlapping([term for term in terms if term.id == term_id]):
            yield Finding("term-overlaps", "terms.yaml", ("terms", _at(terms, term), "id"), {"id": term_id})


def terms_are_no_legal_rates(parts: Catalogues) -> Iterator[Finding]:
    """A rate of the law has one home, `legal.yaml`: two amounts of one id would drift apart."""
    rates = {rate.id for rate in parts.legal.rates} if parts.legal else set()
    for at, term in enumerate(parts.terms.terms if parts.terms else ()):
        if term.id in rates:
            yield Finding("term-is-rate", "terms.yaml", ("terms", at, "id"), {"id": term.id})


def decided_statements_have_answers(parts: Catalogues) -> Iterator[Finding]:
    """A decision is about an answer; a question that a body has decided and nobody answered says nothing."""
    for at, statement in enumerate(parts.statements.statements if parts.statements else ()):
        if statement.ruling and not statement.answer:
            yield Finding("statement-unanswered", "statements.yaml", ("statements", at, "ruling"), {"id": statement.id})


def neighbourhoods_have_one_keeper(parts: Catalogues) -> Iterator[Finding]:
    """A neighbourhood for which two answer has nobody who does."""
    keepers: dict[str, str] = {}
    for at, keeper in enumerate(parts.keepers.keepers if parts.keepers else ()):
        for cited_at, cited in enumerate(keeper.neighbourhoods):
            first = keepers.setdefault(cited, keeper.id)
            if first != keeper.id:
                where = ("keepers", at, "neighbourhoods", cited_at)
                yield Finding("keepers-two", "keepers.yaml", where, {"id": cited, "other": first})


def contacts_are_posts_of_somebody(parts: Catalogues, cases: Sequence[Case]) -> Iterator[Finding]:
    """A post belongs to a body, an agency, a recipient, an operator, or the office of a neighbourhood."""
    kinds = ("body", "agency", "recipient", "operator")
    known = names_of_catalogues(parts).known(kinds)
    unread = not cases or len(cases) < len(parts.neighbourhoods) or any("office" in case.unread for case in cases)
    if known is None or unread or parts.contacts is None:
        return
    offices = {case.dossier.office.id: case.dossier.office.name for case in cases if case.dossier.office}
    everybody = {**known, **offices}
    for at, contact in enumerate(parts.contacts.contacts):
        if contact.of not in everybody:
            kind = " یا ".join(KINDS[each] for each in (*kinds, "office"))
            values = {"kind": kind, "id": contact.of, "remedy": remedy_for(contact.of, everybody)}
            yield Finding("reference-unknown", "contacts.yaml", ("contacts", at, "of"), values)


def _reversed(key: str, path: FieldPath, records: Sequence[validity.Lasting]) -> Iterator[Finding]:
    for at, record in enumerate(records):
        if validity.backwards(record):
            values = {"start": str(record.valid_from), "end": str(record.valid_to)}
            yield Finding("schedule-reversed", key, (*path, at, "valid_to"), values)


def _overlapping(records: Sequence[validity.L]) -> tuple[validity.L, ...]:
    """Return those that overlap the one before; one that runs backwards has been reported as such."""
    return validity.overlapping(record for record in records if not validity.backwards(record))


def _at(records: Sequence[object], record: object) -> int:
    return next(at for at, each in enumerate(records) if each is record)
