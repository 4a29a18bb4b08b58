"""Writes the pixels of a picture as PNG with a palette: what is drawn has few colours, and their shades at edges.

Pixels are counted by runs of one colour, of which a picture has fifty times fewer.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection
from typing import Any

import numpy as np

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256
_EFFORT = 4
"""Of zlib: 6, its own choice, takes a quarter more time for a file that is smaller by a thirtieth."""
_BITS = (5, 4, 3, 2)
"""How many bits of a shade's red, green and blue are kept; fewer where the palette would not hold them."""


def png(pixels: Any, colours: Collection[str], dots_per_inch: int) -> bytes:
    """Write rows of red, green, blue and 255 as PNG; colours of six hexadecimal digits stay as they are, shades are rounded."""
    packed = np.ascontiguousarray(pixels).view("<u4").reshape(-1)
    starts = np.concatenate([[0], np.flatnonzero(packed[1:] != packed[:-1]) + 1])
    found, runs = np.unique(packed[starts], return_inverse=True)
    palette, places = _palette(found, _packed(colours))
    lengths = np.diff(starts, append=packed.size)
    rows = np.repeat(places.astype(np.uint8)[runs], lengths).reshape(pixels.shape[:2])
    return _written(rows, palette.view(np.uint8).reshape(-1, 4)[:, :3].tobytes(), dots_per_inch)


def _written(rows: Any, palette: bytes, dots_per_inch: int) -> bytes:
    """Write rows of places in a palette. Pillow does so too, but its zlib gives other bytes on another system or processor."""
    height, width = rows.shape
    dots_per_metre = round(dots_per_inch / 0.0254)
    eight_bits_of_a_palette = 8, 3, 0, 0, 0
    parts = {
        b"IHDR": struct.pack(">2I5B", width, height, *eight_bits_of_a_palette),
        b"PLTE": palette,
        b"pHYs": struct.pack(">2IB", dots_per_metre, dots_per_metre, 1),
        # Before each row stands that it is as it is.
        b"IDAT": zlib.compress(np.pad(rows, ((0, 0), (1, 0))).tobytes(), _EFFORT),
        b"IEND": b"",
    }
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts.items()
    )


def _packed(colours: Collection[str]) -> Any:
    return np.array(sorted(int.from_bytes(bytes.fromhex(f"{digits}ff"), "little") for digits in colours), dtype="<u4")


def _palette(found: Any, exact: Any) -> tuple[Any, Any]:
    """Return the colours of a palette, and the place in it of each colour that was found."""
    for bits in _BITS:
        low = 0x010101 * ((1 << 8 - bits) - 1)
        kept = found & (0xFFFFFF ^ low)
        shades = kept | 0xFF000000
        # The kept bits again below: white stays white, black stays black.
        for shift in range(bits, 8, bits):
            shades |= kept >> shift & low
        palette, places = np.unique(np.where(np.isin(found, exact), found, shades), return_inverse=True)
        if len(palette) <= _COLOURS:
            break
    return palette, places
