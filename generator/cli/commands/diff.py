"""`sanad diff`: what is another in the records of a document since its last final, or between two finals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line, LineType
from generator.cli.usage import Command
from generator.persian import numeral, to_persian, to_western
from generator.problems.errors import UsageError
from generator.problems.messages import problem

if TYPE_CHECKING:
    from generator.build.differing import Differing


@click.command(
    cls=Command,
    help="می‌گوید در داده‌های یک سند چه چیزی نسبت به آخرین نسخهٔ نهایی آن تغییر کرده است.\n"
    "با دو شمارهٔ ثبت: میان آن دو نسخه؛ داده‌های هر نسخه همان است که هنگام صدور نگه داشته شده است.",
    examples=[
        ("sanad diff golshahr/action-plan", "اکنون، نسبت به آخرین نسخهٔ نهایی"),
        ("sanad diff ۱۴۰۴/ب/۱ ۱۴۰۴/ب/۷", "میان دو نسخهٔ نهایی"),
    ],
)
@click.argument("one", metavar="سند|شمارهٔ‌ثبت")
@click.argument("other", required=False, metavar="[شمارهٔ‌ثبت]")
def diff(run: Invocation, *, one: str, other: str | None) -> int:
    """List the changes; 1 when there are some, as of other programs that compare."""
    from generator.build import differing

    found = (
        differing.of_numbers(run.folders, to_western(one), to_western(other))
        if other
        else differing.of_document(run.folders, one)
    )
    if found is None:
        raise UsageError([problem("diff-no-final", None, given=one)])
    run.results.show(_lines(found))
    rows = [{"record": each.record, "what": each.what, "before": each.before, "after": each.after} for each in found.changes]
    said = {"from": found.old.about, "to": found.new.about if found.new else None, "changes": rows}
    run.finish([], said, closing=f"{numeral(len(rows))} تغییر؛ ")
    return int(bool(rows))


def _lines(found: Differing) -> list[Line]:
    old, new = found.old, found.new
    until = f"نسخهٔ {numeral(new.version or 1)} (شمارهٔ {to_persian(new.about)}، {new.date})" if new else "اکنون"
    head = f"{old.title}: از نسخهٔ {numeral(old.version or 1)} (شمارهٔ {to_persian(old.about)}، {old.date}) تا {until}"
    lines = [Line(head, type=LineType.PLACE)]
    for each in found.changes:
        lines.append(Line("، ".join(filter(None, (each.record, each.what))), indent=2))
        lines.append(Line(f"پیش از این: {each.before}", indent=6))
        lines.append(Line(f"اکنون: {each.after}", indent=6))
    return lines if found.changes else [*lines, Line("داده‌ها تغییری نکرده است.", indent=2)]
