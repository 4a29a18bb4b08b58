"""What a document reads of the catalogues: each question that was put to them while it was made, and what they answer.

A document is made again when an answer is another one. So a catalogue that notes its questions takes the place of the real one
while a document is made; whatever it is asked otherwise than by its look-ups counts as all of that field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, PrivateAttr

from generator.model.known import NotListedError, Unknown
from generator.model.records.agencies import Agency, Duty
from generator.model.records.bodies import Body
from generator.model.records.catalogue import Catalogue
from generator.model.records.contacts import Contact
from generator.model.records.province import Zone
from generator.model.records.statements import Statement
from generator.model.records.terms import Term
from generator.persian import JalaliDate
from generator.reading.store import digest

_FIELDS = frozenset(Catalogue.model_fields)

_LOOKED_UP: Mapping[str, Callable[[Catalogue, str], object]] = {
    "agency": Catalogue.agency,
    "duty": Catalogue.duty,
    "zone": Catalogue.zone,
    "body": Catalogue.body,
    "owner": lambda catalogue, asked: (catalogue.owner(asked), *catalogue.former(asked)),
    "contact": Catalogue.contact,
    "statement": Catalogue.statement,
    "organisation": lambda catalogue, asked: (catalogue.named(asked), *catalogue.former(asked)),
    "term": lambda catalogue, asked: tuple(each for each in catalogue.terms.terms if each.id == asked),
}
"""How each question that names an id is answered; a name with its former ones, as the document's day chooses."""


class ReadCatalogue(Catalogue):
    """A catalogue that notes what is asked of it: a field (`legal`), or an id in one (`agency:education`)."""

    _whole: Catalogue = PrivateAttr()
    _noted: set[str] = PrivateAttr(default_factory=set)

    @classmethod
    def of(cls, catalogue: Catalogue) -> ReadCatalogue:
        """Return a catalogue of the same content, of which nothing was asked yet."""
        catalogue = catalogue.whole if isinstance(catalogue, ReadCatalogue) else catalogue
        noting = cls.model_construct(_fields_set=None, **{name: getattr(catalogue, name) for name in _FIELDS})
        noting._whole = catalogue
        noting._noted = set()
        return noting

    @property
    def whole(self) -> Catalogue:
        """The catalogue that answers, and notes nothing."""
        found: Catalogue = self._whole
        return found

    @property
    def noted(self) -> tuple[str, ...]:
        """What was asked until now, in the order of the names."""
        return tuple(sorted(_inside(self, "_noted")))

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            _inside(self, "_noted").add(name)
        elif name == "__dict__" or name.startswith(("model_dump", "model_copy", "copy", "dict", "json")):
            _inside(self, "_noted").update(_FIELDS)
        return super().__getattribute__(name)

    def _ask(self, question: str, asked: str) -> Catalogue:
        self._noted.add(f"{question}:{asked}")
        return self._whole

    def _all(self) -> Catalogue:
        self._noted.update(_FIELDS)
        return self._whole

    def agency(self, agency_id: str) -> Agency:
        """Look up an agency, and note it."""
        return self._ask("agency", agency_id).agency(agency_id)

    def duty(self, duty_id: str) -> Duty:
        """Look up a duty, and note it."""
        return self._ask("duty", duty_id).duty(duty_id)

    def zone(self, zone_id: str) -> Zone:
        """Look up a zone, and note it."""
        return self._ask("zone", zone_id).zone(zone_id)

    def body(self, body_id: str) -> Body:
        """Look up a body, and note it."""
        return self._ask("body", body_id).body(body_id)

    def owner(self, owner_id: str) -> str:
        """Look up the name of an agency or a body, and note it."""
        return self._ask("owner", owner_id).owner(owner_id)

    def contact(self, contact_id: str) -> Contact:
        """Look up a contact, and note it."""
        return self._ask("contact", contact_id).contact(contact_id)

    def named(self, holder_id: str) -> str:
        """Look up the name of an organisation, and note it."""
        return self._ask("organisation", holder_id).named(holder_id)

    def term(self, term_id: str, on: JalaliDate | Unknown | None = None) -> Term:
        """Look up a term, and note all that was and will be in force under its id."""
        return self._ask("term", term_id).term(term_id, on)

    def said(self, term_id: str, on: JalaliDate | Unknown | None = None) -> str | Unknown:
        """Look up a term as a sentence says it, and note it likewise."""
        return self._ask("term", term_id).said(term_id, on)

    def statement(self, statement_id: str) -> Statement:
        """Look up an open question, and note it."""
        return self._ask("statement", statement_id).statement(statement_id)

    def __iter__(self) -> Any:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == other

    __hash__ = None  # type: ignore[assignment]

    def __repr_args__(self) -> Any:
        return self._all().__repr_args__()

    def __getstate__(self) -> dict[Any, Any]:
        self._all()
        return super().__getstate__()

    def __copy__(self) -> Any:
        return self._all().__copy__()

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Any:
        return self._all().__deepcopy__(memo)


def _inside(catalogue: ReadCatalogue, name: str) -> set[str]:
    found: set[str] = object.__getattribute__(catalogue, "__pydantic_private__")[name]
    return found


class Answers:
    """The digests of what a catalogue answers, each reckoned once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._of = lru_cache(None)(self._reckoned)

    def digest(self, question: str) -> str:
        """Return the digest of the answer to a question as it was noted; «absent» where there is none."""
        return self._of(question)

    def of(self, questions: Sequence[str]) -> dict[str, str]:
        """Return the digests of several answers by their questions."""
        return {question: self._of(question) for question in questions}

    def _reckoned(self, question: str) -> str:
        kind, colon, asked = question.partition(":")
        try:
            if not colon:
                found: object = getattr(self._catalogue, kind) if kind in _FIELDS else None
            else:
                found = _LOOKED_UP[kind](self._catalogue, asked) if kind in _LOOKED_UP else None
        except NotListedError:
            found = None
        return "absent" if found is None else digest(*_texts(found))


def _texts(found: object) -> Iterator[str]:
    if isinstance(found, BaseModel):
        yield found.model_dump_json()
    elif isinstance(found, tuple):
        yield str(len(found))
        for each in found:
            yield from _texts(each)
    else:
        yield repr(found)
