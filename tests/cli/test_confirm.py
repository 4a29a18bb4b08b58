"""`sanad confirm` binds a confirmation to a text: what is printed is what was confirmed, or says that it was not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.problems.errors import TemplateError
from generator.tree import walk
from tests.cli.harness import Sanad
from tests.reading.plans_tree import CONTRACT

KIND = """\
title: پیمان
order: 20
code: پ
subject: contract
requires: [contract]
final_requires: [contract.amount]
confirmation:
  record: contract.legal_confirmation
  notice: confirmed
  without: [contract.number, contract.employer]
"""
DOCUMENT = """\
<document title="پیمان" subject="{{ programme.title }}">
  <section>
    {% if text_confirmed %}
    <p role="notice" key="confirmed">{{ contract.legal_confirmation.by }}، {{ contract.legal_confirmation.on | date }}</p>
    {% else %}
    <p role="notice" key="confirmed">تأیید نشده</p>
    {% endif %}
    <p key="text">شمارهٔ {{ contract.number | datum('contract.number') }}، مبلغ {{ contract.amount | money }} ریال</p>
  </section>
</document>
"""
BY = ("confirm", "pact", "z1-alef", "--by", "کارشناس حقوقی", "--on", "۱۴۰۴/۰۱/۲۵")
DIGEST = re.compile(r"^  digest: [0-9a-f]{64}$", re.MULTILINE)


@pytest.fixture
def pact(sanad: Sanad) -> Path:
    """The file of the contract, in a project with a kind whose text is confirmed."""
    folder = sanad.root / "templates/pact"
    folder.mkdir()
    (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
    (folder / "document.html.j2").write_text(DOCUMENT, encoding="utf-8")
    sanad.spoil(CONTRACT, "id: contract\n", "id: contract\nnumber: ۴۴/الف\n")
    return sanad.root / "plans" / CONTRACT


def made(sanad: Sanad) -> tuple[list[str], str]:
    """The codes of what a check says about the text, and what the document says."""
    folders = Folders(sanad.root / "plans", sanad.root / "templates", sanad.root / "output")
    project = Project.read(folders)
    problems = [each for each in pipeline.check(project) if each.code.startswith(("text-", "confirmation-"))]
    about = [each.code for each in problems if each.code != "text-unconfirmed"]
    assert project.style is not None
    (subject,) = pipeline.select(project, pipeline.Selection(kinds=["pact"]))
    try:
        document, _ = DocumentBuilder.of(project, project.style, pipeline.Selection()).tree(subject)
    except TemplateError:
        return about, ""
    return about, "\n".join(text.text for text in walk.texts(document))


def final(sanad: Sanad) -> list[str]:
    """Build the final: the codes of the errors about its text."""
    words = ("--kind", "pact", "--format", "docx", "--jobs", "1", "--final", "--with-samples")
    code, problems, result = sanad.for_programs("build", "z1-alef", *words)
    assert (code == 0) == bool(result["written"])
    return [each["code"] for each in problems if each["severity"] == "error" and each["code"].startswith("text-")]


def edit(sanad: Sanad, name: str, old: str, new: str) -> None:
    file = sanad.root / "templates/pact" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_confirmation_is_written_once_and_printed(sanad: Sanad, pact: Path) -> None:
    before = pact.read_text(encoding="utf-8")
    assert "تأیید نشده" in made(sanad)[1]

    code, printed, told = sanad(*BY)
    assert (code, Path(printed.strip())) == (0, pact)
    assert "در ۱۴۰۴/۰۱/۲۵ به تأیید «کارشناس حقوقی» رسیده است: ثبت شد" in told
    after = pact.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added[:3] == ["legal_confirmation:", "  on: ۱۴۰۴/۰۱/۲۵", "  by: کارشناس حقوقی"]
    assert DIGEST.search(after) and len(added) == 4
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()

    about, text = made(sanad)
    assert about == [] and "کارشناس حقوقی، ۱۴۰۴/۰۱/۲۵" in text

    code, printed, told = sanad(*BY[:-2])  # Of another day nothing is said: it stays.
    assert (code, printed) == (0, "") and "چیزی نوشته نشد" in told
    assert pact.read_text(encoding="utf-8") == after


@pytest.mark.usefixtures("pact")
def test_the_facts_of_the_parties_may_change_after_it(sanad: Sanad) -> None:
    sanad(*BY)
    sanad.spoil(CONTRACT, "number: ۴۴/الف", "number: ۴۵/الف")
    about, text = made(sanad)
    assert about == [] and "۴۵/الف" in text and "کارشناس حقوقی" in text


def test_a_text_that_changed_is_told_at_its_place(sanad: Sanad, pact: Path) -> None:
    sanad(*BY)
    edit(sanad, "document.html.j2", "مبلغ {{", "بهای {{")

    _, problems, _ = sanad.for_programs("check")
    (told,) = [each for each in problems if each["code"] == "text-changed"]
    place = pact.read_text(encoding="utf-8").splitlines().index("legal_confirmation:") + 1
    assert (Path(told["file"]), told["line"], told["column"], told["severity"]) == (pact, place, 1, "warning")
    assert 'sanad confirm pact z1-alef --by "…"' in told["hint"]
    about, text = made(sanad)
    assert about == ["text-changed"] and "تأیید نشده" in text


@pytest.mark.usefixtures("pact")
def test_a_final_needs_a_confirmation_of_the_text_that_it_prints(sanad: Sanad) -> None:
    assert final(sanad) == ["text-unconfirmed"]
    sanad(*BY)
    assert final(sanad) == []
    edit(sanad, "document.html.j2", "مبلغ {{", "بهای {{")
    assert final(sanad) == ["text-changed"]


def test_what_cannot_be_built_cannot_be_confirmed(sanad: Sanad, pact: Path) -> None:
    edit(sanad, "document.html.j2", "contract.amount", "contract.amuont")
    before = pact.read_text(encoding="utf-8")
    code, printed, told = sanad(*BY)
    assert (code, printed) == (3, "") and "[template-field-unknown]" in told
    edit(sanad, "document.html.j2", "contract.amuont", "contract.amount")
    sanad.spoil(CONTRACT, "share: ", "share: ۹")
    code, printed, told = sanad(*BY)
    assert (code, printed) == (1, "") and "[confirm-not-built]" in told and "contract.yaml" in told
    assert "legal_confirmation" not in before and DIGEST.search(pact.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("confirm", "note", "z1-alef", "--by", "کسی"), "confirm-not-asked"),
        (("confirm", "pct", "z1-alef", "--by", "کسی"), "unknown-kind"),
        (("confirm", "pact", "z1-alf", "--by", "کسی"), "unknown-neighbourhood"),
        (("confirm", "pact", "z1-alef"), "argument-missing"),
        (("confirm", "pact", "z1-alef", "--by", "کسی", "--on", "۱۴۰۴/۱۳/۰۱"), "month-out-of-range"),
        (("confirm", "pact", "z1-alef", "--by", " "), "confirm-by-nobody"),
    ],
)
def test_a_wrong_call_is_refused(sanad: Sanad, pact: Path, words: tuple[str, ...], code: str) -> None:
    before = pact.read_text(encoding="utf-8")
    assert (sanad(*words)[0], sanad.for_programs(*words)[1][0]["code"]) == (2, code)
    assert pact.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<p key", "{% if text_confirmed %}<p>و بیش از این</p>{% endif %}<p key", "confirmation-changes-text"),
        (' key="confirmed"', "", "confirmation-notice-absent"),
    ],
)
@pytest.mark.usefixtures("pact")
def test_a_template_changes_its_notice_alone(sanad: Sanad, old: str, new: str, code: str) -> None:
    sanad(*BY)
    edit(sanad, "document.html.j2", old, new)
    assert made(sanad) == ([code], "")


@pytest.mark.usefixtures("pact")
def test_the_day_of_a_confirmation_as_it_was_written_before_is_told_what_to_do(sanad: Sanad) -> None:
    sanad.spoil(CONTRACT, "\nnumber:", "\nlegally_confirmed_on: ۱۴۰۴/۰۱/۲۵\nnumber:")
    _, problems, _ = sanad.for_programs("check")
    (told,) = [each for each in problems if each["code"] == "key-moved"]
    assert "sanad confirm" in told["hint"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("contract.legal_confirmation", "contract.amount", "kind-confirmation-unknown"),
        ("contract.legal_confirmation", "contract.guarantees.kind", "kind-confirmation-unknown"),
        ("contract.number, ", "contract.numbr, ", "kind-fact-absent"),
        ("subject: contract", "subject: action", "kind-confirmation-of-several"),
        ("subject: contract", "subject: province", "kind-confirmation-of-several"),
    ],
)
@pytest.mark.usefixtures("pact")
def test_a_wrong_declaration_is_told(sanad: Sanad, old: str, new: str, code: str) -> None:
    edit(sanad, "kind.yaml", old, new)
    _, problems, _ = sanad.for_programs("check")
    assert code in [each["code"] for each in problems]
