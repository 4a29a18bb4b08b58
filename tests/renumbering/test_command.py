"""`sanad renumber` as people run it: a new file, a list of what changed, never a traceback."""

from __future__ import annotations

import contextlib
import json
import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from generator import renumbering
from generator.cli.app import main
from generator.renumbering import NoContractError, UnreadableError
from tests.inspection.damaged import changed
from tests.inspection.package import packed, parts
from tests.renumbering.contracts import body, lines, written
from tests.renumbering.contracts import packed as with_body
from tests.renumbering.editing import Edited
from tests.renumbering.edits import EDITS
from tests.renumbering.expecting import expected


@pytest.fixture
def came(tmp_path: Path) -> Path:
    """A contract into which an article was put."""
    file = Edited()
    EDITS["article put in"](file)
    (tmp_path / "contract.docx").write_bytes(file.data)
    return tmp_path / "contract.docx"


def test_a_new_file_lies_beside_the_one_that_came_and_each_change_is_a_line(
    came: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = came.read_bytes()
    assert main(["renumber", str(came)]) == 0
    new = came.with_name("contract-renumbered.docx")
    said = capsys.readouterr()
    assert lines(new.read_bytes()) == expected("expected.txt")["article put in"][0]
    assert came.read_bytes() == before
    assert "ماده ۳ ← ماده ۴: ماده ۴ («پرداخت»)" in said.out and said.out.splitlines()[-1] == str(new)
    assert "«چهار ماده» ← «پنج ماده»" in said.out and "شماره درست شد" in said.err


def test_a_file_that_is_there_stays_unless_it_is_forced(came: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = came.with_name("final.docx")
    target.write_bytes(b"mine")
    words = ["renumber", str(came), "--output", str(target)]
    assert main([*words, "--json"]) == 2
    assert [row["code"] for row in json.loads(capsys.readouterr().out)["problems"]] == ["renumber-exists"]
    assert target.read_bytes() == b"mine"
    assert main([*words, "--force"]) == 0 and target.read_bytes() != b"mine"


def test_the_file_that_came_is_never_written_over(came: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = came.read_bytes()
    assert main(["renumber", str(came), "--output", str(came), "--force", "--json"]) == 2
    assert [row["code"] for row in json.loads(capsys.readouterr().out)["problems"]] == ["renumber-over-itself"]
    assert came.read_bytes() == before


def test_where_all_is_right_nothing_is_written_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "contract.docx"
    file.write_bytes(written())
    assert main(["renumber", str(file)]) == 0
    assert "همهٔ شماره‌ها درست است" in capsys.readouterr().err and [*tmp_path.iterdir()] == [file]


def test_programs_are_given_the_changes_and_doubts_are_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = Edited()
    EDITS["article taken out"](file)
    (tmp_path / "contract.docx").write_bytes(file.data)
    code = main(["renumber", str(tmp_path / "contract.docx"), "--output", str(tmp_path / "new"), "--json", "--strict"])
    said = json.loads(capsys.readouterr().out)
    assert code == 1 and said["result"]["written"] == [str(tmp_path / "new")] and not said["result"]["tracked"]
    assert {"what": "label", "old": "ماده ۳", "new": "ماده ۲", "where": "ماده ۲ («پرداخت»)"} in said["result"]["changes"]
    assert {(row["code"], row["severity"]) for row in said["problems"]} == {("renumber-target-gone", "warning")}


def _with(name: str, content: str) -> bytes:
    return packed({**parts(), name: content})


BOMB = "<!DOCTYPE x [<!ENTITY a '" + "a" * 1000 + "'>" + "".join(
    f"<!ENTITY {second} '{f'&{first};' * 50}'>" for first, second in zip("abcdef", "bcdefg", strict=True)
) + "]><x>&g;</x>"  # fmt: skip
NONE = {
    "not a package": (b"%PDF-1.7", "word-file-broken"),
    "empty": (b"", "word-file-broken"),
    "no document": (packed({"x": "y"}), "word-part-missing"),
    "torn XML": (_with("word/document.xml", "<w:document"), "word-part-malformed"),
    "of another program": (packed(parts()), "renumber-no-articles"),
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_contract_is_refused_in_persian(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, code = NONE[name]
    (tmp_path / "x.docx").write_bytes(data)
    assert main(["renumber", str(tmp_path / "x.docx"), "--json"]) == 1
    said = capsys.readouterr()
    assert [row["code"] for row in json.loads(said.out)["problems"]] == [code]
    assert "Traceback" not in said.err and [*tmp_path.iterdir()] == [tmp_path / "x.docx"]


def test_entities_of_xml_are_not_made_more() -> None:
    with pytest.raises((UnreadableError, NoContractError)):
        renumbering.renumber(_with("word/document.xml", BOMB))


def test_a_package_that_says_it_is_huge_is_not_unpacked() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 2**20))
    with pytest.raises(UnreadableError) as refused:
        renumbering.renumber(buffer.getvalue())
    assert refused.value.defect.code == "word-file-large"


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_contract_is_renumbered_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    file = Edited()
    EDITS[sorted(EDITS)[seed % len(EDITS)]](file)
    damaged = changed(etree.tostring(file.root), chance)
    try:
        root = etree.fromstring(damaged)
    except etree.XMLSyntaxError:
        data = packed({"word/document.xml": damaged})
    else:
        data = with_body(file.data, root)
    with contextlib.suppress(UnreadableError, NoContractError):
        renumbering.renumber(data)


def test_markup_that_makes_no_sense_does_not_stop_it() -> None:
    file = Edited()
    first = file.at("ماده ۱")
    for odd in ("<w:fldChar w:fldCharType='end'/>", "<w:bookmarkEnd w:id='nobody'/>", "<w:hyperlink/>", "<w:bookmarkStart/>"):
        first.append(etree.fromstring(f"<w:x xmlns:w='{first.nsmap['w']}'>{odd}</w:x>"))
    file.type("۱-۱-", " ماده " + "۹" * 5000 + " و بند " + "۱-" * 3000)
    assert body(renumbering.renumber(file.data).data) is not None
