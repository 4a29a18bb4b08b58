"""The progress of a run: a line that is written over on a terminal, a line a step in a pipe, nothing for who wants none."""

import io

from generator.cli.reporting.progress import Progress
from generator.cli.reporting.terminal import Order, Screen
from tests.cli.reporting.test_terminal import Terminal

XTERM = {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "60"}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_terminal_shows_one_line_with_the_number_the_name_and_the_time_left() -> None:
    stream, clock = Terminal(), Clock()
    with Progress(Screen.of(stream, Order.LOGICAL, XTERM), now=clock) as progress:
        progress.begin("داده‌ها خوانده می‌شود")
        clock.seconds = 100
        progress.step(0, 15, "قرارداد، گلشهر")
        clock.seconds = 120
        progress.step(2, 15, "قرارداد، تلگرد")
        clock.seconds = 121
        progress.step(14, 15, "قرارداد، قائم")

    assert stream.getvalue().split("\r\x1b[2K") == [
        "",
        "داده‌ها خوانده می‌شود …",
        "۱ از ۱۵: قرارداد، گلشهر",
        "۳ از ۱۵: قرارداد، تلگرد؛ حدود ۲ دقیقه مانده",
        "۱۵ از ۱۵: قرارداد، قائم؛ حدود ۵ ثانیه مانده",
        "",
    ]


def test_what_is_printed_meanwhile_has_a_line_of_its_own() -> None:
    stream = Terminal()
    with Progress(Screen.of(stream, Order.LOGICAL, XTERM)) as progress:
        progress.step(0, 2, "یک")
        progress.aside(lambda: print("output/one.docx", file=stream))

    assert stream.getvalue() == "\r\x1b[2K۱ از ۲: یک\r\x1b[2Koutput/one.docx\n\r\x1b[2K۱ از ۲: یک\r\x1b[2K"


def test_a_long_name_stays_in_one_row() -> None:
    stream = Terminal()
    with Progress(Screen.of(stream, Order.LOGICAL, XTERM)) as progress:
        progress.step(0, 2, "نام بسیار بلند " * 12)

    assert "\n" not in stream.getvalue()


def test_a_pipe_gets_a_line_for_each_step_without_a_time_that_would_be_old() -> None:
    stream = io.StringIO()
    with Progress(Screen.of(stream)) as progress:
        progress.begin("داده‌ها خوانده می‌شود")
        progress.step(0, 2, "یک")
        progress.step(1, 2, "دو")

    assert stream.getvalue() == "۱ از ۲: یک\n۲ از ۲: دو\n"


def test_who_wants_none_gets_none() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    for progress in (Progress(Screen.of(terminal, environment=XTERM), quiet=True), Progress(Screen.of(pipe), plain=False)):
        with progress:
            progress.begin("داده‌ها خوانده می‌شود")
            progress.step(0, 2, "یک")

    assert (terminal.getvalue(), pipe.getvalue()) == ("", "")
