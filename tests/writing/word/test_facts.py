"""Facts in a Word file: a control with the path as its tag, a bookmark for each place, and the table of bookmarks."""

from __future__ import annotations

import dataclasses
import re

from lxml import etree

from generator.tree.nodes import Blank, Datum, Furniture, Ltr, Paragraph, Strong, Text
from generator.writing.word.bookmarks import Bookmarks
from tests.writing import trees
from tests.writing.word.opened import NAMES, Opened, W, find, value, words

AMOUNT = Datum("contract.amount", (Text("۱۲٬۰۰۰"),), "مبلغ قرارداد")
NUMBER = Datum("contract.number", (Blank("شماره قرارداد"),), "شماره")
LONG = "dossier.approvals.approvals.office-headquarters"


def _opened(*children: object) -> Opened:
    return Opened(trees.document(Paragraph(children)))  # type: ignore[arg-type]


def _controls(opened: Opened) -> list[tuple[str | None, str | None, str]]:
    return [(value(each, "w:sdtPr/w:tag"), value(each, "w:sdtPr/w:alias"), words(each)) for each in opened.find("//w:sdt")]


def _table(opened: Opened) -> dict[str, str]:
    properties = opened.part("docProps/custom.xml")
    entries = [each for each in properties if each.get("name", "").startswith("sanad-facts-")]
    texts = ["".join(map(str, each.itertext())) for each in entries]
    assert all(len(text) <= 255 for text in texts)
    return dict(pair.split("=") for text in texts for pair in text.split())


def test_a_value_and_a_blank_are_controls_with_the_path_as_tag_and_what_belongs_there_as_title() -> None:
    opened = _opened(Text("مبلغ "), AMOUNT, Text("، شماره "), NUMBER)
    assert _controls(opened) == [
        ("contract.amount", "مبلغ قرارداد", "۱۲٬۰۰۰"),
        ("contract.number", "شماره قرارداد", "." * 24),
    ]
    assert [bool(find(each, "w:sdtPr/w:showingPlcHdr")) for each in opened.find("//w:sdt")] == [False, True]


def test_each_place_of_a_fact_has_a_bookmark_which_the_properties_name() -> None:
    opened = _opened(AMOUNT, Text(" یا "), AMOUNT, Text(" یا "), NUMBER)
    names = [start.get(W + "name") for start in opened.find("//w:bookmarkStart")]
    assert names == ["f_contract_amount", "f_contract_amount_2", "f_contract_number"]
    assert _table(opened) == dict(zip(names, ("contract.amount", "contract.amount", "contract.number"), strict=True))
    assert len({value(each, "w:sdtPr/w:id") for each in opened.find("//w:sdt")}) == 3


def test_a_long_path_is_cut_and_stays_its_own() -> None:
    bookmarks = Bookmarks()
    for path in (f"{LONG}.number", f"{LONG}.number", f"{LONG}.date"):
        bookmarks.place_fact(path)
    assert len(bookmarks.facts) == 3 and all(len(name) == 40 for name in bookmarks.facts)
    assert [*bookmarks.facts.values()] == [f"{LONG}.number", f"{LONG}.number", f"{LONG}.date"]


def test_paths_that_differ_only_in_signs_get_different_names() -> None:
    bookmarks = Bookmarks()
    for path in ("a.b", "a.b", "a.b-2", "a.b_2"):
        bookmarks.place_fact(path)
    assert len({name.lower() for name in bookmarks.facts}) == 4


def test_many_facts_are_told_in_several_properties() -> None:
    facts = [Datum(f"contract.instalments.p{number}.share", (Text("۱"),)) for number in range(60)]
    opened = _opened(*(node for fact in facts for node in (fact, Text("، "))))
    assert _table(opened) == {f"f_contract_instalments_p{number}_share": fact.path for number, fact in enumerate(facts)}


def test_a_file_without_facts_says_nothing_of_them() -> None:
    assert _table(_opened(Text("متن"))) == {}


def test_a_fact_in_a_header_is_its_text_alone() -> None:
    opened = Opened(trees.document(trees.paragraph("متن"), furniture=Furniture(header_end=(Text("مبلغ "), AMOUNT))))
    header = opened.furniture("header")[0]
    assert words(header) == "مبلغ ۱۲٬۰۰۰" and not find(header, "//w:sdt | //w:bookmarkStart")


def test_a_fact_changes_no_text_and_no_direction_of_a_run() -> None:
    def runs(opened: Opened) -> str:
        written = "".join(etree.tostring(run, encoding="unicode") for run in opened.find("//w:r"))
        bare = re.sub(r' xmlns:\w+="[^"]*"', "", written)
        return bare.replace('</w:t></w:r><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">', "")

    text = (Text("شمارهٔ "), Ltr("NGO-2", ((0, 3),)), Text("٪۵ و "), Strong((Text("۱۲"),)), Text(" نفر"))
    marked = (
        Text("شمارهٔ "),
        Datum("a.b", (Ltr("NGO-2", ((0, 3),)), Text("٪۵"))),
        Text(" و "),
        Datum("a.c", (Strong((Text("۱۲"),)),)),
    )
    assert runs(_opened(*marked, Text(" نفر"))) == runs(_opened(*text))


def test_a_stretch_from_the_left_that_a_fact_divides_stays_one() -> None:
    divided = _opened(Text("نام "), Ltr("C++ "), Datum("a.b", (Ltr("v2+"),)), Text(" است"))
    assert words(divided.find("//w:p")[0]) == words(_opened(Text("نام "), Ltr("C++ v2+"), Text(" است")).find("//w:p")[0])


def test_protection_locks_a_value_and_leaves_a_blank_open() -> None:
    document = dataclasses.replace(trees.document(Paragraph((AMOUNT, Text(" "), NUMBER))), protected=True)
    locks = [each.find("w:sdtPr/w:lock", NAMES) for each in Opened(document).find("//w:sdt")]
    assert [None if lock is None else lock.get(W + "val") for lock in locks] == ["contentLocked", None]
