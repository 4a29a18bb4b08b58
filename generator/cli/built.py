"""What a build has done, in a line for people: files made, files that were up to date, and why each was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.persian import numeral, to_persian

if TYPE_CHECKING:
    from generator.build.results import Result
    from generator.model.records.register import Entry

_MOST = 6
"""Reasons that are named for a document; the rest is counted."""


def closing(result: Result) -> str:
    """Return how a build ends, before the number of its problems."""
    parts = [f"{numeral(len(result.written))} پرونده ساخته شد"]
    if result.current:
        parts.append(f"{numeral(len(result.current))} پرونده به‌روز بود")
    if result.removed:
        parts.append(f"{numeral(len(result.removed))} پیش‌نویس برداشته شد")
    if result.current and not result.written and not result.removed and not result.exit_code:
        parts = [f"کاری نبود: هر {numeral(len(result.current))} پرونده به‌روز است"]
    return "، ".join(parts) + "؛ "


def issued(result: Result) -> Iterator[str]:
    """Yield a line for each final that was issued, and for each that is the same as its last one."""
    for entry in result.registered:
        yield f"{entry.document}: با شمارهٔ {to_persian(entry.about)} ثبت شد، نسخهٔ {numeral(entry.version or 0)}، {entry.date}."
    for name, number in result.same.items():
        yield f"{name}: همان نسخهٔ نهایی {to_persian(number)} است؛ شمارهٔ تازه‌ای داده نشد."


def registered(entry: Entry) -> dict[str, object]:
    """Return for programs what was written into the register of a final."""
    return {"number": entry.about, "document": entry.document, "version": entry.version, "date": str(entry.date)}


def reasons(result: Result) -> Iterator[str]:
    """Yield a line for each document that was made again, with the parts of its key that differ."""
    from generator.build import keys

    for name, parts in sorted(result.reasons.items()):
        named = "، ".join(keys.title(part) for part in parts[:_MOST])
        more = f" و {numeral(len(parts) - _MOST)} چیز دیگر" if len(parts) > _MOST else ""
        why = f"تغییر کرده است: {named}{more}" if parts else "پروندهٔ ساخته‌شده‌ای از آن نیست"
        yield f"{name}: {why}."
