"""The issue of finals: each gets its number in the register, and is kept, before it is put in place.

Under the lock of the register a few documents at a time are made with the numbers that come next. Whose text is that of its
last final takes none; who comes after it, or after one that failed, is then made once more with the number that is next.
So no number is left out. The line in the register is the moment of issue: what is kept is there before it, the file in the
output folder after it, so a run that is killed in between is finished by the next one.
"""

from __future__ import annotations

import datetime
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from generator import checks
from generator.build import changes, output
from generator.build.built import BuiltDocument
from generator.build.intended import Intended, Since
from generator.build.making import Making
from generator.build.planned import Planned
from generator.build.project import Project
from generator.build.registrars import Registrar
from generator.build.subjects import Subject
from generator.model.records.agencies import Agency, Recipient
from generator.model.records.contacts import Contact
from generator.model.records.letters import Letter
from generator.model.records.neighbourhood import Approval
from generator.model.records.register import ISSUED, Entry, Register
from generator.persian import JalaliDate, numeral
from generator.problems import messages
from generator.problems.errors import DataError, GeneratorError, MachineError
from generator.problems.messages import problem
from generator.reading import boundaries, plainfiles
from generator.reading.records import AGENCIES
from generator.reading.store import digest
from generator.records import register as registers
from generator.records.kept import Block, Kept, Made
from generator.records.register import OpenRegister

_AT_ONCE = 16
"""Documents that are made before another program gets its turn with the register."""
_TURN = 0.2
"""Seconds in which it takes its turn."""

Run = Callable[[dict[str, Intended], Sequence[Planned]], Generator[BuiltDocument, None, None]]
"""Makes documents in all formats, in their order, with what each will be registered as."""


@dataclass
class Issuing:
    """The issue of the finals of one build."""

    making: Making
    registrar: Registrar
    day: JalaliDate
    run: Run
    _kept: Kept = field(init=False)
    _stopped: bool = False
    """Whether one could not be registered: the disk or an edit of the data would stop the others too."""

    def __post_init__(self) -> None:
        self._kept = self.making.project.kept

    def documents(self, waiting: Sequence[Planned]) -> Generator[tuple[Planned, BuiltDocument], None, None]:
        """Yield each document when it is issued, or why it is not; one that is the same comes back as it was issued."""
        left, opened = [*waiting], None
        while left and not self._stopped:
            now, later = left[:_AT_ONCE], left[_AT_ONCE:]
            again: list[Planned] = []
            with registers.opened(self.making.project.folders.plans, opened) as opened:
                self._kept.sweep()
                yield from self._round(opened, now, again)
            left = [*again, *later]
            if left:
                time.sleep(_TURN)
        for planned in left:
            yield planned, BuiltDocument(problems=(problem("issue-stopped", None, document=planned.name),), exit_code=1)

    def _round(
        self, opened: OpenRegister, now: Sequence[Planned], again: list[Planned]
    ) -> Iterator[tuple[Planned, BuiltDocument]]:
        """Yield some documents when they are issued; those whose number was not the next one go into `again`."""
        intended, full = self._intended(opened.register, now)
        for planned in full:
            values = {"kind": planned.kind.title, "series": numeral(self.registrar.series), "year": numeral(self.day.year)}
            yield planned, BuiltDocument(problems=(problem("register-series-full", None, **values),), exit_code=1)
        asked = [planned for planned in now if planned not in full]
        with closing(self.run(intended, asked)) as made:
            for planned, done in zip(asked, made, strict=True):
                number = self._next(opened.register, planned)
                if done.same:
                    yield planned, self._put_back(opened.register, planned, done)
                elif done.registration is not None and done.registration.number != number:
                    again.append(planned)
                elif done.registration is not None:
                    yield planned, self._issued(opened, planned, done)
                else:
                    yield planned, self._asked(done)

    def _intended(self, register: Register, now: Iterable[Planned]) -> tuple[dict[str, Intended], list[Planned]]:
        """Return what some documents will be registered as if each has a new text, and those for which no number is left."""
        found: dict[str, Intended] = {}
        full: list[Planned] = []
        ahead: Counter[str] = Counter()
        for planned in now:
            if planned.sample:
                continue
            code = planned.kind.code or ""
            number = self._next(register, planned, ahead[code])
            if number is None:
                full.append(planned)
                continue
            last, version = register.last(planned.name), len(register.versions(planned.name)) + 1
            since = self._since(planned, last) if last else None
            found[planned.name] = Intended(number, version, self.day, str(last.digest) if last else "", since)
            ahead[code] += 1
        return found, full

    def _since(self, planned: Planned, last: Entry) -> Since | None:
        """Return what is another in the records since the last final; None where what it was made from is not kept."""
        try:
            old = self._kept.records(last.about)
            new = records_of(self.making.project, self.making.planner.subject(planned))
        except GeneratorError:
            return None
        return Since(last.about, last.version or 1, last.date, changes.between(old, new))

    def _next(self, register: Register, planned: Planned, ahead: int = 0) -> str | None:
        return register.next_number(self.day.year, planned.kind.code or "", self.registrar.series, ahead)

    def _issued(self, opened: OpenRegister, planned: Planned, done: BuiltDocument) -> BuiltDocument:
        """Keep a document and write it into the register; where that cannot be done it is not issued, and says why."""
        subject = self.making.planner.subject(planned)
        files = {path.suffix[1:]: data for path, data in done.files}
        try:
            entry = self._entry(subject, planned, done, files)
            blocks = [Block(*each) for each in done.texts.blocks]
            made_with = self.making.key(planned, done)
            records = records_of(self.making.project, subject)
            self._kept.put(entry, Made(files, records, blocks, made_with))
            opened.append([entry])
        except GeneratorError as error:
            self._stopped = True
            told = (*error.problems, problem("not-built", None, document=planned.name))
            return BuiltDocument(problems=told, exit_code=error.exit_code)
        self.making.result.registered.append(entry)
        return self._asked(done)

    def _entry(self, subject: Subject, planned: Planned, done: BuiltDocument, files: dict[str, bytes]) -> Entry:
        assert done.registration is not None, "it was asked for"
        return Entry(
            entry=ISSUED,
            number=done.registration.number,
            date=done.registration.date,
            kind=planned.kind.id,
            document=planned.name,
            title=title_of(planned),
            recipients=recipients_of(subject),
            classification=subject.classification,
            version=done.registration.version,
            digest=done.registration.digest,
            files={suffix: hashlib.sha256(data).hexdigest() for suffix, data in files.items()},
            pages=done.texts.pages,
            **({"by": self.registrar.by} if self.registrar.by else {}),
        )

    def _put_back(self, register: Register, planned: Planned, done: BuiltDocument) -> BuiltDocument:
        """Return a document that is the same as its last final with the files of that."""
        last = register.last(planned.name)
        assert last is not None, "it was compared with"
        self.making.result.same[planned.name] = last.about
        files, problems = [], [*done.problems]
        for suffix in (each for each in last.files if each in self.making.selection.formats):
            try:
                files.append((output.path_of(planned, suffix, final=True), self._kept.read(last, suffix)))
            except DataError as error:
                problems += error.problems
        code = DataError.exit_code if len(problems) > len(done.problems) else 0
        return replace(done, files=tuple(files), problems=tuple(problems), exit_code=code)

    def _asked(self, done: BuiltDocument) -> BuiltDocument:
        """Return what was made with the files alone that were asked for."""
        formats = self.making.selection.formats
        return replace(done, files=tuple(each for each in done.files if each[0].suffix[1:] in formats))


def records_of(project: Project, subject: Subject) -> dict[str, bytes]:
    """Return the files that a document is made from, by their keys; DataError when one is not as it was read."""
    reading, plans = project.reading, project.folders.plans
    found = {}
    for key in sorted({*_catalogues(project), *_own(subject, project)}):
        if key.endswith("approvals.yaml") and reading.digest(key) is None:
            continue  # Decisions of meetings alone give them.
        try:
            data = plainfiles.read(plans / key)
        except OSError as error:
            raise MachineError([problem("cannot-read", None, path=plans / key, reason=messages.reason(error))]) from None
        if reading.digest(key) not in (None, digest(data)):
            raise DataError([problem("record-changed-meanwhile", None, path=plans / key, document=subject.name)])
        found[key] = data
    return found


def _catalogues(project: Project) -> Iterator[str]:
    """Yield the files that every document may cite."""
    yield from (key for key in project.reading.files if "/" not in key or key.startswith(f"{AGENCIES}/"))
    if plainfiles.is_file(project.folders.plans / boundaries.FILE):
        yield boundaries.FILE


def _own(subject: Subject, project: Project) -> Iterator[str]:
    """Yield the files of the records that a document holds, also of those that give its approvals."""
    assert project.workspace is not None, "it has data"
    for held in subject.held:
        yield from (held.file(name) for name, _ in checks.records_of(held))
    for dossier in subject.all_dossiers if "approvals" in subject.kind.records else ():
        whole = project.workspace.dossier(dossier.id)
        given = {name for each in dossier.approvals.approvals for name in _sources(each)} if dossier.approvals else set()
        yield from (whole.file(name) for name, _ in checks.records_of(whole) if name in given)


def _sources(approval: Approval) -> Iterator[str]:
    """Yield the meeting or letter that an approval is read from."""
    if approval.decision:
        yield f"meetings/{approval.decision.partition('/')[0]}"
    if approval.letter:
        yield f"letters/{approval.letter}"


def title_of(planned: Planned) -> str:
    """Return what a final is called in the register: its kind, what it is about, and its neighbourhood."""
    place = f"محلهٔ {planned.place_name}" if planned.place_name else ""
    return "، ".join(filter(None, (planned.kind.title, planned.title, place)))


def recipients_of(subject: Subject) -> tuple[str, ...]:
    """Return the ids of those for whom a document is, as far as what it is about names them."""
    for _, part in reversed(subject.parts):
        match part:
            case Letter():
                return part.recipients or ((part.agency,) if part.agency else ())
            case Recipient() | Contact() | Agency():
                return (part.id,)
    return ()


def today() -> JalaliDate:
    """Return the day of this moment."""
    return JalaliDate.from_gregorian(datetime.date.today())
