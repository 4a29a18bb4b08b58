"""The real plans, damaged in every way that is mended: the model and the comments are the same after as before."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.authoring import formatting
from generator.authoring.schema.files import kind_of
from generator.persian import fold
from generator.reading.yamltext import read, typed

PLANS = Path(__file__).parents[3] / "plans"
FILES = (
    "programme.yaml",
    "bodies.yaml",
    "services.yaml",
    "agencies/municipality.yaml",
    "agencies/utilities.yaml",
    "neighbourhoods/z3-golshahr/profile.yaml",
    "neighbourhoods/z3-golshahr/needs.yaml",
    "neighbourhoods/z3-golshahr/community.yaml",
    "neighbourhoods/z3-golshahr/contract.yaml",
    "neighbourhoods/z3-golshahr/plan.yaml",
)
# A value on the line of its key, not published text, a number, a date or an id; and a line of a block.
_PROSE_LINE = re.compile(
    r"^( *(?:- )?(?:clean|description|title|note|proposal|role|goal|support|evidence|interest|gate): )([^\"'>|{\[#\n]+)$",
    re.MULTILINE,
)
_BLOCK_LINE = re.compile(r"^( {4,})([آ-ی][^:#\"'\n]+)$", re.MULTILINE)


def _damaged(text: str, chance: random.Random, *, blocks: bool) -> str:
    def damage(line: re.Match[str]) -> str:
        slips = [
            lambda value: value.replace("\u200c", "", 1),
            lambda value: value.replace("\u200c", " ", 1),
            lambda value: value.replace("ی", "ي", 2),
            lambda value: value.replace("ک", "ك", 1),
            lambda value: value.replace("،", " ،", 1),
            lambda value: value.replace(" ", "\u00a0", 1),
        ]
        return line[1] + chance.choice(slips)(line[2])

    text = _PROSE_LINE.sub(damage, text)
    return _BLOCK_LINE.sub(damage, text) if blocks else text


def _folded(value: Any) -> Any:
    """A model's content with every text folded, so that only what reads otherwise differs."""
    if isinstance(value, dict):
        return {key: _folded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_folded(each) for each in value]
    return fold(value) if isinstance(value, str) else value


def _comments(text: str) -> list[str]:
    return re.findall(r"(?:^|\s)#.*$", text, re.MULTILINE)


def _keys(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, _keys(each)) for key, each in value.items()]
    return [_keys(each) for each in value] if isinstance(value, list) else None


@pytest.fixture(scope="module")
def damaged_and_mended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, int]:
    """Two folders of the same damaged plans, the second mended, and how many values were."""
    root = tmp_path_factory.mktemp("damaged")
    chance = random.Random(1397)
    for key in FILES:
        for folder in ("before", "after"):
            (root / folder / key).parent.mkdir(parents=True, exist_ok=True)
        text = _damaged((PLANS / key).read_text(encoding="utf-8"), chance, blocks=key.startswith("neighbourhoods"))
        (root / "before" / key).write_text(text, encoding="utf-8")
        shutil.copy(root / "before" / key, root / "after" / key)
    result = formatting.run(root / "after", write=True)
    return root / "before", root / "after", sum(diff.values for diff in result.diffs)


def test_there_was_much_to_mend(damaged_and_mended: tuple[Path, Path, int]) -> None:
    assert damaged_and_mended[2] > 100


@pytest.mark.parametrize("key", FILES)
def test_models_differ_in_nothing_but_the_mended_spelling(damaged_and_mended: tuple[Path, Path, int], key: str) -> None:
    before, after, _ = damaged_and_mended
    kind = kind_of(key)
    assert kind is not None
    loaded = []
    for folder in (before, after):
        node = read(folder / key).node
        assert node is not None
        record, _ = typed.load(node, kind.model, folder / key)
        assert record is not None
        loaded.append(record.model_dump())
    assert _folded(loaded[0]) == _folded(loaded[1])


@pytest.mark.parametrize("key", FILES)
def test_comments_order_and_lines_stay(damaged_and_mended: tuple[Path, Path, int], key: str) -> None:
    before, after, _ = damaged_and_mended
    texts = [(folder / key).read_text(encoding="utf-8") for folder in (before, after)]
    assert _comments(texts[0]) == _comments(texts[1])
    assert len(texts[0].split("\n")) == len(texts[1].split("\n"))
    assert _keys(YAML(typ="rt").load(texts[0])) == _keys(YAML(typ="rt").load(texts[1]))


@pytest.mark.parametrize("key", FILES)
def test_text_as_published_stays_to_the_letter(damaged_and_mended: tuple[Path, Path, int], key: str) -> None:
    before, after, _ = damaged_and_mended
    published = re.compile(r"^ *(?:- )?text:(?:.*)$", re.MULTILINE)
    assert published.findall((before / key).read_text("utf-8")) == published.findall((after / key).read_text("utf-8"))


def test_most_of_the_damage_is_mended_back_to_what_it_was(damaged_and_mended: tuple[Path, Path, int]) -> None:
    before, after, _ = damaged_and_mended
    damaged = mended = 0
    for key in FILES:
        right, typed_lines, lines = (
            (folder / key).read_text(encoding="utf-8").split("\n") for folder in (PLANS, before, after)
        )
        for line, damaged_line, mended_line in zip(right, typed_lines, lines, strict=True):
            damaged += line != damaged_line
            mended += line != damaged_line and line == mended_line
    assert damaged > 100
    assert mended / damaged > 0.85


def test_the_plans_themselves_have_nothing_to_mend() -> None:
    assert [diff.text for diff in formatting.run(PLANS).diffs] == []
