"""Contracts that lawyers edited in Word: every number and every reference is then as a person would write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import renumbering
from generator.renumbering import Renumbered
from tests.documents.sdk import validate
from tests.renumbering.contracts import LINES, lines, shown, text, written
from tests.renumbering.editing import Edited, run
from tests.renumbering.edits import EDITS
from tests.renumbering.expecting import expected
from tests.writing.word.opened import W

EXPECTED = expected("expected.txt")
EACH = pytest.mark.parametrize("name", EDITS)


def edited(name: str) -> Edited:
    """The small contract after an edit."""
    file = Edited()
    EDITS[name](file)
    return file


def doubts(done: Renumbered) -> list[str]:
    """What is left to a person, by code and words."""
    return [f"{each.code.removeprefix('renumber-')}: {each.text}" for each in done.doubts]


def test_the_small_contract_says_what_its_edits_begin_from() -> None:
    assert lines(written()) == LINES
    assert len(EDITS) >= 20 and set(EXPECTED) == set(EDITS)


@EACH
def test_after_an_edit_every_number_and_reference_is_right(name: str) -> None:
    done = renumbering.renumber(edited(name).data)
    assert (lines(done.data), doubts(done)) == EXPECTED[name]


@EACH
def test_numbers_are_right_however_the_runs_are_split(name: str) -> None:
    file = edited(name)
    file.split_runs()
    assert lines(renumbering.renumber(file.data).data) == EXPECTED[name][0]


@EACH
def test_tracked_or_not_the_numbers_are_the_same_and_a_second_run_finds_nothing(name: str) -> None:
    file = edited(name)
    done = renumbering.renumber(file.tracking())
    assert lines(done.data) == EXPECTED[name][0]
    assert renumbering.renumber(done.data).changes == ()
    assert done.tracked == bool(done.changes)


@EACH
def test_who_refuses_what_sanad_tracked_has_the_text_that_he_sent(name: str) -> None:
    file = edited(name)
    before = [shown(each) for each in file.root.iter(W + "p")]
    back = Edited(renumbering.renumber(file.tracking()).data)
    for added in [each for each in back.root.iter(W + "ins") if each.get(W + "author") == "sanad"]:
        added.getparent().remove(added)
    for gone in [each for each in back.root.iter(W + "del") if each.get(W + "author") == "sanad"]:
        for words in gone.iter(W + "delText"):
            words.tag = W + "t"
        for each in gone:
            gone.addprevious(each)
        gone.getparent().remove(gone)
    after = [shown(each) for each in back.root.iter(W + "p")]
    # Numbers in what is itself a tracked insertion are put right in it.
    inserted = [number for number, line in enumerate(before) if line != after[number]]
    assert len(before) == len(after)
    assert all(any(each.tag in (W + "ins", W + "moveTo") for each in [*back.root.iter(W + "p")][at]) for at in inserted)


@pytest.mark.parametrize(
    "name", ["tracked", *(pytest.param(name, marks=pytest.mark.proof) for name in EDITS if name != "tracked")]
)
def test_the_open_xml_validator_has_nothing_against_a_renumbered_contract(name: str, tmp_path: Path) -> None:
    done = renumbering.renumber(edited(name).tracking())
    (tmp_path / "renumbered.docx").write_bytes(done.data)
    assert validate(tmp_path / "renumbered.docx", "Microsoft365") == []


def test_the_other_parts_of_a_file_are_the_same_bytes_and_its_text_boxes_the_same_text() -> None:
    file = edited("article put in")
    box = file.at("۴-۱-").makeelement(W + "r", {})
    inside = box.makeelement(W + "txbxContent", {})
    inside.append(file.at("۴-۱-").makeelement(W + "p", {}))
    inside[0].append(run("ماده ۳ – کادر"))
    box.append(inside)
    file.at("۴-۱-").append(box)

    done = renumbering.renumber(file.data).data
    assert text(done)[1:] == text(file.data)[1:] and len(text(done)) > 1
    assert "قرارداد نمونه، ماده\u00a0۲" in text(done)
    (kept,) = Edited(done).root.iter(W + "txbxContent")
    assert shown(kept) == "ماده ۳ – کادر"


def test_a_link_whose_bookmark_was_lost_leads_to_its_article_again() -> None:
    done = Edited(renumbering.renumber(edited("heading typed anew").data).data)
    (start,) = [each for each in done.root.iter(W + "bookmarkStart") if each.get(W + "name") == "c_payment"]
    assert shown(start.getparent()) == "ماده ۴ – شیوهٔ پرداخت"


def test_each_change_is_told_with_its_place() -> None:
    done = renumbering.renumber(edited("article put in").data)
    told = {(each.what, each.old, each.new, each.where) for each in done.changes}
    assert {
        ("label", "ماده بی‌شماره", "ماده ۳", "ماده ۳ («بیمه»)"),
        ("label", "ماده ۳", "ماده ۴", "ماده ۴ («پرداخت»)"),
        ("reference", "تبصره ۱ ماده ۳", "تبصره ۱ ماده ۴", "تبصره ۲ ماده ۴ («استثنا در تبصره ۱ ماده ۳ است.»)"),
        ("count", "سه تبصره", "چهار تبصره", "بند ۵-۲ («این قرارداد در چهار ماده، سه تبصره و یک …»)"),
    } <= told


def test_a_label_that_was_missing_is_written_like_the_others() -> None:
    done = Edited(renumbering.renumber(edited("article without any label").data).data)
    assert shown(done.at("ماده ۲")).replace("۲", "۱").replace("بیمه", "طرفین") == shown(done.at("ماده ۱"))
