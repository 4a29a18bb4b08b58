"""The functions whose time is told, by part: of a build now, of a build at the baseline, and of each engine."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat
from typing import Any

from bench.performance.clock import Watched

REPORTS, ROAD = "SANAD_BENCH_REPORTS", "SANAD_BENCH_ROAD"
"""The variables that name the folder where a process tells its parts, and what it is watched for."""

READING, TREES, PICTURES, WORD, PDF = OF_BUILD = ("reading", "trees", "pictures", "Word", "PDF")
SOURCE, TYPESETTING, FITTING, AGAIN = "source", "typesetting", "what does not fit", "made again"
MENDING, FINISHING = "mending", "finishing"
RARE = {AGAIN}
"""The parts that not every document has."""


def _of_format(writer: Any, *_: object, **__: object) -> str:
    return WORD if writer.format == "docx" else PDF


def _first(part: str) -> Callable[..., str]:
    """Return what says the part of a call: what is called once more does its work again."""
    parts = chain([part], repeat(AGAIN))
    return lambda *_, **__: next(parts)


ROADS: dict[str, Watched] = {
    "now": {
        "generator.build.project": {"Project.read": READING},
        "generator.build.document": {"DocumentBuilder.tree": TREES, "DocumentBuilder.assets": PICTURES},
        "generator.writing.writers": {"Writer.write": _of_format},
    },
    "baseline": {
        "generator.pipeline": {"read": READING},
        "generator.assembly": {"Press.tree": TREES, "Press.assets": PICTURES},
        "generator.writing.word": {"write": WORD},
        "generator.writing.pdf": {"write": PDF},
    },
    "typst": {
        "generator.writing.typst.source": {"compose": _first(SOURCE)},
        "generator.writing.typst.compiling": {"_compile": _first(TYPESETTING)},
        "generator.writing.typst.fitting": {"outside": _first(FITTING)},
        "generator.writing.typst.textlayer": {"mend": MENDING},
        "generator.writing.typst.finishing": {"finish": FINISHING},
    },
    "weasyprint": {
        "generator.writing.weasyprint.html": {"compose": SOURCE},
        "generator.writing.weasyprint.engine": {"lay_out": TYPESETTING},
        "generator.writing.weasyprint.archive": {"finish": FINISHING},
    },
}
"""What a process is watched for, by the name that it is given."""

OF_ENGINE = {
    "typst": (SOURCE, TYPESETTING, FITTING, AGAIN, MENDING, FINISHING),
    "weasyprint": (SOURCE, TYPESETTING, FINISHING),
}
"""The parts of each engine, in their order."""
