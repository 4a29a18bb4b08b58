"""`sanad menu`: what people who do not know a terminal come for, by numbers."""

from __future__ import annotations

import click

from generator.cli.invocation import Invocation
from generator.cli.usage import Command
from generator.problems.errors import UsageError
from generator.problems.messages import problem


@click.command(
    cls=Command,
    help="کارهای پروژه را با شماره نشان می‌دهد: بررسی، ساختن سندها، باز کردن پوشهٔ آن‌ها و گزارش مشکلات.\n"
    "در ویندوز با دوبار زدن روی «سند» در پوشهٔ پروژه، یا روی خود برنامه، باز می‌شود.",
    examples=[("sanad menu", "در پوشهٔ پروژه؛ در پوشه‌ای دیگر، ساختن پروژه‌ای تازه")],
)
def menu(run: Invocation) -> int:
    """Show the menu until its end is chosen."""
    from generator.cli.menu import Menu

    if run.shared.json:
        raise UsageError([problem("menu-for-people")])
    return Menu(run).show()
