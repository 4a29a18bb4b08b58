"""A folder under the templates is the whole of a new kind; a fault in it is told at its line and spoils no good document."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from generator.inspection import inspect
from tests.documents.projects import PLACE, add_kind, copied, edit, place_of, sanad
from tests.documents.sdk import validate
from tests.documents.texts import docx_body, folded, pdf_pages, squeezed

KIND = """\
title: نامهٔ سهم دستگاه در برنامهٔ محله
order: 900
subject: agency
requires: [plan]
page: letter
letter: yes
"""
TEMPLATE = """\
{% from "_parts/letterhead.html.j2" import letterhead %}
{% set own = plan.actions | selectattr('lead', 'eq', agency.id) | list %}
<document title="سهم {{ agency.short_name }} در برنامهٔ محلهٔ {{ neighbourhood.name }}">
<section>
{{ letterhead(secretariat.organisation, plan.date, '' | or_blank('شماره نامه')) }}
<p role="recipient">مدیر محترم {{ agency.name }}</p>
<article key="share" title="سهم دستگاه">
  <clause>اقدام‌های آن دستگاه به شرح <ref to="actions"/> است و باید تا تاریخ <blank prompt="مهلت پاسخ"/> تأیید شود.</clause>
</article>
<table key="actions">
  <caption>اقدام‌های دستگاه</caption>
  <thead><tr><th>ردیف</th><th>عنوان</th><th>اعتبار (ریال)</th></tr></thead>
  <tbody>
  {% for action in own %}
    <tr><td>{{ loop.index }}</td><td>{{ action.title }}</td><td>{{ action.total | money }}</td></tr>
  {% else %}
    <tr><td colspan="3">این دستگاه در اقدام‌های دیگران همکار است.</td></tr>
  {% endfor %}
  </tbody>
  <tfoot><tr><td colspan="2" tone="total">جمع</td><td tone="total">{{ own | sum(attribute='total') | money }}</td></tr></tfoot>
</table>
</section>
</document>
"""
FAULT = '<td colour="red">{{ action.title }}</td>'
AGENCY = "education"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the new kind, built once."""
    root = copied(tmp_path_factory.mktemp("project"))
    add_kind(root, "agency-letter", KIND, TEMPLATE)
    done = sanad(root, "build", PLACE, "--kind", "agency-letter", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return root


def letters(root: Path) -> dict[str, bytes]:
    """The letters of a project, by path."""
    folder = root / "output" / PLACE / "agency-letter"
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_there_is_a_letter_to_each_agency_in_both_formats(project: Path) -> None:
    names = {name.rpartition(".")[0] for name in letters(project)}

    assert len(names) > 8
    assert set(letters(project)) == {f"{name}.{suffix}" for name in names for suffix in ("docx", "pdf")}


def test_a_letter_has_its_table_total_clause_number_reference_and_blank_in_both_formats(project: Path) -> None:
    folder = project / "output" / PLACE / "agency-letter"
    text, pdf = docx_body(folder / f"{AGENCY}-draft.docx"), "".join(pdf_pages(folder / f"{AGENCY}-draft.pdf"))
    amounts = [int(found.replace("٬", "")) for found in re.findall("[۰-۹]{1,3}(?:٬[۰-۹]{3}){2,}", text)]

    assert len(amounts) > 2
    assert sum(amounts[:-1]) == amounts[-1]
    for expected in ("ماده ۱- سهم دستگاه", "۱-۱- اقدام‌های آن دستگاه به شرح جدول ۱ است", "جدول ۱: اقدام‌های دستگاه"):
        assert squeezed(expected) in squeezed(text)
    assert "......" in text
    assert "......" in pdf
    assert folded("اقدام‌های آن دستگاه به شرح") in folded(pdf)


def test_a_letter_is_right_for_the_lint_and_the_open_xml_sdk(project: Path) -> None:
    folder = project / "output" / PLACE / "agency-letter"

    assert inspect(folder / f"{AGENCY}-draft.docx") == []
    assert inspect(folder / f"{AGENCY}-draft.pdf", marks=["نمونه"]) == []
    assert validate(folder / f"{AGENCY}-draft.docx", "Microsoft365") == []


def test_a_wrong_attribute_is_told_at_the_line_of_the_template_and_leaves_every_document_as_it_was(project: Path) -> None:
    before = letters(project)
    template = project / "templates" / "fa" / "agency-letter" / "document.html.j2"
    edit(template, "<td>{{ action.title }}</td>", FAULT)
    line, _ = place_of(template, FAULT)

    done = sanad(project, "build", PLACE, "--kind", "agency-letter", "--jobs", "1")
    edit(template, FAULT, "<td>{{ action.title }}</td>")
    told = [message for message in done.stderr.splitlines() if message.startswith(f"{template}:")]

    assert done.returncode == 3
    assert len(told) == 1
    assert told[0].startswith(f"{template}:{line}:")
    assert "colour" in told[0]
    # A letter without the row that holds the fault is right, and made again with the same bytes.
    assert letters(project) == before
    assert all(
        zipfile.is_zipfile(project / "output" / PLACE / "agency-letter" / name) for name in before if name.endswith("docx")
    )
