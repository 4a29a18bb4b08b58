"""Makes a project of many full neighbourhoods for measuring: each has the records of the sample golshahr under its own name."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

SAMPLE = "z3-golshahr"
_SHORT = "golshahr"
_OF_PROVINCE = ("meetings", "letters", "calls")
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def make(source: Path, target: Path, count: int, seed: int = 1) -> list[str]:
    """Write a project with `count` full neighbourhoods, the published ones first, and return their ids.

    Amounts differ from one to the next by the seed, so that no two files are equal.
    """
    shutil.copytree(source / "plans", target / "plans")
    shutil.copy(source / "sanad.yaml", target)
    plans = target / "plans"
    published = sorted(folder.name for folder in (plans / "neighbourhoods").iterdir())
    published.sort(key=lambda name: name != SAMPLE)
    for folder in _OF_PROVINCE:
        for file in (plans / folder).glob("*.yaml"):
            if "neighbourhoods: [" in file.read_text(encoding="utf-8"):  # What concerns the whole province stays.
                file.unlink()
    ids = [*published, *(f"z{at % 8 + 1}-n{at:05}" for at in range(len(published), count))][:count]
    for at, name in enumerate(ids):
        _fill(source / "plans", plans, name, at, random.Random(f"{seed}/{name}"))
    return ids


def _fill(source: Path, plans: Path, name: str, at: int, drawn: random.Random) -> None:
    folder = plans / "neighbourhoods" / name
    identity = folder / "neighbourhood.yaml"
    if not identity.exists():
        folder.mkdir()
        rank, title = str(at + 1).translate(_DIGITS), f"محلهٔ آزمون {at}".translate(_DIGITS)
        said = f"id: {name}\nzone: {name[:2]}\nrank: {rank}\ntext: {title}\nname: {title}\nlines: []\n"
        identity.write_text(said, encoding="utf-8")
    sample = source / "neighbourhoods" / SAMPLE
    for file in sorted(sample.rglob("*")):
        target = folder / file.relative_to(sample)
        if file.is_dir():
            target.mkdir(exist_ok=True)
        elif file.name != identity.name:
            _copy(file, target, name, drawn)
    for kind in _OF_PROVINCE:
        for file in sorted((source / kind).glob("*.yaml")):
            text = file.read_text(encoding="utf-8")
            # A reminder cites the notification that it reminds of, so it is left out with it.
            if f"[{SAMPLE}]" in text and "-notify-" not in text:
                stem = f"{name}-{file.stem.removeprefix(_SHORT + '-')}"
                _copy(file, plans / kind / f"{stem}.yaml", name, drawn)


def _copy(file: Path, target: Path, name: str, drawn: random.Random) -> None:
    if file.suffix != ".yaml":
        shutil.copy(file, target)
        return
    text = file.read_text(encoding="utf-8")
    text = text.replace(f"[{SAMPLE}]", f"[{name}]")
    text = re.sub(rf"(?<!-)\b{_SHORT}-(?=[a-z0-9])", f"{name}-", text)
    text = re.sub(r"(?<![-\w])((?:hq|sc|wg)-\d(?:[-/]d\d+)?)\b", rf"{name}-\1", text)
    target.write_text(f"# {drawn.randrange(10**9)}\n{text}", encoding="utf-8")
