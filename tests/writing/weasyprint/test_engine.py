"""What WeasyPrint lays out of a page of HTML, and what it refuses."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.problems.errors import MachineError, TemplateError
from generator.writing.weasyprint import html, writer
from tests.writing import trees
from tests.writing.pdf.opened import PNG
from tests.writing.word.opened import LOOK


def test_a_wider_line_never_takes_more_lines() -> None:
    """WeasyPrint 70.0 broke after the first word where only the space before a bold or Latin stretch did not fit."""
    text = "در روزنامه رسمی صاحب <b>امضای مجاز</b> است، به نشانی <bdi>UN-Habitat</bdi> <span>..........</span>"
    widths = [40 + step / 4 for step in range(400)]
    ruled = "".join(f'<p id="p{n}" style="width:{width}px">{text}</p>' for n, width in enumerate(widths))
    face = LOOK.stack("body").faces[0]
    css = f'<style>@page {{ size: 20cm 500cm }} p {{ margin: 0; font: 10px/10px "{face}" }} b, bdi {{ line-height: 0 }}</style>'
    layout, *_ = writer.engine(LOOK.families()).lay_out(f'<html lang="fa" dir="rtl">{css}{ruled}</html>', {})
    anchors = [layout.pages[0].anchors[f"p{n}"] for n in range(len(widths))]
    heights = [round((bottom - top) / 10) for _, top, _, bottom in anchors]
    assert heights[0] > heights[-1]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="file:///etc/hostname">',
        '<img src="http://127.0.0.1:9/x.png">',
        '<img src="https://example.invalid/x.png">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="../x.png">',
        '<img src="sanad-asset:///known.png/../../x">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        "<style>p { background: url(file:///etc/hostname) }</style><p>متن</p>",
        '<style>@import "http://127.0.0.1:9/x.css"; p { color: red }</style><p>متن</p>',
        '<link rel="attachment" href="file:///etc/hostname">',
    ],
)
def test_every_other_address_is_refused(html: str) -> None:
    with pytest.raises(TemplateError) as caught:
        writer.engine(LOOK.families()).lay_out(html, {"known.png": PNG})
    assert [found.code for found in caught.value.problems] == ["asset-refused"]


def test_a_warning_of_the_layout_engine_fails_the_run() -> None:
    engine = writer.engine(LOOK.families())
    with pytest.raises(MachineError) as caught:
        engine.lay_out('<html lang="fa"><p style="unicode-bidi: embed">متن</p><a href="#nowhere">پیوند</a></html>', {})
    said = [found.message for found in caught.value.problems]
    assert [found.code for found in caught.value.problems] == ["pdf-warning"] * 2
    assert "unicode-bidi" in said[0]
    assert "nowhere" in said[1]
    assert engine.lay_out('<html lang="fa"><p>متن</p></html>', {})[1].startswith(b"%PDF")


def test_what_is_said_of_it_changes_nothing_on_paper(tmp_path: Path) -> None:
    document = trees.rich()
    document = replace(document, furniture=replace(document.furniture, marks=()))
    data = writer.write(document, LOOK).data
    _, plain, _ = writer.engine(LOOK.families()).lay_out(html.compose(document, LOOK).html, {})
    pictures = []
    for name, file in (("plain", plain), ("archive", data)):
        (tmp_path / f"{name}.pdf").write_bytes(file)
        command = ["pdftoppm", "-r", "40", "-gray", str(tmp_path / f"{name}.pdf")]
        pictures.append(subprocess.run(command, check=True, capture_output=True).stdout)
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) > 100_000
