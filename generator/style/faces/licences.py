"""What a face's own file says of its licence: whether documents may carry the whole of it."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from generator.style.faces.files import Face

_LICENCE = 13  # of the name table: the text of the licence
_FREE = "SIL Open Font License"
_MAY_BE_EDITED = 1 << 3  # OS/2 fsType; with no bit at all there is no limit


def may_travel(face: Face) -> bool:
    """Return whether every file of a face is under the SIL Open Font License and lets who edits a document have it."""
    return all(_travels(file) for file in face.files)


def _travels(file: Path) -> bool:
    try:
        with TTFont(file, lazy=True) as font:
            allowed = font["OS/2"].fsType
            return _FREE in (font["name"].getDebugName(_LICENCE) or "") and (allowed == 0 or bool(allowed & _MAY_BE_EDITED))
    except (OSError, TTLibError, KeyError, ValueError, AssertionError):
        return False
