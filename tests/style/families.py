"""The families that the shipped looks ask for."""

from pathlib import Path

from generator.style import looks

OF_LOOKS = looks.families(Path(__file__).parents[2] / "templates" / "fa")

OF_DEFAULT = OF_LOOKS[looks.DEFAULT]

ALL = tuple(dict.fromkeys(family for families in OF_LOOKS.values() for family in families))
"""Those of every look, each once."""

NAMES = tuple(family.name for family in OF_DEFAULT)
"""The names of the default look's."""
