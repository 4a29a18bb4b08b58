"""The programme's catalogues together, and the look-up of their records by id."""

from __future__ import annotations

from generator.model.known import NotListedError, Record, Unknown, of_id
from generator.model.records.agencies import Agency, Duty, FormerName
from generator.model.records.bodies import Bodies, Body
from generator.model.records.boundaries import ZoneBoundary
from generator.model.records.contacts import Contact, Contacts
from generator.model.records.holidays import Holidays
from generator.model.records.indicators import Indicators
from generator.model.records.keepers import Keepers
from generator.model.records.legal import Legal
from generator.model.records.operators import Operators
from generator.model.records.programme import Programme
from generator.model.records.province import Province, Zone, Zones
from generator.model.records.secretariat import Secretariat
from generator.model.records.services import Services
from generator.model.records.statements import Statement, Statements
from generator.model.records.terms import Term, Terms
from generator.persian import JalaliDate


class Catalogue(Record):
    """All catalogues together, which every document may cite."""

    programme: Programme
    province: Province
    zones: Zones
    agencies: tuple[Agency, ...]
    services: Services
    bodies: Bodies
    legal: Legal
    secretariat: Secretariat
    operators: Operators = Operators()
    contacts: Contacts = Contacts()
    terms: Terms = Terms()
    statements: Statements = Statements()
    keepers: Keepers = Keepers()
    indicators: Indicators = Indicators()
    holidays: Holidays = Holidays()
    boundaries: tuple[ZoneBoundary, ...] = ()
    """The boundaries of the zones; none when nobody has drawn them."""

    def on(self, day: JalaliDate) -> Catalogue:
        """Return the catalogue with the names that agencies had on a day; itself where none was another one."""
        then = tuple(agency.on(day) for agency in self.agencies)
        if all(new is old for new, old in zip(then, self.agencies, strict=True)):
            return self
        return self.model_copy(update={"agencies": then})

    def former(self, holder_id: str) -> tuple[FormerName, ...]:
        """Return the former names of the agency with this id, or with the recipient of this id; empty when there is none."""
        return tuple(
            former
            for agency in self.agencies
            if holder_id in {agency.id, *(recipient.id for recipient in agency.recipients)}
            for former in agency.former
        )

    def agency(self, agency_id: str) -> Agency:
        """Return the agency of an id (NotListedError when there is none)."""
        return of_id(self.agencies, agency_id)

    def duty(self, duty_id: str) -> Duty:
        """Return the duty of a reference such as `municipality/6` (NotListedError when there is none)."""
        return of_id((duty for agency in self.agencies for duty in agency.duties), duty_id)

    def zone(self, zone_id: str) -> Zone:
        """Return the zone of an id (NotListedError when there is none)."""
        return of_id(self.zones.zones, zone_id)

    def body(self, body_id: str) -> Body:
        """Return the body of an id (NotListedError when there is none)."""
        return of_id(self.bodies.bodies, body_id)

    def owner(self, owner_id: str) -> str:
        """Return the name of an agency or a body by its id (NotListedError when there is neither)."""
        owners: tuple[Agency | Body, ...] = (*self.agencies, *self.bodies.bodies)
        return of_id(owners, owner_id).name

    def contact(self, contact_id: str) -> Contact:
        """Return the contact of an id (NotListedError when there is none)."""
        return self.contacts.contact(contact_id)

    def organisation(self, contact: Contact) -> str:
        """Return the name of the organisation that a contact is a post of; empty when nothing names it."""
        return contact.organisation if contact.organisation is not None else self.named(contact.of)

    def named(self, holder_id: str) -> str:
        """Return the name of the operator, agency, recipient or body of an id; empty when there is none."""
        named = {operator.id: str(operator.name or "") for operator in self.operators.operators}
        named |= {agency.id: agency.name for agency in self.agencies}
        named |= {recipient.id: recipient.name for agency in self.agencies for recipient in agency.recipients}
        named |= {body.id: body.name for body in self.bodies.bodies}
        return named.get(holder_id, "")

    def term(self, term_id: str, on: JalaliDate | Unknown | None = None) -> Term:
        """Return the term in force on a day, the latest without a day (NotListedError when there is none)."""
        return self.terms.term(term_id, on)

    def said(self, term_id: str, on: JalaliDate | Unknown | None = None) -> str | Unknown:
        """Return a term as a sentence says it, «پانزده روز کاری»; unknown where nobody has set it for that day."""
        try:
            return self.terms.term(term_id, on).said
        except NotListedError:
            return Unknown(prompt="مهلت")

    def statement(self, statement_id: str) -> Statement:
        """Return what is known of a question that the source leaves open (NotListedError when there is none)."""
        return self.statements.statement(statement_id)
