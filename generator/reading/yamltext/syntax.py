"""Translate syntax errors of PyYAML into what the writer of the file did wrong, in Persian.

PyYAML tells where it stopped, seldom what was wrong. So the diagnosis looks at the line itself; the message only says
which mistakes to look for. What is searched in messages is common to the C parser and the Python one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.persian import numeral
from generator.persian.invisible import name_of
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading.yamltext import misreadings, spaces

MAX_DEPTH = 40

_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_MOST_TABS = 10
_NO_SPACE = re.compile(r"[ \t]*(?:-[ \t]+)*[\w\-]+(:)(?=[^\s:/])")
_CELLS = re.compile(r"[^\t:#\n]*[^\s:#\n][^\t:#\n]*\t[^\n]*\S")
"""A line of a spreadsheet: cells with tabs between them, and no key before the first."""
_OTHER_COLON = re.compile(r"[ \t]*(?:-[ \t]+)*[\w\-]+[ \t]*([：﹕∶ː։])")
_AFTER_CURLY = re.compile(rf"[ \t]*(?:-[ \t]+)*(?:[\w\-]+:[ \t]+)?([{''.join(misreadings.CURLY)}])")
_OPENS_AND_CLOSES = re.compile(r"""[:\-\[{,][ \t]+("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*$""")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The problems of a syntax error; the text with the mistake repaired, as long as before, or None."""

    problems: list[Problem]
    repaired: str | None = None


def diagnose(error: yaml.MarkedYAMLError, text: str, file: Path) -> Diagnosis:
    """Diagnose the error at which PyYAML stopped."""
    return _Diagnostician(error, text, file).diagnose()


class _Diagnostician:
    def __init__(self, error: yaml.MarkedYAMLError, text: str, file: Path) -> None:
        self.text = text
        self.file = file
        self.message = f"{error.problem or ''}"
        self.context = f"{error.context or ''}"
        marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
        self.index = min(marks[0].index, len(text)) if marks else 0
        self.context_index = min(marks[-1].index, len(text)) if marks else 0
        self.character = text[self.index : self.index + 1]
        self.line_start = text.rfind("\n", 0, self.index) + 1
        self.before = text[self.line_start : self.index]
        self.is_aligned = len(self.before) == self.context_index - text.rfind("\n", 0, self.context_index) - 1

    def diagnose(self) -> Diagnosis:
        looks = (
            self._depth,
            self._spaces,
            self._tabs,
            self._quotes,
            self._colons,
            self._flow,
            self._starts,
            self._document,
            self._blocks,
        )
        return next((found for look in looks if (found := look())), None) or self._diagnosis("yaml-syntax")

    def _diagnosis(
        self, code: str, index: int | None = None, repair: tuple[int, str] | None = None, **values: object
    ) -> Diagnosis:
        at = self.index if index is None else index
        line = self.text.count("\n", 0, at)
        place = Place(self.file, line + 1, at - self.text.rfind("\n", 0, at))
        repaired = None
        if repair:
            where, character = repair
            repaired = self.text[:where] + character + self.text[where + 1 :]
        return Diagnosis([problem(code, place, where="", **values)], repaired)

    def _depth(self) -> Diagnosis | None:
        """Diagnose libyaml's own limit, which a line full of brackets reaches before its first event."""
        if "nesting depth" not in self.message:
            return None
        return self._diagnosis("yaml-too-deep", limit=numeral(MAX_DEPTH))

    def _spaces(self) -> Diagnosis | None:
        """Diagnose odd spaces above the place where PyYAML stopped, which it took for letters."""
        found = spaces.of_structure(self.text, self.index)
        reported: list[Problem] = []
        for index in spaces.first_of_lines(self.text, found):
            character = self.text[index]
            reported += self._diagnosis("yaml-odd-space", index, character=name_of(character)).problems
        return Diagnosis(reported, spaces.repaired(self.text, found)) if reported else None

    def _tabs(self) -> Diagnosis | None:
        line_end = self.text.find("\n", self.index)
        line = self.text[self.line_start : line_end if line_end >= 0 else len(self.text)]
        if self.character != "\t" and not _TAB_INDENT.match(line):
            return None
        if not _TAB_INDENT.match(line):
            return self._pasted() or self._diagnosis("yaml-tab")
        found = list(_TAB_INDENT.finditer(self.text))[:_MOST_TABS]
        return Diagnosis([self._diagnosis("yaml-tab", tab.start()).problems[0] for tab in found])

    def _quotes(self) -> Diagnosis | None:
        if "quoted scalar" in self.context:
            if "escape" in self.message or "hex" in self.message or "Unicode" in self.message:
                return self._diagnosis("yaml-escape")
            return self._diagnosis("yaml-quote-unclosed", self.context_index, quote=self._quote_at_context())
        if "expected" not in self.message or self.before.isspace() or not self.before:
            return None
        if _OPENS_AND_CLOSES.search(self.before):
            return self._diagnosis("yaml-text-after-quote")
        if self.before.count('"') % 2 and (opened := self._quote_opened_above('"')) is not None:
            return self._diagnosis("yaml-quote-unclosed", opened, quote='"')
        return None

    def _quote_at_context(self) -> str:
        return self.text[self.context_index : self.context_index + 1]

    def _quote_opened_above(self, quote: str) -> int | None:
        """Find the last line above on which a quote opens a value and does not close it."""
        opening = re.compile(rf"[:\-][ \t]+({quote})[^{quote}\n]*$", re.MULTILINE)
        found = list(opening.finditer(self.text, 0, self.line_start))
        return found[-1].start(1) if found else None

    def _colons(self) -> Diagnosis | None:
        if pasted := self._pasted():
            return pasted
        if "could not find expected ':'" in self.message:
            start = self.text.rfind("\n", 0, self.context_index) + 1
            if found := _NO_SPACE.match(self.text, start):
                return self._no_space(found)
            if found := _OTHER_COLON.match(self.text, start):
                return self._diagnosis("yaml-other-colon", found.start(1), mark=found[1])
            return self._diagnosis("yaml-no-colon", self.context_index)
        if "mapping values are not allowed" not in self.message:
            return None
        if found := _AFTER_CURLY.match(self.before):
            marks = {"opening": found[1], "closing": misreadings.CURLY[found[1]], "mark": ":"}
            return self._diagnosis("yaml-curly-quotes", self.line_start + found.start(1), (self.index, "x"), **marks)
        if re.search(r":(?:\s|$)", self.before):
            return self._diagnosis("yaml-colon-in-value", repair=(self.index, "x"))
        above = self.text.rfind("\n", 0, max(self.line_start - 1, 0)) + 1
        if self.line_start and (found := _NO_SPACE.match(self.text, above, self.line_start)):
            return self._no_space(found)
        return self._diagnosis("yaml-indentation", self._first_character())

    def _pasted(self) -> Diagnosis | None:
        """Diagnose lines of a spreadsheet, at the first of them that is no entry."""
        for index in (self.context_index, self.index):
            start = self.text.rfind("\n", 0, index) + 1
            if found := _CELLS.match(self.text, start):
                return self._diagnosis("yaml-rows-pasted", found.end() - len(found[0].lstrip(" -")))
        return None

    def _no_space(self, found: re.Match[str]) -> Diagnosis:
        return self._diagnosis("yaml-no-space-after-colon", found.start(1), repair=(found.end(1), " "))

    def _first_character(self) -> int:
        return self.line_start + len(self.before) - len(self.before.lstrip())

    def _starts(self) -> Diagnosis | None:
        """Diagnose values whose first character has another meaning in YAML."""
        for word in ("alias", "anchor", "tag"):
            if self.context.endswith((f"an {word}", f"a {word}")):
                return self._special(self.context_index)
        if "undefined tag handle" in self.message:
            return self._special(self.context_index)
        if "cannot start any token" in self.message or "node content" in self.message:
            return self._special(self.index)
        if "mapping keys are not allowed" in self.message:
            return self._special(self.index)
        if "sequence entries are not allowed" in self.message:
            return self._diagnosis("yaml-dash-after-key", repair=(self.index, "x"))
        if "block scalar" in self.context:
            return self._diagnosis("yaml-block-header", self.context_index)
        return None

    def _special(self, index: int) -> Diagnosis:
        character = self.text[index : index + 1]
        if not character.strip():
            return self._diagnosis("yaml-syntax", min(index, len(self.text)))
        return self._diagnosis("yaml-special-character", index, repair=(index, "x"), character=character)

    def _flow(self) -> Diagnosis | None:
        if "flow sequence" in self.context or "flow mapping" in self.context:
            return self._unclosed(self.context_index)
        if "flow node" in self.context and not self.text[self.index :].strip():
            return self._unclosed(max(self.text.rfind("["), self.text.rfind("{")))
        return None

    def _unclosed(self, index: int) -> Diagnosis:
        opening = self.text[index : index + 1]
        closing = "]" if opening == "[" else "}"
        return self._diagnosis("yaml-bracket-unclosed", index, opening=opening, closing=closing)

    def _document(self) -> Diagnosis | None:
        if "document start" in self.message:
            return self._diagnosis("yaml-many-documents")
        if "directive" in self.context or "directive" in self.message or "incompatible" in self.message:
            return self._diagnosis("yaml-directive", self.line_start)
        return None

    def _blocks(self) -> Diagnosis | None:
        """Diagnose a line that does not fit the lines above it."""
        if self.before.strip(" -"):
            return self._diagnosis("yaml-text-after-value") if "expected" in self.message else None
        if self.character == ":":
            return self._diagnosis("yaml-key-empty")
        if "block collection" in self.context and self.is_aligned:
            return self._diagnosis("yaml-list-mixed")
        if self.character == "-" and self.is_aligned:
            return self._diagnosis("yaml-dash-among-keys")
        return self._diagnosis("yaml-indentation", self._first_character())
