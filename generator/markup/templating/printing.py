"""What a value is on paper, in text and inside a tag; what is no text is refused."""

from __future__ import annotations

from decimal import Decimal

from jinja2 import Undefined
from markupsafe import Markup, escape

from generator import persian
from generator.markup.templating import faults
from generator.markup.templating.faults import TemplateFault
from generator.markup.templating.line_markers import unmarked
from generator.markup.templating.missing import blank, is_missing

DATES = (persian.JalaliDate, persian.JalaliMonth, persian.Year, persian.Half, persian.Quarter)


def printed(value: object) -> str:
    """Text, a whole number, a decimal or a date as text; a fact not yet known as a blank; anything else is refused."""
    if isinstance(value, str):
        return value
    if isinstance(value, Undefined):
        raise faults.undefined(value)
    if value is None:
        raise TemplateFault("template-prints-none")
    if type(value) is int:
        return str(value)
    if isinstance(value, Decimal):
        return persian.decimal_text(value).replace("٬", "")
    if is_missing(value):
        return blank(value.prompt)
    if isinstance(value, DATES):
        return str(value)
    raise TemplateFault("template-prints-object", kind=type(value).__name__)


def attribute_text(value: object) -> Markup:
    """Return a value inside a tag: text only, never a blank or another element."""
    text = printed(value)
    if isinstance(text, Markup):
        bare = unmarked(text)
        if "<" in bare:
            raise TemplateFault("template-element-in-attribute")
        return Markup(bare.replace('"', "&#34;").replace("'", "&#39;"))
    return escape(text)
