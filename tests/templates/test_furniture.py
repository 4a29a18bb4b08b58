"""What an office expects around the text: classification, emblem, cover with its line of approval, page of approvals."""

from __future__ import annotations

import dataclasses
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image

from generator.build import subjects
from generator.build.document import DocumentBuilder
from generator.model.fields import CLASSES
from generator.persian import JalaliDate
from generator.problems.errors import TemplateError
from generator.tree.nodes import Blank, Letterhead, Paragraph, Reference, Signatures, Table
from generator.tree.walk import plain_text, walk

PLACE = "z3-golshahr"
AWAITING = "z7-torogh"
WITH_COVER = ("action-plan", "participatory-document", "evaluation-report")
RECORD_OF = {"contract": "contract", "action-plan": "plan", "participatory-document": "participatory"}


def _changed(subject, **records):
    """A subject whose dossier has some of its records changed: name of the record, then its changes."""
    dossier = subject.dossier
    made = {name: getattr(dossier, name).model_copy(update=changes) for name, changes in records.items()}
    return dataclasses.replace(subject, dossier=dossier.model_copy(update=made))


def _nodes(document, kind):
    return [visit.node for visit in walk(document) if isinstance(visit.node, kind)]


def _cover(document):
    """The texts of a cover: title, lines and facts; blanks as their prompts in brackets."""
    tables = [each for each in _nodes(document, Table) if each.key in ("cover-title", "cover-facts")]
    facts = [_text(node) for each in tables for node in _nodes(each, Paragraph)]
    return facts or [_text(node) for node in _nodes(document, Paragraph) if node.role.startswith("cover-")]


def _text(node):
    parts = [f"[{each.prompt}]" if isinstance(each, Blank) else plain_text((each,)) for each in node.children]
    return "".join(parts)


@pytest.mark.parametrize("kind", RECORD_OF)
@pytest.mark.parametrize("given", CLASSES[1:])
def test_a_classified_record_marks_its_document(kind, given, builder, subject_of) -> None:
    subject = _changed(subject_of(kind, PLACE), **{RECORD_OF[kind]: {"classification": given}})
    document, _ = builder.tree(subject)

    assert document.furniture.marks[0] == given
    printed = [
        plain_text(field.value) for each in _nodes(document, Letterhead) for field in each.fields if "طبقه" in field.label
    ]
    printed += [line for line in _cover(document) if line.startswith("طبقه‌بندی: ")]
    assert [line.removeprefix("طبقه‌بندی: ") for line in printed] == [given]


@pytest.mark.parametrize("kind", RECORD_OF)
def test_nothing_is_said_of_a_document_that_everybody_may_see(kind, tree) -> None:
    document = tree(kind, PLACE)
    assert document.furniture.marks == ("نمونه", "پیش‌نویس")
    assert not [field for each in _nodes(document, Letterhead) for field in each.fields if field.label == "طبقه‌بندی"]
    assert not [line for line in _cover(document) if "طبقه‌بندی" in line]


def test_the_strictest_of_the_records_that_a_kind_reads_counts(subject_of, project) -> None:
    subject = subject_of("action-plan", PLACE)
    assert _changed(subject, needs={"classification": "محرمانه"}, plan={"classification": "سری"}).classification == "سری"
    assert subject.dossier.contract is None
    dossier = project.workspace.dossier(PLACE)
    secret = dossier.contract.model_copy(update={"classification": "سری"})
    first, second = dossier.evaluations
    kept = second.model_copy(update={"classification": "محرمانه"})
    changed = dossier.model_copy(update={"contract": secret, "evaluations": (first, kept)})
    workspace = project.workspace.model_copy(update={"dossiers": (changed,)})
    kinds = [kind for kind in project.kinds if kind.id not in ("agency-sheet", "notification") and not kind.of_province]
    classes = {(kind.id, each.id): each.classification for kind in kinds for each in subjects.find(kind, workspace)}
    assert classes == {
        ("contract", ""): "سری",
        ("contract-review", ""): "سری",
        ("action-plan", ""): "عادی",
        # It prints the last measured values.
        ("participatory-document", ""): "محرمانه",
        ("residents-leaflet", ""): "عادی",
        ("residents-poster", ""): "عادی",
        ("residents-invitation", "residents-1405"): "عادی",
        ("local-minutes", "residents-1405"): "عادی",
        ("local-minutes", "review"): "عادی",
        ("evaluation-report", "1404-h1"): "سری",
        ("evaluation-report", "1404-h2"): "سری",
    }


def _with_emblem(subject, name):
    employer = subject.dossier.contract.employer.model_copy(update={"name": "استانداری خراسان رضوی"})
    subject = _changed(subject, contract={"employer": employer})
    secretariat = subject.catalogue.secretariat.model_copy(update={"emblem": name})
    return dataclasses.replace(subject, catalogue=subject.catalogue.model_copy(update={"secretariat": secretariat}))


@pytest.fixture
def emblem_builder(builder, tmp_path) -> DocumentBuilder:
    """A builder whose folder of pictures holds one, and one lies outside of it."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for file in (folder / "emblem.png", tmp_path / "outside.png"):
        Image.new("RGB", (240, 180), "#204060").save(file)
    return DocumentBuilder(builder.templates, builder.style, pictures=folder)


def test_an_emblem_stands_in_the_letterhead_of_both_formats(emblem_builder, subject_of) -> None:
    subject = _with_emblem(subject_of("contract", AWAITING), "emblem.png")
    done = emblem_builder.build(subject, ("docx", "pdf"), final=False)

    assert [found.code for found in done.problems if found.severity.name == "ERROR"] == []
    files = {path.suffix: data for path, data in done.files}
    with pikepdf.open(BytesIO(files[".pdf"])) as file:
        (picture,) = (each for each in file.pages[0].get_images().values())
        assert (int(picture.Width), int(picture.Height)) == (240, 180)
        assert not picture.get("/Interpolate", False)
        (figure,) = (each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure")
        assert str(figure.Alt) == "نشان سربرگ: " + "، ".join(subject.catalogue.secretariat.organisation)
    package = _parts(files[".docx"])
    assert (
        f'descr="نشان سربرگ: {"، ".join(subject.catalogue.secretariat.organisation)}"' in package["word/document.xml"].decode()
    )
    assert [name for name in package if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_a_letterhead_without_an_emblem_shows_none(tree) -> None:
    assert [each.emblem for kind in ("contract", "action-plan") for each in _nodes(tree(kind, PLACE), Letterhead)] == ["", ""]


def test_the_emblem_of_the_secretariat_stands_over_no_other_name(emblem_builder, subject_of) -> None:
    subject = _with_emblem(subject_of("contract", PLACE), "emblem.png")
    employer = subject.dossier.contract.employer.model_copy(update={"name": "شهرداری مشهد"})
    document, _ = emblem_builder.tree(_changed(subject, contract={"employer": employer}))
    assert [each.emblem for each in _nodes(document, Letterhead)] == [""]


@pytest.mark.parametrize("formats", [("docx",), ("pdf",)])
@pytest.mark.parametrize(
    ("name", "code"),
    [("../outside.png", "picture-outside"), ("none.png", "picture-missing"), ("webp.png", "picture-format")],
)
def test_a_picture_that_cannot_be_shown_is_refused_at_the_template_in_each_format(
    name, code, formats, emblem_builder, subject_of
) -> None:
    Image.new("RGB", (8, 8)).save(emblem_builder.pictures / "webp.png", "WEBP")
    done = emblem_builder.build(_with_emblem(subject_of("contract", PLACE), name), formats, final=False)
    assert done.files == ()
    assert done.exit_code == TemplateError([]).exit_code
    assert [found.code for found in done.problems] == [code, "not-built"]
    place = done.problems[0].place
    assert "<letterhead" in place.file.read_text(encoding="utf-8").splitlines()[place.line - 1][place.column - 1 :]


def test_a_turned_picture_is_the_same_in_both_formats(emblem_builder, subject_of) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (60, 40), "#204060").save(emblem_builder.pictures / "turned.jpg", exif=exif)
    done = emblem_builder.build(_with_emblem(subject_of("contract", PLACE), "turned.jpg"), ("docx", "pdf"), final=False)
    files = {path.suffix: data for path, data in done.files}
    with pikepdf.open(BytesIO(files[".pdf"])) as file:
        (picture,) = file.pages[0].get_images().values()
        assert (int(picture.Width), int(picture.Height)) == (40, 60)
        assert picture.read_raw_bytes() == _parts(files[".docx"])["word/media/image1.jpg"]


@pytest.mark.parametrize("kind", WITH_COVER)
def test_a_cover_has_title_neighbourhood_programme_date_and_a_line_of_approval(kind, tree, project) -> None:
    title, *lines = _cover(tree(kind, PLACE))
    said = " | ".join((title, *lines))
    assert title
    assert "محلهٔ گلشهر" in said
    assert project.workspace.catalogue.programme.title in said
    assert "۱۴۰" in said
    assert [line for line in lines if line.startswith("مصوب ")]
    (awaited,) = (line for line in _cover(tree(kind, AWAITING)) if line.startswith(("مصوب ", "برای طرح در ")))
    assert awaited.startswith("برای طرح در ") or awaited.count("[") == 2


@pytest.mark.parametrize(("kind", "about"), [("action-plan", "برنامه اقدام"), ("participatory-document", "سند مشارکتی")])
def test_the_line_of_approval_is_that_of_the_last_decision_about_the_document(kind, about, builder, subject_of) -> None:
    subject = subject_of(kind, PLACE)
    approvals = subject.dossier.approvals.approvals
    given = [
        approvals[0].model_copy(update={"id": f"d{n}", "about": about, "number": f"۱۲{n}", "date": JalaliDate(1404, 5, n)})
        for n in (1, 2)
    ]
    document, _ = builder.tree(_changed(subject, approvals={"approvals": (*approvals[:1], *given)}))
    line = "مصوب ستاد بازآفرینی پایدار محلات هدف استان به شمارهٔ ۱۲۲ مورخ ۱۴۰۴/۰۵/۰۲"
    assert line in _cover(document)


@pytest.mark.parametrize("kind", ["action-plan", "participatory-document"])
@pytest.mark.parametrize("known", [True, False])
def test_the_page_of_approvals_has_a_place_to_sign_for_every_body(kind, known, builder, subject_of) -> None:
    subject = subject_of(kind, PLACE)
    if not known:
        subject = dataclasses.replace(subject, dossier=subject.dossier.model_copy(update={"approvals": None}))
    document, _ = builder.tree(subject)
    (table,) = (each for each in _nodes(document, Table) if each.key == "approvals")
    heads = [plain_text(node.children) for node in _nodes(table.head[0], Paragraph)]
    assert heads == ["ردیف", "مرجع تصویب", "موضوع", "شماره", "تاریخ", "نام، امضا و مهر"]
    # Every approval that has been given has a row, and each that the document needs.
    given = len(subject.dossier.approvals.approvals) if known else 0
    assert len(table.body) == (given or {"action-plan": 2, "participatory-document": 1}[kind])
    for row in table.body:
        prompts = [each.prompt for each in _nodes(row.cells[-1], Blank)]
        assert prompts == ["نام و نام خانوادگی", "امضا و مهر"]
    assert _nodes(document, Signatures)


def _parts(data: bytes) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("kind", ["contract", "action-plan", "participatory-document", "evaluation-report"])
@pytest.mark.parametrize("place", [PLACE, AWAITING])
def test_no_reference_repeats_the_word_before_it(kind, place, tree) -> None:
    for paragraph in _nodes(tree(kind, place), Paragraph):
        for before, reference in pairwise(paragraph.children):
            if isinstance(reference, Reference):
                assert plain_text((before,)).split()[-1:] != plain_text((reference,)).split()[:1], _text(paragraph)


@pytest.mark.parametrize("kind", ["action-plan", "evaluation-report", "residents-leaflet"])
def test_no_large_figure_stands_in_a_narrow_column(kind, tree) -> None:
    (figures,) = [table for table in _nodes(tree(kind, PLACE), Table) if table.role == "figures"]
    shares = [column.share for column in figures.columns]
    assert len(shares) > 1 and min(shares) * len(shares) > 900
