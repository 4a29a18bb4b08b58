"""The clean Persian that `format` must leave alone, its known mistakes, and the changes that the rules make to it."""

from __future__ import annotations

import difflib
import lzma
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from generator.persian.orthography import tidy

FOLDER = Path(__file__).parent / "clean"
SOURCES = ("handbook", "mediawiki", "wordpress")
PERSIAN_WORD = re.compile("[\u0600-\u06ff\u200c]+")

Change = tuple[str, str]


@cache
def units(source: str) -> tuple[str, ...]:
    """The paragraphs or messages of a source."""
    return tuple(lzma.decompress((FOLDER / f"{source}.txt.xz").read_bytes()).decode("utf-8").split("\n"))


def words_in(texts: Iterable[str]) -> int:
    """How many Persian words the texts have."""
    return sum(len(PERSIAN_WORD.findall(text)) for text in texts)


@cache
def errata() -> dict[Change, int]:
    """Return the known mistakes with their corrections, and how often each occurs."""
    rows = yaml.safe_load((FOLDER / "errata.yaml").read_text(encoding="utf-8"))
    return {(row["found"], row["mended"]): row["count"] for row in rows}


def changes(texts: Iterable[str]) -> Counter[Change]:
    """What `tidy` changes in the texts: the words before and after, and how often."""
    counted: Counter[Change] = Counter()
    for text in texts:
        before, after = text.split(" "), tidy(text).split(" ")
        if before != after:
            matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
            counted.update(
                (" ".join(before[i1:i2]), " ".join(after[j1:j2]))
                for tag, i1, i2, j1, j2 in matcher.get_opcodes()
                if tag != "equal"
            )
    return counted
