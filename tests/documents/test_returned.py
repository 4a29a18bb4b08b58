"""A contract that went out and came back: each fact is found by its path, whichever program saved the file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from generator import persian
from generator.build import pipeline
from generator.inspection import facts
from generator.model.known import Unknown
from generator.tree.nodes import Datum, Document
from generator.tree.walk import every, plain_text
from generator.writing import drawing, word
from generator.writing.writers import Supplies
from tests import plans
from tests.goldens import PLACE
from tests.writing.word.opened import LOOK

PHONE = "۰۵۱-۳۸۴۵۶۷۸۹"
FILLED = {
    "contract.number": "۱۲/ق/۱۴۰۴ (نمونه)",
    "contract.employer.name": "دستگاه نمونهٔ UN-Habitat",
    "contract.employer.phone": PHONE,
    "office.operator.account": "IR۰۰ ۰۰۰۰ (نمونه)",
    "contract.amount": "۲۴٬۰۰۰٬۰۰۰٬۰۰۰",
    "contract.guarantees.performance.number": "نمونه/۱۰۱",
}
"""What a person types into blanks, and over a value, by the paths of the facts."""


@pytest.fixture(scope="module")
def contract(tree: Callable[[str], Document]) -> Document:
    return tree(f"{PLACE}/contract")


@pytest.fixture
def sent(contract: Document, tmp_path: Path) -> Path:
    """The Word file of the contract."""
    file = tmp_path / "contract.docx"
    pictures = dict(drawing.pictures(contract, LOOK, ("png", "svg")))
    file.write_bytes(word.write(contract, LOOK, Supplies(pictures)).data)
    return file


def saved_by_libreoffice(file: Path) -> Path:
    """The file as LibreOffice saves it once more."""
    folder = file.parent / "saved"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", folder, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / file.name


def fill(file: Path, texts: dict[str, str]) -> None:
    """Type texts into the first place of facts, by their bookmarks as a person who sees the page would, and save."""
    opened: WordFile = docx.Document(str(file))
    table = facts._table(facts.Package(file.read_bytes()).custom)
    for path, text in texts.items():
        first = next(name for name, named in table.items() if named == path)
        (start,) = opened.element.body.xpath(f".//w:bookmarkStart[@w:name='{first}']")
        control = next((each for each in start.iterancestors(qn("w:sdt"))), None)
        control = start.getnext() if control is None else control
        before, *others = [each for each in control.iter(qn("w:t")) if each.text]
        before.text = text
        for other in others:
            other.text = ""
    opened.save(str(file))


def printed(document: Document) -> dict[str, list[str]]:
    """The texts of each fact of a tree in its sections, an empty one for a blank."""
    found: dict[str, list[str]] = {}
    for node in (each for section in document.sections for each in every(section)):
        if isinstance(node, Datum):
            found.setdefault(node.path, []).append("" if _is_blank(node) else plain_text(node.children))
    return found


def _is_blank(datum: Datum) -> bool:
    return any(hasattr(child, "prompt") for child in datum.children)


def test_every_fact_of_a_contract_is_in_its_file(contract: Document, sent: Path) -> None:
    found = facts.read(sent.read_bytes())
    assert {path: list(texts) for path, texts in found.texts.items()} == printed(contract)
    assert len(found.texts) > 80 and found.lost == () and found.document == f"{PLACE}/contract"


def test_a_contract_holds_every_fact_that_its_final_needs(contract: Document) -> None:
    kind = (Path(__file__).parents[2] / "templates/fa/contract/kind.yaml").read_text(encoding="utf-8")
    needed = {line.strip(" -") for line in kind.splitlines() if line.startswith(("  - contract.", "  - office."))}
    assert needed - printed(contract).keys() == set()


def test_each_fact_of_a_contract_is_the_one_that_its_path_leads_to(contract: Document) -> None:
    chosen = pipeline.select(plans.project(), pipeline.Selection(with_samples=True))
    context = next(subject.context() for subject in chosen if subject.name == f"{PLACE}/contract")

    wrong = []
    for path, texts in printed(contract).items():
        value = reached(context, path.split("."))
        shown = {""} if isinstance(value, Unknown) else shapes(value)
        wrong += [(path, text, value) for text in texts if text not in shown]
    assert wrong == []


def reached(value: Any, names: list[str]) -> Any:
    """The value at the end of a path; a member of a list by its id."""
    for name in names:
        if isinstance(value, dict):
            value = value[name]
        elif isinstance(value, tuple):
            value = next(each for each in value if each.id == name)
        else:
            value = getattr(value, name)
    return value


def shapes(value: Any) -> set[str]:
    """How a contract may print a value: as it is, as an amount, as a percentage, in words."""
    if isinstance(value, Decimal):
        return {persian.percent_text(value)}
    if type(value) is int:
        return {persian.numeral(value), persian.group(value), persian.in_words(value), "" if value else "آغاز قرارداد"}
    return {persian.to_persian(str(value))}


def test_libreoffice_leaves_every_fact_of_a_contract_to_be_found(contract: Document, sent: Path) -> None:
    found = facts.read(saved_by_libreoffice(sent).read_bytes())
    assert {path: list(texts) for path, texts in found.texts.items()} == printed(contract)
    assert found.lost == () and found.document == f"{PLACE}/contract"
    assert found.source == contract.properties.source_hash


@pytest.mark.parametrize("first", ["filled", "saved"])
def test_what_is_filled_in_is_found_before_and_after_libreoffice_saves_it(contract: Document, sent: Path, first: str) -> None:
    file = saved_by_libreoffice(sent) if first == "saved" else sent
    fill(file, FILLED)
    file = file if first == "saved" else saved_by_libreoffice(file)

    texts = facts.read(file.read_bytes()).texts
    assert {path: texts[path][0] for path in FILLED} == FILLED
    expected = printed(contract)
    assert {path: list(found) for path, found in texts.items() if path not in FILLED} == {
        path: found for path, found in expected.items() if path not in FILLED
    }
