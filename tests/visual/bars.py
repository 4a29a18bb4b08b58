"""PDFs of small pages, made without building anything."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw


def bars(file: Path, *places: int) -> Path:
    """Write a PDF of A5 pages, each with a bar at a height in points."""
    made = []
    for place in places:
        page = Image.new("L", (420, 595), 255)
        ImageDraw.Draw(page).rectangle((60, place, 360, place + 12), fill=0)
        made.append(page)
    file.parent.mkdir(parents=True, exist_ok=True)
    made[0].save(file, save_all=True, append_images=made[1:])
    return file
