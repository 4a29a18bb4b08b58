"""The settings of a project: `sanad.yaml` at its root, in which every key has a default."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.build.engines import Engines
from generator.markup import templating
from generator.model.fields import Code, Count, Note, one_of
from generator.model.known import Record
from generator.model.views import states
from generator.persian import group
from generator.problems.errors import Problem, Severity, worst
from generator.problems.limits import LIMITS, MIB, Bounds, RunLimits
from generator.problems.messages import meant, problem
from generator.problems.outcome import Outcome
from generator.reading import yamltext
from generator.reading.yamltext import Mapping as MappingNode
from generator.reading.yamltext import Node, Scalar, typed
from generator.style import looks
from generator.writing.writers import DEFAULT_ENGINE, ENGINES, Engine

FILE = "sanad.yaml"


_TEMPLATES = templating.Limits()
_MB = 1_000_000


def _limit(default: int, least: int, most: int, title: str, description: str) -> Any:
    """Make the field of a limit, with bounds: a typo can neither make every build impossible nor the limit endless."""
    text = f"{description}؛ از {group(least)} تا {group(most)}."
    return Field(default=default, ge=least, le=most, title=title, description=text, examples=[group(default)])


class DocumentSettings(Record, title="سقف ساختن یک سند"):
    """The most that making one document may take."""

    seconds: Count = _limit(round(LIMITS.document.seconds), 30, 3600, "زمان", "بیشترین زمان ساختن یک سند به ثانیه")
    memory: Count = _limit(LIMITS.document.memory // MIB, 512, 16384, "حافظه", "بیشترین حافظه برای ساختن یک سند به مبی‌بایت")

    @property
    def bounds(self) -> Bounds:
        """The limits as processes know them."""
        return Bounds(float(self.seconds), self.memory * MIB)


class InspectionSettings(Record, title="سقف بررسی یک پرونده"):
    """The most that judging one built file may take."""

    seconds: Count = _limit(round(LIMITS.inspection.seconds), 10, 600, "زمان", "بیشترین زمان بررسی یک پرونده به ثانیه")
    memory: Count = _limit(LIMITS.inspection.memory // MIB, 300, 8192, "حافظه", "بیشترین حافظه برای بررسی یک پرونده به مبی‌بایت")
    findings: Count = _limit(LIMITS.findings, 10, 10_000, "یافته‌ها", "یافته‌هایی از یک پرونده که گفته می‌شود و بقیه شمرده")

    @property
    def bounds(self) -> Bounds:
        """The limits as processes know them."""
        return Bounds(float(self.seconds), self.memory * MIB)


class ReportSettings(Record, title="سقف گزارش مشکلات"):
    """The numbers of problems that are named; the rest is counted."""

    of_file: Count = _limit(
        LIMITS.problems_of_file, 5, 1000, "در یک پرونده", "مشکلاتی از یک پروندهٔ داده که گفته می‌شود و بقیه شمرده"
    )
    of_run: Count = _limit(
        LIMITS.problems_of_run, 50, 100_000, "در یک اجرا", "مشکلاتی از یک اجرای فرمان که گفته می‌شود و بقیه شمرده"
    )


class TemplateSettings(Record, title="سقف کار قالب‌ها"):
    """The most that the templates of one document may do."""

    turns: Count = _limit(
        _TEMPLATES.steps, 100_000, 10_000_000, "دور حلقه‌ها", "دورهای حلقه‌ها و عضوهایی که پالایه‌ها از آن‌ها می‌گذرند"
    )
    work: Count = _limit(_TEMPLATES.work, 300_000, 30_000_000, "کار", "پاره‌هایی از قالب که اجرا می‌شود")
    markup: Count = _limit(_TEMPLATES.markup // _MB, 5, 200, "متن نشانه‌گذاری", "متنی که قالب می‌سازد به مگابایت")
    text: Count = _limit(_TEMPLATES.text, 100_000, 2_000_000, "یک متن", "نویسه‌های متنی که یک عمل می‌سازد")
    items: Count = _limit(_TEMPLATES.items, 10_000, 1_000_000, "یک فهرست", "عضوهای فهرستی که یک عمل می‌سازد")
    digits: Count = _limit(_TEMPLATES.digits, 20, 100, "یک عدد", "رقم‌های عدد پیش از ممیز")
    macros: Count = _limit(_TEMPLATES.calls, 10, 100, "ماکروهای تودرتو", "ماکروهایی که یکدیگر را فرامی‌خوانند")
    includes: Count = _limit(_TEMPLATES.includes, 5, 40, "قالب‌های تودرتو", "قالب‌هایی که یکدیگر را در خود می‌آورند")
    source: Count = _limit(_TEMPLATES.source, 100_000, 5_000_000, "متن قالب‌ها", "نویسه‌های قالب‌هایی که برای یک سند خوانده می‌شود")
    tokens: Count = _limit(_TEMPLATES.tokens, 10_000, 200_000, "واژه‌های قالب‌ها", "واژه‌ها، عددها و نشانه‌های این قالب‌ها")

    @property
    def limits(self) -> templating.Limits:
        """The limits as the renderer knows them."""
        return templating.Limits(
            steps=self.turns,
            work=self.work,
            markup=self.markup * _MB,
            text=self.text,
            items=self.items,
            digits=self.digits,
            calls=self.macros,
            includes=self.includes,
            source=self.source,
            tokens=self.tokens,
        )


class LimitSettings(Record, title="سقف‌ها"):
    """All limits of a project."""

    document: DocumentSettings = Field(
        default=DocumentSettings(), title="ساختن یک سند", description="سقف زمان و حافظه برای ساختن یک سند در همهٔ قالب‌ها."
    )
    inspection: InspectionSettings = Field(
        default=InspectionSettings(), title="بررسی یک پرونده", description="سقف «sanad inspect» برای هر پروندهٔ ساخته‌شده."
    )
    problems: ReportSettings = Field(default=ReportSettings(), title="گزارش مشکلات", description="چند مشکل یک‌به‌یک گفته می‌شود.")
    templates: TemplateSettings = Field(
        default=TemplateSettings(), title="کار قالب‌ها", description="سقف کاری که قالب‌های یک سند می‌کنند."
    )

    @property
    def run(self) -> RunLimits:
        """The limits as processes and reports know them."""
        return RunLimits(
            document=self.document.bounds,
            inspection=self.inspection.bounds,
            findings=self.inspection.findings,
            problems_of_file=self.problems.of_file,
            problems_of_run=self.problems.of_run,
        )


def _every_step(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an order that leaves a step out, repeats one, or does not begin where every neighbourhood does."""
    missing = [each for each in states.ORDER if each not in steps]
    twice = [each for each, count in Counter(steps).items() if count > 1]
    wrong = [f"{what}: {'، '.join(names)}" for what, names in (("نیامده", missing), ("تکراری", twice)) if names]
    if wrong:
        raise PydanticCustomError("steps-not-each-once", "{faults}", {"faults": "؛ ".join(wrong)})
    if steps[0] != states.ORDER[0]:
        raise PydanticCustomError("steps-without-beginning", "{value}", {"first": states.ORDER[0], "path": (0,)})
    return steps


EngineName = Annotated[Engine, one_of(*ENGINES)]
Embedded = Literal["free", "all", "none"]
"""Which of the faces that a Word file names go into it."""


class Settings(Record, title="تنظیمات"):
    """The decisions of a project about its builds."""

    look: Code = Field(
        default=looks.DEFAULT,
        title="ظاهر",
        description="ظاهر سندها: «style» یا نام ظاهری از «sanad list looks». گزینهٔ «--look» بر آن مقدم است.",
        examples=[looks.DEFAULT],
    )
    engine: EngineName = Field(
        default=DEFAULT_ENGINE,
        title="موتور PDF",
        description="برنامه‌ای که صفحه‌های PDF را می‌چیند. گزینهٔ «--engine» بر آن مقدم است.",
        examples=[DEFAULT_ENGINE],
    )
    engine_of: Mapping[str, EngineName] = Field(
        default={},
        title="موتور گونه‌ها",
        description="گونه‌هایی که موتور دیگری دارند، هر یک با موتور خود. گزینهٔ «--engine» بر آن هم مقدم است.",
        examples=[{"contract": "weasyprint"}],
    )
    embed_faces: Annotated[Embedded, one_of(*get_args(Embedded))] = Field(
        default="free",
        title="قلم درون پروندهٔ Word",
        description=(
            "کدام یک از قلم‌های فارسی که پروندهٔ Word نام می‌برد درون آن گذاشته شود: «free» آن‌هایی که پروانهٔ آزاد SIL دارند،"
            " «all» همه (اگر یکی آزاد نباشد چیزی ساخته نمی‌شود) یا «none» هیچ‌یک."
        ),
        examples=["free"],
    )
    registrar: Note = Field(
        default="",
        title="ثبت‌کنندهٔ سندهای نهایی",
        description="شناسه یا سمتی از «keepers.yaml»، یا سمت کسی که سندهای نهایی را ثبت می‌کند. گزینهٔ «--by» بر آن مقدم است.",
        examples=["کارشناس دبیرخانه"],
    )
    versions: Note = Field(
        default="",
        title="پوشهٔ نسخه‌های نهایی",
        description="پوشه‌ای دیگر برای نگه‌داری سندهای نهایی، از همین پرونده؛ اگر ننویسید «plans/versions» است.",
        examples=["../بایگانی"],
    )
    limits: LimitSettings = Field(default=LimitSettings(), title="سقف‌ها", description="بیشترین زمان، حافظه، کار و گزارش.")
    steps: Annotated[tuple[Annotated[str, one_of(*states.ORDER)], ...], AfterValidator(_every_step)] = Field(
        default=states.ORDER,
        title="ترتیب گام‌های طرح",
        description=(
            "ترتیب وضعیت‌های محله؛ هر یک درست یک بار. سند منبع باز گذاشته است که برنامه‌های دستگاه‌ها (S6)"
            " پیش از قرارداد (S4) بررسی شود یا پس از آن."
        ),
        examples=[list(states.ORDER)],
    )

    def engines(self, asked: Engine | None = None) -> Engines:
        """The engine of each kind; one that a command asks for is that of all."""
        return Engines(asked) if asked else Engines(self.engine, self.engine_of)


def read(file: Path | None, known_looks: Collection[str], known_kinds: Collection[str]) -> Outcome[Settings]:
    """Read the settings of a project, the defaults where it has no file; without a value every problem of the file.

    `known_looks` and `known_kinds` are the names that `look` may have, and the ids that `engine_of` may name.
    """
    if file is None or not os.path.lexists(file):
        return Outcome(Settings())
    parsed = yamltext.read(file)
    if parsed.node is None:  # Nothing but comments is no problem.
        return Outcome(None if parsed.failed else Settings(), parsed.problems)
    settings, refused = typed.load(parsed.node, Settings, file)
    unknown = [*_unknown_look(parsed.node, file, known_looks), *_unknown_kinds(parsed.node, file, known_kinds)]
    problems = [*parsed.problems, *refused, *unknown]
    problems.sort(key=lambda found: (found.place.line, found.place.column) if found.place else (0, 0))
    return Outcome.of(None if worst(problems) is Severity.ERROR else settings, problems)


def _unknown_look(node: Node, file: Path, known: Collection[str]) -> Iterator[Problem]:
    """Report a name that no look has, also where the rest of the file is wrong."""
    look = node.get("look") if isinstance(node, MappingNode) else None
    if isinstance(look, Scalar) and look.text.strip() and look.text.strip() not in known:
        place = yamltext.find(node, ("look",)).place(file)
        yield problem("unknown-look", place, where=_title("look"), **_named(look.text, known))


def _unknown_kinds(node: Node, file: Path, known: Collection[str]) -> Iterator[Problem]:
    """Report each id that no kind has, at its key."""
    engines = node.get("engine_of") if isinstance(node, MappingNode) else None
    for entry in engines.entries if isinstance(engines, MappingNode) else ():
        if (given := entry.key.text) not in known:
            place = yamltext.find(node, ("engine_of", given)).key_place(file)
            yield problem("unknown-kind", place, where=_title("engine_of"), **_named(given, known))


def _title(key: str) -> str:
    return Settings.model_fields[key].title or ""


def _named(given: str, known: Collection[str]) -> dict[str, str]:
    return {"given": given, "near": meant(given, known), "allowed": "، ".join(known)}
