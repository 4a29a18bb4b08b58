"""The files of a picture: what SVG and PNG show is the same, a palette keeps its colours, and little is loaded for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zlib
from io import BytesIO

import numpy as np
import pytest
import typst
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from generator.style import faces
from generator.style.faces import links
from generator.tree.charts.figures import read
from generator.tree.nodes import Figure, Table
from generator.tree.walk import every
from generator.writing import drawing
from generator.writing.drawing import figures, palettes, shaping
from generator.writing.drawing.canvas import Canvas
from generator.writing.drawing.lettering import Lettering, Noting
from tests.style.families import OF_DEFAULT
from tests.writing.drawing.charts import KINDS, ROOT, document, look


@pytest.mark.parametrize("kind", KINDS)
def test_svg_and_png_show_the_same_and_typst_takes_the_svg_as_it_is(kind: str, tmp_path) -> None:
    drawn = drawing.pictures(document(KINDS[kind]), look(), ("svg", "png"))
    (tmp_path / "picture.svg").write_bytes(drawn["/figure/figure-data.svg"])
    source = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")'
    shown, warnings = typst.Compiler(source, root=tmp_path).compile_with_warnings(format="png", ppi=300, input=source)

    assert not warnings and isinstance(shown, bytes)
    both = [Image.open(BytesIO(data)).convert("L") for data in (shown, drawn["/figure/figure-data.png"])]
    size = min(image.width for image in both) // 8, min(image.height for image in both) // 8
    small = [image.crop((0, 0, size[0] * 8, size[1] * 8)).reduce(8) for image in both]
    apart = ImageChops.difference(*small).tobytes()
    assert max(apart) < 48 and sum(apart) / len(apart) < 3


def paper(*colours: tuple[int, int, int]) -> np.ndarray:
    """Pixels of these colours, each in a column."""
    return np.array([[(*colour, 255) for colour in colours]] * 3, dtype=np.uint8)


def test_a_palette_keeps_named_colours_white_and_black_and_brings_shades_near() -> None:
    colours = [(255, 255, 255), (0, 0, 0), (0x1F, 0x4E, 0x5F), (0x1F, 0x4F, 0x5F), (133, 7, 201)]
    with Image.open(BytesIO(palettes.png(paper(*colours), {"1f4e5f"}, 300))) as image:
        assert image.mode == "P"
        shown = [image.convert("RGB").getpixel((at, 1)) for at in range(len(colours))]

    assert shown[:3] == colours[:3]
    assert shown[3] != colours[3]
    assert all(abs(one - other) < 8 for pair in zip(shown, colours, strict=True) for one, other in zip(*pair, strict=True))


def test_a_png_is_packed_by_python_which_gives_the_same_bytes_on_other_processors() -> None:
    data = palettes.png(paper((255, 255, 255), (0, 0, 0)), (), 300)
    with Image.open(BytesIO(data)) as image:
        assert image.size == (2, 3) and image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        image.verify()

    packed = zlib.compress(b"\0\1\0" * 3, 4)
    assert len(packed).to_bytes(4) + b"IDAT" + packed in data


def test_a_picture_of_very_many_shades_still_has_a_palette_with_its_named_colours() -> None:
    many = [(red, green, blue) for red in range(0, 256, 15) for green in range(0, 256, 15) for blue in range(0, 256, 15)]
    with Image.open(BytesIO(palettes.png(paper(*many), {"2d2d1e"}, 300))) as image:
        shown = [image.convert("RGB").getpixel((at, 0)) for at in range(len(many))]

    assert image.mode == "P" and len(set(shown)) <= 256
    for kept in ((0, 0, 0), (0x2D, 0x2D, 0x1E), (255, 255, 255)):
        assert shown[many.index(kept)] == kept


@pytest.mark.parametrize("character", "Aآ۵«≤")
@pytest.mark.parametrize("bold", [False, True])
def test_an_outline_is_that_of_the_first_face_that_has_the_character(character: str, bold: bool) -> None:
    files = [file for family in OF_DEFAULT if (file := faces.require(OF_DEFAULT)[family.name].file(bold))]
    ((glyph,),) = shaping.lines([f"\N{LEFT-TO-RIGHT ISOLATE}{character}"], files, bold=bold)
    face = next(font for font in map(TTFont, files) if ord(character) in font.getBestCmap())
    outlines, em = face.getGlyphSet(), face["head"].unitsPerEm
    pen = ControlBoundsPen(outlines)
    outlines[face.getBestCmap()[ord(character)]].draw(pen)
    xs = [x for _, points in glyph.outline.steps for x in points[::2]]
    ys = [-y for _, points in glyph.outline.steps for y in points[1::2]]

    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx([bound / em for bound in pen.bounds], abs=2e-3)


def test_a_comparison_says_the_same_between_persian_letters_as_between_latin() -> None:
    def shown(text: str) -> set[object]:
        outlines = [glyph.outline.steps for glyph in Lettering(look()).path(text).glyphs if glyph.outline.steps]
        return {outlines[len(outlines) // 2]}

    assert shown("ب ≥ ب") == shown("x ≤ x")
    assert shown("ب ≤ ب") == shown("x ≥ x")
    assert shown("x ≥ x") != shown("x ≤ x")


def test_what_could_be_read_as_source_is_drawn_as_text() -> None:
    (*glyphs,) = (glyph for glyph in Lettering(look()).path('a"#b\\u{41}').glyphs if glyph.outline.steps)

    assert len(glyphs) == 10


def test_lines_asked_for_at_once_are_those_asked_for_one_by_one() -> None:
    texts = ["سلام (abc) ۱۲٪", "", "  ", "۱۲", 'm₂ ≥ 3 "است"', "سلام"]
    files = [file for face in faces.require(OF_DEFAULT).values() if (file := face.file(False))]

    def drawn(*several: str) -> list[list[tuple[object, ...]]]:
        lines = shaping.lines(several, files, bold=False)
        return [[(glyph.outline.steps, glyph.x, glyph.y) for glyph in line] for line in lines]

    assert drawn(*texts) == [line for text in texts for line in drawn(text)]
    assert [bool(line) for line in drawn(*texts)] == [True, False, False, True, True, True]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_notes_the_texts_of_a_picture_notes_all_that_are_drawn(kind: str) -> None:
    made = document(KINDS[kind])
    noting = Noting(look())
    figure, table = (next(node for node in every(made) if isinstance(node, wanted)) for wanted in (Figure, Table))
    chart, _ = read(figure, table)
    figures.DRAWERS[kind](chart, Canvas(400, look(), noting, 700, measuring=True))
    drawn = Canvas(400, look(), Lettering(look()), 700)
    height = figures.DRAWERS[kind](chart, drawn)

    assert {shape.text for shape in drawn.picture(height).shapes} - {""} <= {text for text, _ in noting.noted}
    assert not Canvas(400, look(), noting, 700, measuring=True).picture(height).shapes


def test_a_face_that_was_copied_as_on_windows_is_the_same_face(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANAD_CACHE", str(tmp_path))
    monkeypatch.setattr(links, "_link", shutil.copyfile)
    alone = faces.require(OF_DEFAULT)["Liberation Serif"].regular
    assert alone is not None
    shaping._compiler.cache_clear()
    drawn = shaping.lines(["abc"], [alone], bold=False)
    shaping._compiler.cache_clear()

    assert not any(file.is_symlink() for file in tmp_path.rglob("*"))
    assert [glyph.outline.steps for glyph in drawn[0] if glyph.outline.steps]


def test_svg_and_faults_load_no_numbers_and_png_loads_nothing_of_matplotlib_but_what_draws() -> None:
    program = (
        "import sys; from generator.writing import drawing\n"
        "from tests.writing.drawing.charts import KINDS, document, look\n"
        "made = document(KINDS['bars']); drawing.faults(made, look()); drawing.pictures(made, look(), ('svg',))\n"
        "print({'numpy', 'matplotlib', 'PIL'} & sys.modules.keys())\n"
        "drawing.pictures(made, look(), ('png',))\n"
        "print(*(name for name in sys.modules if name.startswith('matplotlib')))\n"
        "import matplotlib.backends.backend_agg as whole\n"
        "print(whole.RendererAgg.__name__, drawing.pictures(made, look(), ('png',)).keys())"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True, timeout=120)

    assert done.stdout.split("\n")[:3] == [
        "set()",
        "matplotlib.backends._backend_agg",
        "RendererAgg dict_keys(['/figure/figure-data.png'])",
    ]
