"""The options that every command has."""

from __future__ import annotations

import click

from generator.cli.reporting.terminal import Order
from generator.cli.values import FILE, OneOf


class SharedOption(click.Option):
    """An option of every command, which may also stand before its name."""


def shared() -> list[SharedOption]:
    """Make the options of every command."""
    return [
        _folder("--root", "پوشهٔ پروژه (اگر داده نشود: نزدیک‌ترین پوشه‌ای که sanad.yaml یا plans دارد)"),
        _folder("--plans", "پوشهٔ دیگری برای داده‌ها"),
        _folder("--templates", "پوشهٔ دیگری برای قالب‌ها"),
        _folder("--output", "پوشهٔ دیگری برای سندهای ساخته‌شده"),
        SharedOption(["--json"], is_flag=True, help="نتیجه و مشکلات برای برنامه‌ها، به صورت یک شیء JSON"),
        SharedOption(
            ["--terminal"],
            type=OneOf([*Order], "unknown-terminal"),
            metavar="|".join(Order),
            help="ترتیب نوشته در پایانه؛ visual برای پایانه‌ای که راست‌به‌چپ نمی‌داند",
        ),
    ]


def _folder(name: str, said: str) -> SharedOption:
    return SharedOption([name], type=FILE, metavar="پوشه", help=said)
