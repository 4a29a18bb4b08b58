from pathlib import Path

import pytest

from tests.cli.harness import Sanad


@pytest.fixture
def sanad(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sanad:
    monkeypatch.chdir(tmp_path)
    return Sanad(tmp_path, capsys)
