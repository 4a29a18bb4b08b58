"""Tells the processor time of a process by part: functions are wrapped when their module is imported, in this process alone.

What is measured has no line for it. Time counts for the innermost part; what lies in no part is the rest.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

IMPORTS = "start and imports"

Part = str | Callable[..., str]
"""The name of a part, or what says it from the arguments of the call."""

Watched = Mapping[str, Mapping[str, Part]]
"""The functions and methods of each module that are parts."""


class Clock:
    """The processor seconds of each part; `settled` is called when a part ends that lies in no other."""

    def __init__(self, settled: Callable[[], None] = lambda: None) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._settled = settled
        self._open: list[str] = []
        self._since = 0.0

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count the time of a block for a part, but for the parts in it."""
        self._charge()
        self._open.append(name)
        try:
            yield
        finally:
            self._charge()
            self._open.pop()
            if not self._open and name != IMPORTS:  # There are a thousand imports; they are told with what follows.
                self._settled()

    def _charge(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now

    def wrapped(self, function: Callable[..., Any], part: Part) -> Callable[..., Any]:
        """Return a function that counts as a part."""

        @wraps(function)
        def counted(*args: Any, **options: Any) -> Any:
            with self.part(part if isinstance(part, str) else part(*args, **options)):
                return function(*args, **options)

        return counted


class Watch(MetaPathFinder):
    """Counts imports as a part, and wraps the watched functions of a module once it is loaded."""

    def __init__(self, clock: Clock, watched: Watched) -> None:
        self._clock, self._watched = clock, watched

    def install(self) -> None:
        """See every import from now on; what the process spent so far was its start."""
        self._clock.spent[IMPORTS] += time.process_time()
        sys.meta_path.insert(0, self)

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Find a module as it would be found without this, and count what loads it."""
        with self._clock.part(IMPORTS):
            others = (finder for finder in sys.meta_path if finder is not self)
            spec = next((found for finder in others if (found := finder.find_spec(name, path, target))), None)
            if spec is not None and spec.loader is not None and not isinstance(spec.loader, type):
                self._count(spec.loader)
            return spec

    def _count(self, loader: Any) -> None:
        create, execute = loader.create_module, loader.exec_module

        def load(module: ModuleType) -> None:
            with self._clock.part(IMPORTS):
                execute(module)
            for name, part in self._watched.get(module.__name__, {}).items():
                self._wrap(module, name, part)

        loader.create_module = self._clock.wrapped(create, IMPORTS)
        loader.exec_module = load

    def _wrap(self, module: ModuleType, name: str, part: Part) -> None:
        owner: Any = module
        *around, last = name.split(".")
        for each in around:
            owner = getattr(owner, each)
        found = vars(owner)[last]
        inner = found.__func__ if isinstance(found, classmethod) else found
        counted = self._clock.wrapped(inner, part)
        setattr(owner, last, classmethod(counted) if isinstance(found, classmethod) else counted)
