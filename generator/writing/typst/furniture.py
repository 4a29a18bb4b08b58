"""Headers and footers, which every page has in its margins, and the pages of each form."""

from __future__ import annotations

from collections.abc import Sequence

from generator.style.style import PageForm, Style
from generator.tree.nodes import Document, Furniture, Inline
from generator.writing import wording
from generator.writing.measures import HEADER_SHARES
from generator.writing.pdf.margins import Margins
from generator.writing.typst.inlines import Around, Inlines
from generator.writing.typst.literals import array, dictionary, joined, millimetres, points
from generator.writing.typst.roles import Roles, Variant

_LAYOUT = "plain"


def write_page(form: PageForm, room: Margins, document: Document, part: str, *, mirrored: bool, cover: bool) -> str:
    """Write the settings of the pages of a form; a cover has neither header nor footer, but its marks.

    `part` ends the names of what the margins of this part of the document show.
    """
    sides = ("inside", "outside") if mirrored else ("right", "left")
    margin = {
        "top": millimetres(room.top),
        "bottom": millimetres(room.bottom),
        sides[0]: millimetres(form.right),
        sides[1]: millimetres(form.left),
    }
    furniture = document.furniture
    settings = {
        "width": millimetres(form.width),
        "height": millimetres(form.height),
        "margin": dictionary(margin),
        "binding": "right",
        "header-ascent": "0pt",
        "footer-descent": "0pt",
        "header": _header(form, furniture, part, cover),
        "footer": _footer(form, furniture, part, cover),
    }
    return "set page(" + ", ".join(f"{name}: {value}" for name, value in settings.items()) + ")"


def _header(form: PageForm, furniture: Furniture, part: str, cover: bool) -> str:
    if not (furniture.header_start or furniture.header_end or furniture.marks):
        return "none"
    shares = array(f"{share}%" for share in HEADER_SHARES)
    start, marks, end = (f"header-{name}{part}" for name in ("start", "marks", "end"))
    parts = (f"but-on-cover({start})", marks, f"but-on-cover({end})") if cover else (start, marks, end)
    return f"header({shares}, {millimetres(form.header)}, {', '.join(parts)})"


def _footer(form: PageForm, furniture: Furniture, part: str, cover: bool) -> str:
    if not (furniture.footer or furniture.initials):
        return "none"
    lines = f"footer-lines{part}"
    return f"footer({millimetres(form.footer)}, {f'but-on-cover({lines})' if cover else lines})"


def write_furniture(furniture: Furniture, part: str, style: Style, inlines: Inlines, roles: Roles, form: PageForm) -> str:
    """Write the definitions of what the margins of all pages of a part show; `part` ends their names."""
    right, middle, left = (form.text_width * share / 100 for share in HEADER_SHARES)

    def side(children: Sequence[Inline], role: str, width: float, align: str) -> str:
        around = Around(role, width, furniture.place, anchored=False)
        return f"dress({roles.name(role, Variant(align))}, {inlines.write(children, around)})"

    around = Around("mark", middle, anchored=False)
    lines = [inlines.mixed(line, around) for line in wording.mark_lines(furniture.marks)]
    marks = [piece for line in lines for piece in ("linebreak()", line)][1:]
    written = {
        "header-start": side(furniture.header_start, "header", right, "start"),
        "header-marks": f"dress({roles.name('mark')}, {joined(marks)})",
        "header-end": side(furniture.header_end, "header", left, "end"),
        "footer-lines": joined(_footer_lines(furniture, style, inlines, roles, form)),
    }
    return "".join(f"#let {name}{part} = {value}\n" for name, value in written.items())


def _footer_lines(furniture: Furniture, style: Style, inlines: Inlines, roles: Roles, form: PageForm) -> list[str]:
    """Write room for short signatures, and under it the footer line."""
    lines = []
    name = roles.name("footer")
    if furniture.initials:
        padding = style.tables[_LAYOUT].padding
        around = Around("footer", form.text_width / len(furniture.initials) - 2 * padding, anchored=False)
        labels = [f"dress({name}, {inlines.mixed(wording.initials(label), around)})" for label in furniture.initials]
        columns = array(["1fr"] * len(labels))
        lines.append(f"grid(columns: {columns}, inset: {points(padding)}, {', '.join(labels)})")
    if furniture.footer:
        around = Around("footer", form.text_width, furniture.place, anchored=False)
        lines.append(f"dress({name}, {inlines.write(furniture.footer, around)})")
    return lines
