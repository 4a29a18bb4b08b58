"""The code of a final as a picture (QR, ISO/IEC 18004), of the same bytes for the same words."""

from __future__ import annotations

import io
from functools import lru_cache

_DOTS = 8
"""The dots of a module's side: sharp in print at two centimetres."""
_QUIET = 4
"""The modules of white around it, which the standard asks for."""


@lru_cache(maxsize=8)
def png(text: str) -> bytes:
    """Return the code of a text as PNG, of which a seventh may be dirt (level M)."""
    import segno  # only finals wait for it

    data = io.BytesIO()
    segno.make(text, error="m", micro=False).save(data, kind="png", scale=_DOTS, border=_QUIET)
    return data.getvalue()
