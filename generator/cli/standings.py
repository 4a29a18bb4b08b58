"""How neighbourhoods, records and documents stand, in Persian lines for people and as rows for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from generator.cli.reporting.layout import Line, LineType
from generator.cli.states import ending
from generator.model.records.catalogue import Catalogue
from generator.model.views import states
from generator.persian import numeral, to_western

if TYPE_CHECKING:
    from generator.build.overview import DocumentStatus, PlaceStatus, Standing

_SAID = {"absent": "نیست", "current": "به‌روز", "stale": "کهنه", "changed": "دستی تغییر کرده"}
"""How each standing is called, in the order in which they are counted."""
_ORDER = ("changed", "stale", "absent", "current")


def lines(places: Sequence[PlaceStatus], catalogue: Catalogue, *, in_full: bool) -> Iterator[Line]:
    """Yield the whole in a line, then each neighbourhood; those without any document are counted unless `in_full`."""
    shown = [place for place in places if in_full or place.documents or place.broken]
    every = [document for place in places for document in place.documents]
    drafts, finals = _counted(each.draft for each in every), _counted(each.final for each in every)
    yield Line(
        f"{numeral(len(places))} محله، {numeral(len(every))} سند؛ پیش‌نویس: {drafts}؛ نهایی: {finals}", type=LineType.PLACE
    )
    for place in shown:
        yield from _place(place, catalogue)
    if silent := len(places) - len(shown):
        yield Line(f"{numeral(silent)} محلهٔ دیگر هنوز سندی ندارد.")


def _place(place: PlaceStatus, catalogue: Catalogue) -> Iterator[Line]:
    yield Line(f"{place.name} ({place.id}): {numeral(len(place.there))} گونه پرونده", type=LineType.PLACE)
    if place.state is not None:
        yield Line(_state(place.state, catalogue), indent=4)
    if place.broken:
        yield Line(f"خطا دارد: {'، '.join(place.broken)}", type=LineType.ERROR, indent=4)
    for _, several in groupby(place.documents, lambda each: each.planned.kind.id):
        yield _documents([*several])


def _state(found: states.Standing, catalogue: Catalogue) -> str:
    since = f"از {found.since}" if found.since else ""
    parts = [f"گام: {found.furthest.state.title}", since]
    if said := ending(found.dossier.neighbourhood):
        parts.append(said)
    if found.next is not None:
        parts += [f"گام بعد: {found.next.title}", f"نوبت: {catalogue.named(found.turn)}" if found.turn else ""]
    return "؛ ".join(filter(None, parts))


def _documents(found: Sequence[DocumentStatus]) -> Line:
    """Return the documents of a kind in a line: of one how it stands, of several how many stand so."""
    first, several = found[0], len(found) > 1
    drafts, finals = _counted(each.draft for each in found), _counted(each.final for each in found)
    title = f"{first.planned.kind.title}، {numeral(len(found))} سند" if several else first.planned.kind.title
    gaps = sum(each.gaps for each in found)
    lacking = f"؛ {numeral(gaps)} کمبود" if gaps else ""
    return Line(f"{title}: پیش‌نویس {drafts}؛ نهایی {finals}{lacking}", type=LineType.GAP if gaps else LineType.TEXT, indent=4)


def _counted(found: Iterator[Standing]) -> str:
    counts = Counter(map(str, found))
    if sum(counts.values()) == 1:
        return _SAID[next(iter(counts))]
    return "، ".join(f"{numeral(counts[each])} {_SAID[each]}" for each in _ORDER if counts[each]) or _SAID["absent"]


def as_rows(places: Sequence[PlaceStatus]) -> list[dict[str, object]]:
    """Return the same for programs."""
    return [
        {
            "neighbourhood": place.id,
            "name": place.name,
            "records": [*place.there],
            "broken": [*place.broken],
            "state": place.state.furthest.state.id if place.state else None,
            "since": to_western(str(place.state.since)) if place.state and place.state.since else None,
            "next": place.state.next.id if place.state and place.state.next else None,
            "turn": (place.state.turn or None) if place.state else None,
            "documents": [
                {"document": each.planned.name, "draft": str(each.draft), "final": str(each.final), "gaps": each.gaps}
                for each in place.documents
            ],
        }
        for place in places
    ]
