"""`sanad confirm`: record that somebody has confirmed the text of a document."""

from __future__ import annotations

import click

from generator.cli import candidates
from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line
from generator.cli.usage import Command
from generator.cli.values import day_of


@click.command(
    cls=Command,
    help="ثبت می‌کند که متن سند چنان که اکنون هست، بی مشخصات دو طرف، به تأیید رسیده است.\n"
    "روز، نام تأییدکننده و اثر متن در پروندهٔ محله نوشته می‌شود؛ اگر متن پس از آن تغییر کند، آگهی تأیید دیگر چاپ نمی‌شود.",
    examples=[
        ('sanad confirm قرارداد گلشهر --by "کارشناس حقوقی استانداری"', "تأیید امروز"),
        ('sanad confirm contract z3-golshahr --by "کارشناس حقوقی" --on ۱۴۰۴/۰۱/۲۵', "تأیید روزی دیگر"),
    ],
)
@click.argument("kind", metavar="گونه", shell_complete=candidates.kinds)
@click.argument("neighbourhood", metavar="محله", shell_complete=candidates.neighbourhoods)
@click.option("--by", metavar="تأییدکننده", required=True, help="سمت یا نام کسی که متن را تأیید کرده است")
@click.option("--on", metavar="تاریخ", help="روز تأیید؛ اگر ننویسید، امروز")
def confirm(run: Invocation, *, kind: str, neighbourhood: str, by: str, on: str | None) -> int:
    """Write the confirmation, name its file, and say what was done."""
    from generator.authoring import confirm as confirming

    day = day_of(on) if on else None
    done = confirming.confirm(run.folders, kind, neighbourhood, by, day, day_of(None))
    run.name([done.file] if done.written else [])
    given = done.confirmation
    said = "ثبت شد" if done.written else "پیش از این همین‌گونه ثبت شده است؛ چیزی نوشته نشد"
    run.problems.show([Line(f"متن «{done.subject.kind.title}» در {given.on} به تأیید «{given.by}» رسیده است: {said}.")])
    row = {"document": done.subject.name, "on": str(given.on), "by": given.by, "digest": given.digest}
    run.finish([], {"written": done.written, "file": str(done.file), **row})
    return 0
