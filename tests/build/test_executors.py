"""Documents made by an executor of others: the same bytes, whatever its machines do meanwhile."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator.build import executors, keys, pipeline, workers
from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.project import Folders, Project
from generator.build.subjects import Subject
from generator.problems.errors import MachineError, UsageError
from generator.problems.limits import LIMITS
from generator.style import faces
from tests.documents.built import ROOT

FORMATS = ("docx",)


@pytest.fixture(scope="module")
def builder_and_subjects() -> tuple[DocumentBuilder, list[Subject]]:
    project = Project.read(Folders.under(ROOT))
    assert project.style is not None
    faces.activate(project.style.families())
    asked = pipeline.Selection(("z3-golshahr",), kinds=("agency-sheet",), formats=FORMATS)
    return DocumentBuilder.of(project, project.style, asked), pipeline.select(project, asked)[:6]


@pytest.fixture(scope="module")
def expected(builder_and_subjects: tuple[DocumentBuilder, list[Subject]]) -> list[BuiltDocument]:
    builder, subjects = builder_and_subjects
    return list(workers.run(builder, subjects, FORMATS, False, 1, LIMITS))


class Losing(ThreadPoolExecutor):
    """An executor that loses its first tasks, as one does whose machines fall."""

    def __init__(self, most: int) -> None:
        super().__init__(1)
        self._left = most

    def submit(self, *given: Any, **named: Any) -> Future[Any]:
        """Lose a task, or do it."""
        if self._left:
            self._left -= 1
            lost: Future[Any] = Future()
            lost.set_exception(OSError("the machine fell"))
            return lost
        return super().submit(*given, **named)


def test_an_executor_makes_the_same_documents_in_the_same_order(
    builder_and_subjects: tuple[DocumentBuilder, list[Subject]], expected: list[BuiltDocument]
) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert list(executors.run(executor, *builder_and_subjects, FORMATS, False)) == expected


def test_processes_that_stay_make_the_same_documents_in_each_build(
    builder_and_subjects: tuple[DocumentBuilder, list[Subject]], expected: list[BuiltDocument]
) -> None:
    (builder, subjects), warm = builder_and_subjects, workers.Warm()
    try:
        assert list(warm.run(builder, subjects[:2], FORMATS, False, 1, LIMITS)) == expected[:2]
        assert list(warm.run(builder, subjects[1:3], FORMATS, False, 1, LIMITS)) == expected[1:3]
    finally:
        warm.end()


def test_a_task_that_was_lost_is_done_once_more(
    builder_and_subjects: tuple[DocumentBuilder, list[Subject]], expected: list[BuiltDocument]
) -> None:
    with Losing(3) as executor:
        assert list(executors.run(executor, *builder_and_subjects, FORMATS, False)) == expected


def test_of_an_executor_that_does_nothing_each_document_is_told_and_none_waits(
    builder_and_subjects: tuple[DocumentBuilder, list[Subject]],
) -> None:
    builder, subjects = builder_and_subjects
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    found = list(executors.run(executor, builder, subjects, FORMATS, False))
    assert [[each.code for each in done.problems] for done in found] == [["worker-lost", "not-built"]] * len(subjects)
    assert {done.exit_code for done in found} == {MachineError.exit_code}


def test_a_machine_with_other_faces_makes_nothing(
    builder_and_subjects: tuple[DocumentBuilder, list[Subject]], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = keys.of_machine(builder_and_subjects[0].style)
    answers: Iterator[dict[str, str]] = iter([dict(here), {**here, "faces": "others"}])
    monkeypatch.setattr(keys, "of_machine", lambda _: next(answers))
    with ThreadPoolExecutor(1) as executor, pytest.raises(MachineError) as refused:
        # What a machine has is looked up once for a build, and the other tests have built the drafts.
        list(executors.run(executor, *builder_and_subjects, FORMATS, True))
    assert [each.code for each in refused.value.problems] == ["executor-other"]


@pytest.mark.parametrize("given", ["dask", "dask=", "dusk=tcp://127.0.0.1:1", "tcp://127.0.0.1:1"])
def test_an_executor_that_is_not_known_is_refused(given: str) -> None:
    with pytest.raises(UsageError) as refused, executors.named(given):
        pass
    assert [each.code for each in refused.value.problems] == ["unknown-executor"]


@pytest.mark.proof
def test_a_cluster_of_two_workers_of_which_one_is_killed_makes_every_document(
    builder_and_subjects: tuple[DocumentBuilder, list[Subject]], expected: list[BuiltDocument], tmp_path: Path
) -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path)
        ) as cluster,
        executors.named(f"dask={cluster.scheduler_address}") as executor,
    ):
        documents = executors.run(executor, *builder_and_subjects, FORMATS, False)
        made = [next(documents)]
        os.kill(_process(executor), signal.SIGKILL)
        made += documents
    assert made == expected


def _process(executor: Executor) -> int:
    """The process of one of the workers."""
    processes: dict[str, int] = executor._client.run(os.getpid)  # type: ignore[attr-defined]
    return next(iter(processes.values()))
