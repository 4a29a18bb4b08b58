"""Contracts that were edited and saved with LibreOffice: copied, moved, deleted, typed into, with changes recorded or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import renumbering
from tests.renumbering.contracts import lines, written
from tests.renumbering.expecting import expected
from tests.renumbering.office import edited
from tests.renumbering.test_edited import doubts

EDITS = {
    "put": 'AddBefore "ماده", "ماده جدید – بیمه", "ماده ۳"\nAddBefore "بند", "۰-۰- بیمه برابر ماده ۳ است.", "ماده ۳"',
    "copied": 'PasteBefore "ماده ۳", "ماده ۴", "ماده ۲", False',
    "moved": 'PasteBefore "ماده ۳", "ماده ۴", "ماده ۲", True',
    "tracked": 'doc.RecordChanges = True\nAddBefore "ماده", "ماده جدید – بیمه", "ماده ۴"\nTakeOut "ماده ۲", "ماده ۳"',
}
"""Each in one start of LibreOffice, for every run of the tests."""

MORE = {
    "untouched": "",
    "taken": 'TakeOut "ماده ۲", "ماده ۳"',
    "typed": 'AddAfter "۲-۳- بند تازه برابر ماده ۴ است.", "۲-۲-"\nAddAfter "پ) چهارم.", "پ)"\n'
    'AddAfter "تبصره: دیگر.", "تبصره: نشانی"',
    "down": 'PasteBefore "ماده ۲", "ماده ۳", "ماده ۴", False',
    "trackedcopy": 'doc.RecordChanges = True\nPasteBefore "ماده ۲", "ماده ۳", "ماده ۴", False',
    "clause": 'PasteBefore "۲-۲-", "ماده ۳", "۱-۱-", True\nTakeOut "۳-۱-", "جدول ۱"',
    "notes": 'TakeOut "تبصره ۱: مبلغ", "تبصره ۲"\nAddBefore "تبصره", "تبصره: نو", "تبصره: نشانی"',
    "annex": 'AddBefore "Heading 1", "پیوست ۱ – نقشه", "پیوست ۱"',
}
EXPECTED = expected("expected-libreoffice.txt")


def check(folder: Path, edits: dict[str, str]) -> None:
    """Have the edits made, and hold what is right after each."""
    wrong = {}
    for name, data in edited(folder, {name: (written(), edit) for name, edit in edits.items()}).items():
        done = renumbering.renumber(data)
        found = lines(done.data), doubts(done)
        if found != EXPECTED[name] or renumbering.renumber(done.data).changes:
            wrong[name] = found
    assert wrong == {}


def test_after_an_edit_in_libreoffice_every_number_and_reference_is_right(tmp_path: Path) -> None:
    check(tmp_path, EDITS)


@pytest.mark.proof
def test_after_more_edits_in_libreoffice_every_number_and_reference_is_right(tmp_path: Path) -> None:
    check(tmp_path, MORE)
