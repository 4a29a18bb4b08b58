"""The lint of a Word file: direction, structure and properties, in every part."""

from __future__ import annotations

from generator.inspection import direction, marks, properties, structure
from generator.inspection.findings import Finding
from generator.inspection.package import Fault, Package, UnreadableError
from generator.inspection.styles import Styles


def inspect(data: bytes) -> list[Finding]:
    """Every fault of a DOCX; a file that is no Word package has one finding that says so."""
    try:
        package = Package(data)
        styles = Styles(package.styles)
        found = [*direction.inspect(package, styles), *structure.inspect(package, styles), *properties.inspect(package)]
        found += marks.of_package(package)
    except UnreadableError as error:
        return [error.finding]
    return [fault.finding() if isinstance(fault, Fault) else fault for fault in found]
