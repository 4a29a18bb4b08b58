"""Writes block nodes as Typst, each as one expression on lines of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from generator.problems.errors import Place
from generator.style.style import Style
from generator.tree import nodes
from generator.tree.walk import every_block, plain
from generator.writing import wording
from generator.writing.typst import spacing
from generator.writing.typst.cards import write_cards
from generator.writing.typst.clauses import write_clause
from generator.writing.typst.contents import write_contents
from generator.writing.typst.figures import write_figure
from generator.writing.typst.forms import is_long, write_letterhead, write_signatures
from generator.writing.typst.guards import Guards
from generator.writing.typst.inlines import Around, Inlines
from generator.writing.typst.labels import Labels
from generator.writing.typst.levels import Levels
from generator.writing.typst.lists import write_list
from generator.writing.typst.literals import joined, points
from generator.writing.typst.roles import PLAIN, Roles, Variant
from generator.writing.typst.setting import Setting
from generator.writing.typst.tables import write_table

PLACE = "//@"
"""Begins the comment that says where the next lines come from."""


_DRAWN = ".svg"
"""What Typst knows by the suffix alone; PNG and JPEG it knows by their first bytes."""

_WHOLES = (nodes.Table, nodes.Figure, nodes.Map, nodes.Picture, nodes.Letterhead, nodes.Cards, nodes.Keep, nodes.Contents)
"""What stays with signatures after it as a whole, as no last paragraph of it is there to stay."""


class Blocks:
    """Writes the block nodes of one document."""

    def __init__(self, style: Style, inlines: Inlines, roles: Roles, labels: Labels, guards: Guards) -> None:
        self.style = style
        self.inlines = inlines
        self.roles = roles
        self.labels = labels
        self.guards = guards
        self.files: dict[str, str] = {}
        """The names of assets by the names of their files."""
        self.chapters: list[str] = []
        """The first-level headings, as a header repeats them."""
        self.places: list[Place] = []
        """The places in the template that comments of the source name by their number here."""
        self.levels = Levels()
        self._signed: nodes.Signatures | None = None
        """The signatures that the paragraph before them has in its last line."""

    def write(self, blocks: Sequence[nodes.Block], setting: Setting, opening: str = "", *, begun: bool = False) -> str:
        """Write blocks; `opening` goes into the first one, which is then a paragraph.

        A page break with nothing before it or after it would only make an empty page; `begun` says that something stands
        before the blocks.
        """
        written: list[str] = []
        break_next = False
        for at, block in enumerate(blocks):
            if isinstance(block, nodes.PageBreak):
                break_next = begun or bool(written)
                continue
            if block is self._signed:
                continue
            following = next(iter(blocks[at + 1 :]), setting.signing)
            signing = following if isinstance(following, nodes.Signatures) else None
            inside = setting if signing is setting.signing else replace(setting, signing=signing)
            further = self._block(block, inside, "" if written else opening)
            if signing and further and isinstance(block, _WHOLES) and not _breaks(block):
                further = f"with-next({spacing.around([block], setting.body, self.style)}, {{\n{further}\n}})"
            if break_next and further:
                written.append("pagebreak(weak: true)" + self.room_above(block, setting))
                break_next = False
            written.append(self._placed(further, block))
        return "\n".join(filter(None, written))

    def alone(self, paragraph: nodes.Paragraph, setting: Setting) -> str:
        """Write a paragraph with no other block beside it, as most cells hold."""
        return self._placed(self._paragraph(paragraph, setting, ""), paragraph)

    def _placed(self, written: str, block: nodes.Block) -> str:
        """Say before a block where it comes from."""
        place = getattr(block, "place", None)
        if not written or place is None:
            return written
        self.places.append(place)
        return f"{PLACE}{len(self.places) - 1}\n{written}"

    def room_above(self, block: nodes.Block, setting: Setting) -> str:
        """Write the white space before the first block of a page that was begun on purpose; Typst leaves it out."""
        room = spacing.before([block], setting.body, self.style)
        return f"\nv({points(room)})" if room else ""

    def paragraph(self, role: str, content: str, variant: Variant = PLAIN, *, alone: bool = False, dress: str = "") -> str:
        """Write a paragraph of a role; an empty one is as high as a line, as in Word.

        One that is `alone` in a cell is the cell's own text: that takes Typst a third less time, and says as much. `dress` is
        the role in which the table dresses such text.
        """
        name = self.roles.name(role, variant)
        if content == "[]":
            return f"gap({name})"
        if not (alone and self._is_bare(role)):
            return f"p({name}, {content})"
        return content if name == dress else f"dress({name}, {content})"

    def _is_bare(self, role: str) -> bool:
        """Return whether what is alone in a cell needs no paragraph to look as its role says."""
        look = self.style.roles[role]
        return not (look.before or look.after or look.indent)

    def around(self, role: str, setting: Setting, place: Place | None = None) -> Around:
        """Return where the text of a paragraph of a role stands."""
        look = self.style.roles[role]
        width = setting.width if setting.level else setting.width - look.indent
        return Around(role, width, place, look.bold or setting.bold, setting.anchored)

    def anchor(self, key: str, setting: Setting) -> str:
        """Return an invisible element with the label of a key; nothing in what is repeated."""
        return self.labels.anchor(key) if setting.anchored else ""

    def variant(self, setting: Setting, align: str = "", *, keep_next: bool = False) -> Variant:
        """Return what a setting makes of the look of a role."""
        keep_next = keep_next or setting.signing is not None
        return Variant(align, setting.bold, setting.ink, keep_next, not setting.level)

    def _block(self, block: nodes.Block, setting: Setting, opening: str) -> str:
        match block:
            case nodes.Paragraph():
                return self._paragraph(block, setting, opening)
            case nodes.Heading():
                return self._heading(block, setting)
            case nodes.ListBlock():
                return write_list(block, self, setting)
            case nodes.Clause():
                return write_clause(block, self, setting)
            case nodes.Table():
                return write_table(block, self, setting)
            case nodes.Figure() | nodes.Map() | nodes.Picture():
                return write_figure(block, self, setting)
            case nodes.Letterhead():
                return write_letterhead(block, self, setting)
            case nodes.Signatures():
                return write_signatures(block, self, setting)
            case nodes.LetterReference() | nodes.Copies():
                return "\n".join(filter(None, [self.anchor(block.key, setting), self.write(block.blocks, setting)]))
            case nodes.Cards():
                return write_cards(block, self, setting)
            case nodes.Keep():
                return self._keep(block, setting)
            case nodes.Contents():
                return write_contents(block, self, setting)
            case nodes.PageBreak():
                return ""
            case _:  # pragma: no cover
                assert_never(block)

    def _paragraph(self, block: nodes.Paragraph, setting: Setting, opening: str) -> str:
        role = wording.role_within(setting.body, block)
        align = block.align or (setting.align if block.role == "body" else "")
        around = self.around(role, setting, block.place)._replace(in_paragraph=not (setting.alone and self._is_bare(role)))
        text = self.inlines.write(block.children, around)
        parts = [self.anchor(block.key, setting), opening, text] if block.key or opening else [text]
        if setting.signing and is_long(block, self.style.roles[role], self.style.stack(role), setting.width):
            # The last line but one then takes the signatures along, where the whole paragraph would leave much paper empty.
            self._signed = setting.signing
            setting = replace(setting, signing=None)
            after = self.style.roles[role].after
            parts.append(f"closing({points(after)}, {write_signatures(self._signed, self, setting)})")
        return self.paragraph(
            role,
            joined(parts),
            self.variant(setting, align, keep_next=block.keep_next),
            alone=setting.alone,
            dress=setting.dress,
        )

    def _heading(self, block: nodes.Heading, setting: Setting) -> str:
        role = f"heading-{block.level}"
        around = self.around_title(role, setting, block.place)
        content = self.inlines.text(wording.heading_number(block.number), around)
        content = joined([content, self.inlines.write(block.children, around)])
        if block.level == 1:
            running = self._in_header(setting, block.place)
            number = self.inlines.text(wording.heading_number(block.number), running)
            mark = self._chapter(joined([number, self.inlines.write(plain(block.children), running)]))
            content = joined([mark, content])
        return self.title(role, block.level, content, block.key)

    def chapter(self, title: str, setting: Setting, place: Place | None) -> str:
        """Return the mark of what has a title and is no heading: headers of its pages repeat that, not the last chapter."""
        return self._chapter(self.inlines.text(title, self._in_header(setting, place)))

    def _chapter(self, title: str) -> str:
        self.chapters.append(title)
        return f"[#metadata({len(self.chapters) - 1})<chapter>]"

    @staticmethod
    def _in_header(setting: Setting, place: Place | None) -> Around:
        return Around("header", setting.width, place, anchored=False)

    def around_title(self, role: str, setting: Setting, place: Place | None) -> Around:
        """Return the surroundings of the text of a heading."""
        return self.around(role, replace(setting, bold=False), place)._replace(in_paragraph=False)

    def title(self, role: str, level: int, content: str, key: str) -> str:
        """Write a heading, at the level that it has beneath those before it."""
        name = self.roles.name(role, Variant(keep_next=True, whole=True))
        label = self.labels.take(key)
        return f"title({name}, {self.levels.below(level)}, {content}{', ' if label else ''}{label})"

    def file(self, asset: str) -> str:
        """Return the name of the file that holds an asset; of a picture from a file what it holds counts, not its suffix."""
        for name, known in self.files.items():
            if known == asset:
                return name
        name = f"p{len(self.files)}{_DRAWN if asset.endswith(_DRAWN) else ''}"
        self.files[name] = asset
        return name

    def _keep(self, block: nodes.Keep, setting: Setting) -> str:
        if _breaks(block):  # Typst ends a page in no block.
            return self.write(block.blocks, setting)
        mark = self.guards.mark(getattr(block.blocks[0], "place", None) if block.blocks else None)
        inner = self.write(block.blocks, setting)
        return self.kept(mark, inner, [block], setting) if mark and inner else inner

    def kept(self, mark: str, content: str, blocks: Sequence[nodes.Block], setting: Setting) -> str:
        """Write what stays on one page, with the mark at its start."""
        return f"kept({spacing.around(blocks, setting.body, self.style)}, {{{mark}\n{content}\n}})"


def _breaks(block: nodes.Block) -> bool:
    """Whether a page ends within a block on purpose."""
    return any(isinstance(node, nodes.PageBreak) for node in every_block(block))
