"""Says the language of stretches in their elements; Typst says it of contents, and of a block the one that it begins with."""

from __future__ import annotations

from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from generator.writing.typst.tagging.pages import Pages, is_element, kids

OWN = "fa"
"""The language of documents."""


def mend(file: pikepdf.Pdf, top: Object, pages: Pages) -> None:
    """Put every stretch in another language into an element that says so, and take what is said of its block."""
    _mend(file, top, pages, OWN)


def _mend(file: pikepdf.Pdf, element: Object, pages: Pages, language: str) -> None:
    if "/Lang" in element:
        language = str(element.Lang).partition("-")[0]
        del element["/Lang"]
    held = kids(element)
    page = pages.of(element)
    known = pages.languages[page] if page is not None else {}
    for kid in held:
        if not isinstance(kid, int) and is_element(kid):
            _mend(file, kid, pages, language)
    if page is None or (language == OWN and not known):
        return
    said = [known.get(kid, language) if isinstance(kid, int) else OWN for kid in held]
    others = {*said} - {OWN}
    if not others:
        return
    if len({*said}) == 1:
        element.Lang = String(*others)
        return
    made: list[Object | int] = []
    for other, group in groupby(zip(said, held, strict=True), key=lambda pair: pair[0]):
        stretch = [kid for _, kid in group]
        if other == OWN:
            made += stretch
            continue
        span = file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Span, P=element, Pg=element.Pg, Lang=String(other), K=Array(stretch))
        )
        for number in stretch:
            pages.owners[page][int(number)] = span
        made.append(span)
    element.K = Array(made)
