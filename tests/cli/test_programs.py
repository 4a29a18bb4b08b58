"""`--json`: one object on the standard output and nothing else, whatever the command and however it ends."""

import json
from pathlib import Path

import pikepdf
import pytest

from generator.cli.app import main
from generator.writing.writers import ENGINES
from tests.cli.harness import Sanad
from tests.reading.plans_tree import NEEDS


def test_a_check_counts_what_it_found(sanad: Sanad) -> None:
    sanad.spoil(NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    code, problems, result = sanad.for_programs("check")

    assert code == 1
    assert [row["code"] for row in problems if row["severity"] == "error"] == ["not-in-list"]
    assert result["counts"] == {each: sum(row["severity"] == each for row in problems) for each in ("error", "gap", "warning")}


def test_a_build_names_what_it_wrote_and_what_it_left_out(sanad: Sanad) -> None:
    code, _, result = sanad.for_programs("build", "--format", "docx", "--jobs", "1")

    assert code == 0
    assert [Path(path).name for path in result["written"]] == ["note-draft.docx"]
    assert [(row["neighbourhood"], row["lacking"]) for row in result["left_out"]] == [("z2-be", ["contract.yaml"])]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["schema", "editor"], ["written"]),
        (["new", "agency", "sport", "ورزش"], ["written", "next"]),
        (["format"], ["written", "files"]),
        (["completion", "bash"], ["script"]),
        (["help", "build"], ["text"]),
    ],
)
def test_every_command_has_a_result(sanad: Sanad, words: list[str], keys: list[str]) -> None:
    code, problems, result = sanad.for_programs(*words)

    assert (code, problems, list(result)) == (0, [], keys)


def test_lists_are_their_rows(sanad: Sanad) -> None:
    for name in ("kinds", "looks", "neighbourhoods", "agencies", "documents", "due", "states"):
        code, problems, result = sanad.for_programs("list", name)
        assert (code, problems) == (0, [])
        assert all(isinstance(row, dict) for row in result), name


@pytest.mark.parametrize(
    "words", [["chek"], ["check", "--strct"], ["check", "nosuch"], ["new", "nosuch"], ["build", "--format", "odt"], ["list"]]
)
def test_a_wrong_call_is_a_problem_without_a_result(sanad: Sanad, words: list[str]) -> None:
    code, problems, result = sanad.for_programs(*words)

    assert (code, result) == (2, None)
    assert [row["severity"] for row in problems] == ["error"]


def test_the_machine_is_judged_by_things(sanad: Sanad) -> None:
    code, problems, result = sanad.for_programs("doctor")

    assert (code == 0) is result["ready"]
    assert {"subject", "detail", "found"} == set(result["things"][0])
    assert set(result["engines"]) <= {*ENGINES}
    assert sum(not thing["found"] for thing in result["things"]) == len(problems)


def test_inspect_names_the_fault_of_a_file_that_is_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(b"not a package")

    code = main(["inspect", str(file), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (code, told["result"]) == (1, {"files": [str(file)], "engines": {}, "faces": {}})
    assert {row["file"] for row in told["problems"]} == {str(file)}


def test_inspect_names_the_engines_that_the_files_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = {"a.pdf": "Typst 0.15.2", "b.pdf": "WeasyPrint 70.0", "c.pdf": "Typst 0.15.2", "d.pdf": ""}
    for name, engine in made.items():
        file = pikepdf.new()
        if engine:
            file.docinfo["/Producer"] = engine
        file.save(tmp_path / name)

    main(["inspect", str(tmp_path)])
    assert "صفحه‌های PDF: Typst 0.15.2 (۲ پرونده)؛ WeasyPrint 70.0 (۱ پرونده)." in capsys.readouterr().err
    main(["inspect", str(tmp_path), "--json"])
    told = json.loads(capsys.readouterr().out)["result"]["engines"]
    assert told == {str(tmp_path / name): engine for name, engine in made.items() if engine}


def test_inspect_refuses_a_folder_without_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(tmp_path), "--json"]) == 2
    assert [row["code"] for row in json.loads(capsys.readouterr().out)["problems"]] == ["nothing-to-inspect"]


def test_a_fault_of_the_program_is_one_object_too(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.build.pipeline.check", broken)
    code, out, err = sanad("check", "--json")

    assert (code, [row["code"] for row in json.loads(out)["problems"]]) == (70, ["program-fault"])
    assert "Traceback" in err
