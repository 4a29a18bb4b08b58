"""The marks across each page as Word draws them: WordArt in the header, named as Word's own watermarks are.

ISO 29500-4, 14 (VML); the shape type is that of Word's own watermarks, a line of text stretched into a box.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.style.style import PageForm, Style
from generator.writing import watermarks
from generator.writing.word.xml import escape

_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_FORMULAS = (
    *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1"),
    *("if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5"),
)
_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    f"<v:formulas>{''.join(f'<v:f eqn={chr(34)}{formula}{chr(34)}/>' for formula in _FORMULAS)}</v:formulas>"
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_FIRST_ID = 2049
"""The number from which Word counts the shapes of headers."""


def watermark_run(marks: Sequence[str], page: PageForm, style: Style, number: int) -> str:
    """Write a run that draws the marks across the page behind its text; `number` counts the shapes of a document from 1."""
    words = watermarks.text(marks)
    band = watermarks.band(words, min(page.width, page.height), style)
    placed = {
        "position": "absolute",
        "margin-left": "0",
        "margin-top": "0",
        "width": f"{band.length:g}pt",
        "height": f"{band.size * watermarks.INK:.2f}pt",
        "rotation": str(360 - watermarks.TURN),
        "z-index": "-251658752",
        "mso-position-horizontal": "center",
        "mso-position-horizontal-relative": "page",
        "mso-position-vertical": "center",
        "mso-position-vertical-relative": "page",
    }
    look = ";".join(f"{name}:{value}" for name, value in placed.items())
    face = escape(style.stack(watermarks.ROLE).word)
    shown = escape(words)
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict {_NAMESPACES}>{_TYPE}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{_FIRST_ID + number}" type="#_x0000_t136" '
        f'alt="{shown}" style="{look}" o:allowincell="f" fillcolor="#{style.colour(watermarks.COLOUR)}" stroked="f">'
        f'<v:textpath style="font-family:&quot;{face}&quot;;font-size:1pt" string="{shown}"/>'
        '<w10:wrap anchorx="page" anchory="page"/></v:shape></w:pict></w:r>'
    )
