"""What each field of the data means and how it is written, in Persian."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel

from generator.authoring.schema.texts import catalogues, contract, dossier, plan, records


class Text(NamedTuple):
    """The description of a field and an example of its value; both empty where nothing has been written."""

    description: str = ""
    example: str | list[str] = ""


TEXTS: dict[str, tuple[str, str | list[str]]] = {
    **catalogues.TEXTS,
    **dossier.TEXTS,
    **contract.TEXTS,
    **plan.TEXTS,
    **records.TEXTS,
}
"""By `Model.field`, or by `field` for every model that has it. A field that holds records takes its example from theirs."""


def text_of(model: type[BaseModel], field: str) -> Text:
    """The text of a field: the model's own, that of a model which it extends, or the one that models share."""
    names = [f"{each.__name__}.{field}" for each in model.__mro__ if issubclass(each, BaseModel)]
    return Text(*next((TEXTS[name] for name in (*names, field) if name in TEXTS), ()))
