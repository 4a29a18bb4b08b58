"""Whatever form of YAML text a damaged value is written in, the file reads the same after, but for the mended values."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring import formatting
from generator.persian import fold
from generator.reading.yamltext import read
from generator.reading.yamltext.nodes import plain
from tests.persian.orthography.clean_persian import units

_FIELDS = ("description", "boundaries", "social", "economic", "physical", "environmental")
_STYLES = (None, "'", '"', "|", ">")
_STRING = "tag:yaml.org,2002:str"

_SLIPS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("\u200c", "", 2),
    lambda text: text.replace("\u200c", " ", 2),
    lambda text: text.replace("ی", "ي", 1),
    lambda text: text.replace("، ", " ،", 1),
    lambda text: text.replace(". ", ".", 1),
    lambda text: text.replace(": ", " :"),
    lambda text: text.replace(" ", "\u00a0", 2),
    lambda text: text.replace(" ", "  ", 1),
    lambda text: text.replace(" ", "\t", 1),
    lambda text: text.replace(" ", "\n", 2),
    lambda text: f"{text}\n\n{text}",
    lambda text: f"{text}\n",
    lambda text: f"  {text}",
    lambda text: f"{text} # x",
    lambda text: f"{text}:",
    lambda text: f"- {text}",
    lambda text: f'"{text}',
    lambda text: f"{text} 12 'q' \\ {{a}} [b], 5%",
)


def _scalar(chance: random.Random) -> yaml.ScalarNode:
    text = chance.choice(units(chance.choice(("mediawiki", "wordpress"))))
    for _ in range(chance.randint(0, 4)):
        text = chance.choice(_SLIPS)(text)
    return yaml.ScalarNode(_STRING, text, style=chance.choice(_STYLES))


def _document(chance: random.Random) -> str:
    entries: list[tuple[yaml.Node, yaml.Node]] = [
        (yaml.ScalarNode(_STRING, name), _scalar(chance)) for name in chance.sample(_FIELDS, 4)
    ]
    items = yaml.SequenceNode("tag:yaml.org,2002:seq", [_scalar(chance) for _ in range(3)], flow_style=chance.random() < 0.5)
    entries.append((yaml.ScalarNode(_STRING, "capacities"), items))
    return yaml.serialize(
        yaml.MappingNode("tag:yaml.org,2002:map", entries, flow_style=False),
        allow_unicode=chance.random() < 0.9,
        width=chance.choice([30, 80, 1000]),
        line_break=chance.choice(["\n", "\r\n"]),
    )


def _folded(value: Any) -> Any:
    """What is read, but for what is mended: half-spaces, spaces, letters of one look, digits, the ezafe of a silent ه."""
    if isinstance(value, dict):
        return {key: _folded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_folded(each) for each in value]
    return fold(value).replace("ی", "") if value else value


@pytest.mark.parametrize("seed", range(8))
def test_a_mended_file_reads_the_same_and_is_mended_once(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "neighbourhoods" / "z1-a" / "profile.yaml"
    file.parent.mkdir(parents=True)
    chance = random.Random(seed)
    mended = 0
    for _ in range(10):
        file.write_bytes(_document(chance).encode("utf-8"))
        before = read(file)
        if before.node is None or before.failed:
            continue
        mended += sum(diff.values for diff in formatting.run(tmp_path, write=True).diffs)
        after = read(file).node
        assert after is not None
        assert _folded(plain(after)) == _folded(plain(before.node))
        assert formatting.run(tmp_path).diffs == []
    assert mended > 5
