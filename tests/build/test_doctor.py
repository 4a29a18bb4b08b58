import importlib.metadata
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import doctor
from generator.problems import remedies
from generator.problems.errors import Problem, Severity
from generator.style import faces
from generator.style.faces import Family, files
from generator.writing import writers
from generator.writing.weasyprint import pango
from generator.writing.writers import DEFAULT_ENGINE, ENGINES, Engine
from tests.style.faces.made_fonts import make_font
from tests.style.families import OF_DEFAULT


@pytest.fixture(autouse=True)
def _debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "this_system", lambda: "debian")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Without starting other programs, which takes seconds."""
    done = subprocess.CompletedProcess([], 0, "version 1\n", "")
    monkeypatch.setattr(doctor.subprocess, "run", lambda *_, **__: done)
    yield


def problems(output: Path, engine: Engine = DEFAULT_ENGINE) -> dict[str, Problem]:
    """What the doctor finds wrong for an engine, by subject."""
    return {
        finding.subject: finding.problem for finding in doctor.examine(output, OF_DEFAULT, engines=(engine,)) if finding.problem
    }


def report(output: Path, *engines: Engine) -> tuple[str, bool]:
    """The report for some engines."""
    return doctor.report(doctor.examine(output, OF_DEFAULT, engines=engines))


def test_a_machine_that_was_set_up_is_ready_and_the_report_names_what_is_on_it(tmp_path: Path) -> None:
    text, ready = doctor.report(doctor.examine(tmp_path, OF_DEFAULT))

    assert ready
    assert "✗" not in text
    assert text.endswith("\nموتورهای PDF که اینجا کار می‌کنند: typst، weasyprint.\nرایانه برای ساختن سندها آماده است.")
    assert f"✓ Pango: {pango.version()}" in text
    for engine in ENGINES:
        chosen = "، برگزیده" if engine == DEFAULT_ENGINE else ""
        assert f"✓ موتور PDF «{engine}»{chosen}: {importlib.metadata.version(engine)}\n" in text
    nazli = faces.find_faces(OF_DEFAULT)["Nazli"]
    assert f"✓ قلم «Nazli»: {nazli.regular}، {nazli.bold} (از این رایانه)\n" in text
    assert "✓ قلم «Liberation Serif»: LiberationSerif-Regular.ttf، LiberationSerif-Bold.ttf (همراه برنامه)\n" in text
    for tool in ("LibreOffice", "poppler", "MuPDF", "Open XML SDK"):
        assert f"✓ {tool}: " in text
    assert f"✓ پوشهٔ خروجی: {tmp_path}" in text


@pytest.mark.usefixtures("quick")
def test_pango_that_the_chosen_engine_needs_is_told_in_persian_with_the_way_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pango, "_load", lambda _: None)

    text, ready = report(tmp_path, "weasyprint")

    assert not ready
    assert (
        "✗ Pango\n"
        "    کتابخانه‌هایی که موتور «weasyprint» با آن‌ها PDF می‌سازد روی این رایانه پیدا نشد:"
        " GObject، Pango، HarfBuzz، Fontconfig، PangoFT2.\n"
        "    این فرمان را اجرا کنید: «sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0»."
        " موتور «typst» («--engine typst») به آن‌ها نیازی ندارد.\n"
    ) in text
    assert "موتورهای PDF که اینجا کار می‌کنند: typst.\nرایانه هنوز آماده نیست" in text


@pytest.mark.usefixtures("quick")
def test_pango_that_only_another_engine_needs_is_told_and_the_machine_is_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pango, "_load", lambda _: None)

    text, ready = report(tmp_path, "typst")

    assert ready
    assert "– Pango\n    کتابخانه‌هایی که موتور «weasyprint» با آن‌ها PDF می‌سازد" in text
    assert "«sudo apt install libpango-1.0-0" in text
    assert "موتورهای PDF که اینجا کار می‌کنند: typst.\nرایانه برای ساختن سندها آماده است." in text


@pytest.mark.usefixtures("quick")
def test_what_any_chosen_engine_lacks_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pango, "_load", lambda _: None)

    assert report(tmp_path, "typst", "weasyprint")[1] is False


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_that_fails_on_import_is_told_without_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    failed = subprocess.CompletedProcess([], 1, "", "Traceback (most recent call last):\n  …\nOSError: cannot load library\n")
    monkeypatch.setattr(doctor.subprocess, "run", lambda *_, **__: failed)

    found = problems(tmp_path, engine)[f"موتور PDF «{engine}»، برگزیده"]

    assert found.message == f"موتور «{engine}» بار نمی‌شود: OSError: cannot load library."
    assert ("libpango" if engine == "weasyprint" else "make setup") in found.hint
    text, ready = report(tmp_path, engine)
    assert (ready, "موتورهای PDF که اینجا کار می‌کنند: هیچ‌کدام.\n" in text) == (False, True)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no face but those of the program."""
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "machine_folders", lambda: ())


@pytest.mark.usefixtures("quick", "bare")
def test_all_that_a_look_lacks_is_one_error_and_what_is_there_of_it_is_told(tmp_path: Path) -> None:
    text, ready = doctor.report(doctor.examine(tmp_path, OF_DEFAULT))

    assert not ready
    assert "✗ قلم‌ها\n    از قلم‌های ظاهر سند" in text
    assert ": «Nazli» (یا «B Nazanin»)، «Titr» (یا «B Titr»). برنامه" in text
    assert text.count("✗") == 2  # and the last line, which says what the sign means
    assert "✓ قلم «Liberation Serif»: " in text


@pytest.mark.usefixtures("quick", "bare")
def test_a_face_in_the_place_of_another_is_told_by_its_name_with_its_file_and_where_that_is_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular = make_font(tmp_path / "one.ttf", "B Nazanin")
    bold = make_font(tmp_path / "two.ttf", "B Nazanin", weight=700)
    monkeypatch.setenv("SANAD_FONTS", str(tmp_path))

    text, ready = doctor.report(doctor.examine(tmp_path, [Family("Nazli", ("B Nazanin",))]))

    assert ready
    assert f"✓ قلم «Nazli»: «B Nazanin» به جای آن، {regular}، {bold} (از پوشهٔ SANAD_FONTS)\n" in text


@pytest.mark.usefixtures("quick")
def test_what_only_another_look_lacks_is_a_warning_with_the_look_and_the_way_to_it(tmp_path: Path) -> None:
    others = {"nil": (*OF_DEFAULT, Family("Nowhere"))}
    text, ready = doctor.report(doctor.examine(tmp_path, OF_DEFAULT, others))

    assert ready
    assert text.count("قلم «Nazli»:") == 1
    assert (
        "– ظاهر «nil»\n"
        "    از قلم‌های ظاهر «nil» این‌ها روی این رایانه پیدا نشد: «Nowhere»؛ تا این ظاهر را نخواهید، نیازی به آن‌ها نیست.\n"
        f"    {remedies.of_faces(['Nowhere'], or_look=False)}\n"
    ) in text


@pytest.mark.usefixtures("quick")
def test_a_missing_face_of_the_look_that_is_asked_for_is_an_error(tmp_path: Path) -> None:
    text, ready = doctor.report(doctor.examine(tmp_path, (Family("Nowhere"),), {"style": OF_DEFAULT}))

    assert not ready
    assert "✗ قلم‌ها\n    از قلم‌های ظاهر سند این‌ها روی این رایانه پیدا نشد: «Nowhere». برنامه" in text


@pytest.mark.usefixtures("quick", "bare")
def test_the_faces_that_a_new_project_would_have_to_do_without_are_those_that_do_not_travel_with_the_program() -> None:
    assert doctor.lacking() == {"Nazli": "«Nazli» (یا «B Nazanin»)", "Titr": "«Titr» (یا «B Titr»)"}


@pytest.mark.usefixtures("quick")
def test_an_engine_that_nobody_chose_and_that_is_not_installed_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writers, "find_spec", lambda name: None if name == "weasyprint" else object())

    things = doctor.examine(tmp_path, OF_DEFAULT, engines=("typst",))
    text, ready = doctor.report(things)

    assert ready
    assert [thing.subject for thing in things if thing.problem] == []
    assert doctor.able(things) == ["typst"]
    assert 'نصب نیست و نیازی هم به آن نیست؛ اگر آن را خواستید: pip install "sanad[weasyprint]"\n' in text


@pytest.mark.usefixtures("quick")
def test_an_installed_program_has_no_tests_that_need_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_IS_CLONE", False)

    assert "LibreOffice" not in report(tmp_path, "typst")[0]


@pytest.mark.usefixtures("quick")
def test_a_library_that_is_too_old_or_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.metadata.version

    def version(name: str) -> str:
        if name == "lxml":
            raise importlib.metadata.PackageNotFoundError(name)
        return {"weasyprint": "69.0", "typst": "0.14.0"}.get(name) or real(name)

    monkeypatch.setattr(importlib.metadata, "version", version)

    found = problems(tmp_path, "typst")

    assert found["lxml"].message == "کتابخانهٔ پایتون «lxml» نصب نیست."
    for subject, name, old, severity in (
        ("موتور PDF «typst»، برگزیده", "typst", "0.14.0", Severity.ERROR),
        ("موتور PDF «weasyprint»", "weasyprint", "69.0", Severity.WARNING),
    ):
        assert found[subject].message.startswith(f"نسخهٔ {old} از کتابخانهٔ پایتون «{name}» نصب است؛ برنامه با <")
        assert found[subject].severity is severity and "make setup" in found[subject].hint


@pytest.mark.usefixtures("quick")
def test_an_old_python_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (4, 0))

    assert problems(tmp_path)["پایتون"].code == "python-old"


@pytest.mark.usefixtures("quick")
def test_an_output_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    found = problems(tmp_path / "file" / "output")

    assert found["پوشهٔ خروجی"].code == "output-not-writable"


@pytest.mark.usefixtures("quick")
def test_an_output_folder_yet_to_be_made_is_no_problem_and_is_not_made(tmp_path: Path) -> None:
    assert "پوشهٔ خروجی" not in problems(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_a_missing_tool_of_the_tests_is_only_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.shutil, "which", lambda _: None)

    found = problems(tmp_path)
    text, ready = doctor.report(doctor.examine(tmp_path, OF_DEFAULT))

    assert {subject: problem.severity for subject, problem in found.items()} == dict.fromkeys(
        ("LibreOffice", "poppler", "MuPDF", "Open XML SDK"), Severity.WARNING
    )
    assert ready
    assert "– LibreOffice\n    «LibreOffice» پیدا نشد؛ فقط آزمون‌های برنامه به آن نیاز دارند.\n" in text
