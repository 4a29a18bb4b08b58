"""Judge files that are built, or came back: what is wrong with them, and a contract with its numbers put right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import output
from generator.build.results import Result
from generator.problems.errors import Place, UsageError
from generator.problems.limits import LIMITS, RunLimits
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.writing.writers import WRITERS

if TYPE_CHECKING:
    from generator.renumbering import Renumbered


def inspect(paths: Iterable[Path], limits: RunLimits = LIMITS) -> Result:
    """Find what is wrong with built files, also of other programs; a folder means every file in it that can be judged.

    One that cannot be read or judged keeps back no other.
    """
    from generator.build import confined

    chosen: list[Path] = []
    for path in paths:
        suffixes = dict.fromkeys(writer.format for writer in WRITERS if writer.inspected)
        inside = (each for suffix in suffixes for each in path.rglob(f"*.{suffix}"))
        of_people = (each for each in inside if not plainfiles.is_byproduct(each.name))
        files = sorted(of_people) if plainfiles.is_folder(path) else [path]
        if not files:
            raise UsageError([problem("nothing-to-inspect", None, path=path)])
        chosen += files
    result = Result(inspected=chosen)
    for path, judged in zip(chosen, confined.judge(chosen, limits), strict=True):
        result.layouts |= {path: judged.layout} if any(judged.layout) else {}
        result.failed(judged.problems, judged.exit_code)
        result.tracebacks += [judged.traceback] if judged.traceback else []
    return result


def renumber(path: Path, target: Path, limits: RunLimits = LIMITS, *, force: bool = False) -> tuple[Result, Renumbered | None]:
    """Put the numbers of a contract right in a new file, unless all of them are; over one that is there only by `force`."""
    from generator.build import confined

    if plainfiles.real(target) == plainfiles.real(path):
        raise UsageError([problem("renumber-over-itself", Place(path))])
    if target.exists() and not force:
        raise UsageError([problem("renumber-exists", None, path=target)])
    done = confined.renumber(path, limits)
    result = Result()
    if isinstance(done, confined.Judged):
        result.failed(done.problems, done.exit_code or 1)
        result.tracebacks += [done.traceback] if done.traceback else []
        return result, None
    if done.changes:
        result.written.append(output.replace(target, done.data))
    doubts = [problem(doubt.code, Place(path), where=doubt.where, text=doubt.text) for doubt in done.doubts]
    result.failed(doubts, 0)
    return result, done
