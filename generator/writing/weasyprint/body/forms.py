"""Letterhead and signatures: tables without rules, first column at the right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import wording
from generator.writing.measures import LETTER_SIGNATURE_SHARES, LETTERHEAD_SHARES
from generator.writing.weasyprint import assets
from generator.writing.weasyprint.body.inlines import identifier
from generator.writing.weasyprint.body.tables import columns

if TYPE_CHECKING:
    from generator.writing.weasyprint.body.blocks import Blocks


def write_letterhead(letterhead: nodes.Letterhead, blocks: Blocks) -> str:
    """Write a letterhead: organisation at the right, title lines in the middle, fields at the left."""

    def line(role: str, html: str) -> str:
        return blocks.paragraph(role, html)

    inlines, place = blocks.inlines, letterhead.place
    organisation = ""
    if letterhead.emblem:
        description = escape(wording.emblem(letterhead.organisation))
        organisation += f'<p class=emblem><img src="{assets.address(letterhead.emblem)}" alt="{description}"></p>'
    for name in letterhead.organisation:
        organisation += line("letterhead-organisation", inlines.mixed(name, "letterhead-organisation", place))
    centre = "".join(line("letterhead-centre", inlines.mixed(text, "letterhead-centre", place)) for text in letterhead.centre)
    role = "letterhead-field"
    fields = "".join(
        line(role, inlines.mixed(wording.field_label(each.label), role, place) + inlines.write(each.value, role, place))
        for each in letterhead.fields
    )
    widths = columns([nodes.Column(share) for share in LETTERHEAD_SHARES])
    cells = f"<td>{organisation}</td><td>{centre}</td><td class=fields>{fields}</td>"
    return f"<table class=letterhead>{widths}<tr>{cells}</tr></table>\n"


def write_signatures(signatures: nodes.Signatures, blocks: Blocks) -> str:
    """Write signers side by side, `columns` in a row, with room to sign; never alone on a page."""
    if not signatures.signers:
        return ""
    if signatures.letter:
        widths = columns([nodes.Column(share) for share in LETTER_SIGNATURE_SHARES])
        cells = f"<td></td>{_signer(signatures.signers[0], blocks, signatures)}"
        return f"<table class=signatures{identifier(signatures.key)}>{widths}<tr>{cells}</tr></table>\n"
    wide = max(1, min(signatures.columns, len(signatures.signers)))
    rows = []
    for start in range(0, len(signatures.signers), wide):
        signers = signatures.signers[start : start + wide]
        cells = "".join(_signer(signer, blocks, signatures) for signer in signers)
        rows.append(f"<tr>{cells}{'<td></td>' * (wide - len(signers))}</tr>\n")
    widths = columns([nodes.Column()] * wide)
    return f"<table class=signatures{identifier(signatures.key)}>{widths}{''.join(rows)}</table>\n"


def _signer(signer: nodes.Signer, blocks: Blocks, signatures: nodes.Signatures) -> str:
    lines = ""
    for role, children in wording.signer_lines(signatures, signer):
        lines += blocks.paragraph(role, blocks.inlines.write(children, role, signatures.place))
    return f"<td{identifier(signer.key)}>{lines}</td>"
