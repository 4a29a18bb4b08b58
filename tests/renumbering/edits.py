"""Edits of the small contract as lawyers make them in Word, by the names under which `expected.txt` says what is right then."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.renumbering.contracts import shown
from tests.renumbering.editing import Edited, by_lawyer, run
from tests.writing.word.opened import W

Edit = Callable[[Edited], object]


def _article_put_in(file: Edited) -> None:
    file.add("Article", "ماده جدید – بیمه", before="ماده ۳")
    file.add("Clause", "۰-۰- مجری برابر ماده ۳ بیمه می‌شود.", before="ماده ۳", pieces=7)
    file.add("Note", "تبصره: این بیمه اختیاری است.", before="ماده ۳")
    file.split_runs()


def _article_without_any_label(file: Edited) -> None:
    file.add("Article", "بیمه", before="ماده ۲")


def _article_taken_out(file: Edited) -> None:
    file.cut(file.block("ماده ۲", "ماده ۳"))


def _article_moved(file: Edited) -> None:
    file.move(file.block("ماده ۳", "ماده ۴"), before="ماده ۲")


def _article_copied(file: Edited) -> None:
    file.copy(file.block("ماده ۲", "ماده ۳"), before="ماده ۴")
    file.type("۴-۱-", " برابر ماده ۲ و ماده ۱.")


def _article_bis(file: Edited) -> None:
    file.add("Article", "ماده ۲ مکرر – بیمه", before="ماده ۳")
    file.add("Clause", "۲ مکرر-۱- بیمه.", before="ماده ۳")
    file.type("۴-۱-", " برابر ماده ۲ مکرر و ماده (۲) و مادهٔ ۳.")


def _clause_put_in(file: Edited) -> None:
    file.add("Clause", "۲-۲- بندی تازه برابر بند ۳-۲.", before="۲-۲-")
    file.type("۲-۲- بیمه", " بند ۱ این ماده و بند ۲-۱ و بند ۲ ماده ۳ و بندهای ۳-۱ و ۳-۲ را ببینید.")
    file.type("۱-۲-", " برابر بند ۲-۲.")


def _clause_taken_out(file: Edited) -> None:
    file.cut([file.at("۱-۱-"), file.at("۳-۱-")])
    file.type("۴-۱-", " برابر بند ۱-۲ و بند ۱-۱.")


def _clause_moved(file: Edited) -> None:
    file.move([file.at("۳-۲-")], before="۱-۱-")
    file.type("۴-۱-", " برابر بند ۳-۲.")


def _clauses_in_clauses(file: Edited) -> None:
    file.add("Clause", "۱-۱-۲- دوم.", after="۱-۱-")
    file.add("Clause", "۱-۱-۱- یکم.", after="۱-۱- کارفرما")
    file.add("Clause", "۱-۱-۱- نو، برابر بند ۱-۱-۲.", after="۱-۱- کارفرما")


def _clause_without_number(file: Edited) -> None:
    file.add("Clause", "بندی که شماره ندارد.", after="۱-۲-")


def _note_put_in(file: Edited) -> None:
    file.add("Note", "تبصره: تبصره‌ای تازه.", before="تبصره: نشانی")


def _note_taken_out(file: Edited) -> None:
    file.cut([file.at("تبصره ۱: مبلغ")])


def _items_put_in_and_taken_out(file: Edited) -> None:
    file.cut([file.at("الف)")])
    file.add("List", "پ) نو.", after="پ)")
    for text in ("د) چهارم", "ج) سوم", "الف) نخست"):
        file.add("List", text, after="۲-۲-")
    file.add("List", "ب) دوم", after="الف) نخست")
    file.add("List", "ب) نو", after="الف) نخست")


def _annex_and_table_put_in(file: Edited) -> None:
    file.add("Heading1", "پیوست – نقشه", before="پیوست ۱")
    file.add("Caption", "جدول ۱: نو", before="۱-۱-")
    file.type("۴-۱-", " برابر پیوست ۱ و جدول ۲.")


def _typed_references(file: Edited) -> None:
    file.add("Article", "ماده – نو", before="ماده ۱")
    file.type(
        "۴-۱-",
        " مطابق ماده ۲، مواد ۲ تا ۴ و ۱، ماده ۲ و ۳، ماده ۳ این قرارداد، مادهٔ (۴)، تبصره ۲ ماده ۳، تبصرهٔ ماده ۱ و بند ۲-۲.",
    )
    file.type("۴-۲-", " ماده ۲ قانون، مواد ۱ و ۲ قانون مدنی، ماده ۱ و ماده ۲ آیین‌نامه، تبصره ۱ ماده ۳ لایحه، اصل ۱۳۹.")
    file.type("۱-۱-", " ماده ۴ شرایط عمومی پیمان. برابر قانون کار، ماده ۲. ماده ۹. ماده ۳ و ۳ روز بعد؛ ماده ۱/۵. تبصره ۲.")
    file.type("۳-۲-", " قانون کار و ماده ۲ این قرارداد. تبصره ۱. تبصره ۱ این ماده.")


def _labels_in_other_hands(file: Edited) -> None:
    """Labels as other keyboards and habits have them; the fourth article is in plain text, of no style of the program."""
    file.add("Article", "ماده\u00a01 - نو", before="ماده ۱")
    file.add("Clause", "٢-١. بند نو", before="ماده ۱")
    file.add("Note", "تبصره۱ـ یکی", before="ماده ۱")
    file.add("Note", "\u200fتبصرۀ دوم: دیگری", before="ماده ۱")
    file.add("", "مادهٔ ۵: پایان", before="پیوست ۱")
    file.add("", "۵-۱- امضا شد.", before="پیوست ۱")
    file.add("", "ماده ۹ – رأی دیوان: این متن نقل است.", before="پیوست ۱")


def _tracked(file: Edited) -> None:
    file.track_in(file.add("Article", "ماده ۲ – بیمه", before="ماده ۲"))
    file.track_in(file.add("Note", "تبصره: تازه", after="تبصره: نشانی"))
    file.track_out(file.block("تبصره ۱: مبلغ", "تبصره ۲"))
    file.track_out([file.at("۳-۱-")])


def _tracked_move(file: Edited) -> None:
    """The third article moved before the second, with changes recorded: its bookmarks stay where it was."""
    blocks = [each for each in file.block("ماده ۳", "ماده ۴") if each.tag == W + "p" and shown(each)]
    copies = [deepcopy(each) for each in blocks]
    file.track_out(blocks, "moveFrom")
    place = file.at("ماده ۲")
    for each in copies:
        for mark in [*each.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
            mark.getparent().remove(mark)
        place.addprevious(each)
        for piece in [*each.iter(W + "r")]:
            whole = etree.Element(W + "moveTo", by_lawyer())
            piece.addprevious(whole)
            whole.append(piece)


def _heading_typed_anew(file: Edited) -> None:
    """A heading deleted and written anew: its bookmark is gone, the number still says which it is."""
    old = file.at("ماده ۳")
    file.add("Article", "ماده ۳ – شیوهٔ پرداخت", before="ماده ۳")
    file.cut([old])
    file.add("Article", "ماده – نو", before="ماده ۱")


def _links_of_fields(file: Edited) -> None:
    """A link as a field, as some programs write it, and a number that a field of Word computes."""
    field = '<w:r xmlns:w="{ns}"><w:fldChar w:fldCharType="{kind}"/></w:r>'
    line = file.at("۴-۱-")
    for kind in ("begin", "separate", "end"):
        line.append(etree.fromstring(field.format(ns=W[1:-1], kind=kind)))
        if kind == "begin":
            line.append(
                etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:instrText> HYPERLINK \\l "c_subject" </w:instrText></w:r>')
            )
        if kind == "separate":
            line.append(run("مادهٔ ۲"))
    line.append(etree.fromstring(f'<w:fldSimple xmlns:w="{W[1:-1]}" w:instr=" REF x "/>'))
    line[-1].append(run("ماده ۲"))
    file.add("Article", "ماده – نو", before="ماده ۱")


def _articles_in_an_annex(file: Edited) -> None:
    file.add("Article", "ماده ۱ – در پیوست", after="کار ماده ۲")
    file.add("Clause", "۱-۱- بندی برابر ماده ۱ پیوست ۱ و ماده ۱ این پیوست.", after="ماده ۱ – در پیوست")
    file.add("Article", "ماده ۱ – پیش از آن در پیوست", after="کار ماده ۲")
    file.type("۴-۱-", " برابر ماده ۲ پیوست ۱ و ماده ۲.")


EDITS: dict[str, Edit] = {
    name.removeprefix("_").replace("_", " "): edit
    for name, edit in list(globals().items())
    if name.startswith("_") and not name.startswith("__") and getattr(edit, "__module__", "") == __name__
}
"""Each edit by its name."""
