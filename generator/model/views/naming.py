"""What neighbourhoods are called where several are named: three of them have one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier
from generator.persian import numeral


def names(dossiers: Sequence[Dossier], catalogue: Catalogue) -> Mapping[str, str]:
    """Return the names of neighbourhoods by their ids; a name that several of them have goes with its zone."""
    known = {each.id: each.neighbourhood for each in dossiers}
    counted = Counter(each.name for each in known.values())
    return {
        place: each.name if counted[each.name] == 1 else f"{each.name} (پهنهٔ {numeral(catalogue.zone(each.zone).number)})"
        for place, each in known.items()
    }
