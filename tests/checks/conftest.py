from pathlib import Path

import pytest

from tests.reading.plans_tree import PlansTree


@pytest.fixture
def plans(tmp_path: Path) -> PlansTree:
    """A faultless folder of plans that a test may change."""
    return PlansTree(tmp_path / "plans")
