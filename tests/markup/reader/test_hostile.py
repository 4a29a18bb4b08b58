"""Whatever a template makes, the reader answers with a document or with problems that have places; it never fails."""

from __future__ import annotations

import random

import pytest

from generator.markup import reader
from generator.tree import passes
from tests.markup.reader.texts import LOOK, TEMPLATE

GOOD = (
    '<document title="سند" cover="yes"><furniture><footer>صفحه <page/> از <pages/></footer><initial>مجری</initial></furniture>'
    '<section page="landscape"><letterhead><organisation>استانداری</organisation><field label="تاریخ">۱</field></letterhead>'
    '<h1 key="a">کلیات NGO-2</h1><p role="lead" align="end">متن <b>مهم</b><br/><ref to="a"/> تلفن 051-38456789</p>'
    '<article key="b" title="مبلغ"><clause>الف<blank prompt="نام" width="9"/></clause><note>ب</note></article>'
    '<ol marker="letters"><li key="c">یک</li><li><p>دو</p></li></ol><page-break/>'
    '<table key="t" role="dense" keep="yes"><caption>جدول</caption><columns><column share="300"/><column/></columns>'
    '<thead><tr><th>الف</th><th>ب</th></tr></thead><tbody><tr key="r"><td rowspan="2" tone="bar" label="پر"/><td>د</td></tr>'
    '<tr><td align="end"/></tr></tbody><tfoot><tr><td colspan="2">ه</td></tr></tfoot></table>'
    '<keep><signatures columns="2"><signer capacity="کارفرما"><name>ز</name><post>ح</post></signer></signatures></keep>'
    "</section></document>"
)
PIECES = [
    *("<", ">", "/", "&", '"', "=", " ", "\n", "۵", "x", "\x00", "\u202e", "]]>", "<![CDATA[", "<!--", "<?at x y z?>"),
    *("<p>", "</p>", "<tr>", "</td>", "<td colspan='3'>", "<b/>", "<section>", "&amp;", "&#0;", "&#x202e;", "<x:y/>"),
]


def advance(text: str, _faces: object, size: float, _bold: bool) -> float:
    return len(text) * size / 2


def damaged(chance: random.Random) -> str:
    text = GOOD
    for _ in range(chance.randint(1, 4)):
        at, until = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        match chance.randrange(4):
            case 0:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[min(until, at + 12) :]
            case 2:
                text = text[:at] + text[at:until] * 2 + text[until:]
            case _:
                text = text[:at] + chance.choice(PIECES) + text[at + 1 :]
    return text


def test_the_undamaged_document_is_read() -> None:
    document, problems = reader.read(GOOD, TEMPLATE, "portrait", LOOK)
    assert document is not None
    assert not problems


@pytest.mark.parametrize("seed", range(8))
def test_damaged_markup_is_read_or_told(seed: int) -> None:
    chance = random.Random(seed)
    told = 0
    for _ in range(150):
        text = damaged(chance)
        document, problems = reader.read(text, TEMPLATE, "portrait", LOOK)
        assert (document is None) == bool(problems), text
        assert all(found.place is not None and found.message for found in problems), text
        told += bool(problems)
        if document is not None:
            passes.finish(document, LOOK, advance)
    assert told > 100
