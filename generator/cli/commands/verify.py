"""`sanad verify`: from what documents were made, and whether they are as they were made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line, LineType
from generator.cli.usage import Command
from generator.cli.values import FILE
from generator.persian import numeral

if TYPE_CHECKING:
    from generator.build.overview import Verified


@click.command(
    cls=Command,
    help="می‌گوید هر سند از کدام پرونده‌ها، با کدام نسخهٔ برنامه و موتور ساخته شده و آیا پس از ساختن تغییر کرده است.\n"
    "متن نسخهٔ نهایی با آنچه در دفتر ثبت است سنجیده می‌شود و نخستین صفحه و بندی که فرق دارد گفته می‌شود، هر جا که پرونده باشد.\n"
    "«--code» آنچه را دفتر دربارهٔ رمز پایان سند دارد نشان می‌دهد تا با کاغذ سنجیده شود؛ این مُهری در برابر جعل نیست.\n"
    "اگر یکی تغییر کرده یا ناشناخته باشد، کد پایان ۱ است.",
    examples=[
        ("sanad verify", "همهٔ سندهای پوشهٔ output"),
        ("sanad verify output/z3-golshahr/contract-draft.docx", "یک پرونده، با هر چه از آن ساخته شده است"),
        ("sanad verify contract.docx", "نسخه‌ای نهایی که از جایی برگشته است"),
        ("sanad verify --code sanad:1405/ق/1:1:9f86d081884c7d65", "رمزی که از روی کاغذ خوانده شده است، یا شمارهٔ ثبت"),
    ],
)
@click.argument("files", nargs=-1, type=FILE, metavar="[پرونده ...]")
@click.option("--code", metavar="رمز", help="رمز پایان یک سند، یا شمارهٔ ثبت آن: آنچه دفتر دربارهٔ آن دارد")
def verify(run: Invocation, *, files: Sequence[Path], code: str | None) -> int:
    """Tell what is known of files, or of a code."""
    if code is not None:
        from generator.cli import verified

        return verified.of_code(run, code)
    if files:
        from generator.cli import verified

        finals = verified.finals(run, files)
        if finals is not None:
            return finals
    return _built(run, files)


def _built(run: Invocation, files: Sequence[Path]) -> int:
    """Tell what builds of this project know of files."""
    from generator.build import overview
    from generator.build.manifest import Manifest
    from generator.reading import plainfiles

    folders = run.folders
    if not plainfiles.is_folder(folders.output):
        run.finish([], [], closing="هنوز سندی ساخته نشده است؛ ")
        return int(bool(files))
    manifest = Manifest(folders.output, folders.plans.parent)
    found = [*overview.verify(manifest, files)]
    run.results.show(line for each in found for line in _lines(each, in_full=bool(files)))
    wrong = [each for each in found if each.row is None or each.changed or not each.is_there]
    run.finish([], [*map(_row, found)], closing=_closing(len(found), len(wrong)))
    return int(bool(wrong))


def _closing(every: int, wrong: int) -> str:
    if wrong:
        return f"از {numeral(every)} پرونده، {numeral(wrong)} پرونده چنان که ساخته شده نیست؛ "
    return f"هر {numeral(every)} پرونده چنان است که ساخته شده؛ "


def _lines(found: Verified, *, in_full: bool) -> list[Line]:
    row = found.row
    if row is None:
        said = "در این پروژه ساخته نشده است، یا پس از ساختن تغییر کرده است" if found.is_there else "چنین پرونده‌ای نیست"
        return [Line(f"{found.path}: {said}.", type=LineType.ERROR)]
    if not found.is_there:
        return [Line(f"{found.path}: ساخته شده بود و اکنون نیست.", type=LineType.ERROR)]
    if found.changed:
        return [Line(f"{found.path}: پس از ساختن تغییر کرده است.", type=LineType.ERROR)]
    if not in_full:
        return []
    from generator.build import keys

    parts = [keys.title(name) for name in row.key if name.partition(":")[0] in ("record", "catalogue", "picture")]
    state = "نهایی" if row.final else "پیش‌نویس"
    return [
        Line(f"{found.path}: چنان است که ساخته شده: {row.document}، {state}.", type=LineType.PLACE),
        Line(f"نسخهٔ برنامه {row.version}، موتور {row.key.get('engine', '')}، SHA-256: {row.sha256}", indent=4),
        Line(f"ساخته شده از: {'، '.join(parts)}", indent=4),
    ]


def _row(found: Verified) -> dict[str, object]:
    row = found.row
    return {
        "file": str(found.path),
        "known": row is not None,
        "there": found.is_there,
        "changed": found.changed,
        "document": row.document if row else None,
        "final": row.final if row else None,
        "version": row.version if row else None,
        "engine": row.key.get("engine") if row else None,
        "sources": [*row.key] if row else [],
    }
