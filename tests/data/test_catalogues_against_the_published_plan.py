"""The catalogues against the lines of the published plan, copied with their numbers into `fixtures/plan-lines.txt`.

Documented joins, and nothing else: a run of blanks (the no-break space among them) is one space, lines lose the blanks at
their ends, a list mark before the text goes («•», «-», «1.», «2-1»), and a sentence broken over several lines is joined by
one space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
import yaml

from generator.model.known import Record
from generator.model.records.agencies import Agency
from generator.model.records.bodies import Bodies
from generator.model.records.legal import Legal
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.programme import Programme
from generator.model.records.province import CityRow, Province, Zones
from generator.model.records.published import Published
from generator.model.records.secretariat import Secretariat
from generator.model.records.services import Services
from generator.persian import fold, normalise

R = TypeVar("R", bound=Record)

PLANS = Path(__file__).parents[2] / "plans"
LINES = {
    int(number): line
    for number, line in (
        entry.split("\t", 1)
        for entry in (Path(__file__).parent / "fixtures" / "plan-lines.txt").read_text(encoding="utf-8").splitlines()
    )
}
LIST_MARK = re.compile(r"^(?:•|-(?=\s)|\d+\.|\d-\d(?=\s))\s*")


def joined(numbers: tuple[int, ...]) -> str:
    return " ".join(LIST_MARK.sub("", normalise(LINES[number])) for number in numbers)


def load(model: type[R], name: str) -> R:
    return model.model_validate(yaml.load((PLANS / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


PROGRAMME = load(Programme, "programme.yaml")
PROVINCE = load(Province, "province.yaml")
ZONES = load(Zones, "zones.yaml")
SERVICES = load(Services, "services.yaml")
BODIES = load(Bodies, "bodies.yaml")
AGENCIES = sorted(
    (load(Agency, f"agencies/{file.name}") for file in (PLANS / "agencies").glob("*.yaml")), key=lambda agency: agency.order
)
NEIGHBOURHOODS = sorted(
    (
        load(Neighbourhood, f"neighbourhoods/{file.parent.name}/neighbourhood.yaml")
        for file in (PLANS / "neighbourhoods").glob("*/neighbourhood.yaml")
    ),
    key=lambda neighbourhood: (neighbourhood.zone, neighbourhood.rank),
)


def sentences() -> Iterator[tuple[str, Published]]:
    """Every sentence of the catalogues that is published as whole lines, by id."""
    yield from ((goal.id, goal) for goal in PROGRAMME.goals)
    for stage in PROGRAMME.stages_summary + PROGRAMME.stages_described:
        yield stage.id, stage
        yield from ((step.id, step) for step in stage.steps)
    for section in PROGRAMME.narrative:
        yield f"section {section.id}", section
        yield from ((passage.id, passage) for passage in section.passages)
    for agency in AGENCIES:
        yield from ((duty.id, duty) for duty in agency.duties)
    for service_stage in SERVICES.stages:
        yield service_stage.id, service_stage
        yield from ((step.id, step) for step in service_stage.steps)
    yield from ((service.id, service) for service in SERVICES.every_service)


SENTENCES = dict(sentences())


@pytest.mark.parametrize("key", SENTENCES)
def test_a_published_sentence_is_held_word_for_word(key: str) -> None:
    sentence = SENTENCES[key]
    assert sentence.text == joined(sentence.lines)


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.id)
def test_an_agency_bears_the_name_of_its_heading(agency: Agency) -> None:
    assert agency.text == joined(agency.lines)


def test_sentences_that_are_part_of_a_line_stand_in_it() -> None:
    for part in (PROGRAMME.upstream, PROGRAMME.approach, PROGRAMME.agency_indicator):
        assert part.text in joined(part.lines)


def test_the_lines_of_the_duties_are_all_lines_of_the_section_on_duties() -> None:
    cited = [line for agency in AGENCIES for line in (*agency.lines, *(line for duty in agency.duties for line in duty.lines))]
    assert cited == list(range(288, 340))


def test_the_lines_of_the_services_are_cited_once_each_and_in_order() -> None:
    cited = [line for service in SERVICES.every_service for line in service.lines]
    assert cited == sorted(set(cited))
    assert (cited[0], cited[-1]) == (211, 273)


def test_neighbourhoods_stand_in_their_zone_in_the_published_order() -> None:
    for zone in ZONES.zones:
        names = [n.text for n in NEIGHBOURHOODS if n.zone == zone.id]
        assert [n.rank for n in NEIGHBOURHOODS if n.zone == zone.id] == list(range(1, len(names) + 1))
        assert joined(zone.lines).endswith("- ".join(names))


def test_zones_bear_the_published_figures() -> None:
    for zone in ZONES.zones:
        line = joined(zone.lines)
        districts = r"و\s?".join(rf"{district}\s?" for district in zone.municipal_districts)
        assert line.startswith(f"{zone.number} ")
        assert re.search(rf" {zone.area_ha} {districts}\s?{zone.population} ", line)
        assert fold(zone.name) in fold(line)
        assert fold(f"{zone.position} {zone.direction}") in fold(line)


def test_the_stated_totals_of_the_zones_are_those_under_the_table() -> None:
    stated = f"جمع کل {ZONES.stated_area_ha} {ZONES.stated_population} {ZONES.stated_neighbourhoods} محله"
    assert joined((81,)) == f"{stated} ({ZONES.population_note})"
    assert sum(zone.area_ha for zone in ZONES.zones) == ZONES.stated_area_ha


@pytest.mark.parametrize("row", (*PROVINCE.cities, PROVINCE.stated_total), ids=lambda row: row.id)
def test_a_row_of_the_province_table_is_the_published_one(row: CityRow) -> None:
    printed = f"{row.neighbourhoods} {row.area_ha} {row.area_share}% {row.population} {row.population_share_printed}%"
    name, figures = re.fullmatch(r"(\D+?) (\d.*)", joined(row.lines)).groups()  # type: ignore[union-attr]
    assert figures == printed
    assert fold(name) == fold(row.name)
    assert row.note


def test_the_corrected_shares_sum_to_the_corrected_total() -> None:
    shares = [row.population_share for row in PROVINCE.cities if isinstance(row.population_share, Decimal)]
    assert len(shares) == len(PROVINCE.cities)
    assert sum(shares) == PROVINCE.stated_total.population_share


def test_aliases_of_bodies_stand_in_the_lines_that_they_cite() -> None:
    for body in BODIES.bodies:
        for alias in body.aliases:
            for line in set(alias.lines) & set(LINES):
                assert alias.name in normalise(LINES[line]), (body.id, line)


def test_nothing_is_lost_in_counting() -> None:
    assert len(PROVINCE.cities) == 5
    assert len(ZONES.zones) == 8
    assert len(NEIGHBOURHOODS) == ZONES.stated_neighbourhoods == 66
    assert len(AGENCIES) == 14
    assert [agency.order for agency in AGENCIES] == list(range(1, 15))
    assert sum(len(agency.duties) for agency in AGENCIES) == 36
    assert sum(len(agency.recipients) for agency in AGENCIES) == 16
    assert len(SERVICES.every_service) == 47
    assert [len(service.sub_actions) for service in SERVICES.every_service if service.sub_actions] == [11, 7, 8]
    assert (len(PROGRAMME.goals), len(PROGRAMME.stages_summary), len(PROGRAMME.stages_described)) == (4, 5, 6)


def test_mended_sentences_keep_every_letter_but_the_known_damage() -> None:
    """Only spelling, punctuation and half-spaces are mended: most words of a mended sentence stand in the published one."""
    for key, sentence in SENTENCES.items():
        published = fold(sentence.text)
        words = [fold(word) for word in re.findall(r"[\w\u200c]+", sentence.clean)]
        kept = sum(word in published for word in words)
        assert kept >= 0.75 * len(words), key


def test_the_text_of_the_programme_is_held_in_order_from_its_first_line_to_its_last_view() -> None:
    cited = [line for section in PROGRAMME.narrative for each in (section, *section.passages) for line in each.lines]
    assert cited == sorted(set(cited))
    assert set(cited) >= set(range(30, 48))


def test_what_is_lost_or_left_out_of_a_published_paragraph_is_marked_and_explained() -> None:
    passages = [passage for section in PROGRAMME.narrative for passage in section.passages]
    marked = {line for passage in passages if "[" in passage.clean for line in passage.lines}
    assert marked == {31, 37, 47}
    assert [passage.id for passage in passages if "[" in passage.clean and not passage.note] == []


def test_no_printed_sentence_labels_the_residents() -> None:
    """The published words stay in `text`, as quotations (lines 47, 231)."""
    labels = ("کج‌رفتاری", "موازین ناهنجار", "کمترین توجهی", "تن‌فروش", "توزیع‌کنندگان مواد", "رحمانی")
    printed = [(key, label) for key, sentence in SENTENCES.items() for label in labels if label in sentence.clean]
    assert printed == []
    services = {service.id: service for service in SERVICES.every_service}
    assert "تنفروشان" in services["s2-2-5"].text and services["s2-2-5"].note


def test_legal_rates_are_verified_only_with_a_date_and_otherwise_ask_for_a_lawyer() -> None:
    for rate in load(Legal, "legal.yaml").rates:
        assert rate.verified_on or "کارشناس حقوقی" in rate.note, rate.id


def test_the_letterhead_ends_with_the_secretariat() -> None:
    secretariat = load(Secretariat, "secretariat.yaml")
    assert secretariat.organisation[-1] == secretariat.name


def test_files_and_folders_are_named_for_the_ids_in_them() -> None:
    assert {agency.id for agency in AGENCIES} == {file.stem for file in (PLANS / "agencies").glob("*.yaml")}
    assert {n.id for n in NEIGHBOURHOODS} == {folder.name for folder in (PLANS / "neighbourhoods").iterdir()}
    assert all(n.id.startswith(f"{n.zone}-") for n in NEIGHBOURHOODS)
