"""Inspection of a Word file: direction, structure, properties and marks in every part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.inspection import direction, marks, properties, structure
from generator.inspection.defects import Defect, shortened
from generator.inspection.layout import Layout, first_names
from generator.inspection.package import Fault, Package, UnreadableError, custom
from generator.inspection.styles import Styles
from generator.problems.limits import LIMITS

_ENGINE, _FACES = "sanad-engine", "sanad-faces"
_SEPARATOR = "، "


def layout(data: bytes) -> Layout:
    """Return what the page numbers of a contents were laid out with, as the file says; empty where it says nothing."""
    said = custom(data)
    return Layout(shortened(said.get(_ENGINE, "").strip()), first_names(said.get(_FACES, "").split(_SEPARATOR)))


def inspect(data: bytes) -> list[Defect]:
    """Return the defects of a DOCX; a file that is no Word package has one that says so."""
    return list(defects(data))


def defects(data: bytes, most: int = LIMITS.findings) -> Iterator[Defect]:
    """Yield the defects of a DOCX, the first `most` with their places; reading ends where the file is broken."""
    try:
        package = Package(data)
        styles = Styles(package.styles)
        found: Iterator[Fault | Defect] = chain(
            direction.inspect(package, styles),
            structure.inspect(package, styles),
            properties.inspect(package),
            marks.of_package(package),
        )
        # Where a fault stands is looked up only for those that are reported: it takes time that grows with the file.
        for count, fault in enumerate(found):
            yield fault.defect(placed=count < most) if isinstance(fault, Fault) else fault
    except UnreadableError as error:
        yield error.defect
