"""Rules over the register: no number twice, none lost, nothing said of a final that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Finding
from generator.model.records.register import BLOCK, ISSUED, OFFICE, VOID, Entry, Register, parts_of
from generator.persian import numeral, to_persian


def numbers_are_given_once_and_in_order(register: Register) -> Iterator[Finding]:
    """A number names one paper for ever, and a gap or a line out of its place shows that one was lost or moved.

    Each kind counts by itself in each year, and each series of a keeper; two branches that were merged keep the order of each.
    """
    last: dict[tuple[int, str, int], tuple[int, Entry]] = {}
    seen: set[str] = set()
    for record, at, entry in _lines(register, ISSUED):
        year, code, count = parts_of(entry.about)
        series = (year, code, (count - 1) // BLOCK)
        before, last_entry = last.get(series, (series[2] * BLOCK, None))
        path = ("entries", at, "number")
        if entry.about in seen:
            yield Finding("register-number-twice", record, path, {"number": to_persian(entry.about)})
        elif count != before + 1:
            values = {"number": to_persian(entry.about), "expected": to_persian(f"{year}/{code}/{before + 1}")}
            yield Finding("register-number-out-of-order", record, path, values)
        elif last_entry is not None and entry.date < last_entry.date:
            values = {"date": str(entry.date), "before": str(last_entry.date), "number": to_persian(last_entry.about)}
            yield Finding("register-date-back", record, ("entries", at, "date"), values)
        seen.add(entry.about)
        if count > before:
            last[series] = count, entry


def years_keep_their_own_entries(register: Register) -> Iterator[Finding]:
    """An entry is looked up in the file of the year of its day, and a number begins with that year."""
    for year in register.years:
        for at, entry in enumerate(year.entries):
            record = f"register/{year.id}.yaml"
            if entry.date.year != year.year:
                yield Finding("register-other-year", record, ("entries", at, "date"), {"year": numeral(year.year)})
            elif entry.entry == ISSUED and parts_of(entry.about)[0] != year.year:
                yield Finding("register-other-year", record, ("entries", at, "number"), {"year": numeral(year.year)})


def entries_are_about_a_final(register: Register) -> Iterator[Finding]:
    """What is written down of a final names one that was issued."""
    known = {each.about for each in register.issued}
    for record, at, entry in _lines(register):
        if entry.about not in known:
            yield Finding("register-number-unknown", record, ("entries", at, "of"), {"number": to_persian(entry.about)})


def versions_are_counted_once(register: Register) -> Iterator[Finding]:
    """Two papers of one version, made apart by two keepers, are two texts of which one must be declared void."""
    seen: dict[tuple[str | None, int | None], str] = {}
    for record, at, entry in _lines(register, ISSUED):
        if register.is_void(entry.about):
            continue
        other = seen.setdefault((entry.document, entry.version), entry.about)
        if other != entry.about:
            values = {"document": str(entry.document), "version": numeral(entry.version or 0), "other": to_persian(other)}
            yield Finding("register-version-twice", record, ("entries", at, "version"), values)


def a_final_has_one_number_of_the_office_and_is_declared_void_once(register: Register) -> Iterator[Finding]:
    """The office's number is entered once and found everywhere; two would contradict each other."""
    for sort, code in ((OFFICE, "register-office-twice"), (VOID, "register-void-twice")):
        seen: dict[str, Entry] = {}
        for record, at, entry in _lines(register, sort):
            first = seen.setdefault(entry.about, entry)
            if first is not entry and first != entry:
                yield Finding(code, record, ("entries", at, "of"), {"number": to_persian(entry.about)})


def _lines(register: Register, sort: str = "") -> Iterator[tuple[str, int, Entry]]:
    """Yield the entries of a sort, or all, each with its file and its place in it."""
    for year in register.years:
        for at, entry in enumerate(year.entries):
            if not sort or entry.entry == sort:
                yield f"register/{year.id}.yaml", at, entry
