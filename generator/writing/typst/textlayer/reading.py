"""Puts the texts of a line in the order of reading where Typst draws them from left to right.

It does so with the parts of a Persian run that are in several faces («گلشهر – مشهد», whose dash Nazli lacks). The structure has
the text of a line by its place in the content: so places are exchanged, and the last part is written where the first was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.writing.typst.textlayer.joining import Joined


def in_order(texts: Iterable[Joined]) -> Iterator[Joined]:
    """Yield the texts of a content, each with the place where it is written."""
    run: list[Joined] = []
    for text in texts:
        if run and not _goes_on_right(run[-1], text):
            yield from _turned(run)
            run = []
        run.append(text)
    yield from _turned(run)


def _goes_on_right(before: Joined, text: Joined) -> bool:
    """Whether two texts that read from the right are drawn from the left to the right."""
    return before.drawn.leftwards and text.drawn.leftwards and text.is_level_with(before) and before.reaches(text)


def _turned(run: list[Joined]) -> list[Joined]:
    if len(run) < 2:
        return run
    places = [text.place for text in run]
    for text, place in zip(run, reversed(places), strict=True):
        text.place = place
    return run
