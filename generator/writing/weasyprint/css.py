"""Makes the style sheet of the PDF from the look: roles, tables, tones and pages by their names.

Directions are written out (`right`, not `start`), as every page is right-to-left. WeasyPrint 70 gets wrong or lacks in
right-to-left text: `text-indent`, `column-rule`, `grid`, the `content` of `::marker`, `unicode-bidi`; none of them is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.persian import numeral
from generator.style.contrast import readable_ink
from generator.style.style import RoleLook, Style
from generator.tree import annexes
from generator.tree.nodes import Document, Section, Tone
from generator.writing import parts, wording
from generator.writing.measures import (
    CARD_LOOK,
    CELL_LIST_STEP,
    CUT_LINE,
    EMBLEM_HEIGHT,
    EMBLEM_WIDTH,
    HEADER_SHARES,
    LIST_STEP,
    NOTE_RULE,
    SIGNING_ROOM,
    TABLE_GAP,
)
from generator.writing.parts import Counts
from generator.writing.pdf.margins import margins
from generator.writing.weasyprint.body.blocks import DEEPEST

BOLD_TONES = ("head", "total", "label")


def write(style: Style, document: Document, counts: Counts | None = None) -> str:
    """Return the style sheet of a document: every role and table look, and the page forms that it uses.

    `counts` are the pages of the document and of its annexes.
    """
    forms = dict.fromkeys(section.page for section in document.sections)
    own, *others = annexes.parts(document)
    counts = counts or parts.counts(document, {}, 0)
    used = dict.fromkeys(section.page for section in document.sections[: own.end])
    first = document.sections[0].page if document.sections and document.cover else ""
    rules = [*_FIXED.splitlines(), *_ground(style)]
    rules += [_role(style, name, role) for name, role in style.roles.items()]
    rules += [f".align-{align} {{ text-align: {value} }}" for align, value in _ALIGNS.items()]
    rules += _lists()
    rules += _tables(style)
    rules += _tones(style)
    for form in used:
        rules += _page(form, form, "", style, document, style.mirrors(forms))
        if form == first:
            rules.append(_cover(form))
    if others:
        rules.append(_count("", counts.of(0)))
    for number, part in enumerate(others, 1):
        section = document.sections[part.first]
        name = page_name(section, part.first)
        rules += _page(name, section.page, ending(part), style, document, style.mirrors(forms))
        rules += _annex(name, ending(part), counts.of(number))
    return "\n".join(rules) + "\n"


def ending(part: annexes.Part) -> str:
    """Return what ends the names of what belongs to an annex."""
    return f"-{part.first}" if part.label else ""


def page_name(section: Section, number: int) -> str:
    """Return the name of the pages of a section: their form, or that of an annex alone."""
    return f"annex-{number}" if section.annex else section.page


def _annex(name: str, part: str, pages: int) -> Iterator[str]:
    """Yield what the pages of an annex have for themselves: headers and footers, and numbers from one."""
    for side in ("header-start", "header-end", "marks"):
        yield f"header.{side}{part} {{ position: running({side}{part}) }}"
    yield f"footer.footer{part} {{ position: running(footer{part}) }}"
    yield f"@page :nth(1 of {name}) {{ counter-reset: page 1 }}"
    yield _count(part, pages)


def _count(part: str, pages: int) -> str:
    """Return how many pages a part has, which CSS counts for all of them together only."""
    around = [f".{name}{part}" for name in ("header-start", "header-end")] + [f"footer.footer{part}" if part else "footer"]
    fields = ", ".join(f"{name} .field-pages::before" for name in around)
    return f'{fields} {{ content: "{numeral(pages)}" }}'


_ALIGNS = {"start": "right", "center": "center", "end": "left", "justify": "justify"}

# A stretch drawn with another face (bold, Latin, signs) brings that face's measures with it; a line height of nothing keeps
# it from stretching the line, whose height the paragraph then decides alone.
# WeasyPrint keeps a list on the page of what stands before it; list in list, that left pages of one line.
# PDF/A (ISO 19005-3, 6.2.8) lets no picture ask for smoothing, which WeasyPrint does unless it is told not to.
_FIXED = """\
html, body, p, h1, h2, h3, ul, ol, li, table, td, th { margin: 0; padding: 0 }
body { orphans: 2; widows: 2 }
p, h1, h2, h3 { font-weight: normal }
h1, h2, h3 { break-inside: avoid }
b { font-weight: bold }
b, bdi, .signs { line-height: 0 }
a { color: inherit; text-decoration: none }
bdi { direction: ltr }
bdi, .long, .blank { overflow-wrap: break-word }
ul, ol { list-style: none }
li ul, li ol { break-before: auto }
section + section { break-before: page }
.held { white-space: nowrap }
.keep { break-inside: avoid }
.keep-next { break-after: avoid }
.page-break { break-before: page }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
td, th { vertical-align: top; font-weight: normal }
th { vertical-align: middle }
thead { display: table-header-group }
tr { break-inside: avoid }
tr.split { break-inside: auto }
li:nth-last-child(2) { break-after: avoid }
.letterhead td { vertical-align: middle }
.letterhead td.fields { vertical-align: top }
.signatures { break-inside: avoid; break-before: avoid }
.initials { margin-bottom: 0 }
.cards { break-inside: avoid }
.cards td { vertical-align: middle }
img { image-rendering: crisp-edges }
header.header-start { position: running(header-start) }
header.header-end { position: running(header-end) }
header.marks { position: running(marks) }
footer { position: running(footer) }
.header-start p { text-align: right }
.header-end p { text-align: left }
.footnote { float: footnote; font-weight: normal }
.footnote::footnote-call { content: counter(footnote, persian); font-size: 70%; line-height: 0; vertical-align: super }
.contents a::after { content: leader(".") target-counter(attr(href), page, persian) }
.contents a.of-annex::after { content: target-counter(attr(href), page, persian) }
.contents .leader::before { content: leader(".") }
h1, .role-contents-title { string-set: section content() }
.section-title::before { content: string(section) }
.field-page::before { content: counter(page, persian) }
.field-pages::before { content: counter(pages, persian) }
"""


def _ground(style: Style) -> Iterator[str]:
    yield f".blank {{ color: #{style.colour('muted')} }}"
    # All of a Latin stretch in one face: the Persian one would draw its digits and signs, but not its letters.
    for name, stack in style.stacks.items():
        roles = ", ".join(f".role-{role} bdi.latin" for role, look in style.roles.items() if look.stack == name)
        if roles:
            yield f"{roles} {{ font-family: {_families(stack.latin, *stack.faces)} }}"
    size = f"height: {EMBLEM_HEIGHT:g}pt; max-width: {EMBLEM_WIDTH:g}pt; object-fit: contain"
    yield f".emblem img {{ {size} }} .emblem {{ text-align: center }}"
    yield f'.footnote::footnote-marker {{ content: counter(footnote, persian) "{wording.NOTE_END}" }}'
    # A short rule at the right, as Word draws it: a border would be as long as the page is wide.
    ink = style.colour("rule")
    rule = f"background: linear-gradient(#{ink}) no-repeat right top; background-size: {NOTE_RULE:g}pt 0.5pt"
    yield f"@page {{ @footnote {{ {rule}; margin-top: {TABLE_GAP:g}pt; padding-top: {TABLE_GAP:g}pt }} }}"
    plain = style.tables["plain"].padding
    yield f".letterhead td, .signatures td, .initials td {{ padding: {plain:g}pt }}"
    yield f".cards td {{ padding: {style.tables[CARD_LOOK].padding:g}pt }}"
    yield f".cards.cut td {{ border: {CUT_LINE:g}pt dashed #{ink} }}"
    yield f".contents {{ margin-bottom: {2 * TABLE_GAP:g}pt }}"
    yield f".letterhead, .signatures {{ margin-bottom: {TABLE_GAP:g}pt }}"
    yield f".signatures td {{ padding-bottom: {plain + SIGNING_ROOM:g}pt }}"


def _role(style: Style, name: str, role: RoleLook) -> str:
    declarations = [
        f"font-family: {_families(*style.stacks[role.stack].faces)}",
        f"font-size: {role.size:g}pt",
        f"line-height: {role.line:g}pt",
        f"text-align: {_ALIGNS[role.align]}",
        f"color: #{style.colour(role.colour)}",
    ]
    declarations += [f"margin-top: {role.before:g}pt"] if role.before else []
    declarations += [f"margin-bottom: {role.after:g}pt"] if role.after else []
    declarations += [f"padding-right: {role.indent:g}pt"] if role.indent else []
    declarations += ["font-weight: bold"] if role.bold else []
    declarations += ["font-kerning: none; font-variant-ligatures: no-contextual"] if style.stacks[role.stack].plain else []
    declarations += ["break-after: avoid"] if role.keep_next else []
    return f".role-{name} {{ {'; '.join(declarations)} }}"


def _families(*faces: str) -> str:
    return ", ".join(f'"{face}"' for face in dict.fromkeys(faces))


def _lists() -> Iterator[str]:
    """Yield the depths of lists by their indent, each mark hanging in the last step of it."""
    for prefix, step in (("", LIST_STEP), ("cell-", CELL_LIST_STEP)):
        for depth in range(DEEPEST + 1):
            yield f".{prefix}depth-{depth} {{ padding-right: {(depth + 1) * step:g}pt }}"
        hanging = f"display: inline-block; min-width: {step:g}pt; margin-right: -{step:g}pt; "
        hanging += "box-sizing: border-box; padding-left: 3pt; text-align: right"
        marks = [f'[class*=" {prefix}depth-"] > .mark']
        for number, bullet in enumerate(wording.BULLETS):
            marks.append(f'[class*=" {prefix}depth-"].bullet-{number}::before')
            if not prefix:
                yield f'.bullet-{number}::before {{ content: "{bullet}" }}'
        yield f"{', '.join(marks)} {{ {hanging} }}"


def _tables(style: Style) -> Iterator[str]:
    yield f"div.table {{ margin-bottom: {TABLE_GAP:g}pt }}"
    rule = style.colour("rule")
    for name, look in style.tables.items():
        border = f"; border: {look.rule:g}pt solid #{rule}" if look.rule else ""
        # Not the cells of a table in a cell, which have a look of their own.
        yield f".look-{name} > * > tr > td, .look-{name} > * > tr > th {{ padding: {look.padding:g}pt{border} }}"


def _tones(style: Style) -> Iterator[str]:
    """Yield the fill of each tone, and an ink that can be read on it."""
    ink = style.colour("ink")
    for tone in filter(style.fill, get_args(Tone)):
        fill = style.fill(tone)
        yield f".tone-{tone} {{ background-color: #{fill} }}"
        if (readable := readable_ink(ink, fill)) != ink:
            yield f".tone-{tone} p {{ color: #{readable} }}"
    for tone in BOLD_TONES:
        yield f".tone-{tone} p {{ font-weight: bold }}"


def _page(name: str, form: str, part: str, style: Style, document: Document, mirrored: bool) -> Iterator[str]:
    """Yield a page form as a named page, with the header and footer elements of a part in its margins."""
    page, furniture = style.pages[form], document.furniture
    room = margins(page, style, document)
    right, middle, left = HEADER_SHARES
    boxes = []
    for box, side, share, present in (
        ("top-right", "header-start", right, furniture.header_start),
        ("top-center", "marks", middle, furniture.marks),
        ("top-left", "header-end", left, furniture.header_end),
    ):
        content = f"element({side}{part})" if present else '""'
        boxes.append(f"@{box} {{ content: {content}; width: {share}%; vertical-align: top; padding-top: {page.header:g}mm }}")
    if furniture.footer or furniture.initials:
        boxes.append(
            f"@bottom-center {{ content: element(footer{part}); width: 100%; vertical-align: bottom; "
            f"padding-bottom: {page.footer:g}mm }}"
        )
    yield f".page-{name} {{ page: {name} }}"
    yield (
        f"@page {name} {{ size: {page.width:g}mm {page.height:g}mm; "
        f"margin: {room.top:.6g}mm {page.right:g}mm {room.bottom:.6g}mm {page.left:g}mm; {' '.join(boxes)} }}"
    )
    if mirrored:
        # The first page of a right-to-left document is a left one; the next is printed on its back.
        yield f"@page {name}:right {{ margin-right: {page.left:g}mm; margin-left: {page.right:g}mm }}"


def _cover(form: str) -> str:
    """Return the rule of a cover, which has no header and footer; the marks stay."""
    boxes = " ".join(f"@{box} {{ content: none }}" for box in ("top-right", "top-left", "bottom-center"))
    return f"@page {form}:first {{ {boxes} }}"
