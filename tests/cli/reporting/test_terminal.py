import io
import re

import pytest

from generator.cli.reporting.layout import Direction, Line, LineType
from generator.cli.reporting.terminal import Order, Screen, does_bidi


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm-256color", "VTE_VERSION": "5800"},
        {"TERM": "xterm-256color", "VTE_VERSION": "7006"},
        {"TERM": "mlterm", "MLTERM": "3.9.0"},
        {"TERM": "xterm-256color", "KONSOLE_VERSION": "220400"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
        {"TERM": "xterm", "TERM_PROGRAM": "mintty"},
        {"TERM": "dumb", "INSIDE_EMACS": "29.1,comint"},
        {"TERM": "screen-256color", "VTE_VERSION": "6800", "TERM_PROGRAM": "tmux"},
    ],
    ids=lambda environment: "+".join(environment.values()),
)
def test_terminals_that_order_text_themselves_are_known(environment: dict[str, str]) -> None:
    assert does_bidi(environment)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TERM": "xterm"},
        {"TERM": "xterm", "XTERM_VERSION": "XTerm(379)", "VTE_VERSION": "7006"},
        {"TERM": "xterm-256color", "VTE_VERSION": "5402"},
        {"TERM": "xterm-256color", "VTE_VERSION": ""},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "VTE_VERSION": "7006"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"},
        {"TERM": "xterm-256color", "WT_SESSION": "0"},
        {"TERM": "xterm-kitty", "VTE_VERSION": "7006"},
        {"TERM": "alacritty"},
        {"TERM": "foot"},
        {"TERM": "linux"},
    ],
    ids=lambda environment: "+".join(environment.values()) or "nothing",
)
def test_other_terminals_are_given_ordered_text(environment: dict[str, str]) -> None:
    assert not does_bidi(environment)


def test_a_pipe_gets_logical_text_without_a_width_and_without_control_characters() -> None:
    stream = io.StringIO()
    screen = Screen.of(stream, environment={"TERM": "xterm", "VTE_VERSION": "7006"})
    screen.show([Line("خطا: کلید «nme» شناخته نیست.", "a.yaml:1:2: ", type=LineType.ERROR)])

    assert (screen.order, screen.width) == (Order.LOGICAL, None)
    assert stream.getvalue() == "a.yaml:1:2: خطا: کلید «nme» شناخته نیست.\n"


def test_the_order_that_is_asked_for_is_kept_in_a_pipe_and_on_a_terminal() -> None:
    assert Screen.of(io.StringIO(), Order.VISUAL, {}).order is Order.VISUAL
    assert Screen.of(Terminal(), Order.LOGICAL, {"TERM": "xterm"}).order is Order.LOGICAL
    assert Screen.of(Terminal(), environment={"TERM": "xterm"}).order is Order.VISUAL
    assert Screen.of(Terminal(), environment={"TERM": "mlterm"}).order is Order.LOGICAL


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colours_are_for_terminals_that_have_them_and_whoever_wants_them(environment: dict[str, str], coloured: bool) -> None:
    assert Screen.of(Terminal(), environment=environment).colours is coloured
    assert Screen.of(io.StringIO(), environment=environment).colours is False


def test_the_width_is_that_of_the_terminal_but_no_more_than_can_be_read() -> None:
    assert Screen.of(Terminal(), environment={"TERM": "xterm", "COLUMNS": "72"}).width == 72
    assert Screen.of(Terminal(), environment={"TERM": "xterm", "COLUMNS": "240"}).width == 100
    assert Screen.of(io.StringIO(), Order.VISUAL, {"COLUMNS": "72"}).width == 72


def test_a_terminal_that_obeys_is_told_not_to_reorder_what_is_ordered_here() -> None:
    stream = Terminal()
    Screen.of(stream, Order.VISUAL, {"TERM": "xterm", "NO_COLOR": "1"}).say("خطا")

    assert re.fullmatch(r"\x1b\[8l *\S+\x1b\[8h\n", stream.getvalue())


def test_a_new_vte_is_told_the_direction_of_each_row() -> None:
    stream = Terminal()
    screen = Screen.of(stream, environment={"TERM": "xterm", "VTE_VERSION": "7006", "NO_COLOR": "1"})
    screen.show([Line("خطا"), Line("name: ⟦x⟧", "│ ", Direction.LTR)])

    assert stream.getvalue() == "\x1b[2 kخطا\x1b[0 k\n\x1b[1 k│ name: ⟦x⟧\x1b[0 k\n"


def test_control_characters_in_a_message_never_reach_the_terminal() -> None:
    stream = Terminal()
    Screen.of(stream, Order.LOGICAL, {"TERM": "xterm", "NO_COLOR": "1"}).say("الف \x1b]0;x\x07 \u202e ب")

    assert stream.getvalue() == "الف U+001B]0;xU+0007 U+202E ب\n"


def test_marks_are_coloured_and_the_source_line_is_not() -> None:
    stream = Terminal()
    screen = Screen.of(stream, Order.LOGICAL, {"TERM": "xterm"})
    screen.show([Line("name: ⟦x⟧", "│ ", Direction.LTR, LineType.SOURCE)])

    assert stream.getvalue() == "│ name: \x1b[1;31m⟦\x1b[0mx\x1b[1;31m⟧\x1b[0m\n"


def test_a_table_has_tabs_in_a_pipe_and_columns_on_a_terminal() -> None:
    rows = [("z3-golshahr", "گلشهر"), ("z1", "التیمور")]
    pipe, terminal = io.StringIO(), Terminal()
    Screen.of(pipe, environment={}).table(rows)
    Screen.of(terminal, Order.LOGICAL, {"TERM": "dumb"}).table(rows)

    assert pipe.getvalue() == "z3-golshahr\tگلشهر\nz1\tالتیمور\n"
    assert terminal.getvalue() == "z3-golshahr  گلشهر\nz1           التیمور\n"


def test_a_manual_keeps_commands_left_to_right_and_orders_what_they_do() -> None:
    stream = io.StringIO()
    Screen.of(stream, Order.VISUAL, {"COLUMNS": "60"}).manual("فرمان‌ها\n  sanad check    بررسی\n")
    heading, command = stream.getvalue().splitlines()

    assert heading.startswith("      ")
    assert command.startswith("  sanad check    ")
    assert command.endswith("ﺑ")
