"""Headers and footers: elements that the style sheet takes out of the text and puts into every page's margin."""

from __future__ import annotations

from generator.tree.nodes import Furniture
from generator.writing import wording
from generator.writing.weasyprint.body.inlines import Inlines


def write_furniture(furniture: Furniture, part: str, inlines: Inlines) -> str:
    """Write the elements that repeat: `header` (right, left, marks) and `footer`; what is empty is left out.

    `part` ends the names under which the pages of an annex find theirs.
    """
    marks = "<br>".join(inlines.mixed(line, "mark") for line in wording.mark_lines(furniture.marks))
    parts = (
        ("header-start", "header", inlines.write(furniture.header_start, "header", furniture.place, anchored=False)),
        ("marks", "mark", marks),
        ("header-end", "header", inlines.write(furniture.header_end, "header", furniture.place, anchored=False)),
    )
    written = [
        f'<header class={_classes(name, part)}><p class="role-{role}">{html}</p></header>\n'
        for name, role, html in parts
        if html
    ]
    return "".join(written) + _footer(furniture, part, inlines)


def _classes(name: str, part: str) -> str:
    return f'"{name} {name}{part}"' if part else name


def _footer(furniture: Furniture, part: str, inlines: Inlines) -> str:
    """Write room for short signatures, and under it the footer line."""
    labels = "".join(
        f'<td><p class="role-footer">{inlines.mixed(wording.initials(label), "footer")}</p></td>'
        for label in furniture.initials
    )
    initials = f"<table class=initials><tr>{labels}</tr></table>" if labels else ""
    line = inlines.write(furniture.footer, "footer", furniture.place, anchored=False)
    line = f'<p class="role-footer">{line}</p>' if line else ""
    classes = f" class=footer{part}" if part else ""
    return f"<footer{classes}>{initials}{line}</footer>\n" if initials or line else ""
