"""Read YAML text as nodes with positions, and nodes as typed records."""

from generator.reading.yamltext.nodes import Entry, Found, Mapping, Node, Null, Plain, Scalar, Sequence, find, plain
from generator.reading.yamltext.parse import Parsed, parse, read

__all__ = [
    "Entry",
    "Found",
    "Mapping",
    "Node",
    "Null",
    "Parsed",
    "Plain",
    "Scalar",
    "Sequence",
    "find",
    "parse",
    "plain",
    "read",
]
