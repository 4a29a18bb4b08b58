"""What the terminal says of the problems after each edit: those that are new, and how many are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.cli.reporting.cards import counted, show
from generator.cli.reporting.terminal import Screen
from generator.persian import numeral
from generator.problems.errors import Problem
from generator.problems.limits import RunLimits
from generator.problems.sentences import watching as words

_Same = tuple[str, str, str, str]


@dataclass
class Telling:
    """Knows what was told, whatever line it has moved to since."""

    screen: Screen
    limits: RunLimits
    _told: Counter[_Same] = field(default_factory=Counter)

    def begin(self, found: Sequence[Problem]) -> None:
        """Tell what is new among the problems of the data, before documents are made."""
        self._told += self._new(found)

    def finish(self, found: Sequence[Problem]) -> None:
        """Tell what else is new among all problems, and how many are gone since the last time."""
        self._new(found)
        now = Counter(map(_same, found))
        gone = (self._told - now).total()
        self._told = now
        if gone:
            said = words.CLEARED.format(count=numeral(gone), left=counted(found)) if found else words.ALL_CLEARED
            self.screen.say(said)

    def _new(self, found: Sequence[Problem]) -> Counter[_Same]:
        fresh, left = [], Counter(self._told)
        for each in found:
            if left[_same(each)] > 0:
                left[_same(each)] -= 1
            else:
                fresh.append(each)
        if fresh:
            show(fresh, self.screen, limits=self.limits)
        return Counter(map(_same, fresh))


def _same(found: Problem) -> _Same:
    return found.code, str(found.place.file) if found.place else "", found.where, found.message
