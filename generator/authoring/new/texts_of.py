"""The texts to start from: package data in which `@@name` stands for a value."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from string import Template

from generator.authoring.schema.files import modeline

_PLAIN = re.compile(r"[^\W_][^:#\[\]{},\"'&*!|>%@`\n]*(?<! )")
_RAW = ("progress", "agencies", "guarantees", "next_year")
"""Values that are lines of YAML themselves."""


class _Text(Template):
    delimiter = "@@"
    idpattern = "[a-z_]+"


def filled(name: str, key: str, values: Mapping[str, str], suffix: str = ".yaml") -> str:
    """A text with its values; a file of the data begins with the line by which editors find its schema."""
    text = (files("generator.authoring.new") / "texts" / f"{name}{suffix}").read_text(encoding="utf-8")
    shown = {each: value if each in _RAW or suffix != ".yaml" else quoted(value) for each, value in values.items()}
    head = f"{modeline(key)}\n" if key else ""
    return head + _Text(text).substitute(shown)


def quoted(text: str) -> str:
    """The text as a YAML value: in quotes when a mark in it would mean something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
