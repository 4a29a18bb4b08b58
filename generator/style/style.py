"""The types of a look: roles, faces, tables and pages. Both writers read nothing else; `looks` knows the files.

Lengths: sizes, line heights and spacing in points, page measures in millimetres, colours as six hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.problems.outcome import Outcome
from generator.reading import yamltext
from generator.reading.yamltext import typed
from generator.style.faces.files import Family

Colour = Annotated[str, Field(pattern=r"^[0-9a-f]{6}$")]
Points = Annotated[float, Field(ge=0, le=400)]
Millimetres = Annotated[float, Field(ge=0, le=1200)]


AXIS = "axis_"
"""Begins the names of the colours of the axes: `axis_social`, `axis_economic`, `axis_environmental`."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stack(_Entry):
    """Faces tried in order for each character, and the `latin` one that draws Latin stretches whole.

    `word` and `word_latin` are the names that a Word file carries instead. `plain`: the PDF has neither contextual forms nor
    kerning; in a face of many such forms some glyphs have no letter of their own, and readers break words at kerned pairs.
    """

    faces: tuple[str, ...] = Field(min_length=1)
    latin: str
    word: Annotated[str, Field(max_length=31)]
    word_latin: Annotated[str, Field(max_length=31)]
    plain: bool = False


class RoleLook(_Entry):
    """How the text of one role looks; `line` is the exact line height, `indent` moves the leading (right) edge in.

    `name` is what a person who restyles the Word file finds it under.
    """

    name: Annotated[str, Field(min_length=1)]
    stack: str = "text"
    size: Points
    line: Points
    before: Points = 0
    after: Points = 0
    indent: Points = 0
    align: Literal["start", "center", "end", "justify"] = "start"
    bold: bool = False
    colour: str = "ink"
    keep_next: bool = False


class TableLook(_Entry):
    """Rule width and cell padding of a table role, the roles of its cells' text, and its name in Word."""

    name: Annotated[str, Field(min_length=1)]
    rule: Points
    padding: Points
    cell_role: str = "cell"
    head_role: str = "cell-head"


class PageForm(_Entry):
    """A page form: paper size and margins; `header` and `footer` are distances from the paper's edge.

    `duplex`: printed on both sides and bound at the right, so that the side margins of even pages are those of odd ones,
    mirrored. `magnified`: how many times as large figures are drawn, their letters and lines with them; of a poster, which is
    read from afar.
    """

    width: Millimetres
    height: Millimetres
    top: Millimetres
    right: Millimetres
    bottom: Millimetres
    left: Millimetres
    header: Millimetres
    footer: Millimetres
    duplex: bool = False
    magnified: Annotated[float, Field(ge=1, le=4)] = 1.0

    @property
    def text_width(self) -> float:
        """Width between the margins, in points."""
        return (self.width - self.left - self.right) * 72 / 25.4


def _known(used: str, known: Iterable[str], path: tuple[str, ...]) -> None:
    names = list(known)
    if used not in names:
        raise PydanticCustomError("style-unknown-name", "{value}", {"value": used, "allowed": names, "path": path})


class Style(_Entry):
    """A whole look; every name it uses (stack, colour, role) exists in it."""

    stacks: dict[str, Stack]
    single: frozenset[str] = frozenset()
    """The families that have one weight only, in which all their text is drawn."""
    colours: dict[str, Colour]
    roles: dict[str, RoleLook]
    tables: dict[str, TableLook]
    pages: dict[str, PageForm]

    @model_validator(mode="after")
    def _names_exist(self) -> Style:
        for name, role in self.roles.items():
            _known(role.stack, self.stacks, ("roles", name, "stack"))
            _known(role.colour, self.colours, ("roles", name, "colour"))
        for name, table in self.tables.items():
            _known(table.cell_role, self.roles, ("tables", name, "cell_role"))
            _known(table.head_role, self.roles, ("tables", name, "head_role"))
        return self

    @model_validator(mode="after")
    def _names_differ(self) -> Style:
        """Word refuses a file in which two styles have one name."""
        taken: dict[str, tuple[str, str]] = {}
        for group, entries in (("roles", self.roles), ("tables", self.tables)):
            for key, entry in entries.items():
                if taken.setdefault(entry.name.casefold(), (group, key)) != (group, key):
                    path = (group, key, "name")
                    raise PydanticCustomError("style-name-twice", "{value}", {"value": entry.name, "path": path})
        return self

    def colour(self, name: str) -> str:
        """Return the six hexadecimal digits of a named colour."""
        return self.colours[name]

    def fill(self, tone: str) -> str:
        """Return the colour that a tone fills a cell with; empty where it fills none.

        A tone of an axis has the one colour of that axis, which charts have too; a look from before such a tone has none.
        """
        name = tone.replace("-", "_")
        return self.colours.get(name if name.startswith(AXIS) else f"{name}_fill", "")

    def mirrors(self, forms: Iterable[str]) -> bool:
        """Return whether a document has mirrored margins: if all its page forms ask for it, as Word knows one answer."""
        return {self.pages[form].duplex for form in forms} == {True}

    def stack(self, role: str) -> Stack:
        """Return the face stack of a role."""
        return self.stacks[self.roles[role].stack]

    def families(self) -> tuple[Family, ...]:
        """Return every family that the look draws with, in the order in which the stacks name them.

        What a Word file names in the place of a family is of the same design, and so stands in for it.
        """
        stand_ins: dict[str, dict[str, None]] = {
            family: {} for stack in self.stacks.values() for family in (*stack.faces, stack.latin)
        }
        for stack in self.stacks.values():
            for family, named in ((stack.faces[0], stack.word), (stack.latin, stack.word_latin)):
                if named != family:
                    stand_ins[family][named] = None
        return tuple(Family(name, tuple(others), name in self.single) for name, others in stand_ins.items())

    def faces(self) -> frozenset[str]:
        """Return the names of the families."""
        return frozenset(family.name for family in self.families())

    def drawn_in(self, names: Mapping[str, str]) -> Style:
        """Return the look with other families in the place of its own, by the names of its own; those not named stay."""
        stacks = {
            key: stack.model_copy(
                update={
                    "faces": tuple(names.get(family, family) for family in stack.faces),
                    "latin": names.get(stack.latin, stack.latin),
                }
            )
            for key, stack in self.stacks.items()
        }
        single = frozenset(names.get(family, family) for family in self.single)
        return self if stacks == self.stacks else self.model_copy(update={"stacks": stacks, "single": single})


def load(file: Path) -> Outcome[Style]:
    """Read a look from its file."""
    parsed = yamltext.read(file)
    if parsed.node is None:
        return Outcome.of(None, parsed.problems)
    style, problems = typed.load(parsed.node, Style, file)
    return Outcome.of(style, [*parsed.problems, *problems])
