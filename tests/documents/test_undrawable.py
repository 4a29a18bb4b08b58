"""A character that no face has is told at the line of the datum that prints it, the same with either format and in `check`."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.build.pipeline import Selection
from generator.build.project import Folders, Project
from generator.problems.errors import Problem
from generator.writing.writers import ENGINES, Engine, Format
from tests.documents.projects import PLACE, add_kind, copied, edit, place_of

KIND = "title: آزمون\norder: 900\nsubject: neighbourhood\nrequires: [plan]\nreads: [needs, profile]\npage: portrait\n"
TEMPLATE = """\
<document title="آزمون"><furniture><header-start>سربرگ 𠀀</header-start></furniture>
<section>
<table><tbody>
{% for action in plan.actions %}
<tr><td>{{ action.title }}</td><td>{{ action.location }}</td></tr>
{% endfor %}
</tbody></table>
{{ dossier.profile.social | paragraphs }}
<p>حرف الگو: 𠀁</p>
{% for need in dossier.needs.needs[:2] %}
<p>شرح {{ need.evidence }}</p>
{% endfor %}
<p>{{ dossier.needs.needs | map(attribute='proposal') | join_and }}</p>
<p><b>{{ catalogue.programme.title }}</b> – {{ plan.actions[1].title }}</p>
</section></document>
"""


def characters(problems: list[Problem], root: Path) -> list[tuple[str, str, str, int, int]]:
    """Code, character, file, line and column of each problem of characters."""
    return [
        (
            each.code,
            each.message.split("«")[1][0],
            each.place.file.relative_to(root).as_posix(),
            each.place.line,
            each.place.column,
        )
        for each in problems
        if each.code.startswith("character") and each.place
    ]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one kind of document, and characters of no face in its data and template."""
    root = copied(tmp_path_factory.mktemp("project"))
    for kind in (root / "templates" / "fa").glob("*/kind.yaml"):
        shutil.rmtree(kind.parent)
    add_kind(root, "probe", KIND, TEMPLATE)
    folder = root / "plans" / "neighbourhoods" / PLACE
    edit(folder / "plan.yaml", "احداث یک دبستان", "احداث 漢 یک\u2003دبستان UN 12 m")
    edit(folder / "plan.yaml", "    location: زمین", "    location: 'زمین 漢")
    edit(folder / "plan.yaml", "از تعیین تکلیف کاربری\n", "از تعیین تکلیف کاربری'\n")
    edit(folder / "profile.yaml", "social: >-\n  پیوند", "social: >-\n  بند نخست.\n\n  بند دوم با 한 است. پیوند")
    edit(folder / "profile.yaml", "boundaries: محدوده", "boundaries: 漢 محدوده")
    edit(folder / "needs.yaml", "کارگاه آموزش و آمار مدارس محله (نمونه)", "کتابخانه 韓")
    edit(folder / "needs.yaml", "برداشت خانوار (نمونه)", "کتابخانه 韓")
    edit(folder / "needs.yaml", "proposal: احداث دبستان", "proposal: احداث 𠀂 دبستان")
    edit(folder / "needs.yaml", "proposal: شناسایی خانه", "proposal: شناسایی 𠀂 خانه")
    edit(root / "plans" / "programme.yaml", "title: ", "title: 國 ")
    return root


def alone(root: Path) -> Folders:
    """The folders of the project without the packaged kinds, which print the same data elsewhere."""
    return replace(Folders.under(root), packaged=None)


def expected(root: Path) -> set[tuple[str, str, str, int, int]]:
    """Where each character is to be told."""
    folder = root / "plans" / "neighbourhoods" / PLACE
    template = root / "templates" / "fa" / "probe" / "document.html.j2"
    places = [
        ("漢", folder / "plan.yaml", "احداث 漢"),
        ("漢", folder / "plan.yaml", "'زمین 漢"),
        ("한", folder / "profile.yaml", ">-\n  بند نخست"),
        ("國", root / "plans" / "programme.yaml", "國"),
        ("𠀀", template, "<furniture>"),
        ("𠀁", template, "<p>حرف"),
    ]
    told = {
        ("character-undrawable", sign, file.relative_to(root).as_posix(), *place_of(file, text)) for sign, file, text in places
    }
    needs = (folder / "needs.yaml").read_text(encoding="utf-8").splitlines()
    twice = [(at, line.index("کتابخانه 韓") + 1) for at, line in enumerate(needs, 1) if "کتابخانه 韓" in line]
    told |= {("character-undrawable", "韓", f"plans/neighbourhoods/{PLACE}/needs.yaml", *place) for place in twice}
    joined = place_of(template, "<p>{{ dossier.needs.needs | map")
    return told | {("character-undrawable-joined", "𠀂", "templates/fa/probe/document.html.j2", *joined)}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("formats", [("docx",), ("pdf",)])
def test_each_format_alone_tells_every_datum_at_its_line_by_either_engine(
    root: Path, formats: tuple[Format, ...], engine: Engine
) -> None:
    done = pipeline.build(alone(root), Selection(formats=formats, engine=engine), jobs=1)
    assert set(characters(done.problems, root)) == expected(root)
    assert len(characters(done.problems, root)) == len(expected(root))
    assert done.exit_code == 1
    assert done.written == []
    (joined,) = (each for each in done.problems if each.code == "character-undrawable-joined")
    assert "n01" in joined.message and "n02" in joined.message and "n03" not in joined.message
    assert "«needs.yaml:" in joined.message


def test_a_check_tells_the_same_as_a_build(root: Path) -> None:
    assert set(characters(pipeline.check(Project.read(alone(root))), root)) == expected(root)
