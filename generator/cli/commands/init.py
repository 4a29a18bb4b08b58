"""`sanad init`: a project to begin with, or an older one renewed."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.invocation import Invocation, code_of
from generator.cli.usage import Command
from generator.cli.values import FILE
from generator.persian import numeral
from generator.problems.errors import UsageError
from generator.problems.messages import problem
from generator.problems.sentences.command import BEGUN, RENEWED
from generator.problems.sentences.launcher import LAUNCHED
from generator.reading import plainfiles


@click.command(
    cls=Command,
    help="پروژه‌ای آمادهٔ کار در پوشه‌ای تازه یا خالی می‌سازد: دادهٔ منتشرشدهٔ طرح، تنظیمات و راهنما.",
    examples=[
        ("sanad init mashhad", "پروژه‌ای تازه در پوشهٔ mashhad"),
        ("sanad init mashhad --sample", "همراه یک محلهٔ نمونه"),
        ("sanad init --upgrade", "تازه کردن پروژه‌ای پیشین، پس از نصب نسخهٔ تازهٔ برنامه"),
    ],
)
@click.argument("folder", required=False, type=FILE, metavar="[پوشه]")
@click.option("--sample", is_flag=True, help="یک محلهٔ نمونه هم با همهٔ پرونده‌هایش گذاشته می‌شود")
@click.option("--upgrade", "renew", is_flag=True, help="شِماها، تنظیمات ویرایشگر و راهنماها را تازه می‌کند؛ به داده‌ها دست نمی‌زند")
def init(run: Invocation, *, folder: Path | None, sample: bool, renew: bool) -> int:
    """Begin a project, or renew the one that is named or around this folder."""
    from generator.authoring import init as beginning
    from generator.build.project import find_root
    from generator.cli import launcher

    if renew:
        root = folder or run.shared.root or find_root(Path.cwd())
        renewed, problems = beginning.upgrade(root, launcher.texts(root))
        files = renewed or []
        run.name(files)
        run.finish(problems, _named(files), closing=RENEWED.format(count=numeral(len(files))))
        return code_of(problems)
    if folder is None:
        raise UsageError([problem("begin-where")])
    besides = launcher.texts(folder)
    begun, warnings = beginning.begin(folder, with_sample=sample, besides=besides)
    run.problems.say(BEGUN.format(folder=plainfiles.real(folder)))
    if besides:
        run.problems.say(LAUNCHED)
    run.finish(warnings, _named(begun or []))
    return 0


def _named(files: list[Path]) -> dict[str, list[str]]:
    return {"written": [str(path) for path in files]}
