"""The set-up of `make conformance`; veraPDF itself runs there only."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools" / "verapdf"


def test_what_is_missing_is_told_in_both_languages_before_anything_is_fetched() -> None:
    done = subprocess.run(
        ["/bin/bash", "tools/install-verapdf"], cwd=ROOT, env={"PATH": "/nowhere"}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "این برنامه‌ها را لازم دارد" in done.stderr
    assert "needs these programs" in done.stderr
    assert "Java 17" in done.stderr
    assert "Maven (" in done.stderr


def test_every_file_of_verapdf_is_held_to_its_hash_and_no_address_is_named() -> None:
    lines = (TOOLS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    names = [line[66:] for line in lines]
    assert all(re.fullmatch(r"[0-9a-f]{64}  [\w.-]+\.jar", line) for line in lines)
    assert "greenfield-apps-1.28.2.jar" in names
    assert names == sorted(names)
    addresses = re.findall(r"\w+://[^\s\"<]+", (TOOLS / "pom.xml").read_text(encoding="utf-8"))
    assert addresses == ["http://maven.apache.org/POM/4.0.0"]


def test_an_exception_names_its_rule_and_has_a_reason() -> None:
    exceptions = tomllib.loads((TOOLS / "exceptions.toml").read_text(encoding="utf-8")).get("exception", [])
    assert [entry for entry in exceptions if entry.keys() != {"standard", "rule", "reason"} or len(entry["reason"]) < 20] == []
