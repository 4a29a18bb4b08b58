"""The package: parts, properties, bytes."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
from lxml import etree

from generator.tree.nodes import Document, Properties, Section
from tests.writing import trees
from tests.writing.word.opened import Opened, find, value


def _with(properties: Properties) -> Opened:
    return Opened(Document(properties, (Section((trees.paragraph("متن"),)),)))


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert Opened(trees.rich()).data == Opened(trees.rich()).data


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.writing import trees; from tests.writing.word.opened import Opened;"
        "print(hashlib.sha256(Opened(trees.rich()).data).hexdigest())"
    )
    root = Path(__file__).parents[3]
    seen = {
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True,
            env={"PYTHONPATH": f"{root}:{root / 'tests'}", "PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(seen) == 1


def test_entries_are_sorted_after_the_content_types_and_carry_no_time() -> None:
    with zipfile.ZipFile(BytesIO(Opened(trees.rich()).data)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert [entry.filename for entry in entries[1:]] == sorted(entry.filename for entry in entries[1:])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_of_the_default_template_is_in_the_package() -> None:
    parts = Opened(trees.document(trees.paragraph("متن"))).parts
    assert set(parts) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/custom.xml", "word/_rels/document.xml.rels",
        "word/_rels/fontTable.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/fonts/sanad-digits.odttf", "word/footnotes.xml", "word/numbering.xml",
        "word/settings.xml", "word/styles.xml",
    }  # fmt: skip
    assert not any(b"python-docx" in part for part in parts.values())


def test_the_properties_name_title_subject_author_keywords_and_language() -> None:
    opened = _with(Properties("عنوان", "محله گلشهر", "دبیرخانه", ("قرارداد", "گلشهر")))
    properties = docx.Document(BytesIO(opened.data)).core_properties
    assert (properties.title, properties.subject, properties.author) == ("عنوان", "محله گلشهر", "دبیرخانه")
    assert (properties.keywords, properties.language) == ("قرارداد، گلشهر", "fa-IR")
    assert properties.created is None and properties.modified is None


def test_identifier_and_source_hash_are_custom_properties() -> None:
    opened = _with(Properties("عنوان", identifier="contract/z3-golshahr", source_hash="ab12"))
    entries = {entry.get("name"): "".join(entry.itertext()) for entry in opened.part("docProps/custom.xml")}
    assert entries == {"sanad": "contract/z3-golshahr", "sanad-source": "ab12"}


def test_a_title_longer_than_word_keeps_is_shortened_in_the_properties() -> None:
    opened = _with(Properties("عنوان بسیار بلند " * 40))
    title = docx.Document(BytesIO(opened.data)).core_properties.title
    assert len(title) <= 255 and title.endswith("…")


def test_the_compatibility_mode_is_that_of_today_and_forced_line_ends_do_not_stretch() -> None:
    settings = Opened(trees.document()).part("word/settings.xml")
    modes = find(settings, "w:compat/w:compatSetting[@w:name='compatibilityMode']")
    assert [value(mode, ".") for mode in modes] == ["15"]
    assert find(settings, "w:compat/w:doNotExpandShiftReturn")


def test_python_docx_opens_the_file_and_sees_its_sections() -> None:
    document = docx.Document(BytesIO(Opened(trees.rich()).data))
    assert [section.page_width.mm for section in document.sections] == [210, 297, 420, 210] or len(document.sections) == 4
    assert document.paragraphs[0].style.name == "نام خدا"


def test_every_part_is_well_formed() -> None:
    parts = Opened(trees.rich()).parts
    assert len(parts) > 12
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
