"""Print how complete the records of the neighbourhoods are, in Persian lines for people and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.authoring.schema.files import kind_of
from generator.cli.reporting.layout import Line, LineType
from generator.model.records.workspace import Dossier
from generator.model.views.completeness import Completeness, completeness
from generator.persian import group, numeral


def lines(dossiers: Sequence[Dossier]) -> Iterator[Line]:
    """Yield a line a neighbourhood with its sums, then those of its records in which something is missing."""
    yield Line(f"کامل بودن پرونده‌های {numeral(len(dossiers))} محله", type=LineType.PLACE)
    for dossier in dossiers:
        found = completeness(dossier)
        there = [each for each in found if each.is_there]
        known_by = f"{dossier.id}، نمونه" if dossier.sample else dossier.id
        sums = _counts(*map(sum, zip(*((each.known, each.unknown, each.to_write) for each in there), strict=True)))
        yield Line(f"{dossier.neighbourhood.name} ({known_by}): {numeral(len(there))} پرونده؛ {sums}")
        for each in there:
            if not each.is_complete:
                counts = _counts(each.known, each.unknown, each.to_write)
                yield Line(f"{_title(dossier, each)}: {counts}", type=LineType.GAP, indent=4)
        absent = [_title(dossier, each) for each in found if not each.is_there]
        if absent:
            yield Line(f"هنوز نیست: {'، '.join(absent)}", indent=4)


def as_rows(dossiers: Sequence[Dossier]) -> list[dict[str, object]]:
    """Return the counts for programs, a row a neighbourhood."""
    return [
        {
            "neighbourhood": dossier.id,
            "name": dossier.neighbourhood.name,
            "sample": dossier.sample,
            "records": [each._asdict() for each in completeness(dossier)],
        }
        for dossier in dossiers
    ]


def _counts(known: int, unknown: int, to_write: int) -> str:
    parts = [f"{group(known)} معلوم", f"{group(unknown)} نامعلوم"]
    return "، ".join([*parts, f"{group(to_write)} متن نوشتنی"] if to_write else parts)


def _title(dossier: Dossier, each: Completeness) -> str:
    """Name a record in Persian, with its id where there are several."""
    name, several, entry = each.record.partition("/")
    # A series without any record may be the neighbourhood's own, or be kept by the province alone.
    file = each.record if several or not _is_series(name) else f"{name}/any"
    kind = kind_of(dossier.file(file)) or kind_of(f"{file}.yaml")
    title = kind.title if kind else name
    return f"{title} ({entry})" if several else title


def _is_series(name: str) -> bool:
    return isinstance(Dossier.model_fields[name].default, tuple)
