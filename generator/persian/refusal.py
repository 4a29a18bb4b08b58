"""The exception that refuses a Persian value."""

from __future__ import annotations

from generator.persian.invisible import visible

_LONGEST_QUOTE = 60


class Refused(ValueError):  # noqa: N818 - it names what was done with the value
    """A text that cannot be the value asked for; `code` and `values` fill a sentence of `messages`."""

    def __init__(self, code: str, /, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, object] = {
            name: quotable(value) if isinstance(value, str) else value for name, value in values.items()
        }


def quotable(text: str) -> str:
    """Shorten a text to one line of at most 60 characters that a sentence can quote, invisible ones by name."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"
