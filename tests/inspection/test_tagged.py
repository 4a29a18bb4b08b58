"""Faults planted in what a PDF says of itself and of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.inspection.test_pdf import Made, codes


def tagged(*kinds: str, **about: object) -> Made:
    """A file with elements of these types one after another, the same said of each."""
    made = Made()
    page = made.file.pages[0].obj
    document = Dictionary(Type=Name.StructElem, S=Name.Document)
    document.K = Array([Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), Pg=page, **about) for kind in kinds])
    made.root.K = document
    made.file.Root.Outlines = Dictionary(First=Dictionary(Title=String("عنوان")))
    return made


def linked(**about: object) -> Made:
    made = Made()
    page = made.file.pages[0].obj
    page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **about)])
    return made


def test_a_structure_without_faults_gives_no_finding() -> None:
    attributes = Dictionary(O=Name.Table, Scope=Name.Column)
    assert tagged("H1", "H2", "H2", "H3", "H1", "P").found() == []
    assert tagged("TH", "Figure", A=attributes, Alt=String("نمودار پیشرفت")).found() == []


def test_a_file_without_tags_is_found() -> None:
    without, unmarked = Made(), Made()
    del without.file.Root.StructTreeRoot
    del unmarked.file.Root.MarkInfo
    assert codes(without.found()) == codes(unmarked.found()) == [("pdf-untagged", "")]


def test_tags_that_the_file_itself_doubts_are_found() -> None:
    made = Made()
    made.file.Root.MarkInfo = Dictionary(Marked=True, Suspects=True)
    assert codes(made.found()) == [("pdf-tags-suspect", "")]


@pytest.mark.parametrize("alt", [None, "  "])
def test_a_picture_without_words_is_found_on_its_page(alt: str | None) -> None:
    made = tagged("P", "Figure") if alt is None else tagged("P", "Figure", Alt=String(alt))
    assert codes(made.found()) == [("pdf-figure-undescribed", "page 1")]


def test_a_skipped_heading_is_found_with_its_levels() -> None:
    (found,) = tagged("H1", "H3", "H2").found()
    assert (found.code, dict(found.values)) == ("pdf-heading-skipped", {"before": "1", "level": "3"})
    assert codes(tagged("H2").found()) == [("pdf-heading-skipped", "page 1")]


def test_headings_without_an_outline_are_found() -> None:
    made = tagged("H1", "H2")
    del made.file.Root.Outlines
    assert [(found.code, dict(found.values)) for found in made.found()] == [("pdf-outline-missing", {"count": "2"})]


def test_heads_of_tables_that_do_not_say_what_they_head_are_counted() -> None:
    (found,) = tagged("TH", "TD", "TH").found()
    assert (found.code, dict(found.values)) == ("pdf-head-unscoped", {"count": "2"})
    assert tagged("TH", ID=String("a")).found() == []


def test_links_without_words_or_order_are_found() -> None:
    silent, said = linked(), linked(Contents=String("ماده ۶"))
    said.file.pages[0].obj.Tabs = Name("/S")
    assert codes(silent.found()) == [("pdf-link-undescribed", "page 1"), ("pdf-tab-order-missing", "page 1")]
    assert said.found() == []


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (b'<a pdfaid:part="3"/>', ["pdf-accessible-unclaimed"]),
        (b"<pdfuaid:part>1</pdfuaid:part>", ["pdf-archive-unclaimed"]),
        (b"<pdfaid:part></pdfaid:part>", ["pdf-archive-unclaimed", "pdf-accessible-unclaimed"]),
    ],
)
def test_a_file_that_does_not_claim_a_standard_is_found(claims: bytes, expected: list[str]) -> None:
    made = Made()
    made.file.Root.Metadata.write(claims)
    assert [found.code for found in made.found()] == expected


def test_a_claim_without_a_colour_space_and_a_hidden_title_are_found() -> None:
    made = Made()
    del made.file.Root.OutputIntents
    made.file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=False)
    assert [found.code for found in made.found()] == ["pdf-output-intent-missing", "pdf-title-hidden"]


def test_a_structure_that_holds_itself_ends() -> None:
    made = tagged("P")
    element = made.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div))
    element.K = Array([element])
    made.root.K = element
    assert made.found() == []


def test_what_is_found_is_reported_in_persian() -> None:
    made = Made()
    for key in ("/StructTreeRoot", "/Metadata", "/ViewerPreferences"):
        del made.file.Root[key]
    messages = [found.problem(Path("a.pdf")).message for found in made.found()]
    assert len(messages) == 4
    assert "برچسب" in messages[-1]
    assert all(message.endswith(".") for message in messages)
