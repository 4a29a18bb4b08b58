"""A small contract from markup, with one of everything that has a number, and its lines as a reader sees them."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

from generator.markup import reader
from generator.style import faces
from generator.tree import passes
from generator.writing import word
from tests.writing.word.opened import LOOK, W, words

SMALL = """
<document title="قرارداد نمونه"><furniture><header-start>قرارداد نمونه، ماده ۲</header-start></furniture><section>
<article key="parties" title="طرفین">
  <clause key="parties/first">کارفرما <blank prompt="نام"/> است.</clause>
  <clause key="parties/second">مجری تعهد <ref to="payment"/> را دارد.</clause>
  <note key="parties/note">نشانی معتبر است.</note>
</article>
<article key="subject" title="موضوع">
  <clause key="subject/work"><p>کار به شرح <ref to="annex-work"/> است:</p>
    <ol marker="letters"><li key="subject/work/a">یکم؛</li><li key="subject/work/b">دوم؛</li>
      <li key="subject/work/c">سوم.</li></ol>
  </clause>
  <clause key="subject/law">بیمه برابر ماده ۳ قانون کار و <ref to="subject/work/b"/> <ref to="subject/work"/> است.</clause>
</article>
<article key="payment" title="پرداخت">
  <clause key="payment/sum">مبلغ در <ref to="table-sums"/> آمده است.</clause>
  <table key="table-sums"><caption>اقساط</caption><columns><column/><column/></columns>
    <thead><tr key="table-sums/head"><th>قسط</th><th>مبنا</th></tr></thead>
    <tbody><tr key="table-sums/one"><td>اول</td><td><ref to="subject/work"/></td></tr></tbody></table>
  <clause key="payment/late">دیرکرد برابر <ref to="payment/sum"/> است.</clause>
  <note key="payment/n1">مبلغ ثابت است.</note>
  <note key="payment/n2">استثنا در <ref to="payment/n1"/> است.</note>
</article>
<article key="end" title="پایان">
  <clause key="end/how">فسخ برابر <ref to="parties/note"/> و <ref to="payment/n2"/> و <ref to="payment"/> است.</clause>
  <clause key="end/copies">این قرارداد در چهار ماده، سه تبصره و یک پیوست تنظیم شد.</clause>
</article>
<h1 key="annex-work" numbered="no">پیوست ۱ – شرح کار</h1>
<p>کار <ref to="subject"/> به شرح <ref to="table-work"/> است.</p>
<table key="table-work"><caption>کارها</caption><columns><column/><column/></columns>
  <tbody><tr key="table-work/one"><td>یک</td><td>دو</td></tr></tbody></table>
</section></document>
"""

LINES = [
    "ماده ۱ – طرفین",
    "۱-۱- کارفرما … است.",
    "۱-۲- مجری تعهد ماده ۳ را دارد.",
    "تبصره: نشانی معتبر است.",
    "ماده ۲ – موضوع",
    "۲-۱- کار به شرح پیوست ۱ است:",
    "الف) یکم؛",
    "ب) دوم؛",
    "پ) سوم.",
    "۲-۲- بیمه برابر ماده ۳ قانون کار و مورد «ب» بند ۲-۱ است.",
    "ماده ۳ – پرداخت",
    "۳-۱- مبلغ در جدول ۱ آمده است.",
    "جدول ۱: اقساط",
    "بند ۲-۱",
    "۳-۲- دیرکرد برابر بند ۳-۱ است.",
    "تبصره ۱: مبلغ ثابت است.",
    "تبصره ۲: استثنا در تبصره ۱ ماده ۳ است.",
    "ماده ۴ – پایان",
    "۴-۱- فسخ برابر تبصره ماده ۱ و تبصره ۲ ماده ۳ و ماده ۳ است.",
    "۴-۲- این قرارداد در چهار ماده، سه تبصره و یک پیوست تنظیم شد.",
    "پیوست ۱ – شرح کار",
    "کار ماده ۲ به شرح جدول ۲ است.",
    "جدول ۲: کارها",
]
"""What has a number in it."""


@cache
def written(markup: str = SMALL) -> bytes:
    """The Word file of a document's markup."""
    read = reader.read(markup, Path("templates/fa/contract/document.html.j2"), "portrait", LOOK)
    assert read.value is not None, read.problems
    document, problems = passes.finish(read.value, LOOK, faces.advance)
    assert problems == []
    return word.write(document, LOOK).data


def body(data: bytes) -> etree._Element:
    """The document part of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def packed(data: bytes, root: etree._Element, **others: bytes) -> bytes:
    """A Word file with another document part; `others` are parts by their names without folder and ending."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, others.get(Path(name).stem, content))
    return buffer.getvalue()


def shown(paragraph: etree._Element) -> str:
    """The text of a paragraph as a reader sees it with all tracked changes accepted."""
    gone = {W + "del", W + "moveFrom"}
    parts = [
        {W + "tab": " ", W + "noBreakHyphen": "-"}.get(node.tag, node.text or "")
        for node in paragraph.iter(W + "t", W + "tab", W + "noBreakHyphen")
        if node.getparent().tag == W + "r" and not any(each.tag in gone for each in node.iterancestors())
    ]
    return " ".join(re.sub("[\u200e\u200f]", "", re.sub(r"\.{4,}", "…", "".join(parts))).replace("\u00a0", " ").split())


_LABEL = re.compile(r"^((?:ماده|پیوست) [۰-۹]+) ?[–-] ")
"""The label of an article or annex; which dash it has is not at stake here."""


def lines(data: bytes) -> list[str]:
    """Every line of the body that has a number in it."""
    found = (_LABEL.sub(r"\1 – ", shown(paragraph)) for paragraph in body(data).iter(W + "p"))
    return [line for line in found if re.search(r"[۰-۹0-9]|^تبصره|^ماده|^\S+\)|ماده،", line)]


def text(data: bytes) -> list[str]:
    """The text of every part of a file that has text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.match(r"word/(?:document|header|footer|footnotes|comments)", name)]
        return [words(etree.fromstring(archive.read(name)), marks=True) for name in names]
