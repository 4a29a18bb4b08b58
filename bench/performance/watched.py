"""The functions whose time is told, by part: of a build now, of a build at the baseline, and of each engine."""

from __future__ import annotations

from typing import Any

from bench.performance.clock import Watched

REPORTS, ROAD = "SANAD_BENCH_REPORTS", "SANAD_BENCH_ROAD"
"""The variables that name the folder where a process tells its parts, and what it is watched for."""

READING, TREES, PICTURES, WORD, PDF = OF_BUILD = ("reading", "trees", "pictures", "Word", "PDF")
SOURCE, TYPESETTING, FINISHING = "source", "typesetting", "finishing"


def _of_format(writer: Any, *_: object, **__: object) -> str:
    return WORD if writer.format == "docx" else PDF


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
    "weasyprint": {
        "generator.writing.weasyprint.html": {"compose": SOURCE},
        "generator.writing.weasyprint.engine": {"lay_out": TYPESETTING},
        "generator.writing.weasyprint.archive": {"finish": FINISHING},
    },
}
"""What a process is watched for, by the name that it is given."""

OF_ENGINE = {"weasyprint": (SOURCE, TYPESETTING, FINISHING)}
"""The parts of each engine, in their order."""
