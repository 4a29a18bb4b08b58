"""Pictures from files and maps of a neighbourhood on paper: in each format, in words too, of a file nothing but its pixels."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.inspection import inspect
from generator.problems.errors import TemplateError
from generator.reading.picture_files import MOST_PRINTED_SIDE
from generator.style import faces
from generator.tree.nodes import Document, Figure, Map, Picture
from generator.tree.walk import every, plain_text
from generator.writing.writers import ENGINES, Engine
from tests.documents.projects import PLACE, add_kind, copied, sanad
from tests.documents.texts import docx_body, folded, pdf_pages
from tests.writing.word.opened import LOOK

KIND = "title: تصویرها\norder: 900\nsubject: neighbourhood\nreads: [profile, map]\n"
PARTS = '{% from "_parts/pictures.html.j2" import photograph, map_sheet, neighbourhood_map %}'
TEMPLATE = f"""\
{PARTS}
<document title="تصویرها"><section>
<p>در <ref to="map"/> و <ref to="photo/alley"/> دیده می‌شود.</p>
{{{{ neighbourhood_map(dossier.map, neighbourhood, zone, catalogue, 'map') }}}}
{{% for each in dossier.profile.photographs %}}{{{{ photograph(each, 'photo/' ~ each.id) }}}}{{% endfor %}}
{{% for each in dossier.profile.maps %}}{{{{ map_sheet(each, 'sheet/' ~ each.id) }}}}{{% endfor %}}
</section></document>
"""
ALT = ("معبری باریک میان خانه‌های دوطبقه که جوی آب از میان آن می‌گذرد.", "زمین خالی و حصارکشی‌شده‌ای در برابر یک ردیف خانه.")
STREET = "بولوار نمونهٔ یک"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a kind that shows every picture of a neighbourhood, built with each engine."""
    root = copied(tmp_path_factory.mktemp("project"))
    add_kind(root, "pictures", KIND, TEMPLATE)
    for engine in ENGINES:
        words = ("--kind", "pictures", "--jobs", "1", "--engine", engine, "--output", str(root / engine))
        done = sanad(root, "build", PLACE, *words)
        assert done.returncode == 0, done.stderr
    return root


def built(project: Path, engine: Engine, suffix: str) -> Path:
    return project / engine / PLACE / f"pictures-draft.{suffix}"


@pytest.mark.parametrize("engine", ENGINES)
def test_each_pdf_says_of_each_picture_what_it_shows(project: Path, engine: Engine) -> None:
    file = built(project, engine, "pdf")
    with pikepdf.open(file) as pdf:
        said = [str(found["/Alt"]) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/Alt" in found]

    assert all(any(folded(alt) in folded(each) for each in said) for alt in (*ALT, STREET))
    assert inspect(file) == []


def test_word_says_so_too_and_shows_them_in_the_same_size(project: Path) -> None:
    file = built(project, "typst", "docx")
    with zipfile.ZipFile(file) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    pictures = [node for node in root.iter("{*}inline") if node.find("{*}docPr").get("name").startswith("picture")]

    assert [node.find("{*}docPr").get("descr") for node in pictures][:2] == [*ALT]
    sizes = [(int(node.find("{*}extent").get("cx")), int(node.find("{*}extent").get("cy"))) for node in pictures]
    assert [wide / high for wide, high in sizes] == pytest.approx([1.5] * 3, rel=0.01)
    assert any(STREET in node.get("descr", "") for node in root.iter("{*}docPr"))
    assert inspect(file) == []


def test_captions_are_numbered_with_the_figures_in_every_format(project: Path) -> None:
    texts = [docx_body(built(project, "typst", "docx")), *("".join(pdf_pages(built(project, each, "pdf"))) for each in ENGINES)]

    for text in texts:
        for number, caption in (("۱", "نقشهٔ محلهٔ گلشهر"), ("۲", "نقاشی نمونه به جای عکس معبر"), ("۴", "نقشهٔ پایهٔ محله")):
            assert folded(f"شکل {number}: {caption}") in folded(text)
        assert folded("در شکل ۱ و شکل ۲ دیده می‌شود") in folded(text)


# --- one tree at a time, without a file


def tree(root: Path, template: str) -> tuple[Document, DocumentBuilder]:
    """The tree of the neighbourhood's document by another template."""
    (root / "templates" / "fa" / "pictures" / "document.html.j2").write_text(template, encoding="utf-8")
    faces.activate(LOOK.families())
    found = Project.read(replace(Folders.under(root), packaged=None))
    assert found.style is not None, found.problems
    chosen = pipeline.Selection(neighbourhoods=[PLACE], kinds=["pictures"], with_samples=True)
    (subject,) = pipeline.select(found, chosen)
    builder = DocumentBuilder(found.folders.templates, found.style, pictures=found.folders.plans / "pictures")
    return builder.tree(subject)[0], builder


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A project with that kind, not built."""
    root = copied(tmp_path)
    add_kind(root, "pictures", KIND, TEMPLATE)
    (root / "plans" / "pictures").mkdir()
    return root


def shown(src: str, more: str = "") -> str:
    return (
        f'<document title="تصویر"><section>\n<picture src="{src}" alt="تصویر"{more}><caption>تصویر</caption></picture>'
        "</section></document>"
    )


def own(root: Path) -> Path:
    return root / "plans" / "neighbourhoods" / PLACE / "pictures"


def test_a_photograph_comes_upright_small_enough_and_without_its_place_and_camera(plain: Path) -> None:
    taken = Image.effect_noise((3600, 2400), 30).convert("RGB")
    data = Image.Exif()
    data[0x0112], data[0x010F] = 6, "CAMERA-OF-SOMEBODY"
    data.get_ifd(0x8825)[1] = "N"
    taken.save(own(plain) / "phone.jpg", exif=data, comment=b"SECRET")
    document, builder = tree(plain, shown("phone.jpg"))
    (content,) = builder.assets(document, ()).values()

    with Image.open(io.BytesIO(content)) as printed:
        assert printed.format == "JPEG" and max(printed.size) == MOST_PRINTED_SIDE
        assert printed.height > printed.width and not printed.getexif()
    assert not any(secret in content for secret in (b"CAMERA-OF-SOMEBODY", b"SECRET", b"Exif"))
    (node,) = [each for each in every(document) if isinstance(each, Picture)]
    assert node.high > node.wide > 0


def test_the_nearer_of_two_pictures_of_one_name_is_shown_and_another_folder_can_be_named(plain: Path) -> None:
    other = plain / "plans" / "neighbourhoods" / "z7-torogh" / "pictures"
    other.mkdir()
    for folder, side in ((own(plain), 30), (plain / "plans" / "pictures", 40), (other, 50)):
        Image.new("RGB", (side, side)).save(folder / "same.png")
    (plain / "plans" / "pictures" / "same.png").rename(plain / "plans" / "pictures" / "far.png")
    wide = {
        template: next(each.wide for each in every(tree(plain, template)[0]) if isinstance(each, Picture))
        for template in (shown("same.png"), shown("far.png"), shown("same.png", ' folder="z7-torogh"'))
    }

    assert [round(each * 150 / 72) for each in wide.values()] == [30, 40, 50]


def test_a_file_that_is_called_otherwise_than_it_is_is_shown(plain: Path) -> None:
    Image.new("RGB", (30, 20)).save(own(plain) / "really.png", "JPEG")
    (plain / "templates" / "fa" / "pictures" / "document.html.j2").write_text(shown("really.png"), encoding="utf-8")
    for engine in ENGINES:
        done = sanad(plain, "build", PLACE, "--kind", "pictures", "--jobs", "1", "--engine", engine)
        assert done.returncode == 0, done.stderr


def _bomb(file: Path) -> None:
    Image.new("1", (12_000, 12_000)).save(file)


def _cut(file: Path) -> None:
    whole = io.BytesIO()
    Image.effect_noise((200, 200), 50).save(whole, "PNG")
    file.write_bytes(whole.getvalue()[:900])


@pytest.mark.parametrize(
    ("src", "made", "code"),
    [
        ("none.png", None, "picture-missing"),
        ("../profile.yaml", None, "picture-outside"),
        ("/etc/passwd", None, "picture-outside"),
        ("http://example.org/a.png", None, "picture-name"),
        ("a.png", lambda file: file.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "picture-format"),
        ("a.png", _bomb, "picture-too-large"),
        ("a.png", _cut, "picture-unreadable"),
    ],
)
def test_a_hostile_picture_stops_the_document_at_the_line_of_its_template(
    plain: Path, src: str, made: object, code: str
) -> None:
    if callable(made):
        made(own(plain) / src)

    with pytest.raises(TemplateError) as caught:
        tree(plain, shown(src))

    assert [(found.code, found.place and found.place.line) for found in caught.value.problems] == [(code, 2)]


@pytest.mark.parametrize("folder", ["z3-golshahr/../z7-torogh", "..", "con"])
def test_no_folder_leads_out_of_the_neighbourhoods(plain: Path, folder: str) -> None:
    with pytest.raises(TemplateError) as caught:
        tree(plain, shown("alley.png", f' folder="{folder}"'))

    assert {found.code for found in caught.value.problems} <= {"picture-outside", "key-malformed"}


def test_without_a_map_the_place_of_the_zone_is_shown_and_a_sentence_says_so(plain: Path) -> None:
    (own(plain).parent / "map.geojson").unlink()
    document, _ = tree(plain, TEMPLATE)
    found = [node for node in every(document) if isinstance(node, Figure | Map)]

    assert [type(node) for node in found] == [Figure] and isinstance(found[0], Figure)
    assert found[0].kind == "zones" and "پهنهٔ گلشهر" in plain_text(found[0].caption)
    said = "".join(plain_text(node.children) for node in every(document) if hasattr(node, "children"))
    assert "هنوز نقشه‌ای در پرونده نیست" in said


def test_people_without_consent_are_named_as_left_out_and_not_shown(plain: Path) -> None:
    profile = own(plain).parent / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("people: خیر", "people: بله", 1), encoding="utf-8")
    document, _ = tree(plain, TEMPLATE.replace('<ref to="photo/alley"/>', "شکل"))

    assert [node.src for node in every(document) if isinstance(node, Picture)] == ["land.png", "base-map.png"]
    assert any("تا ثبت رضایت" in plain_text(node.children) for node in every(document) if hasattr(node, "children"))
