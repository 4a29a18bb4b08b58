"""The markup of what `sanad watch` shows: the documents with the problems, and the pages of a document.

A page has no script and no style of its own, so that nothing in a text could become one: both are files of the server. What
the script renews it takes from the same page, asked for again.
"""

from __future__ import annotations

from html import escape
from itertools import groupby

from generator.cli.watching.board import Scene, Shown, State
from generator.cli.watching.papers import Paper
from generator.persian import numeral, visible
from generator.problems.sentences import watching as words

_NOTES = {State.FRESH: "", State.OLD: words.OLD, State.ABSENT: words.ABSENT}

_SHARP = 2
"""Pixels a point: the browser reckons the shape of a page from two whole numbers before it has its picture."""


def listing(scene: Scene, base: str) -> str:
    """Return the page that lists the documents, and the problems below them."""
    numbered = [(number, each) for number, each in enumerate(scene.documents, 1)]
    groups = groupby(sorted(numbered, key=lambda each: (each[1].place, each[0])), key=lambda each: each[1].place)
    rows = "\n".join(_group(place, [*found], base) for place, found in groups)
    body = f"""\
<header><h1>{words.TITLE}</h1>{_busy(scene)}</header>
<main>
{rows or f"<p>{words.NO_DOCUMENTS}</p>"}
<h2 id="problems">{words.PROBLEMS}</h2>
{scene.problems or f"<p>{words.NO_PROBLEMS}</p>"}
</main>"""
    return _page(words.TITLE, body, base, scene.version)


def document(scene: Scene, number: int, paper: Paper | None, base: str) -> str:
    """Return the page of a document by its number in the scene."""
    shown = scene.documents[number - 1]
    title = _text(f"{shown.place}، {shown.title}" if shown.place else shown.title)
    pages = "" if paper is None else "\n".join(_pictures(paper, f"{base}page/{number}"))
    unseen = paper is not None and not paper.pages
    body = f"""\
<header class="bar"><a href="{base}">{words.ALL}</a><h1>{title}</h1>\
<a href="{base}file/{number}">{words.OPEN}</a>{_busy(scene)}{_note(shown)}{_told(scene, base)}</header>
<main class="sheets">
{f'<p class="note">{words.UNSEEN}</p>' if unseen else pages}
</main>"""
    return _page(title, body, base, scene.version)


def _group(place: str, found: list[tuple[int, Shown]], base: str) -> str:
    rows = "\n".join(f'<li><a href="{base}show/{number}">{_text(each.title)}</a>{_note(each)}</li>' for number, each in found)
    return f"<section>{f'<h2>{_text(place)}</h2>' if place else ''}\n<ul>\n{rows}\n</ul></section>"


def _pictures(paper: Paper, under: str) -> list[str]:
    count = numeral(len(paper.pages))
    alts = (words.PAGE.format(number=numeral(number), count=count) for number in range(1, len(paper.pages) + 1))
    return [
        f'<img src="{under}/{paper.digest}/{number}" width="{round(size.width * _SHARP)}"'
        f' height="{round(size.height * _SHARP)}" loading="lazy" decoding="async" alt="{alt}">'
        for number, (size, alt) in enumerate(zip(paper.pages, alts, strict=True), 1)
    ]


def _told(scene: Scene, base: str) -> str:
    return f' <a href="{base}#problems">{words.PROBLEMS}</a>' if scene.problems else ""


def _busy(scene: Scene) -> str:
    return f'<span class="busy">{words.BUSY}</span>' if scene.is_busy else ""


def _note(shown: Shown) -> str:
    note = _NOTES[shown.state]
    return f' <span class="note">{note}</span>' if note else ""


def _text(text: str) -> str:
    return escape(visible(text))


def _page(title: str, body: str, base: str, version: int) -> str:
    return f"""\
<!DOCTYPE html>
<html lang="fa" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{base}look">
<script src="{base}script" defer></script>
</head>
<body data-version="{version}" data-next="{base}next/" data-ended="{words.ENDED}">
{body}
</body>
</html>
"""
