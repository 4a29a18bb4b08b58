"""Any letter that goes out: to whom, on what it rests, what it says, who signs, who is given a copy."""

from __future__ import annotations

import pytest

from generator.model.known import Unknown
from generator.model.records.contacts import Contact
from generator.tree.nodes import Blank, Copies, LetterReference, Signatures, Table
from generator.tree.walk import every, plain_text
from tests.letters.conftest import field_values, letter, said, words

ANNOUNCED = "golshahr-announce-participatory"


def _one(workspace, found, made, given=ANNOUNCED, **changes):
    """The tree of a letter with other values."""
    kept = next(each for each in workspace.province.letters if each.id == given)
    letters = tuple(letter(each, **changes) if each.id == given else each for each in workspace.province.letters)
    assert kept in workspace.province.letters
    province = workspace.province.model_copy(update={"letters": letters})
    return made(found("letter", workspace.model_copy(update={"province": province}))[given])


def _of(document, kind):
    return [node for node in every(document) if isinstance(node, kind)]


def test_letters_out_are_papers_and_those_that_came_in_are_none(found, workspace):
    assert set(found("letter")) == {"golshahr-inquiry", ANNOUNCED}
    came = tuple(letter(each, direction="وارده") for each in workspace.province.letters)
    province = workspace.province.model_copy(update={"letters": came})
    assert found("letter", workspace.model_copy(update={"province": province})) == {}


def test_a_post_is_addressed_by_its_holder_and_by_its_line(workspace, found, made):
    assert words(_one(workspace, found, made))[0] == "فرماندار محترم شهرستان مشهد"
    contacts = workspace.catalogue.contacts
    holder = {"name": "نام نمونه", "honorific": "جناب آقای"}
    named = tuple(
        Contact.model_validate({**each.model_dump(exclude={"address", "postal_code", "phone", "fax"}), "holders": [holder]})
        if each.id == "county-governor"
        else each
        for each in contacts.contacts
    )
    catalogue = workspace.catalogue.model_copy(update={"contacts": contacts.model_copy(update={"contacts": named})})
    document = _one(workspace.model_copy(update={"catalogue": catalogue}), found, made)
    assert words(document)[:2] == ["جناب آقای نام نمونه", "فرماندار محترم شهرستان مشهد"]


def test_a_decision_is_made_known_with_its_session_its_owner_and_its_deadline(workspace, found, made):
    (table,) = _of(_one(workspace, found, made), Table)
    cells = [" ".join(words(cell)) for cell in table.body[0].cells]
    assert cells[1] == "سند مشارکتی محلهٔ گلشهر تصویب شد."
    assert "شمارهٔ نمونه/۱۰۴ مورخ ۱۴۰۴/۰۳/۱۰" in cells[2] and cells[4] == "۱۴۰۴/۰۳/۳۱"
    assert "با همکاری" in cells[3]


def test_what_it_follows_and_answers_has_number_and_date_and_a_blank_where_they_are_not_known(workspace, found, made):
    cites = [
        {"kind": "پیرو", "letter": "golshahr-inquiry"},
        {"kind": "عطف", "letter": "torogh-invite-review"},
        {"kind": "بازگشت", "number": "۴۵۶", "date": "۱۴۰۴/۰۲/۱۰"},
    ]
    (reference,) = _of(_one(workspace, found, made, references=cites), LetterReference)
    first, second, third = words(reference)
    assert first == "پیرو نامهٔ شمارهٔ نمونه/۲۰۰ مورخ ۱۴۰۳/۰۷/۱۵"
    assert second.startswith("عطف به نامهٔ شمارهٔ") and second.endswith("مورخ ۱۴۰۳/۱۱/۲۵")
    assert third == "بازگشت به نامهٔ شمارهٔ ۴۵۶ مورخ ۱۴۰۴/۰۲/۱۰"
    assert [node.prompt for node in _of(reference, Blank)] == ["شمارهٔ نامهٔ پیشین"]


@pytest.mark.parametrize(
    ("attachments", "printed"),
    [
        ([], "ندارد"),
        ([{"title": "جدول", "sheets": "۲"}, {"title": "نقشه", "sheets": "۱"}], "۳ برگ"),
        ([{"title": "جدول", "sheets": "۲"}, {"title": "لوح"}], "دارد"),
    ],
)
def test_the_sheets_of_its_attachments_are_added_up_where_each_is_counted(workspace, found, made, attachments, printed):
    assert field_values(_one(workspace, found, made, attachments=attachments))[2] == printed


def test_urgency_and_classification_are_printed_only_where_they_are_not_ordinary(workspace, found, made):
    assert len(field_values(_one(workspace, found, made))) == 3
    assert field_values(_one(workspace, found, made, urgency="فوری", classification="محرمانه"))[3:] == ["محرمانه", "فوری"]


def test_with_the_least_data_there_is_a_blank_for_each_thing_that_is_missing(workspace, found, made):
    nothing = {
        "number": Unknown(prompt="شماره نامه"),
        "date": Unknown(prompt="تاریخ نامه"),
        "signer": None,
        "text": [],
        "decisions": [],
    }
    document = _one(workspace, found, made, **nothing, recipients=[], agency=None, references=[], copies=[])
    prompts = {node.prompt for node in _of(document, Blank)}
    assert prompts == {"شماره نامه", "تاریخ نامه", "متن نامه", "نام امضاکننده", "سمت امضاکننده"}
    assert _of(document, LetterReference) == [] and _of(document, Copies) == []


def test_its_signer_is_the_holder_of_the_post_on_its_day(workspace, found, made):
    contacts = workspace.catalogue.contacts
    signer = contacts.contact("secretariat-director")
    holders = [
        {"name": "مدیر پیشین", "valid_from": "۱۴۰۰/۰۱/۰۱", "valid_to": "۱۴۰۳/۱۲/۲۹"},
        {"name": "مدیر کنونی", "valid_from": "۱۴۰۴/۰۱/۰۱"},
    ]
    named = Contact.model_validate(
        {**signer.model_dump(exclude={"address", "postal_code", "phone", "fax"}), "holders": holders}
    )
    changed = tuple(named if each.id == signer.id else each for each in contacts.contacts)
    catalogue = workspace.catalogue.model_copy(update={"contacts": contacts.model_copy(update={"contacts": changed})})
    of_day = workspace.model_copy(update={"catalogue": catalogue})
    (now,) = _of(_one(of_day, found, made), Signatures)
    (before,) = _of(_one(of_day, found, made, "golshahr-inquiry"), Signatures)
    assert [plain_text(each.signers[0].name) for each in (before, now)] == ["مدیر پیشین", "مدیر کنونی"]


def test_a_circular_to_sixty_posts_names_each_of_them_once(workspace, found, made):
    contacts = workspace.catalogue.contacts
    many = tuple(
        Contact.model_validate({"id": f"c{at}", "post": "مدیر", "of": "secretariat", "addressed_as": f"گیرندهٔ {at}"})
        for at in range(10, 70)
    )
    listed = contacts.model_copy(update={"contacts": (*contacts.contacts, *many)})
    catalogue = workspace.catalogue.model_copy(update={"contacts": listed})
    to_all = workspace.model_copy(update={"catalogue": catalogue})
    document = _one(to_all, found, made, recipients=[each.id for each in many], recipient="گیرندگان محترم", decisions=[])
    (table,) = [each for each in _of(document, Table) if each.key == "recipients"]
    assert len(table.body) == 30
    assert words(document)[0] == "گیرندگان محترم"
    assert all(
        said(table).count(f"گیرندهٔ {str(at).translate(str.maketrans('0123456789', '۰۱۲۳۴۵۶۷۸۹'))}") == 1 for at in range(10, 70)
    )
