import importlib.util
from pathlib import Path

import pytest

from generator.problems.errors import MachineError
from generator.writing.weasyprint import pango


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pango, "_load", lambda name: None if name in {"Pango", "PangoFT2"} else object())
    monkeypatch.setattr("generator.problems.remedies.this_system", lambda: "debian")


def test_a_machine_that_was_set_up_has_every_library() -> None:
    assert pango.missing() == []
    assert tuple(int(part) for part in (pango.version() or "").split(".")) >= (1, 44)
    pango.require()


@pytest.mark.usefixtures("no_pango")
def test_missing_libraries_are_reported_together_with_what_to_install_before_weasyprint_is_imported() -> None:
    with pytest.raises(MachineError) as caught:
        pango.require()

    assert str(caught.value) == (
        "خطا: کتابخانه‌هایی که موتور «weasyprint» با آن‌ها PDF می‌سازد روی این رایانه پیدا نشد: Pango، PangoFT2."
        " این فرمان را اجرا کنید: «sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0»."
        " موتور «typst» («--engine typst») به آن‌ها نیازی ندارد. [pango-missing]"
    )
    assert pango.version() is None


def test_libraries_are_looked_for_under_the_names_that_weasyprint_tries() -> None:
    found = importlib.util.find_spec("weasyprint")
    assert found is not None
    assert found.origin is not None
    source = (Path(found.origin).parent / "text" / "ffi.py").read_text(encoding="utf-8")

    unknown = [file for files in pango._LIBRARIES.values() for file in files if f"'{file}'" not in source]
    assert unknown == []
