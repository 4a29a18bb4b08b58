"""Rules over a neighbourhood's identity, profile, needs and office, and over its rank among the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.fields import own_records, repeated_ids
from generator.checks.scope import Case, Finding, ProvinceCase
from generator.model.known import UNKNOWN, Unknown
from generator.persian import fold, group, numeral, to_persian


def ids_stand_once(case: Case | ProvinceCase) -> Iterator[Finding]:
    """Ids are unique: a citation could not choose between two entries of one id; the second is the wrong one."""
    for key, record in own_records(case):
        for path, entry_id in repeated_ids(record):
            yield case.finding("duplicate-id", key, path, id=entry_id)


def id_begins_with_zone(case: Case) -> Iterator[Finding]:
    """«قائم» is in three zones, so every id has its zone (V15); another rule reports a zone that does not exist."""
    neighbourhood = case.dossier.neighbourhood
    zones = case.names.known(("zone",))
    if zones and neighbourhood.zone in zones and not neighbourhood.id.startswith(f"{neighbourhood.zone}-"):
        yield case.finding("id-without-zone", "neighbourhood", ("zone",), id=neighbourhood.id, zone=neighbourhood.zone)


def only_what_was_merged_is_in_another_one(case: Case) -> Iterator[Finding]:
    """Who looks for a merged neighbourhood must find where it went; a closed one went nowhere, and none into itself."""
    ended = case.dossier.neighbourhood.ended
    if ended and ((ended.how == "ادغام") != (ended.into is not None) or ended.into == case.dossier.id):
        yield case.finding("ended-into", "neighbourhood", ("ended", "into" if ended.into else "how"), how=ended.how)


def population_is_men_and_women(case: Case) -> Iterator[Finding]:
    """The table of the profile prints all three, and a reader adds them up."""
    profile = case.dossier.profile
    men, women, population = (profile.men, profile.women, profile.population) if profile else (UNKNOWN,) * 3
    if isinstance(men, Unknown) or isinstance(women, Unknown) or isinstance(population, Unknown):
        return
    if men + women != population:
        people, parts = group(population), group(men + women)
        yield case.finding("population-parts", "profile", ("population",), population=people, sum=parts)


def office_only_with_priority(case: Case) -> Iterator[Finding]:
    """Offices open, and contracts are made, only in «محلات اولویت‌دار» (V1)."""
    if not case.lacks("priority"):
        return
    # A contract without priority beside an office without priority is the same mistake.
    for record, title in (("office", "دفتر تسهیلگری"), ("contract", "قرارداد")):
        if getattr(case.dossier, record):
            yield case.finding("no-priority", record, (), title=title, lacking="priority", neighbourhood=case.dossier.id)
            return


def age_groups_are_the_population(case: Case) -> Iterator[Finding]:
    """The age pyramid is printed with the counts of men and women, and a reader adds it up."""
    profile = case.dossier.profile
    for name, title in (("men", "مرد"), ("women", "زن")):
        if profile and profile.age_groups:
            rows, stated = [getattr(row, name) for row in profile.age_groups], getattr(profile, name)
            if not any(isinstance(value, Unknown) for value in (*rows, stated)) and sum(rows) != stated:
                values = {"title": title, "sum": group(sum(rows)), "stated": group(stated)}
                yield case.finding("age-groups-sum", "profile", ("age_groups",), **values)


def needs_only_with_office(case: Case) -> Iterator[Finding]:
    """The needs are surveyed «در هر یک از محلات که دفتر تسهیلگری تأسیس شده است» (V2, line 286)."""
    if case.dossier.needs and case.lacks("office"):
        yield case.finding("needs-without-office", "needs", lacking="office", neighbourhood=case.dossier.id)


def needs_have_codes_of_their_own(case: Case) -> Iterator[Finding]:
    """A need is known by its code in every document, also beside those whose codes are made of their ids."""
    holders: dict[str, str] = {}
    for at, need in enumerate(case.dossier.needs.needs if case.dossier.needs else ()):
        other = holders.setdefault(fold(to_persian(need.code)), need.title)
        if other != need.title:
            yield case.finding("need-code-twice", "needs", ("needs", at, "code"), need=to_persian(need.code), other=other)


def ranks_are_unique(cases: Iterable[Case]) -> Iterator[Finding]:
    """A zone's neighbourhoods are an official ranking: no two share a place in it."""
    holders: dict[tuple[str, int], str] = {}
    for case in cases:
        neighbourhood = case.dossier.neighbourhood
        place = (neighbourhood.zone, neighbourhood.rank)
        holder = holders.setdefault(place, neighbourhood.id)
        if holder != neighbourhood.id:
            rank = numeral(neighbourhood.rank)
            yield case.finding("rank-twice", "neighbourhood", ("rank",), rank=rank, other=holder)
