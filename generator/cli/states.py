"""Print how far the neighbourhoods are in the programme, in Persian lines for people and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.authoring.schema.files import kind_of
from generator.cli.reporting.cards import ARROW
from generator.cli.reporting.layout import Line, LineType
from generator.model.records.workspace import Dossier
from generator.model.views.states import Proof, State, furthest, history, unproven
from generator.persian import numeral
from generator.reading.positions import Positions
from generator.reading.yamltext.spots import titles_of


def lines(dossiers: Sequence[Dossier], positions: Positions, order: Sequence[str]) -> Iterator[Line]:
    """Yield the furthest state of each neighbourhood with its proof, then the states before it that nothing proves.

    Of a single neighbourhood also the states that it has passed, each with its proof.
    """
    yield Line(f"وضعیت {numeral(len(dossiers))} محله در گام‌های طرح", type=LineType.PLACE)
    for dossier in dossiers:
        state, proof = furthest(dossier, order)
        known_by = f"{dossier.id}، نمونه" if dossier.sample else dossier.id
        name = f"{dossier.neighbourhood.name} ({known_by})"
        yield Line(f"{name}: {state.title}؛ گواه: {_proof(dossier, proof, positions)}")
        if len(dossiers) == 1:
            for passed in history(dossier, order)[:-1]:
                yield Line(
                    f"{passed.state.id} {passed.state.title}؛ گواه: {_proof(dossier, passed.proof, positions)}", indent=4
                )
        for each in unproven(dossier, order):
            yield Line(f"بی گواه: {each.title}؛ {each.proven_by} ثبت نشده است", type=LineType.GAP, indent=4)


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


def _row(dossier: Dossier, order: Sequence[str]) -> dict[str, object]:
    state, proof = furthest(dossier, order)
    return {
        "neighbourhood": dossier.id,
        "name": dossier.neighbourhood.name,
        "sample": dossier.sample,
        **_state(state),
        "proof": {"record": proof.record, "path": proof.path},
        "reached": [_state(each.state) for each in history(dossier, order)],
        "unproven": [_state(each) for each in unproven(dossier, order)],
    }


def _state(state: State) -> dict[str, str]:
    return {"state": state.id, "title": state.title}
