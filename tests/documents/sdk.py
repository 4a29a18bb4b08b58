"""The Open XML SDK validator."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from generator.build.doctor import VALIDATOR


def validate(file: Path, version: str) -> list[str]:
    """What the Open XML SDK says against a file, held to a version of Office."""
    # A short run does not pay .NET back what watching itself costs, a third of the time.
    environment = {**os.environ, "DOTNET_TieredPGO": "0"}
    done = subprocess.run([str(VALIDATOR), str(file), version], env=environment, capture_output=True, text=True, timeout=120)
    said = json.loads(done.stdout)
    assert said["file"] == str(file), done.stderr
    return [f"{error['path']['partUri']}: {error['description']}" for error in said["errors"]]
