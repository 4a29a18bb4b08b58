"""The finals as they leave the house: a folder for each recipient, all letters in one file for the printer, a list of it all.

    <folder>/
        <recipient>/<title> <number>.pdf, .docx    as they were issued, from the store; the signed copy beside them
        همه برای چاپ.pdf                           the letters one after the other, each beginning on the front of a sheet
        فهرست توزیع.xlsx                           what went to whom

The folder is filled beside its place and then moved there, so it is whole or not there.
"""

from __future__ import annotations

import hashlib
import io
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.build import naming, registry
from generator.build.project import Project
from generator.build.registry import Registered, Search
from generator.model.fields import OPEN
from generator.model.records.register import Entry, State
from generator.persian import numeral, sort_key, to_persian
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, Problem, UsageError
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading.records import SIGNED
from generator.records import disk
from generator.writing.workbook import workbook

LETTERS, LIST, NOBODY = "همه برای چاپ.pdf", "فهرست توزیع.xlsx", "بی‌گیرنده"
MOST_BYTES = 120
"""Of a name in UTF-8: some file systems and archives take 255 for the whole path, and a Persian letter has two."""

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
"""Names that Windows keeps for devices, whatever follows a dot."""
_AT_END = "،؛:. \u200c"
"""What does not end a name that is cut."""
_COLUMNS = (
    ("ردیف", 6), ("گیرنده", 34), ("شماره", 14), ("تاریخ", 12), ("عنوان", 60), ("نسخه", 8), ("وضعیت", 12),
    ("شمارهٔ دفتر", 18), ("پرونده", 60),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A final in the folder of one recipient: its files by their paths in the export."""

    final: Registered
    recipient: str
    files: tuple[str, ...]


@dataclass(slots=True)
class Export:
    """What goes out: the contents of the files by their paths, the list, and what was left out."""

    files: dict[str, bytes] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    confidential: int = 0
    """Finals that were left out since not everybody may see them."""
    letters: int = 0
    """Letters in the file for the printer."""


def export(project: Project, target: Path, asked: Search, *, confidential: bool = False) -> Export:
    """Write the finals that are asked for into a new or empty folder: the last of each document, none that is void.

    UsageError for a folder that holds something, lies under `plans/`, or would stay empty; DataError for finals that are not
    kept as they were issued (then nothing is written); MachineError when the disk does not let it.
    """
    _free(project, target)
    found = Export()
    chosen = [each for each in registry.search(project, asked) if each.state in (State.FINAL, State.SIGNED)]
    public = [each for each in chosen if confidential or each.issued.classification == OPEN]
    found.confidential = len(chosen) - len(public)
    if not public:
        raise UsageError([problem("export-nothing", None, confidential=numeral(found.confidential))])
    _fill(project, public, registry.recipients_of(project, asked.recipient), found)
    _write(target, found.files)
    return found


def _free(project: Project, target: Path) -> None:
    """Refuse a folder that is no place for an export."""
    if plainfiles.real(target).is_relative_to(plainfiles.real(project.folders.plans)):
        raise UsageError([problem("export-in-plans", None, path=target)])
    try:
        taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    except OSError as error:
        raise MachineError([problem("cannot-read", None, path=target, reason=messages.reason(error))]) from None
    if taken:
        raise UsageError([problem("export-not-empty", None, path=target)])


def _fill(project: Project, finals: Sequence[Registered], asked: set[str] | None, found: Export) -> None:
    """Put the files of finals, the file for the printer and the list into an export; DataError with all faults of the store."""
    folders = _Folders(project)
    letters = {kind.id for kind in project.kinds if kind.letter}
    to_print: list[tuple[str, Entry, bytes]] = []
    faults: list[Problem] = []
    for each in finals:
        try:
            data = _data(project, each)
        except DataError as error:
            faults += error.problems
            continue
        ids = [one for one in each.issued.recipients if asked is None or one in asked]
        for folder in [folders.of(one) for one in ids] or [NOBODY]:
            name = _name(each.issued, max(data, key=lambda suffix: len(suffix.encode())))
            named = {f"{folder}/{name}{suffix}": content for suffix, content in data.items()}
            found.files |= named
            found.sent.append(Sent(each, folder, tuple(named)))
        if each.issued.kind in letters and ".pdf" in data:
            to_print.append((folders.of(ids[0]) if ids else NOBODY, each.issued, data[".pdf"]))
    if faults:
        raise DataError(faults)
    found.sent.sort(key=lambda sent: (sent.recipient == NOBODY, sort_key(sent.recipient)))
    found.letters = len(to_print)
    if to_print:
        to_print.sort(key=lambda letter: (letter[0] == NOBODY, sort_key(letter[0]), letter[1].date))
        found.files[LETTERS] = printable(data for *_, data in to_print)
    found.files[LIST] = workbook("فهرست توزیع سندها", "توزیع", _COLUMNS, _rows(found.sent))


def _data(project: Project, final: Registered) -> dict[str, bytes]:
    """Return the files of a final by their endings, the signed copy among them; DataError where one is not as it was."""
    data = {f".{suffix}": project.kept.read(final.issued, suffix) for suffix in final.issued.files}
    signed = next((each for each in reversed(final.later) if each.file), None)
    if signed is not None:
        path = project.folders.plans / SIGNED / signed.file
        values = {"number": to_persian(final.issued.about), "path": str(path)}
        try:
            scan = plainfiles.read(path)
        except OSError:
            raise DataError([problem("kept-missing", None, **values)]) from None
        if hashlib.sha256(scan).hexdigest() != signed.sha256:
            raise DataError([problem("kept-changed", None, **values)])
        data[f" (امضاشده){path.suffix}"] = scan
    return data


class _Folders:
    """The folders of recipients: by their names; two recipients of one name have folders of their own."""

    def __init__(self, project: Project) -> None:
        self._names = naming.recipients(project.reading)
        self._given: dict[str, str] = {}

    def of(self, recipient: str) -> str:
        """Return the folder of a recipient by the id; who is in no list any more has it for a name."""
        if recipient not in self._given:
            names = self._names.get(recipient) or (recipient,)
            name = safe(names[0])
            taken = {NOBODY.casefold(), *(each.casefold() for each in self._given.values())}
            self._given[recipient] = safe(names[0], f" ({recipient})") if name.casefold() in taken else name
        return self._given[recipient]


def _name(entry: Entry, longest: str) -> str:
    """Return the name of the files of a final without their endings, of which one is the longest.

    No two finals have one number, so no two files have one name. Of a title that is too long what the final is about is kept,
    and not what kind it is.
    """
    ending = f" {to_persian(entry.about).replace('/', '-')}{longest}"
    title, about = str(entry.title), str(entry.title).partition("، ")[2]
    whole = safe(title, ending)
    return (safe(about, ending) if about and "…" in whole else whole).removesuffix(longest)


def safe(text: str, ending: str = "") -> str:
    """Return a text as a name that every system takes and shows alike, cut between words so that it ends with `ending`.

    NFC, at most `MOST_BYTES` in UTF-8, nothing that Windows refuses in names.
    """
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split())
    ending = _UNSAFE.sub("-", unicodedata.normalize("NFC", ending))
    room = MOST_BYTES - len(ending.encode())
    if len(name.encode()) > room:
        name = name.encode()[: room - len("…".encode())].decode(errors="ignore")
        name = (name.rpartition(" ")[0] or name).rstrip(_AT_END) + "…"
    whole = f"{name}{ending}".rstrip(". ") or "_"
    return f"_{whole}" if _RESERVED.match(whole) or whole.startswith(".") else whole


def printable(documents: Iterable[bytes]) -> bytes:
    """Return PDFs in one, each beginning on the front of a sheet that is printed on both sides; equal PDFs give equal bytes."""
    import pikepdf  # only who exports waits for it

    whole = pikepdf.Pdf.new()
    for data in documents:
        if len(whole.pages) % 2:
            left, bottom, right, top = map(float, whole.pages[-1].mediabox)
            whole.add_blank_page(page_size=(right - left, top - bottom))
        with pikepdf.open(io.BytesIO(data)) as one:
            whole.pages.extend(one.pages)
    content = io.BytesIO()
    whole.save(content, deterministic_id=True)
    return content.getvalue()


def _rows(sent: Iterable[Sent]) -> Iterator[tuple[str, ...]]:
    for row, each in enumerate(sent, 1):
        issued = each.final.issued
        office = next((str(later.number) for later in each.final.later if later.entry == "شمارهٔ دفتر"), "")
        names = "\n".join(PurePosixPath(file).name for file in each.files)
        yield (
            numeral(row), each.recipient, to_persian(issued.about), str(issued.date), str(issued.title),
            numeral(issued.version or 0), each.final.state, to_persian(office), names,
        )  # fmt: skip


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    """Put the files under a folder, all of them or none."""
    beside = target.with_name(f"{disk.TEMPORARY}{secrets.token_hex(8)}")
    try:
        for name, data in files.items():
            file = beside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        if target.exists():
            target.rmdir()
        disk.again(beside.replace, target)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
