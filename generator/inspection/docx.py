"""The lint of a Word file: direction, structure and properties, in every part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.inspection import direction, marks, properties, structure
from generator.inspection.findings import Finding
from generator.inspection.package import Fault, Package, UnreadableError
from generator.inspection.styles import Styles
from generator.problems.limits import LIMITS


def inspect(data: bytes) -> list[Finding]:
    """Every fault of a DOCX; a file that is no Word package has one finding that says so."""
    return list(findings(data))


def findings(data: bytes, most: int = LIMITS.findings) -> Iterator[Finding]:
    """Every fault of a DOCX, one by one, the first `most` with their places; ends where the file is broken."""
    try:
        package = Package(data)
        styles = Styles(package.styles)
        found: Iterator[Fault | Finding] = chain(
            direction.inspect(package, styles),
            structure.inspect(package, styles),
            properties.inspect(package),
            marks.of_package(package),
        )
        # Where a fault stands is looked up only for those that are told: it takes time that grows with the file.
        for count, fault in enumerate(found):
            yield fault.finding(placed=count < most) if isinstance(fault, Fault) else fault
    except UnreadableError as error:
        yield error.finding
