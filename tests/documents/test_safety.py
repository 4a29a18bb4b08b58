"""Files are whole or not there: a build that is killed, a name or a link that would leave the output folder."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from generator.build import output, pipeline
from generator.inspection import inspect
from generator.problems.errors import MachineError, UsageError
from generator.records import disk
from tests.documents.built import ROOT
from tests.documents.projects import PLACE, add_kind, command, copied, sanad

KIND = "title: آزمون\norder: 1\nsubject: neighbourhood\nrequires: [plan]\npage: portrait\n"
TEMPLATE = '<document title="آزمون"><section><p>{{ neighbourhood.name }}</p></section></document>'
"""A document that is made before the others and at once."""


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_sweeps_up(tmp_path: Path) -> None:
    root = copied(tmp_path)
    add_kind(root, "probe", KIND, TEMPLATE)
    words = ("build", PLACE, "--kind", "probe", "--kind", "contract", "--format", "docx", "--jobs", "1")
    building = subprocess.Popen(command(root, *words), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert building.stdout is not None
    first = Path(building.stdout.readline().strip())
    building.send_signal(signal.SIGKILL)
    building.wait(timeout=60)
    building.stdout.close()
    folder = root / "output" / PLACE
    (folder / ".sanad-killed.docx").write_bytes(b"half of a fi")

    assert building.returncode == -signal.SIGKILL
    assert first.exists()
    assert [inspect(file) for file in folder.rglob("[!.]*.docx")] == [[] for _ in folder.rglob("[!.]*.docx")]

    again = sanad(root, *words)

    assert again.returncode == 0, again.stderr
    assert sorted(file.name for file in folder.rglob("*.*") if file.is_file()) == ["contract-draft.docx", "probe-draft.docx"]


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
def test_a_link_in_the_output_folder_does_not_lead_a_document_out_of_it(tmp_path: Path) -> None:
    root, outside = tmp_path / "output", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / PLACE).symlink_to(outside)

    with pytest.raises(MachineError) as caught:
        output.write(root, Path(PLACE, "contract.pdf"), b"%PDF-")

    assert [told.code for told in caught.value.problems] == ["outside-output"]
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("relative", ["../outside.pdf", "z1-a/../../outside.pdf"])
def test_a_path_that_climbs_out_of_the_output_folder_is_refused(tmp_path: Path, relative: str) -> None:
    with pytest.raises(MachineError) as caught:
        output.write(tmp_path / "output", Path(relative), b"%PDF-")

    assert [told.code for told in caught.value.problems] == ["outside-output"]
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_neighbourhood_whose_folder_is_no_id_is_told_and_gets_no_document(tmp_path: Path) -> None:
    root = copied(tmp_path)
    wrong = root / "plans" / "neighbourhoods" / "Z3 Golshahr"
    (root / "plans" / "neighbourhoods" / PLACE).rename(wrong)

    done = sanad(root, "build", "--with-samples")

    assert done.returncode == 1
    assert any(str(wrong) in told and ": خطا: " in told for told in done.stderr.splitlines())
    assert list((root / "output").rglob("*.docx")) == []


def test_a_second_build_waits_for_nobody_and_says_that_another_one_is_at_work(tmp_path: Path) -> None:
    with output.lock(tmp_path), pytest.raises(MachineError) as caught, output.lock(tmp_path):
        pass

    assert [told.code for told in caught.value.problems] == ["output-locked"]


def test_a_write_that_fails_leaves_the_document_before_it_and_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = output.write(tmp_path, Path(PLACE, "contract.pdf"), b"%PDF-good")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.os, "fsync", full)
    with pytest.raises(MachineError) as caught:
        output.write(tmp_path, Path(PLACE, "contract.pdf"), b"%PDF-bad")

    assert [told.code for told in caught.value.problems] == ["cannot-write"]
    assert target.read_bytes() == b"%PDF-good"
    assert [file.name for file in target.parent.iterdir()] == ["contract.pdf"]


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_move_that_windows_refuses_for_a_moment_is_tried_again(number: int) -> None:
    refused = [_of_windows(number), _of_windows(number)]

    def move() -> None:
        if refused:
            raise refused.pop()

    disk.again(move)

    assert refused == []


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(28, "full")])
def test_a_move_that_is_refused_for_good_is_tried_once(error: OSError) -> None:
    tried: list[int] = []

    def move() -> None:
        tried.append(1)
        raise error

    with pytest.raises(OSError):
        disk.again(move)

    assert tried == [1]


def _of_windows(number: int) -> PermissionError:
    error = PermissionError(13, "in use")
    error.winerror = number  # type: ignore[attr-defined]
    return error


def test_what_word_keeps_beside_an_open_document_is_no_document_to_inspect(tmp_path: Path) -> None:
    (tmp_path / "~$ntract-draft.docx").write_bytes(b"\x05author")
    (tmp_path / ".sanad-0123.pdf").write_bytes(b"%PDF-half")

    with pytest.raises(UsageError) as caught:
        pipeline.inspect([tmp_path])

    assert [told.code for told in caught.value.problems] == ["nothing-to-inspect"]
