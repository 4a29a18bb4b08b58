"""The options and arguments that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from generator.cli import candidates
from generator.cli.values import OneOf
from generator.writing.writers import ENGINES

Decorator = Callable[[Any], Any]

strict: Decorator = click.option("--strict", is_flag=True, help="هشدار هم خطا شمرده شود")
quiet: Decorator = click.option("--quiet", is_flag=True, help="فقط مشکلات گفته شود؛ نه پیشرفت کار و نه جمع‌بندی")
look: Decorator = click.option(
    "--look",
    metavar="ظاهر",
    shell_complete=candidates.looks,
    help="ظاهر دیگری از templates؛ «sanad list looks» همه را نشان می‌دهد",
)
engine: Decorator = click.option(
    "--engine",
    type=OneOf(ENGINES, "unknown-engine"),
    metavar="|".join(ENGINES),
    help="موتور PDF برای همهٔ گونه‌ها، به جای آنچه در sanad.yaml است",
)
with_samples: Decorator = click.option(
    "--with-samples",
    is_flag=True,
    help="در سندهای استانی، داده‌های نمونه هم بیاید؛ نسخهٔ نهایی از دادهٔ نمونه هم ساخته شود",
)
registrar: Decorator = click.option(
    "--by", default="", metavar="ثبت‌کننده", help="چه کسی ثبت می‌کند: شناسه یا سمتی از «keepers.yaml» (اگر داده نشود: sanad.yaml)"
)
day: Decorator = click.option("--on", metavar="تاریخ", help="تاریخ ثبت، مانند ۱۴۰۴/۰۲/۱۰ (اگر داده نشود: امروز)")
keeper: Decorator = click.option(
    "--keeper",
    metavar="مسئول",
    help="فقط محله‌هایی که «keepers.yaml» به این مسئول سپرده است: شناسه، سمت یا نام او",
)
neighbourhoods: Decorator = click.argument("names", nargs=-1, metavar="[محله ...]", shell_complete=candidates.neighbourhoods)
"""Neighbourhoods by id or by name."""
