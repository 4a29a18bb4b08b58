"""Tell how files stand beside the finals of the register, and what the register holds for a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.build import verifying
from generator.build.project import Project
from generator.build.verifying import Compared
from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line, LineType
from generator.model.records.catalogue import Catalogue
from generator.model.records.register import Entry, Register
from generator.persian import numeral, to_persian
from generator.problems.errors import DataError, Problem


def finals(run: Invocation, files: Sequence[Path]) -> int | None:
    """Compare files with the finals of the register; None where none of them is one, and builds may know more."""
    found = [*verifying.of_project(Project.remembered(run.folders), files, run.limits)]
    if not any(each.final or each.problems for each in found):
        return None
    run.results.show(line for each in found for line in _lines(each))
    wrong = [each for each in found if not each.agrees]
    problems: list[Problem] = [problem for each in found for problem in each.problems]
    closing = (
        f"از {numeral(len(found))} پرونده، {numeral(len(wrong))} پرونده با دفتر یکی نیست؛ "
        if wrong
        else f"هر {numeral(len(found))} پرونده همان است که ثبت شده؛ "
    )
    run.finish(problems, [_row(each) for each in found], closing=closing)
    return int(bool(wrong))


def of_code(run: Invocation, code: str) -> int:
    """Show what the register holds for a code, for a person to compare with the paper."""
    project = Project.remembered(run.folders)
    if project.workspace is None:
        raise DataError(list(project.problems))
    register = project.workspace.finals
    final, agrees = verifying.by_code(code, register)
    if final is None:
        run.results.show([Line(f"در دفتر سندی با «{code}» نیست.", type=LineType.ERROR)])
        run.finish([], {"known": False}, closing="")
        return 1
    run.results.show(_of_final(final, register, project.workspace.catalogue))
    if not agrees:
        said = "نسخه یا اثر متن در این رمز با دفتر یکی نیست: کاغذ همان سند ثبت‌شده نیست یا رمز درست خوانده نشده است."
        run.results.show([Line(said, type=LineType.ERROR)])
    run.finish([], {"known": True, "agrees": agrees, **_of_entry(final)}, closing="")
    return int(not agrees)


def _lines(each: Compared) -> Iterator[Line]:
    if each.final is None:
        if not each.problems:
            yield Line(f"{each.path}: در دفتر سندی نیست که این پرونده باشد.", type=LineType.ERROR)
        return
    named = f"{each.final.title}، شمارهٔ {to_persian(each.final.about)}، نسخهٔ {numeral(each.final.version or 1)}، {each.state}"
    difference = each.difference
    if each.problems:
        yield Line(f"{each.path}: {named}", type=LineType.PLACE)
    elif each.same_bytes:
        yield Line(f"{each.path}: همان پرونده‌ای است که ثبت شده: {named}", type=LineType.PLACE)
    elif difference is None:
        yield Line(f"{each.path}: متن همان است که ثبت شده، اگرچه پرونده از نو ذخیره شده: {named}", type=LineType.PLACE)
    else:
        yield Line(f"{each.path}: متن با آنچه ثبت شده یکی نیست: {named}", type=LineType.ERROR)
        where = f"صفحهٔ {numeral(difference.page)}" if difference.page else "آغاز"
        yield Line(f"نخستین فرق در {where}، «{difference.block}»", indent=4)
        yield Line(f"در نسخهٔ ثبت‌شده: {difference.final or '(نیست)'}", indent=4)
        yield Line(f"در این پرونده: {difference.file or '(نیست)'}", indent=4)
        if difference.others:
            yield Line(f"{numeral(difference.others)} بند دیگر هم فرق دارد.", indent=4)


def _of_final(final: Entry, register: Register, catalogue: Catalogue) -> Iterator[Line]:
    number = final.about
    yield Line(f"{final.title}", type=LineType.PLACE)
    known = {each.id: each.addressed_as for each in catalogue.contacts.contacts}
    named = "، ".join(known.get(each) or catalogue.named(each) or each for each in final.recipients)
    office = register.office(number)
    said = (
        ("شمارهٔ ثبت", to_persian(number)),
        ("نسخه", numeral(final.version or 1)),
        ("تاریخ", str(final.date)),
        ("وضع", str(register.state(number))),
        ("گیرنده", named),
        ("صفحه‌ها", numeral(final.pages or 0)),
        ("شمارهٔ دفتر", f"{to_persian(str(office.number))}، {office.date}" if office else ""),
    )
    yield from (Line(f"{title}: {value}", indent=4) for title, value in said if value)
    for entry in register.about(number):
        if entry.reason or entry.text:
            yield Line(f"{entry.entry}، {entry.date}: {entry.reason or entry.text}", indent=4)


def _of_entry(final: Entry) -> dict[str, object]:
    return {
        "number": final.about,
        "version": final.version,
        "document": final.document,
        "title": final.title,
        "date": str(final.date),
        "recipients": [*final.recipients],
        "pages": final.pages,
        "digest": final.digest,
    }


def _row(each: Compared) -> dict[str, object]:
    difference = each.difference
    return {
        "file": str(each.path),
        "known": each.final is not None,
        "changed": each.final is not None and not each.agrees,
        "same_bytes": each.same_bytes,
        "state": each.state or None,
        **(_of_entry(each.final) if each.final else {}),
        "page": difference.page if difference else None,
        "block": difference.block if difference else None,
        "final": difference.final if difference else None,
        "found": difference.file if difference else None,
    }
