"""The one way in which a Persian value is refused."""

from __future__ import annotations

_LONGEST_QUOTE = 60


class Refused(ValueError):  # noqa: N818 - it names what was done with the value
    """A text that cannot be the value asked for; `code` and `values` fill a sentence of `messages`.

    A long text among the values is cut to 60 characters, since it is quoted inside a sentence.
    """

    def __init__(self, code: str, /, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, object] = {
            name: _quotable(value) if isinstance(value, str) else value for name, value in values.items()
        }


def _quotable(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"
