"""The facts of a file that came back: by their tags, else by their bookmarks and the table, and never by trust."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.inspection import facts
from generator.inspection.package import UnreadableError
from generator.tree.nodes import (
    Blank,
    Datum,
    Document,
    Footnote,
    Furniture,
    LetterField,
    Letterhead,
    Ltr,
    Paragraph,
    Strong,
    Text,
)
from tests.writing import trees
from tests.writing.word.opened import Opened

NAME = Datum("contract.employer.name", (Blank("نام کارفرما"),))
PHONE = Datum("contract.employer.phone", (Ltr("۰۵۱-۳۸۴۵۶۷۸۹"),), "تلفن کارفرما")
AMOUNT = Datum("contract.amount", (Text("۲۳٬۵۰۰"),), "مبلغ قرارداد")
LONG = Datum("dossier.approvals.approvals.office-headquarters.number", (Text("نمونه/۱۰۱"),))


def document(*blocks: Paragraph | Letterhead) -> Document:
    return trees.document(*blocks)


def sample() -> Document:
    head = Letterhead(("سازمان",), (), (LetterField("شماره", (LONG,)),))
    note = Footnote((Text("تلفن: "), PHONE), "note")
    first = Paragraph((Text("نام: "), NAME, Text("، تلفن "), PHONE, Text("، مبلغ "), AMOUNT, Text(" ریال"), note))
    bold = Paragraph((Text("دوباره "), Datum("contract.amount", (Strong((Text("۲۳٬۵۰۰ "),)), Text("ریال")))))
    furniture = Furniture(header_end=(Text("شماره "), LONG))
    return replace(document(head, first, bold), furniture=furniture)


def changed(data: bytes, *pairs: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The file with texts of a part replaced, each as often as it stands there."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for before, after in pairs if name == part else ():
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
    return target.getvalue()


WITHOUT_TAGS = ("<w:tag ", "<w:alias ")


@pytest.mark.parametrize("tagged", [True, False])
def test_every_place_of_every_fact_is_read_by_its_path(tagged: bool) -> None:
    data = Opened(sample()).data
    found = facts.read(data if tagged else changed(data, WITHOUT_TAGS, part="word/document.xml"))

    assert found.texts == {
        "dossier.approvals.approvals.office-headquarters.number": ("نمونه/۱۰۱",),
        "contract.employer.name": ("",),
        "contract.employer.phone": ("۰۵۱-۳۸۴۵۶۷۸۹", "۰۵۱-۳۸۴۵۶۷۸۹"),
        "contract.amount": ("۲۳٬۵۰۰", "۲۳٬۵۰۰ ریال"),
    }
    assert found.lost == ()


def test_what_is_typed_into_a_blank_is_its_text() -> None:
    dots = "." * 24
    data = Opened(sample()).data
    for typed, read in (
        ("اداره کل", "اداره کل"),
        (f"اداره{dots}", "اداره"),
        ("[نام کارفرما]", ""),
        ("\u200fشهر\u00a0ما", "شهر ما"),
    ):
        assert facts.read(changed(data, (dots, typed))).texts["contract.employer.name"] == (read,)


def test_text_that_is_struck_out_by_tracked_changes_is_none() -> None:
    run = '<w:t xml:space="preserve">۲۳٬۵۰۰</w:t></w:r>'
    tracked = (
        '<w:t/></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>۲۳٬۵۰۰</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>۲۴٬۰۰۰</w:t></w:r></w:ins>'
    )
    assert facts.read(changed(Opened(sample()).data, (run, tracked))).texts["contract.amount"][0] == "۲۴٬۰۰۰"


def test_a_fact_whose_place_was_deleted_is_told() -> None:
    opened = Opened(sample())
    start = opened.parts["word/document.xml"].decode()
    gone = changed(opened.data, ('w:name="f_contract_employer_name"', 'w:name="mine"'), ("contract.employer.name", "mine"))
    assert "f_contract_employer_name" in start
    assert facts.read(gone).lost == ("contract.employer.name",)


def test_the_document_and_the_hash_of_its_records_are_read() -> None:
    made = sample()
    properties = replace(made.properties, identifier="z3-golshahr/contract", source_hash="abc")
    found = facts.read(Opened(replace(made, properties=properties)).data)
    assert (found.document, found.source) == ("z3-golshahr/contract", "abc")


def test_a_table_of_another_form_names_nothing() -> None:
    data = changed(Opened(sample()).data, WITHOUT_TAGS)
    for wrong in ("f_contract_amount=../../etc", "f_contract_amount=Contract", "c_contract_amount=contract.amount"):
        spoilt = changed(data, ("f_contract_amount=contract.amount", wrong), part="docProps/custom.xml")
        found = facts.read(spoilt)
        assert all(path.islower() and "/" not in path and not path.startswith(".") for path in found.texts)
        assert found.texts["contract.employer.phone"][0] == "۰۵۱-۳۸۴۵۶۷۸۹"


def test_more_than_a_file_may_say_is_left_out() -> None:
    endless = facts.read(changed(Opened(sample()).data, ("۲۳٬۵۰۰", "۹" * 50_000))).texts["contract.amount"]
    many = document(*(Paragraph((Datum(f"contract.n{number}", (Text("یک"),)),)) for number in range(2_100)))
    assert all(len(text) <= 4_000 for text in endless)
    assert len(facts.read(Opened(many).data).texts) == 2_000


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04" + b"\0" * 40])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        facts.read(data)


def test_marks_that_cross_and_never_end_do_no_harm() -> None:
    end = '<w:bookmarkEnd w:id="'
    data = changed(Opened(sample()).data, WITHOUT_TAGS, (end, '<w:bookmarkEnd w:id="9'))
    assert facts.read(data).texts["contract.amount"][0].startswith("۲۳٬۵۰۰")
