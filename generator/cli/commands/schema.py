"""`sanad schema`: the schemas by which editors help."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.invocation import Invocation
from generator.cli.usage import Command
from generator.cli.values import FILE


@click.command(
    cls=Command,
    help="شِمای JSON پرونده‌های plans را برای ویرایشگرها می‌نویسد (بی نام پوشه: در plans/.schema).",
    examples=[("sanad schema", "پس از تغییر دستگاه‌ها یا فهرست‌ها")],
)
@click.argument("folder", required=False, type=FILE, metavar="[پوشه]")
def schema(run: Invocation, *, folder: Path | None) -> int:
    """Write the schemas and name their files."""
    from generator.authoring.schema import folder as schemas

    written = schemas.write(run.folders, folder)
    run.name(written)
    run.finish([], {"written": [str(path) for path in written]})
    return 0
