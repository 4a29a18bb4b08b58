"""Composes the Typst source of a PDF: the whole document as calls of the prelude, every text a string literal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.problems.errors import Place, TemplateError
from generator.problems.messages import problem
from generator.style.style import Style
from generator.tree import annexes
from generator.tree.nodes import Document, Properties
from generator.writing import wording
from generator.writing.measures import EMBLEM_HEIGHT, EMBLEM_WIDTH, NOTE_RULE, PAGE_TOP, SIGNING_ROOM, TABLE_GAP
from generator.writing.pdf.characters import Met
from generator.writing.pdf.margins import of_forms
from generator.writing.typst.annexes import Marks, ending
from generator.writing.typst.blocks import PLACE, Blocks
from generator.writing.typst.figures import CAPTION, PICTURE
from generator.writing.typst.furniture import write_furniture, write_page
from generator.writing.typst.guards import Guards
from generator.writing.typst.inlines import NOTE_ROLE, Inlines
from generator.writing.typst.labels import Labels
from generator.writing.typst.lists import MARK_GAP
from generator.writing.typst.literals import array, colour, points, string
from generator.writing.typst.roles import Roles
from generator.writing.typst.setting import Setting


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a document, and what is to be known of it while it is compiled."""

    text: str
    files: Mapping[str, bytes]
    """The pictures, by their names in the text."""
    labels: Mapping[str, str]
    """The label of the place of each key of the tree."""
    places: Mapping[int, Place]
    """The places in the template, by the lines of the text (from 1) where what comes from them begins."""
    kept: Mapping[str, Place | None]
    """What stays on one page, by the names of the marks at the start of each, and the places where it comes from."""
    links: Sequence[str]
    """The texts of the references that lead to their places, in the order of reading; not those of tables of contents."""
    characters: Met
    """The characters that each face stack must draw, with the places where each is met."""


def compose(document: Document, style: Style, assets: Mapping[str, bytes] | None, *, loose: Collection[str] = ()) -> Source:
    """Write a finished tree as Typst; equal trees give equal text.

    `loose` are the names of kept things that were found too high for their pages. Raises TemplateError for a picture that is no
    asset; without assets the source has no pictures, for what is not compiled.
    """
    forms = list(dict.fromkeys(section.page for section in document.sections)) or ["portrait"]
    widths = [style.pages[form].text_width for form in forms]
    labels, guards, roles = Labels(document), Guards(loose), Roles(style)
    marks = Marks(document, style)
    inlines = Inlines(style, labels, marks, min(widths))
    blocks = Blocks(style, inlines, roles, labels, guards)
    narrowest = style.pages[forms[widths.index(min(widths))]]
    furniture = []
    for part in marks.parts:
        inlines.part = part
        shown = annexes.furniture(document.furniture, part.label)
        furniture.append(write_furniture(shown, ending(part), style, inlines, roles, narrowest))
    sections: list[str] = []
    rooms = dict(zip(forms, of_forms([style.pages[form] for form in forms], style, document), strict=True))
    for number, section in enumerate(document.sections):
        form, room = style.pages[section.page], rooms[section.page]
        setting = Setting(form.text_width)
        part = marks.part_of(number)
        page = write_page(
            form, room, document, ending(part), mirrored=style.mirrors(forms), cover=document.cover and number == 0
        )
        body = blocks.write(section.blocks, setting)
        above = blocks.room_above(section.blocks[0], setting) if section.blocks else ""
        start = f"[#metadata({number})<section>]{marks.put(part)}"
        sections.append(f"#{{\n{page}\n{start}{above}\n{body}\n}}\n")
    lengths = _lengths(style, roles)
    written = [
        roles.source(),
        lengths,
        _prelude(),
        f"#let chapters = {array(blocks.chapters)}\n",
        _properties(document.properties),
        *furniture,
        *sections,
    ]
    text = "".join(written)
    return Source(
        text=text,
        files={} if assets is None else dict(_files(blocks.files, assets)),
        labels=labels.taken,
        places=dict(_places(text, blocks.places)),
        kept=guards.places,
        links=inlines.links,
        characters=inlines.noted.met,
    )


def _lengths(style: Style, roles: Roles) -> str:
    """Write the definitions of what the prelude takes from the look."""
    names = {
        "muted": colour(style.colour("muted")),
        "rule": colour(style.colour("rule")),
        "gap-of-table": points(TABLE_GAP),
        "note-rule": points(NOTE_RULE),
        "note-end": string(wording.NOTE_END),
        "note-role": roles.name(NOTE_ROLE),
        "caption-above": points(style.roles["caption"].before),
        "figure-above": points(style.roles[PICTURE].before),
        "figure-below": points(style.roles[CAPTION].after),
        "mark-gap": points(MARK_GAP),
        "emblem-width": points(EMBLEM_WIDTH),
        "emblem-height": points(EMBLEM_HEIGHT),
        "layout-padding": points(style.tables["plain"].padding),
        "page-top": points(PAGE_TOP),
        "signing-room": points(SIGNING_ROOM),
    }
    return "".join(f"#let {name} = {value}\n" for name, value in names.items())


def _files(names: Mapping[str, str], assets: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, asset in names.items():
        if asset not in assets:
            raise TemplateError([problem("asset-refused", address=asset)])
        yield name, assets[asset]


def _places(text: str, places: Sequence[Place]) -> Iterator[tuple[int, Place]]:
    """Yield the places that the comments of the text stand for, by line."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(PLACE):
            yield number, places[int(line.removeprefix(PLACE))]


def _properties(properties: Properties) -> str:
    about = [f"title: {string(properties.title)}"]
    about += [f"author: {string(properties.author)}"] if properties.author else []
    about += [f"description: {string(properties.subject)}"] if properties.subject else []
    about += [f"keywords: {array(map(string, properties.keywords))}"] if properties.keywords else []
    return f"#set document({', '.join(about)})\n"


@cache
def _prelude() -> str:
    return files(__package__).joinpath("prelude.typ").read_text(encoding="utf-8")
