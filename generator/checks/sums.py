"""Rules over the source's tables and the totals that it states (V12). It contradicts itself in places, so these only warn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.scope import Catalogues, FieldPath, Finding
from generator.model.known import Unknown
from generator.model.records.province import Province
from generator.persian import decimal_text, group, percent_text

ZONED_CITY = "mashhad"
"""The city of the province table that the zones divide."""

_ROUNDING = Decimal("0.1")
_SHARE_TOLERANCE = Decimal(1)


def province_sums(parts: Catalogues) -> Iterator[Finding]:
    """Compare the rows of the province table with the total stated under them."""
    if parts.province is None:
        return
    total = parts.province.stated_total
    for name, title in (("neighbourhoods", "تعداد محلات"), ("area_ha", "مساحت"), ("population", "جمعیت")):
        rows = sum(getattr(city, name) for city in parts.province.cities)
        path = ("stated_total", name)
        yield from _differs("province.yaml", path, f"{title} شهرها", rows, getattr(total, name), total.note)


def zone_sums(parts: Catalogues) -> Iterator[Finding]:
    """Compare the zones with the totals stated under them; the population differs by far and the source only hints why."""
    zones = parts.zones
    if zones is None:
        return
    area = sum(zone.area_ha for zone in zones.zones)
    population = sum(zone.population for zone in zones.zones)
    note = zones.population_note
    yield from _differs("zones.yaml", ("stated_area_ha",), "مساحت پهنه‌ها", area, zones.stated_area_ha, "")
    yield from _differs("zones.yaml", ("stated_population",), "جمعیت پهنه‌ها", population, zones.stated_population, note)


def published_neighbourhoods(parts: Catalogues, later: int) -> Iterator[Finding]:
    """Compare the neighbourhoods that have a folder with their stated number; `later` of them are not of the published plan."""
    if parts.zones:
        stated, found = parts.zones.stated_neighbourhoods, len(parts.neighbourhoods) - later
        yield from _differs("zones.yaml", ("stated_neighbourhoods",), "شمار محلات", found, stated, "")


def zones_agree_with_the_city(parts: Catalogues) -> Iterator[Finding]:
    """The source states the totals of the city in two tables; they should be the same numbers."""
    if parts.province is None or parts.zones is None:
        return
    for at, city in enumerate(parts.province.cities):
        if city.id != ZONED_CITY:
            continue
        for name, title in (("neighbourhoods", "تعداد محلات"), ("area_ha", "مساحت"), ("population", "جمعیت")):
            stated, elsewhere = getattr(city, name), getattr(parts.zones, f"stated_{name}")
            if stated != elsewhere:
                values = {"title": title, "city": city.name, "here": group(stated), "there": group(elsewhere)}
                values["difference"] = group(abs(stated - elsewhere))
                yield Finding("tables-disagree", "province.yaml", ("cities", at, name), values)


def population_shares(parts: Catalogues) -> Iterator[Finding]:
    """The printed shares sum to 17.11 where 7.12 is printed: their decimals were reversed in copying; ours are corrected."""
    province = parts.province
    if province is None:
        return
    printed = sum((city.population_share_printed for city in province.cities), Decimal(0))
    stated = province.stated_total.population_share_printed
    if printed != stated:
        path = ("stated_total", "population_share_printed")
        values = {"sum": percent_text(printed), "stated": percent_text(stated)}
        yield Finding("printed-shares-differ", "province.yaml", path, values)
    yield from _corrected_shares(province)


def _corrected_shares(province: Province) -> Iterator[Finding]:
    corrected = [city.population_share for city in province.cities]
    total = province.stated_total.population_share
    shares = [share for share in corrected if not isinstance(share, Unknown)]
    if isinstance(total, Unknown) or len(shares) < len(corrected):
        return
    if abs(sum(shares, Decimal(0)) - total) > _ROUNDING:
        values = {"sum": percent_text(sum(shares, Decimal(0))), "stated": percent_text(total)}
        yield Finding("mended-shares-differ", "province.yaml", ("stated_total", "population_share"), values)


def corrected_shares_are_explained(parts: Catalogues) -> Iterator[Finding]:
    """A number that differs from the published one must say why, since an official compares the two."""
    if parts.province is None:
        return
    rows = [(("cities", at), city) for at, city in enumerate(parts.province.cities)]
    for path, city in [*rows, (("stated_total",), parts.province.stated_total)]:
        corrected = city.population_share
        if not isinstance(corrected, Unknown) and corrected != city.population_share_printed and not city.note.strip():
            yield Finding("mended-unexplained", "province.yaml", (*path, "population_share"), {"city": city.name})


def area_share_of_the_total(parts: Catalogues) -> Iterator[Finding]:
    """The printed 15 % is the mean of five shares; weighted by the areas of the cities it is about 9.45 %."""
    if parts.province is None or any(not city.area_share for city in parts.province.cities):
        return
    cities, total = parts.province.cities, parts.province.stated_total
    cities_area = sum((city.area_ha * 100 / city.area_share for city in cities), Decimal(0))
    weighted = sum(city.area_ha for city in cities) * 100 / cities_area if cities_area else total.area_share
    if abs(weighted - total.area_share) > _SHARE_TOLERANCE:
        values = {"stated": percent_text(total.area_share), "weighted": f"{decimal_text(weighted, 1)}٪"}
        yield Finding("area-share-unweighted", "province.yaml", ("stated_total", "area_share"), values)


def _differs(record: str, path: FieldPath, title: str, found: int, stated: int, note: str) -> Iterator[Finding]:
    if found != stated:
        values = {"title": title, "sum": group(found), "stated": group(stated), "difference": group(abs(found - stated))}
        explained = {"note": " ".join(note.split()).strip("()")}
        code = "sum-differs-explained" if note.strip() else "sum-differs"
        yield Finding(code, record, path, values | explained)
