"""Elements -> tree. Takes elements that `grammar` found nothing wrong with."""

from __future__ import annotations

from typing import Any

from generator.markup.reader import inline, letters, tables
from generator.markup.reader.rules import MOST_COLUMNS, MOST_ROWS_SPANNED
from generator.markup.reader.xml import Element
from generator.tree import nodes


class Builder:
    """Builds the tree of one document. A paragraph that names no role is `body`; writers choose its role by where it is."""

    def __init__(self, default_page: str) -> None:
        self._default_page = default_page

    def document(self, root: Element) -> nodes.Document:
        """Return the document of a root element."""
        furniture = root.named("furniture")
        return nodes.Document(
            properties=nodes.Properties(
                title=inline.one_line(root.attributes["title"]),
                subject=inline.one_line(root.attributes.get("subject", "")),
            ),
            sections=(*map(self._section, root.named("section")), *map(self._annex, root.named("annex"))),
            furniture=self._furniture(furniture[0]) if furniture else nodes.Furniture(),
            cover="cover" in root.attributes,
        )

    def _furniture(self, element: Element) -> nodes.Furniture:
        return nodes.Furniture(
            header_start=_only(element, "header-start"),
            header_end=_only(element, "header-end"),
            footer=_only(element, "footer"),
            initials=tuple(inline.text_of(initial) for initial in element.named("initial")),
            place=element.place,
        )

    def _section(self, element: Element) -> nodes.Section:
        page = element.attributes.get("page", self._default_page)
        return nodes.Section(self._blocks(element), page)

    def _annex(self, element: Element) -> nodes.Section:
        attributes = element.attributes
        children = inline.from_text(attributes["title"])
        title = nodes.Heading(1, children, attributes.get("key", ""), place=element.place)
        return nodes.Section((title, *self._blocks(element)), attributes.get("page", self._default_page), annex=True)

    def _blocks(self, element: Element) -> tuple[nodes.Block, ...]:
        return tuple(self._block(child) for child in element.elements)

    def _either(self, element: Element) -> tuple[nodes.Block, ...]:
        """Return the blocks of an element that holds inline content (one paragraph) or blocks."""
        if any(child.name in _MAKERS for child in element.elements):
            return self._blocks(element)
        content = inline.read(element)
        return (nodes.Paragraph(content, place=element.place),) if content else ()

    def _block(self, element: Element) -> nodes.Block:
        return _MAKERS[element.name](self, element)

    def _paragraph(self, element: Element) -> nodes.Block:
        attributes = element.attributes
        return nodes.Paragraph(
            inline.read(element), attributes.get("role", "body"), attributes.get("key", ""), _align(element), element.place
        )

    def _heading(self, element: Element) -> nodes.Block:
        numbered = "numbered" not in element.attributes
        key = element.attributes.get("key", "")
        level = int(element.name[1])
        return nodes.Heading(level, inline.read(element), key, numbered=numbered, place=element.place)

    def _list(self, element: Element) -> nodes.Block:
        marker: Any = "bullet" if element.name == "ul" else element.attributes.get("marker", "decimal")
        items = tuple(
            nodes.ListItem(self._either(item), key=item.attributes.get("key", ""), place=item.place)
            for item in element.named("li")
        )
        return nodes.ListBlock(items, marker, element.attributes.get("key", ""), element.place)

    def _clause(self, element: Element) -> nodes.Block:
        kind: Any = element.name
        title = element.attributes.get("title", "")
        children = self._blocks(element) if kind == "article" else self._either(element)
        return nodes.Clause(kind, inline.from_text(title), children, element.attributes.get("key", ""), place=element.place)

    def _table(self, element: Element) -> nodes.Block:
        attributes = element.attributes
        return nodes.Table(
            columns=self._columns(element),
            head=self._rows(element, "thead"),
            body=self._rows(element, "tbody"),
            foot=self._rows(element, "tfoot"),
            caption=_only(element, "caption"),
            role=attributes.get("role", "grid"),
            key=attributes.get("key", ""),
            summary=inline.one_line(attributes.get("summary", "")),
            keep="keep" in attributes,
            place=element.place,
        )

    def _chart(self, element: Element) -> nodes.Block:
        attributes = element.attributes
        kind: Any = attributes["kind"]
        order: Any = attributes.get("sort", "")
        return nodes.Figure(
            kind,
            attributes["of"],
            tuple(map(int, attributes["columns"].split())),
            caption=_only(element, "caption"),
            key=attributes["key"],
            unit=inline.one_line(attributes.get("unit", "")),
            summary=inline.one_line(attributes.get("summary", "")),
            width=int(attributes.get("width", "100")),
            outlines=tuple(nodes.Outline(each.attributes["row"], _rings(each)) for each in element.named("outline")),
            sort=order,
            highlight=tuple(attributes.get("highlight", "").split()),
            axis_of=int(attributes.get("axis-of", "0")),
            place=element.place,
        )

    def _picture(self, element: Element) -> nodes.Block:
        attributes = element.attributes
        return nodes.Picture(
            attributes["src"],
            inline.one_line(attributes["alt"]),
            caption=_only(element, "caption"),
            key=attributes.get("key", ""),
            folder=attributes.get("folder", ""),
            width=int(attributes.get("width", "0")),
            place=element.place,
        )

    def _map(self, element: Element) -> nodes.Block:
        attributes = element.attributes
        return nodes.Map(
            tuple(_feature(each) for each in element.named("feature")),
            caption=_only(element, "caption"),
            key=attributes["key"],
            summary=inline.one_line(attributes.get("summary", "")),
            width=int(attributes.get("width", "100")),
            sample="sample" in attributes,
            place=element.place,
        )

    def _columns(self, table: Element) -> tuple[nodes.Column, ...]:
        declared = [column for part in table.named("columns") for column in part.named("column")]
        if declared:
            return tuple(nodes.Column(int(column.attributes.get("share", "0")), _align(column)) for column in declared)
        return (nodes.Column(),) * tables.columns_of(table)

    def _rows(self, table: Element, group: str) -> tuple[nodes.Row, ...]:
        return tuple(
            nodes.Row(
                tuple(self._cell(cell, group) for cell in tables.cells(row)),
                row.attributes.get("key", ""),
                row.place,
                int(row.attributes.get("height", "0")),
            )
            for row in tables.rows(table, group)
        )

    def _cell(self, element: Element, group: str) -> nodes.Cell:
        attributes = element.attributes
        tone: Any = attributes.get("tone", "head" if group == "thead" else "")
        return nodes.Cell(
            blocks=self._either(element),
            colspan=tables.span(element, "colspan", MOST_COLUMNS),
            rowspan=tables.span(element, "rowspan", MOST_ROWS_SPANNED),
            header=element.name == "th",
            tone=tone,
            align=_align(element),
            label=inline.one_line(attributes.get("label", "")),
        )

    def _letterhead(self, element: Element) -> nodes.Block:
        return nodes.Letterhead(
            organisation=tuple(inline.text_of(line) for line in element.named("organisation")),
            centre=tuple(inline.text_of(line) for line in element.named("centre")),
            fields=tuple(
                nodes.LetterField(inline.one_line(line.attributes["label"]), inline.read(line))
                for line in element.named("field")
            ),
            emblem=element.attributes.get("emblem", ""),
            place=element.place,
        )

    def _reference(self, element: Element) -> nodes.Block:
        return letters.reference(element)

    def _letter_signature(self, element: Element) -> nodes.Block:
        return letters.signature(element)

    def _copies(self, element: Element) -> nodes.Block:
        return letters.copies(element)

    def _signatures(self, element: Element) -> nodes.Block:
        signers = tuple(
            nodes.Signer(
                inline.from_text(signer.attributes["capacity"]),
                _only(signer, "name"),
                _only(signer, "post"),
                signer.attributes.get("key", ""),
                signer.place,
            )
            for signer in element.named("signer")
        )
        columns = int(element.attributes.get("columns", "3"))
        return nodes.Signatures(signers, columns, element.attributes.get("key", ""), element.place)

    def _cards(self, element: Element) -> nodes.Block:
        attributes = element.attributes
        return nodes.Cards(
            tuple(nodes.Card(self._blocks(card), card.attributes.get("key", ""), card.place) for card in element.named("card")),
            columns=int(attributes["columns"]),
            rows=int(attributes["rows"]),
            width=float(attributes.get("width", "0")),
            height=float(attributes.get("height", "0")),
            cut="cut" in attributes,
            key=attributes.get("key", ""),
            place=element.place,
        )

    def _keep(self, element: Element) -> nodes.Block:
        return nodes.Keep(self._blocks(element))

    def _contents(self, element: Element) -> nodes.Block:
        what: Any = "headings" if element.name == "contents" else element.name.removesuffix("-list")
        attributes = element.attributes
        levels = int(attributes.get("levels", "3"))
        return nodes.Contents(what, levels, "articles" in attributes, attributes.get("key", ""), place=element.place)

    def _page_break(self, _element: Element) -> nodes.Block:
        return nodes.PageBreak()


_MAKERS = {
    "p": Builder._paragraph,
    "h1": Builder._heading,
    "h2": Builder._heading,
    "h3": Builder._heading,
    "ul": Builder._list,
    "ol": Builder._list,
    "article": Builder._clause,
    "clause": Builder._clause,
    "note": Builder._clause,
    "table": Builder._table,
    "chart": Builder._chart,
    "picture": Builder._picture,
    "map": Builder._map,
    "letterhead": Builder._letterhead,
    "reference": Builder._reference,
    "letter-signature": Builder._letter_signature,
    "copies": Builder._copies,
    "signatures": Builder._signatures,
    "cards": Builder._cards,
    "keep": Builder._keep,
    "page-break": Builder._page_break,
    "contents": Builder._contents,
    "tables-list": Builder._contents,
    "figures-list": Builder._contents,
}


def _only(element: Element, name: str) -> tuple[nodes.Inline, ...]:
    """Return the inline content of the one child of a name; empty without it."""
    return next((inline.read(child) for child in element.named(name)), ())


def _feature(element: Element) -> nodes.Feature:
    role: Any = element.attributes["role"]
    state: Any = element.attributes.get("state", "")
    name, source = (inline.one_line(element.attributes.get(each, "")) for each in ("name", "source"))
    return nodes.Feature(role, name, _rings(element), state, source)


def _rings(outline: Element) -> tuple[nodes.Ring, ...]:
    rings = outline.attributes["points"].split(";")
    return tuple(tuple((float(x), float(y)) for x, y in (point.split(",") for point in ring.split())) for ring in rings)


def _align(element: Element) -> Any:
    return element.attributes.get("align")
