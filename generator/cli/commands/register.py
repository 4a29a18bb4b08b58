"""`sanad register`: what was issued, and what is written down of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options, registered
from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line
from generator.cli.usage import Command, Entry, Group
from generator.cli.values import FILE, day_of
from generator.persian import numeral, to_persian

if TYPE_CHECKING:
    from generator.model.records.register import Entry as Written

_HERE = "generator.cli.commands.register"

register = Group(
    "register",
    entries={
        "find": Entry(f"{_HERE}:find", "سندهای نهایی، همه یا آنچه جست‌وجو می‌شود"),
        "office": Entry(f"{_HERE}:office", "شماره‌ای را که دفتر به سند داده است می‌نویسد"),
        "void": Entry(f"{_HERE}:void", "سندی را باطل می‌کند"),
        "correct": Entry(f"{_HERE}:correct", "تصحیح سندی را می‌نویسد"),
        "sign": Entry(f"{_HERE}:sign", "تصویر نسخهٔ امضاشده را نگه می‌دارد"),
    },
    usual="find",
    help="دفتر ثبت سندهای نهایی را نشان می‌دهد یا رویدادی به آن می‌افزاید. هیچ سطری از دفتر برداشته نمی‌شود.",
    examples=[
        ("sanad register", "همهٔ سندهای نهایی"),
        ("sanad register قرارداد گلشهر", "آنچه این واژه‌ها را دارد"),
        ("sanad register --recipient education --since ۱۴۰۴/۰۱/۰۱", "آنچه برای یک گیرنده از روزی صادر شده است"),
        ("sanad register office ۱۴۰۴/ق/۱ ۱۲۳/د/۴۵ --on ۱۴۰۴/۰۲/۱۲", "شمارهٔ دفتر"),
        ('sanad register void ۱۴۰۴/ق/۱ "اشتباه در نام گیرنده"', "ابطال"),
        ("sanad register sign ۱۴۰۴/ق/۱ scan.pdf", "نسخهٔ امضاشده"),
    ],
)

_number = click.argument("number", metavar="شمارهٔ‌ثبت")


@click.command(
    "find",
    cls=Command,
    help="سندهای نهایی را با شماره، تاریخ، عنوان و وضعیت نشان می‌دهد؛ واژه‌ها در عنوان، شماره‌ها و متن سندها جسته می‌شود.",
    examples=[("sanad register find نوسازی --until ۱۴۰۴/۰۶/۳۱", "تا پایان نیمهٔ نخست سال")],
)
@click.argument("words", nargs=-1, metavar="[واژه ...]")
@click.option("--recipient", default="", metavar="گیرنده", help="شناسه یا نام دستگاه، گیرنده یا سمت")
@click.option("--since", metavar="تاریخ", help="از این روز")
@click.option("--until", metavar="تاریخ", help="تا این روز")
def find(run: Invocation, *, words: Sequence[str], recipient: str, since: str | None, until: str | None) -> int:
    """List the finals that are looked for."""
    from generator.build import registry
    from generator.build.project import Project

    project = Project.remembered(run.folders)
    days = (day_of(given) if given else None for given in (since, until))
    found = [*registry.search(project, registry.Search(words, recipient, *days))]
    run.results.show(registered.lines(found))
    broken = registry.faults(project)
    run.finish(broken, registered.as_rows(found), closing=f"{numeral(len(found))} سند؛ ")
    return int(bool(broken))


@click.command("office", cls=Command, help="شماره‌ای را که دفتر (اندیکاتور) به سند داده است، با تاریخ آن، یک بار می‌نویسد.")
@_number
@click.argument("given", metavar="شمارهٔ‌دفتر")
@options.day
@options.registrar
def office(run: Invocation, *, number: str, given: str, on: str | None, by: str) -> int:
    """Write down the office's own number."""
    from generator.authoring import registering

    return _done(run, registering.office(run.folders, number, given, day_of(on), by))


@click.command("void", cls=Command, help="سندی را باطل می‌کند؛ شمارهٔ آن دیگر به سندی داده نمی‌شود.")
@_number
@click.argument("reason", metavar="علت")
@options.day
@options.registrar
def void(run: Invocation, *, number: str, reason: str, on: str | None, by: str) -> int:
    """Declare a final void."""
    from generator.authoring import registering

    return _done(run, registering.void(run.folders, number, reason, day_of(on), by))


@click.command("correct", cls=Command, help="می‌نویسد که سند، یا سطری از دفتر دربارهٔ آن، چگونه باید خوانده شود.")
@_number
@click.argument("text", metavar="متن")
@options.day
@options.registrar
def correct(run: Invocation, *, number: str, text: str, on: str | None, by: str) -> int:
    """Write a correction down."""
    from generator.authoring import registering

    return _done(run, registering.correct(run.folders, number, text, day_of(on), by))


@click.command("sign", cls=Command, help="تصویر نسخهٔ امضاشده را در «plans/signed» نگه می‌دارد و در دفتر می‌نویسد.")
@_number
@click.argument("scan", type=FILE, metavar="پرونده")
@click.option("--number", "office_number", default="", metavar="شماره", help="شماره‌ای که روی نسخهٔ امضاشده است")
@options.day
@options.registrar
def sign(run: Invocation, *, number: str, scan: Path, office_number: str, on: str | None, by: str) -> int:
    """Keep a signed copy."""
    from generator.authoring import registering

    return _done(run, registering.sign(run.folders, number, scan, office_number, day_of(on), by))


def _done(run: Invocation, entry: Written) -> int:
    run.problems.show([Line(f"{to_persian(entry.about)}: {registered.said(entry)}.")])
    run.finish([], registered.as_row(entry))
    return 0
