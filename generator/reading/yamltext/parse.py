"""Read the text of a YAML file as nodes with positions and problems. No other part reads YAML from outside.

Anything that can be wrong with the text becomes a `Problem` with file, line and column; nothing is raised. Of one
file as many problems as can be known are reported together.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.persian.digits import group, numeral
from generator.persian.invisible import name_of
from generator.problems import messages
from generator.problems.errors import Place, Problem, Severity
from generator.problems.limits import LIMITS
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading.yamltext import characters
from generator.reading.yamltext.build import build
from generator.reading.yamltext.nodes import Node
from generator.reading.yamltext.strays import Stray

MAX_BYTES = 2**20
MAX_REGISTER = 16 * MAX_BYTES
"""Of the register of a year, which a program writes line by line: some twenty thousand finals."""
MAX_LINE = 10_000

_NEARLY_ALL = 0.9
_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The result of reading a file: its root node, and its problems in the order of the file.

    `node` is None when the file is empty or could not be read to its end. It may be there together with errors, so that the
    model can tell its own problems in the same run; what was wrong is left out of it.
    """

    node: Node | None
    problems: tuple[Problem, ...]
    strays: tuple[Stray, ...] = ()
    """The characters of its values that are not seen, reported where the fields are known."""

    @property
    def failed(self) -> bool:
        """Whether any of the problems is an error."""
        return any(found.severity is Severity.ERROR for found in self.problems)


def read(file: Path, most: int = LIMITS.problems_of_file) -> Parsed:
    """Read the nodes of a file; an unreadable one is a problem like any other. `most` problems are named."""
    try:
        content = plainfiles.read(file, MAX_BYTES + 1)
    except FileNotFoundError:
        return _failed(problem("yaml-file-missing", Place(file)))
    except IsADirectoryError:
        return _failed(problem("yaml-file-is-folder", Place(file)))
    except plainfiles.NotPlainError:
        return _failed(problem("not-plain-file", Place(file), name=file.name))
    except PermissionError:
        return _failed(problem("yaml-file-forbidden", Place(file)))
    except OSError as error:
        return _failed(problem("yaml-file-unreadable", Place(file), reason=messages.reason(error)))
    return parse(content, file, most)


def parse(text: str | bytes, file: Path, most: int = LIMITS.problems_of_file, limit: int = MAX_BYTES) -> Parsed:
    """Read the nodes of a text of at most `limit` bytes; `file` is only named in problems."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(content) > limit:
        return _failed(problem("yaml-too-large", Place(file), limit=numeral(limit // MAX_BYTES)))
    if content.startswith(_UTF16_BOMS):
        return _failed(problem("yaml-utf16", Place(file)))
    problems: list[Problem] = []
    if content.startswith(_UTF8_BOM):
        problems.append(problem("yaml-byte-order-mark", Place(file)))
        content = content[len(_UTF8_BOM) :]
    try:
        decoded = content.decode("utf-8", "surrogatepass" if isinstance(text, str) else "strict")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        code = "yaml-windows-1256" if _is_windows_1256(content) else "yaml-not-utf8"
        return _failed(*problems, problem(code, _place(file, before, len(before))))
    clean, found = _policed(decoded, file, most)
    problems += found
    if too_long := _long_lines(clean, file):
        return _failed(*problems, *too_long, most=most)
    node, found, strays = build(clean, file, most)
    return Parsed(node, _in_order([*problems, *found], most), tuple(strays))


def _is_windows_1256(content: bytes) -> bool:
    """Return whether bytes are Persian in the encoding that Notepad calls ANSI: nearly all foreign ones are its letters."""
    foreign = [letter for letter in content.decode("cp1256", "replace") if letter > "\x7f"]
    letters = sum("\u0621" <= letter <= "\u06d2" or letter in "،؛؟\u200c\u200d«»" for letter in foreign)
    return letters > _NEARLY_ALL * len(foreign)


def _failed(*problems: Problem, most: int = LIMITS.problems_of_file) -> Parsed:
    return Parsed(None, _in_order(problems, most))


def _in_order(problems: list[Problem] | tuple[Problem, ...], most: int) -> tuple[Problem, ...]:
    """Sort the problems by place; at the limit the last says that there may be more."""
    ordered = sorted(problems, key=lambda p: (p.place.line, p.place.column) if p.place else (0, 0))
    if len(ordered) < most:
        return tuple(ordered)
    last = ordered[most - 1]
    return (*ordered[:most], problem("yaml-more-problems", last.place, count=group(most)))


def _policed(text: str, file: Path, most: int) -> tuple[str, list[Problem]]:
    """Replace forbidden characters, and return a problem for each of them."""
    problems = [
        problem(
            characters.code_of(match[0]),
            _place(file, text, match.start()),
            character=name_of(match[0]),
        )
        for match in islice(characters.FORBIDDEN.finditer(text), most)
    ]
    if characters.REPLACEMENT in text:
        place = _place(file, text, text.index(characters.REPLACEMENT))
        problems.append(problem("yaml-replacement-character", place))
    return characters.FORBIDDEN.sub("x", text), problems


def _long_lines(text: str, file: Path) -> list[Problem]:
    return [
        problem("yaml-line-too-long", Place(file, number, MAX_LINE + 1), limit=group(MAX_LINE))
        for number, line in enumerate(text.split("\n"), 1)
        if len(line) > MAX_LINE
    ]


def _place(file: Path, text: str, index: int) -> Place:
    line = text.count("\n", 0, index)
    return Place(file, line + 1, index - text.rfind("\n", 0, index))
