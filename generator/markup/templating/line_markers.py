"""Mark template lines in the output: `<?at name line column?>` before each tag and each text of a template.

The strict reader strips these instructions and names the template's line when an element is wrong. They are put in only
where they are harmless: between tags, never inside one. In the body of a macro or a captured block, whose output may end
up in an attribute, only tags are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from jinja2 import Environment, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

ATTRIBUTE_FILTER = "attribute_text"
"""The filter that every `{{ … }}` inside a tag goes through."""

_MARK = re.compile(r"<\?at [^?]*\?>")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_CAPTURING = ("macro", "call", "filter")


class _Where(Enum):
    """The state of the markup at one point of the template's text."""

    TEXT = re.compile(r"<(?:!--|\?)?")
    TAG = re.compile(r"[>\"']")
    DOUBLE_QUOTED = re.compile('"')
    SINGLE_QUOTED = re.compile("'")
    COMMENT = re.compile("-->")
    INSTRUCTION = re.compile(r"\?>")


_AFTER = {
    (_Where.TEXT, "<"): _Where.TAG,
    (_Where.TEXT, "<!--"): _Where.COMMENT,
    (_Where.TEXT, "<?"): _Where.INSTRUCTION,
    (_Where.TAG, ">"): _Where.TEXT,
    (_Where.TAG, '"'): _Where.DOUBLE_QUOTED,
    (_Where.TAG, "'"): _Where.SINGLE_QUOTED,
    (_Where.DOUBLE_QUOTED, '"'): _Where.TAG,
    (_Where.SINGLE_QUOTED, "'"): _Where.TAG,
    (_Where.COMMENT, "-->"): _Where.TEXT,
    (_Where.INSTRUCTION, "?>"): _Where.TEXT,
}


class LineMarks(Extension):
    """Marks template lines in the output, and sends values printed inside a tag through `attribute_text`."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._source = ""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Remember the source, for the columns: tokens know their line only."""
        self._source = source
        return source

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Return the tokens of a template with the marks among them."""
        return _Marker(stream.name or "-", _NEWLINE.split(self._source)).tokens(stream)


def unmarked(markup: str) -> str:
    """Markup without its line marks, for where they cannot stand."""
    return _MARK.sub("", markup)


@dataclass
class _Marker:
    name: str
    lines: list[str]
    where: _Where = _Where.TEXT
    captures: int = 0
    seen: dict[int, int] = field(default_factory=dict)
    """How far each source line has been passed, to find the column of what comes next."""

    def tokens(self, stream: Iterable[Token]) -> Iterator[Token]:
        tokens = iter(stream)
        for token in tokens:
            if token.type == "data":
                yield Token(token.lineno, "data", self._marked(token))
            elif token.type == "variable_begin":
                yield from self._printed(token, tokens)
            elif token.type == "block_begin":
                yield token
                yield from self._statement(tokens)
            else:
                yield token

    def _printed(self, begin: Token, tokens: Iterator[Token]) -> Iterator[Token]:
        """Pass a `{{ … }}` on; inside a tag its value is `(…) | attribute_text`."""
        column = self._find(begin.lineno, "{{")
        if self.where is _Where.TEXT and not self.captures:
            yield Token(begin.lineno, "data", self._mark(begin.lineno, column))
        inside_tag = self.where in (_Where.TAG, _Where.DOUBLE_QUOTED, _Where.SINGLE_QUOTED)
        yield begin
        if inside_tag:
            yield Token(begin.lineno, "lparen", "(")
        for token in tokens:
            if token.type == "variable_end":
                if inside_tag:
                    yield Token(token.lineno, "rparen", ")")
                    yield Token(token.lineno, "pipe", "|")
                    yield Token(token.lineno, "name", ATTRIBUTE_FILTER)
                yield token
                return
            yield token

    def _statement(self, tokens: Iterator[Token]) -> Iterator[Token]:
        """Pass a `{% … %}` on, already begun; counts the blocks whose output is kept as a value."""
        inside = []
        for token in tokens:
            inside.append(token)
            if token.type == "block_end":
                break
        keyword = inside[0].value if inside and inside[0].type == "name" else ""
        if keyword in ("autoescape", "endautoescape"):
            raise TemplateSyntaxError(f"Encountered unknown tag '{keyword}'.", inside[0].lineno, self.name)
        if keyword in _CAPTURING or (keyword == "set" and not _assigns(inside)):
            self.captures += 1
        elif keyword in ("endset", *(f"end{word}" for word in _CAPTURING)):
            self.captures -= 1
        yield from inside

    def _marked(self, token: Token) -> str:
        parts = token.value.split("\n")
        return "\n".join(self._marked_line(part, token.lineno + index) for index, part in enumerate(parts))

    def _marked_line(self, part: str, line: int) -> str:
        base = self._find(line, part) - 1
        written: list[str] = []
        at = 0
        while at < len(part):
            found = self.where.value.search(part, at)
            stop = found.start() if found else len(part)
            written.append(self._marked_text(part[at:stop], line, base + at))
            if not found:
                break
            if self.where is _Where.TEXT and found[0] == "<":
                written.append(self._mark(line, base + stop + 1))
            written.append(found[0])
            self.where, at = _AFTER[self.where, found[0]], found.end()
        return "".join(written)

    def _marked_text(self, text: str, line: int, base: int) -> str:
        bare = text.lstrip()
        if self.where is not _Where.TEXT or self.captures or not bare:
            return text
        indent = len(text) - len(bare)
        return text[:indent] + self._mark(line, base + indent + 1) + bare

    def _find(self, line: int, piece: str) -> int:
        """Return the column where a piece of a source line begins; the line is passed up to its end."""
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        found = max(source.find(piece, self.seen.get(line, 0)), 0)
        self.seen[line] = found + len(piece)
        return found + 1

    def _mark(self, line: int, column: int) -> str:
        return f"<?at {self.name} {line} {column}?>"


def _assigns(statement: list[Token]) -> bool:
    """Return whether a `set` statement has its value in itself (`{% set x = … %}`), and so no body."""
    depth = 0
    for token in statement:
        if token.type in ("lparen", "lbracket", "lbrace"):
            depth += 1
        elif token.type in ("rparen", "rbracket", "rbrace"):
            depth -= 1
        elif token.type == "assign" and not depth:
            return True
    return False
