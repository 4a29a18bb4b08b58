"""Attaches to a PDF/A-3 the records that the document was made from, as its source (ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import md5

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_YAML = Name("/application/yaml")


def attach(file: pikepdf.Pdf, attachments: Mapping[str, bytes], description: str) -> None:
    """Attach YAML files to a PDF, in the order of their names; without any the file stays as it is."""
    if not attachments:
        return
    names: list[pikepdf.Object] = []
    specifications: list[pikepdf.Object] = []
    for name, data in sorted(attachments.items()):
        # A checksum of the format, no safeguard. No dates: rendering reads no clock.
        checksum = String(md5(data, usedforsecurity=False).digest())
        parameters = Dictionary(Size=len(data), CheckSum=checksum)
        stream = file.make_stream(data, Type=Name.EmbeddedFile, Subtype=_YAML, Params=parameters)
        specification = file.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(name),
                UF=String(name),
                Desc=String(description),
                AFRelationship=Name.Source,
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        names += [String(name), specification]
        specifications.append(specification)
    if "/Names" not in file.Root:
        file.Root.Names = Dictionary()
    file.Root.Names.EmbeddedFiles = file.make_indirect(Dictionary(Names=Array(names)))
    file.Root.AF = Array(specifications)
