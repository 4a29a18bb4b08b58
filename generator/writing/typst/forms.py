"""Letterhead and signatures: parts side by side, the first at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.style import faces
from generator.style.style import RoleLook, Stack
from generator.tree import nodes
from generator.tree.walk import plain_text
from generator.writing import wording
from generator.writing.measures import LETTER_SIGNATURE_SHARES, LETTERHEAD_SHARES
from generator.writing.typst.literals import array, joined, string, truth

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

_LAYOUT = "plain"

_MOST_LINES = 5
"""The lines of a paragraph that signatures may take to their page."""


def write_letterhead(letterhead: nodes.Letterhead, blocks: Blocks, setting: Setting) -> str:
    """Write a letterhead: organisation at the right, title lines in the middle, fields at the left."""
    padding = 2 * blocks.style.tables[_LAYOUT].padding
    widths = [setting.width * share / sum(LETTERHEAD_SHARES) - padding for share in LETTERHEAD_SHARES]
    right, middle, left = (replace(setting, width=width) for width in widths)

    def line(role: str, text: str, inside: Setting) -> str:
        return blocks.paragraph(role, blocks.inlines.mixed(text, blocks.around(role, inside, letterhead.place)))

    role = "letterhead-organisation"
    organisation = [line(role, name, right) for name in letterhead.organisation]
    if letterhead.emblem:
        description = string(wording.emblem(letterhead.organisation))
        organisation.insert(0, f"emblem({blocks.roles.name(role)}, {string(blocks.file(letterhead.emblem))}, {description})")
    centre = [line("letterhead-centre", text, middle) for text in letterhead.centre]
    role = "letterhead-field"
    around = blocks.around(role, left, letterhead.place)
    fields = []
    for each in letterhead.fields:
        label = blocks.inlines.mixed(wording.field_label(each.label), around)
        value = blocks.inlines.write(each.value, around)
        fields.append(blocks.paragraph(role, joined([label, value])))
    parts = ", ".join(joined(part) for part in (organisation, centre, fields))
    return f"letterhead({array(f'{share}fr' for share in LETTERHEAD_SHARES)}, {parts})"


def is_long(paragraph: nodes.Paragraph, look: RoleLook, stack: Stack, width: float) -> bool:
    """Return whether a paragraph has so many lines that signatures should not take all of it to their page."""
    text = plain_text(paragraph.children)
    return faces.advance(text, stack.faces, look.size, look.bold) > _MOST_LINES * width


def write_signatures(signatures: nodes.Signatures, blocks: Blocks, setting: Setting) -> str:
    """Write signers side by side, `columns` in a row, with room to sign; never alone on a page."""
    anchor = blocks.labels.anchor(signatures.key)
    if not signatures.signers:
        return anchor
    wide = max(1, min(signatures.columns, len(signatures.signers)))
    shares = LETTER_SIGNATURE_SHARES if signatures.letter else (1,) * wide
    padding = 2 * blocks.style.tables[_LAYOUT].padding
    inside = replace(setting, width=setting.width * shares[-1] / sum(shares) - padding)
    signers = ",\n".join(_signer(signer, blocks, signatures, inside) for signer in signatures.signers)
    if signatures.letter:
        signers = f"grid.cell(x: 1, {signers})"
    mark = blocks.guards.mark(signatures.place)
    columns = array(f"{share}fr" for share in shares)
    return f"signatures({columns}, {truth(bool(mark))}, {joined([mark, anchor])}, (\n{signers},\n))"


def _signer(signer: nodes.Signer, blocks: Blocks, signatures: nodes.Signatures, setting: Setting) -> str:
    written = [blocks.labels.anchor(signer.key)]
    for role, children in wording.signer_lines(signatures, signer):
        around = blocks.around(role, setting, signatures.place)
        written.append(blocks.paragraph(role, blocks.inlines.write(children, around)))
    return joined(written)
