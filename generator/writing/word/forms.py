"""Letterhead and signatures: tables without rules, first column at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import wording
from generator.writing.measures import LETTER_SIGNATURE_SHARES, LETTERHEAD_SHARES, SIGNING_ROOM
from generator.writing.word import elements
from generator.writing.word.runs import mixed_runs
from generator.writing.word.styles import style_id, table_style_id
from generator.writing.word.tables import gap
from generator.writing.word.xml import divide, twips

if TYPE_CHECKING:
    from generator.writing.word.blocks import Blocks, Setting

_LAYOUT = "plain"


def write_letterhead(letterhead: nodes.Letterhead, blocks: Blocks, setting: Setting) -> list[elements.Element]:
    """Write a letterhead: organisation at the right, title lines in the middle, fields at the left."""
    widths = divide(setting.width, LETTERHEAD_SHARES)
    organisation = [_line("letterhead-organisation", mixed_runs(line)) for line in letterhead.organisation]
    if letterhead.emblem:
        description = wording.emblem(letterhead.organisation)
        emblem = _line("letterhead-organisation", blocks.pictures.run(letterhead.emblem, description))
        emblem.line_auto = True
        organisation.insert(0, emblem)
    centre = [_line("letterhead-centre", mixed_runs(line)) for line in letterhead.centre]
    fields = [
        _line("letterhead-field", mixed_runs(wording.field_label(field.label)) + blocks.inlines.runs(field.value))
        for field in letterhead.fields
    ]
    roles = ("letterhead-organisation", "letterhead-centre", "letterhead-field")
    cells = [
        elements.Cell(width, list(lines) or [_line(role, "")], centred=role != "letterhead-field")
        for width, role, lines in zip(widths, roles, (organisation, centre, fields), strict=True)
    ]
    return [elements.Table(table_style_id(_LAYOUT), widths, [elements.Row(cells)]), gap()]


def write_signatures(signatures: nodes.Signatures, blocks: Blocks, setting: Setting) -> list[elements.Element]:
    """Write signers side by side, `columns` in a row, with room to sign; all rows on one page."""
    if signatures.letter:
        return _letter_signature(signatures, blocks, setting)
    columns = max(1, min(signatures.columns, len(signatures.signers)))
    widths = divide(setting.width, (1,) * columns)
    room = twips(blocks.style.tables[_LAYOUT].padding + SIGNING_ROOM)
    rows: list[elements.Row] = []
    for start in range(0, len(signatures.signers), columns):
        signers = signatures.signers[start : start + columns]
        cells = [
            elements.Cell(width, _signer(signatures, signer, blocks), bottom=room)
            for signer, width in zip(signers, widths, strict=False)
        ]
        cells += [elements.Cell(width, [_line("signature", "")]) for width in widths[len(cells) :]]
        rows.append(elements.Row(cells))
    for row in rows[:-1]:
        elements.keep_row(row)
    for paragraph in elements.row_paragraphs(rows[-1]) if rows else ():
        paragraph.keep_lines = True
    return [elements.Table(table_style_id(_LAYOUT), widths, rows), gap()] if rows else []


def _letter_signature(signatures: nodes.Signatures, blocks: Blocks, setting: Setting) -> list[elements.Element]:
    """Write the signature of a letter at the left, with nothing beside it."""
    (signer,) = signatures.signers
    free, own = divide(setting.width, LETTER_SIGNATURE_SHARES)
    room = twips(blocks.style.tables[_LAYOUT].padding + SIGNING_ROOM)
    cells = [
        elements.Cell(free, [_line("signature", "")]),
        elements.Cell(own, _signer(signatures, signer, blocks), bottom=room),
    ]
    row = elements.Row(cells)
    for paragraph in elements.row_paragraphs(row):
        paragraph.keep_lines = True
    return [elements.Table(table_style_id(_LAYOUT), [free, own], [row]), gap()]


def _signer(signatures: nodes.Signatures, signer: nodes.Signer, blocks: Blocks) -> list[elements.Element]:
    lines: list[elements.Element] = [
        _line(role, blocks.inlines.runs(children)) for role, children in wording.signer_lines(signatures, signer)
    ]
    lines = lines or [_line("signature", "")]
    if signer.key:
        blocks.anchor(signer.key, lines)
    return lines


def _line(role: str, content: str) -> elements.Paragraph:
    return elements.Paragraph(style_id(role), [content] if content else [])
