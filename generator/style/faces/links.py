"""A folder that holds some faces and no other, for what takes whole folders of faces."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.problems.errors import MachineError
from generator.problems.messages import problem, reason
from generator.style.faces import cache_folder


def together(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return links to these files, in a folder of the cache that holds nothing else; MachineError when it cannot be written."""
    try:
        known = [(str(file), stat.st_size, stat.st_mtime_ns) for file in files for stat in (file.stat(),)]
        folder = cache_folder() / f"faces-{hashlib.sha256(repr(known).encode()).hexdigest()[:16]}"
        folder.mkdir(exist_ok=True)
        made = tuple(folder / f"{at}-{file.name}" for at, file in enumerate(files))
        for link, file in zip(made, files, strict=True):
            _link(link, file)
    except OSError as error:
        raise MachineError([problem("cache-not-writable", None, reason=reason(error))]) from None
    return made


def _link(link: Path, file: Path) -> None:
    """Make a link, or a copy where none can be made; another process may have done so, or may be about to."""
    if link.exists():
        return
    try:
        link.symlink_to(file)
    except FileExistsError:
        return
    except OSError:  # Windows allows links to administrators only.
        with tempfile.NamedTemporaryFile(dir=link.parent.parent, prefix=".faces-", delete=False) as copy:
            pass
        shutil.copyfile(file, copy.name)
        Path(copy.name).replace(link)
