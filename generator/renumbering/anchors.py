"""Puts bookmarks back that a document lost when their text was cut, moved or typed anew, so that links lead there again."""

from __future__ import annotations

from lxml import etree

from generator.inspection.package import Element, W, value


def put_back(root: Element, paragraph: Element, name: str, identifier: str) -> None:
    """Put a bookmark around a paragraph, and take away what is left of it elsewhere."""
    for start in [each for each in root.iter(W + "bookmarkStart") if value(each, "name") == name]:
        number = value(start, "id")
        ends = [each for each in root.iter(W + "bookmarkEnd") if value(each, "id") == number]
        for mark in (start, *ends):
            holder = mark.getparent()
            if holder is not None:
                holder.remove(mark)
    begin = etree.Element(W + "bookmarkStart", {W + "id": identifier, W + "name": name})
    properties = paragraph.find(W + "pPr")
    paragraph.insert(0 if properties is None else 1, begin)
    paragraph.append(etree.Element(W + "bookmarkEnd", {W + "id": identifier}))
