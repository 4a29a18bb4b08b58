"""What is shown in the browser at a moment; written by who builds, read by the threads that answer the browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from threading import Condition


class State(Enum):
    """How the file of a document is beside what it is made from: made from it, older, or not there."""

    FRESH = auto()
    OLD = auto()
    ABSENT = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """A document: its name, its title with that of its neighbourhood, its file, and how it is."""

    name: str
    title: str
    place: str
    file: Path
    state: State


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is shown at a moment. The number of a document never changes and never becomes that of another."""

    version: int = 0
    documents: tuple[Shown, ...] = ()
    problems: str = ""
    """As markup."""
    is_busy: bool = True


@dataclass
class Board:
    """The present scene; whoever wants to know the next one waits for it."""

    _scene: Scene = field(default_factory=Scene, init=False)
    _changed: Condition = field(default_factory=Condition, init=False)

    @property
    def scene(self) -> Scene:
        """The scene of this moment."""
        with self._changed:
            return self._scene

    def after(self, version: int, seconds: float) -> int:
        """Wait until there is another scene than that of a version, so many seconds at most; return the present version."""
        with self._changed:
            self._changed.wait_for(lambda: self._scene.version != version, seconds)
            return self._scene.version

    def begin(self) -> None:
        """Show that somebody is at work."""
        self._put(replace(self.scene, is_busy=True))

    def tell(self, problems: str) -> None:
        """Show the problems, given as markup."""
        self._put(replace(self.scene, problems=problems))

    def show(self, documents: Iterable[Shown]) -> None:
        """Show some documents, beside those that are shown already, whose state stays until it is known anew."""
        found = {each.name: each for each in self.scene.documents}
        for each in documents:
            found[each.name] = replace(each, state=found[each.name].state) if each.name in found else each
        self._put(replace(self.scene, documents=tuple(found.values())))

    def renew(self, file: Path) -> None:
        """Show a document anew whose file was made."""
        self._put(
            replace(
                self.scene,
                documents=tuple(
                    replace(each, state=State.FRESH) if each.file == file else each for each in self.scene.documents
                ),
            )
        )

    def finish(self, states: Mapping[str, State]) -> None:
        """Show how each document is in the end; one that is not named could not be made."""
        settled = tuple(replace(each, state=states.get(each.name, left(each.file))) for each in self.scene.documents)
        self._put(replace(self.scene, documents=settled, is_busy=False))

    def _put(self, scene: Scene) -> None:
        with self._changed:
            self._scene = replace(scene, version=self._scene.version + 1)
            self._changed.notify_all()


def left(file: Path) -> State:
    """Return how a document is that was not made now."""
    return State.OLD if file.exists() else State.ABSENT
