"""What stops a final document: facts and approvals that its kind needs, texts to write, and blanks that it may not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator import checks
from generator.build import confirming
from generator.build.kinds import DECLARATION, Kind
from generator.build.subjects import Subject
from generator.model.records.catalogue import Catalogue
from generator.model.records.neighbourhood import Sampled
from generator.model.records.workspace import Dossier
from generator.persian import fold
from generator.problems.errors import Place, Problem, Severity
from generator.problems.messages import problem
from generator.reading.positions import Positions
from generator.tree.nodes import Blank, Document
from generator.tree.walk import every


def missing(subject: Subject) -> list[checks.Finding]:
    """List the facts, approvals and texts that a final document of the subject's kind needs and that are not there.

    A provincial document needs them of each neighbourhood that it holds.
    """
    kind = subject.kind
    found: list[checks.Finding] = []
    for dossier in subject.all_dossiers:
        # An earlier evaluation is only compared with: who sat on its committee is no gap of this one.
        own = dossier if subject.evaluation is None else dossier.model_copy(update={"evaluations": (subject.evaluation,)})
        found += lacking(own, kind, subject.catalogue)
    found += confirming.absent(subject)
    return [*found, *(text for held in subject.held for text in checks.unwritten(held, kind.records))]


def lacking(dossier: Dossier, kind: Kind, catalogue: Catalogue) -> list[checks.Finding]:
    """List the facts and approvals of a neighbourhood that a final of a kind needs and that are not there."""
    bodies = {body.id: body.name for body in catalogue.bodies.bodies}
    return checks.missing(dossier, kind.facts, kind.approvals, bodies)


def sample_records(subject: Subject) -> Iterator[str]:
    """Yield the files under `plans/` of the illustrative records that a subject holds."""
    for held in subject.held:
        for name, record in checks.records_of(held):
            if isinstance(record, Sampled) and record.sample:
                yield held.file(name)


def refusal(subject: Subject, positions: Positions, *, with_samples: bool) -> list[Problem]:
    """Say why a document cannot be final: its data is a sample, or each thing that is missing, at its place."""
    if subject.sample and not with_samples:
        place = next(positions.place(key, ("sample",)) for key in sample_records(subject))
        return [problem("final-of-sample", place, document=subject.name)]
    if subject.kind.code is None and not subject.sample:
        return [problem("kind-code-missing", Place(subject.kind.folder / DECLARATION), kind=subject.kind.id)]
    lacks = missing(subject)
    if not lacks:
        return []
    facts = "، ".join(dict.fromkeys(str(found.values["fact"]) for found in lacks))
    # A draft can wait for them; of a final each is an error, with who is to give it.
    errors = [replace(positions.problem(found), severity=Severity.ERROR) for found in lacks]
    return [problem("final-refused", None, document=subject.name, facts=facts), *errors]


def blanks(document: Document, subject: Subject) -> Iterator[Blank]:
    """Yield the blanks of a finished tree that its kind does not allow in a final."""
    allowed = {fold(prompt) for prompt in subject.kind.blanks}
    for node in every(document):
        if isinstance(node, Blank) and fold(node.prompt) not in allowed:
            yield node


def refused_blanks(document: Document, subject: Subject) -> tuple[list[Problem], list[checks.Finding]]:
    """Return a problem at the template's line for each blank that a final may not have, and the unknown facts behind them."""
    found = list(blanks(document, subject))
    if not found:
        return [], []
    refused = dict.fromkeys(problem("final-blank", blank.place, prompt=blank.prompt, kind=subject.kind.id) for blank in found)
    behind = [
        finding
        for dossier in subject.all_dossiers
        for finding in checks.unknown_of(dossier, subject.catalogue, {blank.prompt for blank in found})
    ]
    return [*refused], behind
