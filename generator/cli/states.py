"""Print how far the neighbourhoods are in the programme, in Persian lines for people and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.authoring.schema.files import kind_of
from generator.cli.reporting.cards import ARROW
from generator.cli.reporting.layout import Line, LineType
from generator.model.records.catalogue import Catalogue
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.workspace import Dossier
from generator.model.views.states import Proof, Reached, State, standing, unproven
from generator.persian import numeral, to_western
from generator.reading.positions import Positions
from generator.reading.yamltext.spots import titles_of


def lines(dossiers: Sequence[Dossier], positions: Positions, order: Sequence[str], catalogue: Catalogue) -> Iterator[Line]:
    """Yield the furthest state of each neighbourhood with its proof, whose turn it is, and what before it nothing proves.

    Of a single neighbourhood also the states that it has passed, each with its proof.
    """
    yield Line(f"وضعیت {numeral(len(dossiers))} محله در گام‌های طرح", type=LineType.PLACE)
    for dossier in dossiers:
        found = standing(dossier, order)
        known_by = f"{dossier.id}، نمونه" if dossier.sample else dossier.id
        name = f"{dossier.neighbourhood.name} ({known_by})"
        last = found.furthest
        parts = [f"{name}: {last.state.title}", f"گواه: {_proof(dossier, last.proof, positions)}", _transition(last, catalogue)]
        yield Line("؛ ".join(filter(None, parts)))
        if len(dossiers) == 1:
            for passed in found.reached[:-1]:
                said = (f"{passed.state.id} {passed.state.title}", f"گواه: {_proof(dossier, passed.proof, positions)}")
                yield Line("؛ ".join(filter(None, (*said, _transition(passed, catalogue)))), indent=4)
        if ended := ending(dossier.neighbourhood):
            yield Line(ended, indent=4)
        if found.next is not None:
            turn = catalogue.named(found.turn) or "سند منتشرشده نگفته است با کیست"
            yield Line(f"گام بعد: {found.next.title}؛ نوبت: {turn}", indent=4)
        for each in unproven(dossier, order):
            yield Line(f"بی گواه: {each.title}؛ {each.proven_by} ثبت نشده است", type=LineType.GAP, indent=4)


def ending(neighbourhood: Neighbourhood) -> str:
    """Say when and how a neighbourhood came to its end in the programme; empty while it is in it."""
    ended = neighbourhood.ended
    if ended is None:
        return ""
    into = f" در «{ended.into}»" if ended.into else ""
    return "؛ ".join(filter(None, (f"پایان در طرح: {ended.how}{into}، {ended.on}", ended.by)))


def as_rows(dossiers: Sequence[Dossier], order: Sequence[str]) -> list[dict[str, object]]:
    """Return the states for programs; a proof is a record and the path of a field in it, empty for the record itself."""
    return [_row(dossier, order) for dossier in dossiers]


def _proof(dossier: Dossier, proof: Proof, positions: Positions) -> str:
    """Name the record of a proof in Persian, with its id where there are several, and the field in it."""
    key = dossier.file(proof.record)
    kind, source = kind_of(key), positions.sources[key]
    assert kind is not None, "a proof is a record of the dossier"
    _, several, entry = proof.record.partition("/")
    record = f"{kind.title} ({entry})" if several else kind.title
    return ARROW.join((record, *titles_of(source.model, source.node, proof.path)))


def _transition(reached: Reached, catalogue: Catalogue) -> str:
    """Return the body, number and day of a transition, as far as they are known."""
    body = catalogue.named(reached.body) if reached.body else ""
    number = f"شمارهٔ {reached.number}" if reached.number else ""
    return "، ".join(filter(None, (body, number, str(reached.date or ""))))


def _row(dossier: Dossier, order: Sequence[str]) -> dict[str, object]:
    found = standing(dossier, order)
    state, proof = found.furthest.state, found.furthest.proof
    return {
        "neighbourhood": dossier.id,
        "name": dossier.neighbourhood.name,
        "sample": dossier.sample,
        "ended": to_western(str(dossier.neighbourhood.ended.on)) if dossier.neighbourhood.ended else None,
        **_state(state),
        "proof": {"record": proof.record, "path": proof.path},
        "reached": [_reached(each) for each in found.reached],
        "next": _state(found.next) if found.next else None,
        "turn": found.turn or None,
        "since": to_western(str(found.since)) if found.since else None,
        "unproven": [_state(each) for each in unproven(dossier, order)],
    }


def _reached(reached: Reached) -> dict[str, object]:
    day = to_western(str(reached.date)) if reached.date else None
    return {**_state(reached.state), "body": reached.body or None, "number": reached.number or None, "date": day}


def _state(state: State) -> dict[str, str]:
    return {"state": state.id, "title": state.title}
