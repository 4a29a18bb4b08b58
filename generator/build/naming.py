"""Names of neighbourhoods, agencies and kinds on the command line, wherever an id can be; in `plans/` an id stays an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.build.kinds import Kind
from generator.persian import fold
from generator.problems.errors import Problem, UsageError
from generator.problems.messages import meant, problem
from generator.problems.outcome import Outcome
from generator.reading import records
from generator.reading.places import Reading
from generator.reading.yamltext.nodes import texts

Known = Mapping[str, Sequence[str]]
"""The names of things by their ids, the first one as it is shown."""


def neighbourhoods(reading: Reading) -> Known:
    """Return the neighbourhoods, also those with errors, which have the names that could be read."""
    known: dict[str, Sequence[str]] = dict.fromkeys(reading.broken, ())
    for place in reading.places.values():
        # `golshahr` for `z3-golshahr`, where no other has it.
        known[place.id] = (*place.names, *filter(None, [place.id.partition("-")[2]])) if place.names else ()
    return known


def agencies(reading: Reading) -> Known:
    """Return the agencies."""
    return {
        key.removeprefix(f"{records.AGENCIES}/").removesuffix(records.SUFFIX): tuple(
            texts(source.node, "name", "short_name", "text")
        )
        for key, source in reading.positions.sources.items()
        if key.startswith(f"{records.AGENCIES}/")
    }


def owners(reading: Reading) -> Known:
    """Return the agencies, and the bodies by their names and aliases: each may have something to do."""
    bodies = reading.workspace.catalogue.bodies.bodies if reading.workspace else ()
    return {**agencies(reading), **{body.id: (body.name, *(alias.name for alias in body.aliases)) for body in bodies}}


def keepers(reading: Reading) -> Known:
    """Return the keepers of neighbourhoods, by their ids, posts and names."""
    listed = reading.workspace.catalogue.keepers.keepers if reading.workspace else ()
    return {keeper.id: (keeper.post, *([keeper.name] if isinstance(keeper.name, str) else [])) for keeper in listed}


def recipients(reading: Reading) -> Known:
    """Return who gets papers: the agencies, also by names that they had, their recipients, and the posts of the contacts."""
    if reading.workspace is None:
        return {}
    catalogue = reading.workspace.catalogue
    known: dict[str, Sequence[str]] = {each.id: (each.post,) for each in catalogue.contacts.contacts}
    for agency in catalogue.agencies:
        known |= {each.id: (each.name,) for each in agency.recipients}
        former = (name for each in agency.former for name in (each.name, each.short_name))
        known[agency.id] = (agency.name, *known.get(agency.id, ()), agency.short_name, *former)
    return known


def kinds(found: Sequence[Kind]) -> Known:
    """Return the kinds of documents."""
    return {kind.id: tuple(filter(None, (kind.short, kind.title))) for kind in found}


def find(word: str, known: Known) -> list[str]:
    """Return the ids that a word means: an id itself, else the things of that name, else those that have it as another name.

    Spellings that a reader takes for the same are the same: «ي» and «ی», a half-space and a space.
    """
    if word in known:
        return [word]
    wanted = fold(word)
    first = [each for each, names in known.items() if wanted in (fold(each), *map(fold, names[:1]))]
    return first or [each for each, names in known.items() if wanted in map(fold, names[1:])]


def ids(words: Sequence[str], known: Known, unknown: str, **values: str) -> Outcome[tuple[str, ...]]:
    """Return the id that each word means, each once; `unknown` is the sentence for a word that means nothing here."""
    found = {word: find(word, known) for word in words}
    wrong = list(_refused(found, known, unknown, values))
    return Outcome.of(None if wrong else tuple(dict.fromkeys(each for several in found.values() for each in several)), wrong)


def ids_or_all(words: Sequence[str], known: Known, unknown: str, **values: str) -> Sequence[str]:
    """Return the ids that are asked for, all of them when none is; UsageError for a wrong name."""
    found = ids(words, known, unknown, **values)
    if found.value is None:
        raise UsageError([*found.problems])
    return found.value or tuple(known)


def shown(found: Iterable[str], known: Known) -> str:
    """List ids, each with its name."""
    return "، ".join(f"{each} ({known[each][0]})" if known[each] else each for each in found)


def _refused(found: Mapping[str, Sequence[str]], known: Known, unknown: str, values: Mapping[str, str]) -> Iterator[Problem]:
    whole = " ".join(found)
    if len(found) > 1 and not all(found.values()) and find(whole, known):
        yield problem("name-unquoted", None, given=whole)
        return
    names = [*known, *(name for each in known.values() for name in each)]
    for word, meanings in found.items():
        if not meanings:
            yield problem(unknown, None, given=word, near=meant(word, names), **values)
        if len(meanings) > 1:
            yield problem("name-of-several", None, given=word, choices=shown(meanings, known))
