"""Wrong calls are refused in Persian with what was meant; every command has its own options and help."""

import io
import re
from collections.abc import Iterator

import click
import pytest

from generator.cli.app import SANAD, main
from generator.cli.commands import COMMANDS
from generator.cli.invocation import Screens
from generator.cli.reporting.terminal import Screen
from generator.cli.shared import shared
from tests.cli.harness import Sanad

COMMAND_LINES = re.compile(r"«[^»]*»|^(?:  )?(?:sanad|eval|--).*", re.MULTILINE)


def english(text: str) -> list[str]:
    """Two Latin words one after the other, outside of command lines: a sentence that nobody made Persian."""
    return re.findall(r"[A-Za-z]{3,} [A-Za-z]{3,}", COMMAND_LINES.sub("", text))


def commands() -> Iterator[list[str]]:
    with click.Context(SANAD, info_name="sanad") as ctx:
        yield from (words.split() for words, _ in SANAD.every(ctx))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chek", "خطا: فرمان «chek» شناخته نشد. [unknown-command]\n    منظورتان «check» بود؟\n"),
        ("check --strct", "خطا: گزینهٔ «--strct» شناخته نشد. [unknown-option]\n    منظورتان «--strict» بود؟\n"),
        ("check --strct --reprt x", "خطا: گزینهٔ «--strct» شناخته نشد. [unknown-option]\n"),
        ("check -x", "خطا: گزینهٔ «-x» شناخته نشد. [unknown-option]\n"),
        (
            "list kinds --final",
            "خطا: گزینهٔ «--final» در فرمان «sanad list kinds» نیست. [option-elsewhere]\n"
            "    این گزینه از فرمان‌های دیگر است: «sanad build».\n",
        ),
        ("build --kind", "خطا: پس از گزینهٔ «--kind» مقداری نیامده است. [option-lacks-value]\n"),
        ("build --format --final", "خطا: پس از گزینهٔ «--format» مقداری نیامده است. [option-lacks-value]\n"),
        ("build --final=yes", "خطا: گزینهٔ «--final» مقدار نمی‌پذیرد. [option-takes-nothing]\n"),
        ("doctor z1-alef", "خطا: «z1-alef» در این فرمان جایی ندارد. [stray-word]\n"),
        ("doctor look", "خطا: «look» در این فرمان جایی ندارد. [stray-word]\n    منظورتان «--look» بود؟\n"),
        ("completion", "خطا: این فرمان کامل نیست: «bash|zsh|fish|powershell» نیامده است. [argument-missing]\n"),
        ("completion bsh", "خطا: پوستهٔ «bsh» شناخته نشد. [unknown-shell]\n    منظورتان «bash» بود؟\n"),
        ("check --terminal visul", "خطا: ترتیب «visul» برای «--terminal» شناخته نشد. [unknown-terminal]\n"),
        ("build --jobs بسیار", "خطا: «بسیار» شمار درستی برای «--jobs» نیست. [bad-number]\n"),
        ("build --jobs ۰", "خطا: «۰» شمار درستی برای «--jobs» نیست. [bad-number]\n"),
        ("build --format odt", "خطا: قالب «odt» شناخته نشد. [unknown-format]\n"),
        ("build --kind nte", "خطا: گونهٔ سند «nte» شناخته نشد. [unknown-kind]\n    منظورتان «note» بود؟\n"),
        ("list du", "خطا: فرمان «list du» شناخته نشد. [unknown-command]\n    منظورتان «due» بود؟\n"),
        ("list states z1-alf", "خطا: محله‌ای با شناسه یا نام «z1-alf» در «plans» نیست. [unknown-neighbourhood]\n"),
        ("check z1-alf", "خطا: محله‌ای با شناسه یا نام «z1-alf» در «plans» نیست. [unknown-neighbourhood]\n"),
        ("list agencies welfar", "خطا: دستگاهی با شناسه یا نام «welfar» در «plans» نیست. [unknown-agency]\n"),
        ("list due --on فردا", "خطا: «فردا» تاریخ شناخته‌شده‌ای نیست. [date-not-understood]\n"),
        ("help chek", "خطا: فرمان «chek» شناخته نشد. [unknown-command]\n"),
    ],
)
def test_a_wrong_call_is_told_in_persian_with_code_two(sanad: Sanad, words: str, said: str) -> None:
    code, out, err = sanad(*words.split())

    assert (code, out) == (2, "")
    assert err.startswith(said)
    assert english(err) == []


def test_all_unknown_options_are_told_and_not_the_values_behind_them(sanad: Sanad) -> None:
    _, _, err = sanad("doctor", "--office", "municipality", "--kind", "note")

    assert re.findall(r"\[([a-z-]+)\]", err) == ["unknown-option", "option-elsewhere"]


def test_alone_the_command_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    alone = capsys.readouterr()
    assert main(["--help"]) == 0
    assert capsys.readouterr() == alone

    assert alone.err == ""
    assert [name for name in COMMANDS if f"  sanad {name} " not in alone.out] == []


def test_every_command_has_help_of_its_own_with_its_options_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    common = {name for option in shared() for name in option.opts} | {"--help", "-h"}
    for words in commands():
        assert main([*words, "--help"]) == 0
        shown, _ = capsys.readouterr()
        assert main(["help", *words]) == 0
        assert capsys.readouterr() == (shown, "")
        with click.Context(SANAD, info_name="sanad") as ctx:
            own = [name for each in dict(SANAD.every(ctx))[" ".join(words)].params for name in each.opts if name[0] == "-"]
        assert [name for name in {*own, *common} - {"-h"} if f"  {name} " not in shown] == [], words
        assert english(shown) == [], words


def test_options_of_all_commands_may_stand_before_its_name(sanad: Sanad) -> None:
    assert sanad("--terminal", "logical", "list", "kinds") == sanad("list", "--terminal=logical", "kinds")
    assert main(["--root", str(sanad.root), "--templates", str(sanad.root / "templates"), "list", "kinds"]) == 0


def test_in_visual_order_the_help_is_shaped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--help", "--terminal", "visual"]) == 0
    shown, _ = capsys.readouterr()

    assert "--kind" in shown
    assert re.search("[\ufe80-\ufefc]", shown)
    assert not re.search("[ا-ی]", shown.replace("\u0654", ""))


def test_what_is_refused_in_no_known_way_is_still_refused_in_persian() -> None:
    with click.Context(SANAD, info_name="sanad", obj=Screens(Screen.of(io.StringIO()), Screen.of(io.StringIO()))) as ctx:
        (told,) = SANAD._refused(ctx, click.UsageError("Something else"))

    assert told.code == "bad-usage"
    assert "Something" not in told.line()
