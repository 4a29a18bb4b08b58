"""A small document with a table and a chart of every kind, read from markup as a template would write it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generator.markup import reader
from generator.problems.errors import Problem
from generator.style import faces, looks
from generator.style.style import Style
from generator.tree import passes
from generator.tree.nodes import Document, Figure
from generator.tree.walk import walk

ROOT = Path(__file__).parents[3]
LOOKS = tuple(looks.find(ROOT / "templates" / "fa"))
TEMPLATE = ROOT / "templates" / "fa" / "kind" / "document.html.j2"

BAR = '<td tone="bar" label="اجرا"></td>'


@cache
def look(name: str = looks.DEFAULT) -> Style:
    """A look of the project."""
    found, problems = looks.load(ROOT / "templates" / "fa", name)
    assert found is not None, problems
    return found


def table(key: str, head: Sequence[str], *rows: Sequence[str]) -> str:
    """A captioned table; a cell that begins with a tag is kept as it is."""
    heads = "".join(f"<th>{title}</th>" for title in head)
    body = "".join(
        "<tr>" + "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    thead = f"<thead><tr>{heads}</tr></thead>" if head else ""
    return f'<table key="{key}"><caption>جدول {key}</caption>{thead}<tbody>{body}</tbody></table>'


def chart(kind: str, columns: str, of: str = "data", **others: object) -> str:
    """A chart of a table, its key made from the table's."""
    attributes = "".join(f' {name}="{value}"' for name, value in others.items())
    return (
        f'<chart key="figure-{of}" kind="{kind}" of="{of}" columns="{columns}"{attributes}><caption>شکل {of}</caption></chart>'
    )


AGENCIES = (
    ("شهرداری مشهد", "۶۵٪", "۵۲٫۳٪"),
    ("اداره کل آموزش و پرورش خراسان رضوی", "۸۰٫۵٪", "—"),
    ("کمیتهٔ امداد امام خمینی (ره)", "۳۰٪", "۳۵٪"),
)

KINDS: dict[str, str] = {
    "bars": table("data", ("دستگاه", "اعتبار", "هزینه"), ("شهرداری", "۱۲٬۵۰۰", "۸٬۰۰۰٫۵"), ("آبفا", "۹۰۰", "۰"))
    + chart("bars", "1 2 3", unit="میلیون ریال"),
    "columns": table("data", ("دوره", "تخصیص"), ("بهار ۱۴۰۳", "۲۵۰"), ("پاییز ۱۴۰۳", "۴۸۰")) + chart("columns", "1 2"),
    "progress": table("data", ("دستگاه", "برنامه", "واقعی"), *AGENCIES) + chart("progress", "1 2 3"),
    "deviation": table("data", ("اقدام", "انحراف"), ("بیمه", "−۲۳٫۵"), ("آموزش", "+۶"), ("سند", "۰"))
    + chart("deviation", "1 2"),
    "indicators": table("data", ("شاخص", "پایه", "اکنون", "هدف"), ("ترک تحصیل", "۱۲٫۵", "۹", "۵"), ("گروه‌ها", "۰", "۴", "۱۲"))
    + chart("indicators", "1 2 3 4"),
    "gantt": table("data", ("اقدام", "بهار", "تابستان", "پاییز"), ("بهسازی", BAR, "", BAR), ("آموزش", "", BAR, BAR))
    + chart("gantt", "1 2 3 4"),
    "organisation": table("data", ("نهاد", "زیر نظر"), ("استانداری", "—"), ("دبیرخانه", "استانداری"), ("دفتر", "دبیرخانه"))
    + chart("organisation", "1 2"),
    "zones": table("data", ("پهنه", "جهت", "جمعیت"), ("التیمور", "شمال شرق", "۲۱۰٬۰۶۶"), ("طرق", "جنوب", "۵۰٬۰۰۰"))
    + chart("zones", "1 2 3", unit="نفر"),
}


def read(*blocks: str, page: str = "portrait") -> tuple[Document | None, list[Problem]]:
    """The finished document of blocks of markup, each block on a line of its own from line 2, and its problems."""
    text = f'<document title="نمودار"><section page="{page}">\n' + "\n".join(blocks) + "\n</section></document>"
    document, problems = reader.read(text, TEMPLATE, page, look())
    if document is None:
        return None, list(problems)
    return passes.finish(document, look(), faces.advance)


def document(*blocks: str, page: str = "portrait") -> Document:
    """The finished document of blocks that have no fault."""
    made, problems = read(*blocks, page=page)
    assert made is not None and problems == []
    return made


def figure(made: Document) -> Figure:
    """The one figure of a document."""
    (found,) = [visit.node for visit in walk(made) if isinstance(visit.node, Figure)]
    return found
