"""Says the language of stretches in their elements; Typst says it of contents, and of a block the one that it begins with."""

from __future__ import annotations

from itertools import groupby

from pikepdf import String

from generator.writing.typst.tagging.elements import Content, Element, Kid
from generator.writing.typst.tagging.pages import Pages

OWN = "fa"
"""The language of documents."""


def mend(element: Element, pages: Pages, language: str = OWN) -> None:
    """Put every stretch in another language into an element that says so, and take what is said of its block."""
    if b"/Lang(" in element.said:
        language = str(element.obj.Lang).partition("-")[0]
        del element.obj["/Lang"]
    for kid in element.elements():
        mend(kid, pages, language)
    if language == OWN and not pages.has_languages(element.page):
        return
    said = [_language(kid, element.page, pages, language) for kid in element.kids]
    others = {*said} - {OWN}
    if not others:
        return
    if len({*said}) == 1:
        element.obj.Lang = String(*others)
        return
    held: list[Kid] = []
    for other, group in groupby(zip(said, element.kids, strict=True), key=lambda pair: pair[0]):
        stretch = [kid for _, kid in group]
        held += stretch if other == OWN else [_stretch(element, stretch, other, pages)]
    element.hold(held)


def _language(kid: Kid, page: int, pages: Pages, otherwise: str) -> str:
    """Return the language of a content; elements and links speak for themselves."""
    match kid:
        case int():
            return pages.language(page, kid, otherwise)
        case Content():
            return pages.language(kid.page, kid.number, otherwise)
        case _:
            return OWN


def _stretch(parent: Element, held: list[Kid], language: str, pages: Pages) -> Element:
    span = parent.new("Span", parent.page, Lang=String(language))
    span.hold(held)
    for kid in held:
        match kid:
            case int():
                pages.give(parent.page, kid, span.obj)
            case Content():
                pages.give(kid.page, kid.number, span.obj)
            case _:
                pass
    return span
