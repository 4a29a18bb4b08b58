"""The parts that give papers their look: cover, first page, colours of axes, schedule, lines of a signer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build.subjects import find
from generator.markup import reader
from generator.style import looks
from generator.tree.nodes import Blank, Cell, Document, Map, Paragraph, Signatures, Table
from generator.tree.walk import every, plain_text
from tests import plans
from tests.markup.templating.conftest import Desk, reading_all

TEMPLATES = Path(__file__).parents[2] / "templates" / "fa"
BEGIN, END = '<document title="سند" cover="yes"><section page="portrait">', "</section></document>"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The parts of the project, and templates that use them."""
    folder = tmp_path_factory.mktemp("parts")
    shutil.copytree(TEMPLATES / "_parts", folder / "_parts")
    return Desk(folder)


@pytest.fixture(scope="module")
def context() -> dict[str, object]:
    """What an action plan sees."""
    project = plans.project()
    assert project.workspace is not None
    kind = reading_all(next(kind for kind in project.kinds if kind.id == "action-plan"))
    found = find(kind, project.workspace, with_samples=True)
    return next(subject for subject in found if subject.place == "z3-golshahr").context()


def read(desk: Desk, text: str, context: dict[str, object]) -> Document:
    """The tree of a template of one section."""
    look = looks.load(TEMPLATES).value
    assert look is not None
    made = reader.read(desk.render(BEGIN + text + END, **context), desk.folder / "kind/document.html.j2", "portrait", look)
    assert made.value is not None, made.problems
    return made.value


def cells(document: Document, key: str) -> list[Cell]:
    table = next(node for node in every(document) if isinstance(node, Table) and node.key == key)
    return [cell for row in table.body for cell in row.cells]


def said(node: object) -> str:
    return " ".join(plain_text(each.children) for each in every(node) if isinstance(each, Paragraph))


COVER = """{% from "_parts/cover.html.j2" import cover with context %}{% from "_parts/pictures.html.j2" import cover_map %}
{% call cover('برنامه', ['محله', ''], [('شماره', '۱'), ('تاریخ', '۲'), ('وضعیت', '۳')]) %}{{ MAP }}{% endcall %}"""


@pytest.mark.parametrize(("given", "across"), [("cover_map(dossier.map, neighbourhood)", [2, 1]), ("''", [1, 1, 1])])
def test_a_cover_has_its_title_on_a_band_and_its_facts_side_by_side_where_there_is_a_map(
    desk: Desk, context: dict[str, object], given: str, across: list[int]
) -> None:
    document = read(desk, COVER.replace("MAP", given), context)
    (band,) = cells(document, "cover-title")
    facts = next(node for node in every(document) if isinstance(node, Table) and node.key == "cover-facts")

    assert band.tone == "band" and said(band) == "برنامه محله"
    assert [len(row.cells) // 2 for row in facts.body] == across
    assert said(facts) == "شماره ۱ تاریخ ۲ وضعیت ۳"
    assert any(isinstance(node, Map) for node in every(document)) == (len(across) == 2)


def test_large_numbers_have_their_unit_and_what_they_count(desk: Desk, context: dict[str, object]) -> None:
    figures = '[("۲۶", "اقدام", "در سه محور"), ("۶۲٪", "", "پیشرفت")]'
    text = '{% from "_parts/story.html.j2" import key_figures %}{{ key_figures(' + figures + ") }}"
    found = cells(read(desk, text, context), "key-figures")
    assert [said(cell) for cell in found] == ["۲۶ اقدام در سه محور", "۶۲٪ پیشرفت"]
    assert {cell.tone for cell in found} == {"key"}


def test_each_axis_has_a_tone_of_its_own(desk: Desk, context: dict[str, object]) -> None:
    cell = '<td tone="{{ axis_tone(axis) }}">{{ axis }}</td>'
    text = '{% from "_parts/naming.html.j2" import axis_tone %}<table key="axes"><tbody><tr>'
    text += "{% for axis in ['اجتماعی', 'اقتصادی', 'محیطی'] %}" + cell + "{% endfor %}</tr></tbody></table>"
    tones = [cell.tone for cell in cells(read(desk, text, context), "axes")]
    assert tones == ["axis-social", "axis-economic", "axis-environmental"]


def test_the_filled_cells_of_a_schedule_say_when_an_action_begins_and_ends(desk: Desk, context: dict[str, object]) -> None:
    text = '{% from "_parts/schedule.html.j2" import schedule_table %}{{ schedule_table(schedule) }}'
    table = next(node for node in every(read(desk, text, context)) if isinstance(node, Table))
    for row in table.body:
        filled = [said(cell) for cell in row.cells if cell.tone == "bar"]
        assert all(filled) and set(filled[1:-1]) <= {"■"}
        assert not any(said(cell) for cell in row.cells[3:] if cell.tone != "bar")
        assert "■" not in (filled[0], filled[-1])


def test_a_signer_has_lines_for_name_post_date_and_seal(desk: Desk, context: dict[str, object]) -> None:
    text = '{% from "_parts/signing.html.j2" import labelled_signer %}<p>متن</p>'
    text += "<signatures>{{ labelled_signer('مجری', post='مدیرعامل') }}</signatures>"
    (block,) = (node for node in every(read(desk, text, context)) if isinstance(node, Signatures))
    (signer,) = block.signers
    assert plain_text(signer.name) == "نام و نام خانوادگی: نام و نام خانوادگی"
    assert plain_text(signer.post) == "سمت: مدیرعامل تاریخ: تاریخ امضا امضا و مهر:"
    assert [node.prompt for node in every(block) if isinstance(node, Blank)] == ["نام و نام خانوادگی", "تاریخ امضا"]
