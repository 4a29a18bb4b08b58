"""A short letter on A5, the usual paper for one: letterhead, signature, copies, attachments and footer, in both formats."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from generator.inspection import inspect
from generator.style import faces, style
from generator.writing.measures import LETTERHEAD_SHARES
from generator.writing.wording import blank, field_label
from tests.documents.built import ROOT
from tests.documents.projects import PLACE, add_kind, copied, sanad
from tests.documents.sdk import validate
from tests.documents.texts import W, docx_body, docx_part, folded, pdf_pages, squeezed

KIND = """\
title: نامهٔ کوتاه به دستگاه
order: 901
subject: agency
requires: [plan]
page: letter-a5
letter: yes
"""
TEMPLATE = """\
{% from "_parts/furniture.html.j2" import furniture %}
{% from "_parts/letterhead.html.j2" import letterhead %}
{% from "_parts/signing.html.j2" import signer %}
<document title="نامهٔ برنامهٔ محلهٔ {{ neighbourhood.name }} به {{ agency.short_name }}">
{{ furniture('') }}
<section>
{% set number %}<blank prompt="شماره"/>{% endset %}
{{ letterhead(secretariat.organisation, plan.date, number, '۱ برگ') }}
<p role="recipient">مدیر محترم {{ agency.name }}</p>
<p role="recipient">موضوع: سهم آن دستگاه در برنامهٔ محلهٔ {{ neighbourhood.name }}</p>
<p>با سلام و احترام؛ به پیوست فهرست اقدام‌هایی ارسال می‌شود که در ویرایش {{ plan.version }} برنامهٔ اقدام مشترک محلهٔ
{{ neighbourhood.name }} مسئولیت آن با آن دستگاه است. خواهشمند است نظر خود را به دبیرخانه اعلام فرمایید.</p>
<signatures columns="1" key="signature">{{ signer("با احترام", secretariat.director, secretariat.director_post) }}</signatures>
<p><b>رونوشت:</b></p>
<ul key="copies"><li>فرمانداری شهرستان مشهد، جهت استحضار</li><li>دفتر تسهیلگری محله، جهت پیگیری</li></ul>
<p><b>پیوست:</b> فهرست اقدام‌ها</p>
</section>
</document>
"""
LETTER = "labour"
"""One of the letters, to an agency whose name fills its line."""
MM = 72 / 25.4
SAID = ("بسمه تعالی", "رونوشت:", "فرمانداری شهرستان مشهد، جهت استحضار", "پیوست: فهرست اقدام‌ها", "با احترام")


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letter to one agency, without its suffix."""
    root = copied(tmp_path_factory.mktemp("project"))
    add_kind(root, "short-letter", KIND, TEMPLATE)
    done = sanad(root, "build", PLACE, "--kind", "short-letter", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return root / "output" / PLACE / "short-letter" / f"{LETTER}-draft"


def test_the_letter_is_one_page_of_a5_in_the_pdf_and_a5_in_word(letter: Path) -> None:
    with pikepdf.open(letter.with_suffix(".pdf")) as file:
        boxes = [[round(float(edge) / MM) for edge in page.mediabox] for page in file.pages]
    size = docx_part(letter.with_suffix(".docx"), "word/document.xml").find(f".//{W}pgSz")

    assert boxes == [[0, 0, 148, 210]]
    assert size is not None
    assert [round(int(size.get(W + name, "0")) / 20 / MM) for name in ("w", "h")] == [148, 210]


def test_all_parts_of_a_letter_are_there_in_both_formats(letter: Path) -> None:
    text, pdf = docx_body(letter.with_suffix(".docx")), "".join(pdf_pages(letter.with_suffix(".pdf")))

    for said in SAID:
        assert squeezed(said) in squeezed(text)
        assert folded(said) in folded(pdf)
    assert text.count("......") >= 2
    assert folded("صفحهٔ ۱ از ۱") in folded(pdf)


def test_both_files_are_right_for_the_lint_and_the_open_xml_sdk(letter: Path) -> None:
    assert inspect(letter.with_suffix(".docx")) == []
    assert inspect(letter.with_suffix(".pdf"), marks=["نمونه"]) == []
    assert validate(letter.with_suffix(".docx"), "Microsoft365") == []


def test_no_line_of_a_letterhead_is_broken_on_a5(letter: Path) -> None:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    right, middle, left = (
        look.pages["letter-a5"].text_width * share / sum(LETTERHEAD_SHARES) - 2 * look.tables["plain"].padding
        for share in LETTERHEAD_SHARES
    )
    document = docx_part(letter.with_suffix(".docx"), "word/document.xml")
    lines: dict[str, list[str]] = {}
    for paragraph in document.iter(W + "p"):
        role = paragraph.find(f"{W}pPr/{W}pStyle")
        if role is not None and role.get(W + "val", "").startswith("Letterhead"):
            text = "".join(node.text or "" for node in paragraph.iter(W + "t"))
            lines.setdefault(role.get(W + "val", ""), []).append(text)

    assert lines["LetterheadField"][1] == field_label("شماره") + blank(24)
    for name, role, room in (
        ("LetterheadOrganisation", "letterhead-organisation", right),
        ("LetterheadCentre", "letterhead-centre", middle),
        ("LetterheadField", "letterhead-field", left),
    ):
        look_of = look.roles[role]
        widths = [faces.advance(line, look.stack(role).faces, look_of.size, look_of.bold) for line in lines[name]]
        assert widths
        assert max(widths) <= room, (role, lines[name], widths, room)
