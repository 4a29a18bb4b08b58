"""The menu of `sanad menu`: numbers for a few commands, each run as in a terminal, and what came of it in plain words.

Problems at a place in a file are many and their cards are for who knows them: they go into a report, which a browser shows.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.authoring.init.begin import ALLOWED
from generator.build import output
from generator.cli import app
from generator.cli.invocation import Invocation, Screens, Shared
from generator.cli.opening import open_path
from generator.cli.reporting import report as reports
from generator.cli.reporting.cards import counted, show
from generator.cli.reporting.layout import Direction, Line
from generator.cli.reporting.terminal import Screen
from generator.persian import numeral, to_western
from generator.problems.errors import GeneratorError, Problem, UsageError
from generator.problems.sentences import menu as words
from generator.reading import plainfiles

_CHECK, _BUILD, _FOLDER, _REPORT, _DOCTOR = "12345"
_END = "0"
_BESIDE = " \t.\u200c\u200e\u200f"
"""What may be typed beside a number without being seen."""

_FOLDERS = ("root", "plans", "templates", "output")


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a command: its exit code, its problems, and its result, None when it did not get so far."""

    code: int
    problems: Sequence[Problem] = ()
    result: Any = None


@dataclass(slots=True)
class Menu:
    """The menu on the screens of a run; `report` is that of the last command which found something."""

    run: Invocation
    report: Path | None = None
    _told: Path | None = None
    """The project of which it was said that it is one."""

    def show(self) -> int:
        """Show the menu again and again, until its end is chosen or nothing more can be typed."""
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        try:
            while self._begin() if self._root() is None else self._work():
                self._say("")
        except (EOFError, KeyboardInterrupt):
            self._say("")
        self._say(words.FAREWELL)
        return 0

    def _work(self) -> bool:
        """Let one thing of a project be chosen and do it; False at the end."""
        actions: dict[str, tuple[str, Callable[[], None]]] = {
            _CHECK: (words.CHECK, self._check),
            _BUILD: (words.BUILD, self._build),
            _FOLDER: (words.OPEN_FOLDER, self._open_folder),
            _REPORT: (words.OPEN_REPORT, self._open_report),
            _DOCTOR: (words.DOCTOR, self._examine),
        }
        self._introduce(self._root() or Path())
        chosen = self._choose(words.ASK, {number: text for number, (text, _) in actions.items()} | {_END: words.END})
        if chosen in actions:
            actions[chosen][1]()
        return chosen != _END

    def _introduce(self, root: Path) -> None:
        """Say once what the folder is."""
        if self._told != root:
            self._say(words.ABOUT)
            self._name(root)
            self._told = root

    def _check(self) -> None:
        done = self._command("check")
        self._tell(done, words.CHECKED)

    def _build(self) -> None:
        ready = self._ready()
        if ready is None:
            return
        if not ready:
            self._say(words.NONE_READY)
            return
        numbered = {str(number): name for number, name in enumerate(ready, 2)}
        choices = {"1": words.ALL} | {number: ready[name] for number, name in numbered.items()} | {_END: words.BACK}
        chosen = self._choose(words.WHICH, choices, names=True)
        if chosen not in ("", _END):
            done = self._command("build", *([] if chosen == "1" else [numbered.get(chosen, chosen)]))
            written = done.result["written"] if done.result else []
            self._tell(done, words.BUILT, count=numeral(len(written)))
            if written:
                self._say(words.DOCUMENTS_ARE.format(number=numeral(int(_FOLDER))))
                self._name(self._output())

    def _ready(self) -> dict[str, str] | None:
        """Return the neighbourhoods that documents can be made for, by id with their names; None when that is not known."""
        listed = self._command("list", "documents", quiet=True)
        named = self._command("list", "neighbourhoods", quiet=True) if listed.result is not None else listed
        if named.result is None:
            self._tell(named, "")
            return None
        ready = {row["neighbourhood"] for row in listed.result if row["name"]}
        return {row["name"]: row["title"] for row in named.result if row["name"] in ready}

    def _open_folder(self) -> None:
        folder = self._output()
        if not any(folder.glob("*/*")):
            self._say(words.NO_DOCUMENTS.format(number=numeral(int(_BUILD))))
            return
        self._open(folder)

    def _open_report(self) -> None:
        if self.report is None:
            self._check()
        if self.report is not None:
            self._open(self.report)

    def _examine(self) -> None:
        done = self._command("doctor", results=self.run.results)
        if done.problems:
            self._tell(done, "")

    def _open(self, path: Path) -> None:
        self._say(words.OPENED if open_path(path) else words.NOT_OPENED)
        self._name(path)

    def _begin(self) -> bool:
        """Offer to make a project where there is none; False at the end."""
        self._say(words.NO_PROJECT)
        self._name(self.run.shared.root or Path.cwd())
        chosen = self._choose(words.ASK, {"1": words.NEW, "2": words.NEW_WITH_SAMPLE, _END: words.END})
        if chosen not in ("1", "2"):
            return chosen != _END
        base = _documents()
        proposed = _unused(self.run.shared.root or Path.cwd()) or base / words.PROJECT_NAME
        self._say(words.WHERE)
        self._name(proposed)
        # In quotes is how the Explorer of Windows copies a path.
        typed = self._ask().strip().strip('"')
        self._settle(base / Path(typed).expanduser() if typed else proposed, sample=chosen == "2")
        return True

    def _settle(self, folder: Path, *, sample: bool) -> None:
        """Work in the project of a folder from now on, which is made if there is none."""
        if plainfiles.is_folder(folder / "plans"):
            self._say(words.THERE_IS_ONE)
            self._name(folder)
        else:
            done = self._command("init", *(["--sample"] if sample else []), str(folder))
            if done.code:
                self._tell(done, "")
                return
            show(done.problems, self.run.problems)
        self.run = replace(self.run, shared=Shared(root=folder))

    def _command(self, name: str, *arguments: str, results: Screen | None = None, quiet: bool = False) -> Done:
        """Run a command in the folders of the menu: results are seen where a screen is given, progress unless `quiet`."""
        told: list[tuple[Sequence[Problem], object]] = []
        nowhere = Screen.of(io.StringIO())
        screens = Screens(results or nowhere, nowhere if quiet else self.run.problems, lambda *each: told.append(each))
        given = {each: getattr(self.run.shared, each) for each in _FOLDERS}
        folders = [word for each, path in given.items() if path is not None for word in (f"--{each}", str(path))]
        code = app.run([name, *folders, *arguments], screens)
        return Done(code, *(told[-1] if told else ()))

    def _tell(self, done: Done, sentence: str, **values: str) -> None:
        """Say what came of a command, and where its problems are to be read."""
        if loose := [found for found in done.problems if found.place is None]:
            show(loose, self.run.problems)
        counts = counted(done.problems)
        if done.result is not None:
            self._say(sentence.format(counts=counts, **values))
        elif done.problems:
            self._say(words.FAILED.format(counts=counts))
        self.report = self._written(done.problems) if len(loose) < len(done.problems) else None
        if self.report is not None:
            self._say(words.REPORT_IS.format(number=numeral(int(_REPORT))))
            self._name(self.report)

    def _written(self, problems: Sequence[Problem]) -> Path | None:
        """Write the report; where that cannot be, say why and show the problems here."""
        file = self._output() / words.REPORT_NAME
        try:
            reports.refuse_foreign(file)
            page = reports.page(problems, self.run.limits)
            return output.write(file.parent, Path(file.name), page.encode(), may_wait=False)
        except GeneratorError as error:
            show([*problems, *error.problems], self.run.problems, limits=self.run.limits)
            return None

    def _root(self) -> Path | None:
        """Return the folder of the project; None where there is none."""
        try:
            folders = self.run.folders
        except UsageError:
            return None
        return folders.plans.resolve().parent if plainfiles.is_folder(folders.plans) else None

    def _output(self) -> Path:
        return self.run.folders.output

    def _choose(self, question: str, choices: Mapping[str, str], *, names: bool = False) -> str:
        """Ask for one of the numbers, in whatever digits it is typed, or with `names` for a name; empty for another."""
        self.run.results.show(Line(f"{numeral(int(number))}. {text}", indent=2) for number, text in choices.items())
        self._say(question)
        typed = self._ask().strip(_BESIDE)
        chosen = to_western(typed)
        if chosen in choices or (names and not chosen.isdecimal()):
            return chosen if chosen in choices else typed
        if typed:
            self._say(words.WRONG.format(given=typed))
        return ""

    def _ask(self) -> str:
        return input("> ")

    def _say(self, text: str) -> None:
        self.run.results.say(text)

    def _name(self, path: Path) -> None:
        """Print a path in a line of its own, from left to right."""
        self.run.results.show([Line(head=str(path.absolute()), direction=Direction.LTR, indent=2)])


def _unused(folder: Path) -> Path | None:
    """Return a folder in which a project can be made, else None."""
    try:
        return folder if all(each.name in ALLOWED for each in folder.iterdir()) else None
    except OSError:
        return None


def _documents() -> Path:
    """Return the folder in which people keep their work."""
    found = Path.home() / "Documents"
    return found if found.is_dir() else Path.home()
