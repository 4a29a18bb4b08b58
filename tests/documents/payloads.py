"""A hundred texts that would do something if anybody took them for more than text, and a project that carries them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FIELDS = {
    "contract.yaml": ("instalments", 0, "deliverable"),
    "plan.yaml": ("actions", 0, "remarks"),
    "participatory.yaml": ("foreword",),
    "evaluations/1404-h1.yaml": ("conclusion",),
    "evaluations/1404-h2.yaml": ("conclusion",),
}
"""The records that carry them, each in one field that its documents print."""

_ADDRESSES = ("file://{secret}", "file:///etc/passwd", "http://127.0.0.1:{port}/{at}", "//127.0.0.1:{port}/{at}", "{secret}")
_WITH_ADDRESS = (
    '<img src="{address}">',
    "<link rel=stylesheet href={address}>",
    '<script src="{address}"></script>',
    "<object data='{address}'></object>",
    '<iframe src="{address}"/>',
    '<svg><image href="{address}"/></svg>',
    "@import url({address});",
    "</style><style>@font-face{{font-family:x;src:url({address})}}",
    "background:url({address})",
    '<?xml-stylesheet href="{address}"?>',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "{address}">]>&b;',
    "INCLUDETEXT {address}",
    'INCLUDEPICTURE "{address}"',
)
_PLAIN = (
    "{{ 7 * 7 }}",
    "{{ config.items() }}",
    "{% include 'contract/document.html.j2' %}",
    "{% for a in range(99999) %}x{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "{# comment #}",
    "{0} {name} %s %(name)s %n %x",
    "${jndi:ldap://127.0.0.1/a}",
    "=1+1",
    "=HYPERLINK(x)",
    "+cmd|calc!A0",
    "@SUM(1+1)",
    "DDEAUTO cmd.exe calc",
    "HYPERLINK javascript:alert(1)",
    "</w:t></w:r><w:r><w:t>x",
    "<w:br/>",
    "]]><![CDATA[x",
    "<!-- comment -->",
    "&amp; &lt;b&gt; &#65; &nbsp;",
    "<b>bold</b>",
    "</p></section></document>",
    "<page-break/>",
    '" onload="alert(1)',
    "' or 1=1 --",
    "javascript:alert(1)",
    "expression(alert(1))",
    "\\input{{x}} \\write18{{id}}",
    "$(touch x) `id` ; rm -rf x",
    "../../../../outside",
    "%PDF-1.7 endobj endstream",
    "(text) Tj ET Q",
    "/JavaScript /Launch /URI",
    "a\u200eb\u200fc LRM and RLM",
    "نیم\u200cفاصله half",
    "[link](http://example.invalid) **bold**",
)


def payloads(port: int, secret: Path) -> list[str]:
    """A hundred of them; each begins with a word of its own."""
    texts = [text.format(address=address) for address in _ADDRESSES for text in _WITH_ADDRESS]
    texts += [text.replace("{{id}}", "{id}").replace("{{x}}", "{x}") for text in _PLAIN]
    filled = (text.replace("{port}", str(port)).replace("{secret}", str(secret)).replace("{at}", "asked") for text in texts)
    return [f"payload{letters(at)} {text}" for at, text in enumerate(filled)]


def letters(number: int) -> str:
    """A number in letters, which no document writes in other digits."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")


def plant(folder: Path, texts: list[str]) -> None:
    """Write the texts into one field of each record of a neighbourhood."""
    for name, path in FIELDS.items():
        file = folder / name
        record: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        holder = record
        for step in path[:-1]:
            holder = holder[step]
        # Paragraphs, as of a long text; where only one can stand, a break is a space.
        holder[path[-1]] = "\n\n".join(f"متن {text}" for text in texts)
        file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")


def words(text: str) -> Iterator[str]:
    """What must be printed of a text whatever the typography: its words of Latin letters."""
    word = ""
    for character in f"{text} ":
        if character.isascii() and character.isalpha():
            word += character
        else:
            if len(word) > 2:
                yield word
            word = ""
