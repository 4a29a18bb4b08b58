"""A mistake in the data is told once, in Persian, at its place, with what was meant."""

from __future__ import annotations

from pathlib import Path

from tests.documents.projects import PLACE, copied, edit, place_of, sanad


def test_a_misspelt_duty_is_one_persian_error_at_its_place_with_the_near_match(tmp_path: Path) -> None:
    root = copied(tmp_path)
    file = root / "plans" / "neighbourhoods" / PLACE / "plan.yaml"
    edit(file, "duties: [education/1]", "duties: [educatoin/1]")
    line, column = place_of(file, "educatoin/1")

    done = sanad(root, "check")
    errors = [told for told in done.stderr.splitlines() if ": خطا: " in told]

    assert done.returncode == 1
    assert len(errors) == 1
    assert errors[0].startswith(f"{file}:{line}:{column}: خطا: ")
    assert "«educatoin/1»" in errors[0]
    assert "منظورتان «education/1" in done.stderr
    assert "Traceback" not in done.stderr
