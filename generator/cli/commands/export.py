"""`sanad export`: the finals in folders of their recipients, as they are sent and printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line
from generator.cli.usage import Command
from generator.cli.values import FILE, day_of
from generator.persian import numeral
from generator.problems.messages import problem

if TYPE_CHECKING:
    from generator.build.exporting import Export


@click.command(
    cls=Command,
    help="آخرین نسخهٔ نهایی سندها را با نام فارسی در پوشه‌ای تازه می‌گذارد: برای هر گیرنده یک پوشه، همهٔ نامه‌ها در یک پرونده برای"
    " چاپ، و فهرست آنچه به هر کس می‌رسد.\n"
    "پرونده‌ها همان است که هنگام صدور نگه داشته شده است. سندی که باطل شده یا نسخهٔ تازه‌تری دارد نمی‌آید؛"
    " سند محرمانه فقط با «--confidential» می‌آید.",
    examples=[
        ("sanad export فرستادنی", "همهٔ سندهای نهایی"),
        ("sanad export فرستادنی --recipient education", "آنچه برای یک گیرنده است"),
        ("sanad export فرستادنی --since ۱۴۰۴/۰۳/۰۱ --until ۱۴۰۴/۰۳/۳۱ گلشهر", "آنچه در یک ماه برای یک محله صادر شده است"),
    ],
)
@click.argument("folder", type=FILE, metavar="پوشه")
@click.argument("words", nargs=-1, metavar="[واژه ...]")
@click.option("--recipient", default="", metavar="گیرنده", help="شناسه یا نام دستگاه، گیرنده یا سمت")
@click.option("--since", metavar="تاریخ", help="از این روز")
@click.option("--until", metavar="تاریخ", help="تا این روز")
@click.option("--confidential", is_flag=True, help="سندهای محرمانه و بالاتر هم بیاید")
def export(
    run: Invocation,
    *,
    folder: Path,
    words: tuple[str, ...],
    recipient: str,
    since: str | None,
    until: str | None,
    confidential: bool,
) -> int:
    """Put the finals that are asked for into a folder."""
    from generator.build import exporting, registry
    from generator.build.project import Project
    from generator.problems.errors import DataError

    project = Project.remembered(run.folders)
    if broken := registry.faults(project):
        raise DataError([*broken, problem("register-broken")])
    days = (day_of(given) if given else None for given in (since, until))
    found = exporting.export(project, folder, registry.Search(words, recipient, *days), confidential=confidential)
    run.results.show(Line(f"{each.recipient}/{Path(name).name}") for each in found.sent for name in each.files)
    told = [problem("export-confidential", count=numeral(found.confidential))] if found.confidential else []
    run.finish(told, _rows(found), closing=_closing(found, folder))
    return 0


def _closing(found: Export, folder: Path) -> str:
    finals = len({each.final.issued.about for each in found.sent})
    recipients = len({each.recipient for each in found.sent})
    letters = f"، {numeral(found.letters)} نامه در پروندهٔ چاپ" if found.letters else ""
    return f"{numeral(finals)} سند در {numeral(recipients)} پوشهٔ «{folder}»{letters}؛ "


def _rows(found: Export) -> list[dict[str, object]]:
    return [{"number": each.final.issued.about, "recipient": each.recipient, "files": [*each.files]} for each in found.sent]
