"""What comes next after files were begun: what to write first, what checks and builds it, which documents still lack what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.authoring.new.sketches import UNWRITTEN, Growth, Sketch
from generator.build import omissions, selection
from generator.checks import Finding
from generator.model.known import title_of
from generator.model.records.neighbourhood import Sampled
from generator.persian import numeral
from generator.reading import records


@dataclass(frozen=True, slots=True)
class Step:
    """A line of what comes next, and the command in it, which is read from the left."""

    text: str
    command: str = ""
    deep: bool = False
    """Whether it belongs to the line before."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The files that were written, and what comes next."""

    written: tuple[Path, ...]
    following: tuple[Step, ...]
    offers_ids: bool = False
    """Whether the other files may now cite more, which the schemas for editors offer."""


_CHECK = "درستی داده‌ها را بررسی کنید:"


def of_neighbourhood(
    written: tuple[Path, ...], growth: Growth, found: Sequence[Finding], asked: Sequence[str], kept: Sequence[str]
) -> Begun:
    """Return what comes next for a neighbourhood, of which a check will find `found` in its new records."""
    return Begun(written, tuple(_steps(growth, found, asked, kept)))


def of_programme(written: tuple[Path, ...]) -> Begun:
    """Return what comes next for a file of the programme."""
    step = Step("متن‌هایی را که با «…» آغاز شده است بنویسید؛ سپس درستی داده‌ها را بررسی کنید:", "sanad check")
    return Begun(written, (step,), offers_ids=True)


def of_kind(written: tuple[Path, ...], kind_id: str) -> Begun:
    """Return what comes next for a kind of document."""
    steps = (
        Step("پرونده‌هایی را که سند می‌خواند در «kind.yaml» نام ببرید و متن سند را در «document.html.j2» بنویسید."),
        Step("سند را بسازید:", f"sanad build --kind {kind_id}"),
    )
    return Begun(written, steps)


def of_template(written: tuple[Path, ...]) -> Begun:
    """Return what comes next for a copy of a packaged template."""
    step = Step("آن را تغییر دهید؛ از این پس به جای نسخهٔ همراه برنامه به کار می‌رود. سپس بررسی کنید:", "sanad check")
    return Begun(written, (step,))


def _steps(growth: Growth, found: Sequence[Finding], asked: Sequence[str], kept: Sequence[str]) -> Iterator[Step]:
    place = growth.dossier.id
    more = [f"«{_file(record)}»" for record in growth.sketches if record not in asked]
    if more:
        wanted = f"«{_file(asked[0])}»" if len(asked) == 1 else "آنچه خواستید"
        them = "آن‌ها" if len(more) > 1 else "آن"
        yield Step(f"{' و '.join(more)} هم آغاز شد، زیرا {wanted} بی {them} پذیرفته نیست.")
    if kept:
        yield Step(f"از پیش بود و دست نخورد: {'، '.join(f'«{_file(record)}»' for record in kept)}.")
    if to_fill := list(_to_fill(growth.sketches, found)):
        yield Step("نخست این‌ها را پر کنید: متنی را که با «…» آغاز شده است بنویسید و مقدار درست را به جای نمونه بگذارید.")
        yield from to_fill
    yield Step(_CHECK, f"sanad check {place}")
    left_out = [each for kind in growth.kinds if (each := omissions.left_out(kind, growth.dossier, {}))]
    if len(left_out) < sum(not kind.of_province for kind in growth.kinds):
        yield Step("پیش‌نویس سندها را بسازید:", f"sanad build {place}")
    if left_out:
        yield Step("سندهایی که هنوز ساخته نمی‌شود، و فرمانی که پرونده‌های آن را آغاز می‌کند:")
    if sum(records.SERIES.keys().isdisjoint(each.missing) for each in left_out) > 1:
        yield Step("همه با هم، جز گزارش‌های دوره:", f"sanad new {place} --all", deep=True)
    for each in left_out:
        files = "، ".join(f"«{file}»" for file in selection.files_of(each.missing))
        yield Step(f"«{each.kind.title}»، که {files} را ندارد", selection.beginning(each), deep=True)


def _to_fill(sketches: dict[str, Sketch], found: Sequence[Finding]) -> Iterator[Step]:
    texts = Counter(each.record for each in found if each.code == UNWRITTEN)
    for record, drawn in sketches.items():
        parts = [f"{numeral(texts[drawn.key])} متن"] if texts[drawn.key] else []
        if isinstance(drawn.record, Sampled) and drawn.record.sample:
            parts.append("مقدارهای نمونه")
        if parts:
            yield Step(f"«{_file(record)}» ({title_of(type(drawn.record))}): {' و '.join(parts)}", deep=True)


def _file(record: str) -> str:
    return f"{record}{records.SUFFIX}"
