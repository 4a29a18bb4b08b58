"""Every document through the programs of others: the Open XML SDK, LibreOffice and poppler."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.style import style
from tests.documents.built import DOCUMENTS, EACH_PDF, EVERY, ROOT, SAMPLES, Built, Laid
from tests.documents.sdk import validate
from tests.documents.texts import docx_part, families, pdf_pages, unspaced, words

VALIDATED = [
    *((name, "Microsoft365") for name in EVERY),
    *(pytest.param(name, "Office2013", marks=() if name.startswith(SAMPLES[0]) else pytest.mark.proof) for name in DOCUMENTS),
]
"""The older rules differ by elements, not by texts: one sample is held to them in every run, the others in the proofs."""


@pytest.mark.parametrize(("name", "version"), VALIDATED)
def test_the_open_xml_sdk_finds_no_error(built: Built, name: str, version: str) -> None:
    assert validate(built.path(name, "docx"), version) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_libreoffice_opens_a_docx_and_draws_its_title(built: Built, drawn: Path, name: str) -> None:
    pages = pdf_pages(drawn / f"{name.replace('/', '_')}.pdf")
    core = docx_part(built.path(name, "docx"), "docProps/core.xml")
    title = core.findtext("{http://purl.org/dc/elements/1.1/}title")

    assert title
    assert len(pages) > 2
    # LibreOffice's own PDFs lose a letter here and there: of a title at most one word in four.
    lost = set(words(title)) - set(words("".join(pages)))
    assert len(lost) <= len(set(words(title))) // 4


@EACH_PDF
def test_poppler_lists_only_faces_of_the_look_all_of_them_embedded(pdf: Callable[[Laid], Path], laid: Laid) -> None:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    assert families(pdf(laid)) <= unspaced(look.faces())
