"""The Open XML SDK validator."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from generator.build.doctor import VALIDATOR


def validate(file: Path, version: str) -> list[str]:
    """What the Open XML SDK says against a file, held to a version of Office."""
    done = subprocess.run([str(VALIDATOR), str(file), version], capture_output=True, text=True, timeout=120)
    said = json.loads(done.stdout)
    assert said["file"] == str(file), done.stderr
    return [f"{error['path']['partUri']}: {error['description']}" for error in said["errors"]]
