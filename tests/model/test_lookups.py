"""Asking for a record that is not there is told as such, and not as a fault of the program."""

import pytest

from generator.model.known import NotListedError, of_id
from generator.model.records.agencies import Recipient

GAS = Recipient(id="gas", name="شرکت گاز", head_title="مدیرعامل")


def test_the_record_of_an_id_is_found() -> None:
    assert of_id([GAS], "gas") is GAS


def test_an_id_that_no_record_has_is_named_in_the_refusal() -> None:
    with pytest.raises(NotListedError) as refused:
        of_id([GAS], "water")
    assert (refused.value.code, refused.value.values) == ("record-not-listed", {"id": "water"})
