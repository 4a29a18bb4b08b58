"""What is generated from the models is fresh in this project, and one command renews it in any."""

import shutil
from pathlib import Path

import pytest

from generator.authoring import guide, renew
from generator.authoring.schema.files import FOLDER

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the data and of its guide."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / renew.GUIDE, tmp_path / renew.GUIDE)
    return tmp_path


def test_nothing_generated_is_outdated() -> None:
    outdated = [path.relative_to(ROOT).as_posix() for path in renew.outdated(ROOT)]

    assert not outdated, f"run `{guide.COMMAND}`"


def test_the_command_renews_what_is_outdated_and_says_what(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema, page = root / "plans" / FOLDER / "contract.json", root / renew.GUIDE
    fresh = page.read_text(encoding="utf-8")
    schema.unlink()
    page.write_text(fresh.replace("| شناسه |", "| نام |").replace("قاعده‌های نوشتن", "قاعده‌ها"), encoding="utf-8")

    assert renew.main(["--root", str(root)]) == 0
    assert set(capsys.readouterr().out.split()) == {str(schema), str(page)}
    assert schema.read_text(encoding="utf-8") == (ROOT / "plans" / FOLDER / "contract.json").read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8") == fresh.replace("قاعده‌های نوشتن", "قاعده‌ها")
    assert renew.main(["--root", str(root)]) == 0
    assert capsys.readouterr().out == ""


def test_a_project_without_schemas_and_without_the_guide_gets_the_schemas(root: Path) -> None:
    shutil.rmtree(root / "docs")
    shutil.rmtree(root / "plans" / FOLDER)

    assert renew.main(["--root", str(root)]) == 0
    assert not renew.outdated(root)
    assert not (root / "docs").exists()


def test_data_that_cannot_be_read_is_reported_and_nothing_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "plans/zones.yaml").write_text("zones: [", encoding="utf-8")
    shutil.rmtree(root / "plans" / FOLDER)

    assert renew.main(["--root", str(root)]) == 1
    assert "zones.yaml" in capsys.readouterr().err
    assert not (root / "plans" / FOLDER).exists()
