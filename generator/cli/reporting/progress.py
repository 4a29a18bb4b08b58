"""The progress of a run on a terminal: one line that is written over, «۳ از ۱۵», what is being made, the time left.

In a pipe each step is a line of its own, without the time; an estimate in a file says nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Self

from generator.cli.reporting.layout import Line
from generator.cli.reporting.terminal import Screen
from generator.persian import numeral

if TYPE_CHECKING:
    from generator.build.planned import Planned

READING = "داده‌ها خوانده می‌شود"
"""What is done before the documents of a project are known."""


@dataclass(slots=True)
class Progress:
    """The progress of one run on a screen; `quiet` shows nothing, without `plain` a pipe gets nothing."""

    screen: Screen
    quiet: bool = False
    plain: bool = True
    now: Callable[[], float] = time.monotonic
    _begun: float = field(init=False)
    _shown: Line | None = None

    def __post_init__(self) -> None:
        self._begun = self.now()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._clear()

    def begin(self, what: str) -> None:
        """Say on a terminal what is done before the first step, whose length nobody knows."""
        if self.screen.steered and not self.quiet:
            self._show(Line(f"{what} …"))

    def document(self, done: int, total: int, planned: Planned) -> None:
        """Say which document is made now, and of how many."""
        self.step(done, total, "، ".join(filter(None, (planned.kind.title, planned.place_name, planned.id))))

    def step(self, done: int, total: int, what: str) -> None:
        """Say that the step after `done` of `total` begins."""
        if self.quiet or (not self.screen.steered and not self.plain):
            return
        text = f"{numeral(done + 1)} از {numeral(total)}: {what}"
        if not self.screen.steered:
            self.screen.say(text)
            return
        if not done:
            self._begun = self.now()
        left = (self.now() - self._begun) / done * (total - done) if done else 0.0
        self._show(Line(f"{text}؛ {_time(left)} مانده" if done else text))

    def aside(self, show: Callable[[], None]) -> None:
        """Print something else, below which the line goes on."""
        shown = self._shown
        self._clear()
        show()
        if shown is not None:
            self._show(shown)

    def _show(self, line: Line) -> None:
        self._shown = line
        self.screen.write_over(line)

    def _clear(self) -> None:
        if self._shown is not None:
            self.screen.write_over(None)
            self._shown = None


def _time(seconds: float) -> str:
    """Round a time to what can be believed of an estimate."""
    if seconds < 60:
        return f"حدود {numeral(max(5, round(seconds / 5) * 5))} ثانیه"
    return f"حدود {numeral(round(seconds / 60))} دقیقه"
