"""The measure itself: what a word is, which words a Word file has, and whether a fault planted in a PDF's text is seen."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest

from tests.textlayer.docx import Said, said
from tests.textlayer.measure import LEAST_OF_A_KIND, Measure, measure
from tests.textlayer.words import KINDS, divided, words

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml"'


def run(text: str, about: str = "") -> str:
    return f"<w:r>{about}<w:t>{text}</w:t></w:r>"


def field(instruction: str, result: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{middle}{run(result)}{end}"


def word_file(folder: Path, body: str, **parts: str) -> Path:
    """A Word file of a body and further parts, each related to the body by its name."""
    file = folder / "made.docx"
    related = "".join(f'<Relationship Id="{name}" Target="{name}.xml"/>' for name in parts)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{related}</Relationships>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:part {_NAMES}>{content}</w:part>")
    return file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("می\u200cشود، همهٔ (کاملاً)", ["می\u200cشود", "همهٔ", "کاملاً"]),
        ("مصوب ۱۳۹۸ ه\u200d.ش", ["مصوب", "۱۳۹۸", "ه\u200d", "ش"]),
        ("۱٬۲۵۰٫۵ و ۱۴۰۴/۰۷/۰۱ ساعت ۰۸:۳۰", ["۱٬۲۵۰٫۵", "و", "۱۴۰۴/۰۷/۰۱", "ساعت", "۰۸:۳۰"]),
        ("سهم ۴۵٫۵٪، رشد −۵٪.", ["سهم", "۴۵٫۵٪", "رشد", "۵٪"]),
        ("بازهٔ ۱۲-۱۵ و ۱۴۰۳–۱۴۰۵", ["بازهٔ", "۱۲", "۱۵", "و", "۱۴۰۳", "۱۴۰۵"]),
        ("دفتر UN-Habitat، A4", ["دفتر", "UN", "Habitat", "A", "4"]),
        ("\u200f۱۲\u00a0نفر\u200e می\u200c\u200cشود\u200c ", ["۱۲", "نفر", "می\u200cشود"]),
        ("همۀ خانۀ", ["همهٔ", "خانهٔ"]),
        ("﻿ﻻ لا", ["لا"]),
    ],
)
def test_a_word_is_a_run_of_letters_a_number_with_its_signs_or_a_latin_word(text: str, expected: list[str]) -> None:
    assert [*words(text)] == expected


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("اصلاح", {"lam-alef"}),
        ("لّا", {"lam-alef"}),
        ("پالایش\u200cهای", {"lam-alef", "half-space"}),
        ("همهٔ", {"hamza"}),
        ("ه\u200d", {"ZWJ"}),
        ("۲۰٪", {"number", "percentage"}),
        ("PDF", {"Latin"}),
        ("سال", set()),
    ],
)
def test_a_word_is_counted_under_all_that_is_hard_about_it(word: str, kinds: set[str]) -> None:
    assert {kind for kind, pattern in KINDS.items() if pattern.search(word)} == kinds


def test_the_end_of_a_line_divides_a_word_only_where_letters_meet() -> None:
    assert [*divided(["او می\u200c", "شود", "تمام.", "سطر بعد", "(دیگر)"])] == [("می\u200c", "شود"), ("شود", "تمام")]
    assert [*divided(["شناسه", "\u0654 آن"])] == []


def test_a_word_file_says_its_controls_its_boxes_once_and_no_drawn_hidden_or_computed_text(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p>" + run("کادر") + "</w:p></w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    drawn = '<w:r><w:pict><v:textpath string="آب‌نشان"/></w:pict></w:r>'
    computed = field("PAGE", "۳") + field("NUMPAGES", "۹") + field("STYLEREF 1", "فصل")
    body = (
        f"<w:p>{run('متن')}<w:sdt><w:sdtContent>{run('مهار')}</w:sdtContent></w:sdt></w:p><w:p><w:r>{twice}</w:r></w:p>"
        f"<w:p>{drawn}{run('پنهان', '<w:rPr><w:vanish/></w:rPr>')}</w:p>"
        f"<w:p>{computed}{field('PAGEREF a', '۷')}{field('REF a', 'ماده ۲')}</w:p>"
        f'<w:p><w:fldSimple w:instr=" PAGE ">{run("۴")}</w:fldSimple><w:r><w:delText>حذف</w:delText><w:tab/></w:r></w:p>'
    )
    found = said(word_file(tmp_path, body, footnotes=f"<w:footnote><w:p>{run('پاورقی')}</w:p></w:footnote>"))

    assert [*words(found.body)] == ["متنمهار", "کادر", "۷", "ماده", "۲", "پاورقی"]
    assert (found.furniture, found.cover) == ((), None)


def test_headers_are_said_once_and_those_of_a_cover_apart(tmp_path: Path) -> None:
    refer = '<w:headerReference w:type="{}" r:id="{}"/>'.format
    section = f"<w:sectPr>{refer('default', 'header1')}{refer('first', 'header2')}<w:titlePg/></w:sectPr>"
    texts = {"header1": "سند", "header2": "نمونه", "header3": "سند", "footer1": "صفحه"}
    file = word_file(tmp_path, section, **{name: f"<w:p>{run(text)}</w:p>" for name, text in texts.items()})

    assert said(file) == Said("", ("\nصفحه", "\nسند"), ("\nنمونه",))


PAGES = ["نمونه\nسند\nاصلاح همهٔ خانه\u200cها\nصفحهٔ ۱", "سند ۲۰٪ سهم\nنمونه\nصفحهٔ ۲"]
SAID = Said("اصلاح همهٔ خانه\u200cها ۲۰٪ سهم", ("سند\nنمونه", "صفحهٔ"))


def test_nothing_is_lost_of_what_is_there() -> None:
    found = measure(SAID, PAGES)

    assert (found.count(), found.lost, found.broken) == (8, {}, {})
    assert found.share() == found.share("lam-alef") == found.share("ZWJ") == 1
    assert found.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("اصلاح", "اصالح", "lam-alef"),
        ("اصلاح", "اصﻼح", "lam-alef"),
        ("همهٔ", "هم ٔه", "hamza"),
        ("خانه\u200cها", "خانهها", "half-space"),
        ("۲۰٪", "٪۲۰", "percentage"),
        ("۲۰٪ سهم", "۲۰٪۵ سهم", "percentage"),
        ("سهم", "سهم‌داران", ""),
    ],
)
def test_a_word_that_a_reader_spoils_is_lost(old: str, new: str, kind: str) -> None:
    found = measure(SAID, [page.replace(old, new) for page in PAGES])

    assert found.share() < 1
    assert found.share(kind) < 1
    assert found.faults()[0].startswith("all words")


def test_a_kind_with_few_words_has_no_bound_and_one_with_enough_has() -> None:
    few, many = (Measure(Counter({"لا": n, "سال": 9999}), Counter({"لا": 1}), Counter()) for n in (49, 50))

    assert few.faults() == []
    assert many.share("lam-alef") < LEAST_OF_A_KIND
    assert [fault.partition(":")[0] for fault in many.faults()] == ["lam-alef"]


def test_headers_do_not_make_up_for_what_the_body_lost() -> None:
    found = measure(Said("سند سند سهم", ("سند",)), ["سند\nسند سهم", "سند\nسهم"])

    assert found.lost == {"سند": 1}


def test_a_header_that_no_page_bears_and_a_word_that_all_pages_lack_are_lost() -> None:
    assert measure(Said("متن", ("سند تازه",)), ["متن", "متن"]).lost == {"سند": 1, "تازه": 1}
    assert measure(Said("متن", ("سند همهٔ",)), ["متن\nسند هم ٔه"] * 2).lost == {"همهٔ": 1}
    assert measure(Said("متن", (), ("نمونه",)), []).lost == {"متن": 1, "نمونه": 1}


def test_the_header_of_the_cover_is_looked_for_on_the_first_page_alone() -> None:
    one, other = Said("", ("سند نمونه",), ("نمونه",)), ["نمونه", "سند نمونه", "سند نمونه"]

    assert measure(one, other).lost == {}
    assert measure(one, other[1:]).lost == {}
    assert measure(one, ["", *other[1:]]).lost == {"نمونه": 1}
    assert measure(one, other[:1]).lost == {}
    assert measure(one, [""]).lost == {"نمونه": 1}


def test_a_word_in_two_pieces_at_a_line_end_is_neither_lost_nor_found() -> None:
    found = measure(Said("او می\u200cشود و ۱۴۰۴/۰۷ هست"), ["او می\u200c\nشود و ۱۴۰۴/\n۰۷ هست"])

    assert (found.broken, found.lost) == ({"می\u200cشود": 1}, {"۱۴۰۴/۰۷": 1})
    assert found.count() == 4
    assert found.share() == 0.75
    assert measure(Said("او می\u200cشود"), ["او می\u200c شود"]).lost == {"می\u200cشود": 1}
    assert "two pieces" in measure(Said("می\u200cشود"), ["می\u200c\nشود"]).faults()[0]


def test_words_that_run_together_are_found_though_nothing_is_lost_and_numbers_of_pages_are_not() -> None:
    said = Said("سهم ۲۰ اعتبار ۵ سهم ۲۰ اعتبار ۵")
    together = measure(said, ["سهم ۲۰ اعتبار ۵ سهم ۲۰ اعتبار ۵", "سهم۲۰۵ سهماعتبار ۲/۲ ۱ ۹۹۹"])

    assert (together.lost, together.share()) == ({}, 1)
    assert together.strange == {"۲۰۵": 1, "سهماعتبار": 1, "۹۹۹": 1}
    assert together.faults() == ["3 words that the document does not say: ۲۰۵ 1، سهماعتبار 1، ۹۹۹ 1"]
