"""The programme's catalogues: goals, stages, province, zones, agencies with duties, services, bodies.

`text` is a sentence as published, spelling damage included; `clean` is the same sentence mended, the one documents print.
Line numbers are those of the published plan.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Axis, Count, Date, Decided, DutyId, Flag, Id, Month, Note, Percent, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, of_id
from generator.model.records.legal import Legal
from generator.model.records.operators import Operators
from generator.model.records.outlines import Outline
from generator.model.records.secretariat import Secretariat

Lines = Annotated[tuple[Count, ...], Field(title="سطرهای منبع")]
"""Lines of the published plan; none for what is not in it, such as an agency that joined later."""


class Published(Record):
    """A published sentence: `text` verbatim, `clean` mended, `lines` of the source."""

    text: Text = Field(title="متن منتشرشده")
    clean: Text = Field(title="متن ویراسته")
    lines: Lines


class Goal(Published):
    """One of the four goals of the programme, of which every action serves one at least (V13, lines 127-130)."""

    id: Id = Field(title="شناسه")


class Step(Published):
    """A sub-item of a described stage."""

    id: Id = Field(title="شناسه")


class Stage(Published):
    """A stage of the programme, as summarised or as described with its steps."""

    id: Id = Field(title="شناسه")
    steps: tuple[Step, ...] = Field(default=(), title="ریزگام‌ها")


class Programme(Record):
    """The programme itself: names, status, dates, goals, stages (5 in summary, 6 described)."""

    title: Text = Field(title="عنوان طرح")
    alt_title: Text = Field(title="عنوان دوم")
    status: Text = Field(title="وضعیت")
    province: Text = Field(title="استان")
    date: Month = Field(title="تاریخ تدوین")
    published: Date = Field(title="تاریخ انتشار")
    upstream: Published = Field(title="سند مرجع وظایف")
    approach: Published = Field(title="رویکرد")
    agency_indicator: Published = Field(title="شاخص مشارکت دستگاه‌ها")
    vision: Known[Text] = Field(default=UNKNOWN, title="چشم‌انداز برنامه")
    goals: tuple[Goal, ...] = Field(title="اهداف")
    stages_summary: tuple[Stage, ...] = Field(title="مراحل (خلاصه)")
    stages_described: tuple[Stage, ...] = Field(title="مراحل (شرح)")


class CityRow(Record):
    """A row of the province table; shares as printed, and corrected where the print is visibly wrong (then `note` says why)."""

    id: Id = Field(title="شناسه")
    name: Text = Field(title="شهر")
    neighbourhoods: Count = Field(title="تعداد محلات")
    area_ha: Count = Field(title="مساحت (هکتار)")
    area_share: Percent = Field(title="نسبت مساحت به کل شهر (چاپی)")
    population: Count = Field(title="جمعیت")
    population_share_printed: Percent = Field(title="درصد جمعیت (چاپی)")
    population_share: Known[Percent] = Field(default=UNKNOWN, title="درصد جمعیت (اصلاح‌شده)")
    note: Note = Field(default="", title="توضیح")
    lines: Lines


class Province(Record):
    """The province table: five cities and the stated total."""

    cities: tuple[CityRow, ...] = Field(title="شهرها")
    stated_total: CityRow = Field(title="جمع اعلام‌شده")


class Zone(Record):
    """One of the eight zones; its neighbourhoods name it, in the order of their rank."""

    id: Id = Field(title="شناسه")
    number: Count = Field(title="شمارهٔ پهنه")
    name: Text = Field(title="نام")
    area_ha: Count = Field(title="مساحت (هکتار)")
    municipal_districts: tuple[Count, ...] = Field(title="منطقه شهرداری")
    population: Count = Field(title="جمعیت")
    position: Annotated[Literal["داخل محدوده", "داخل محدوده و حریم شهر"], one_of("داخل محدوده", "داخل محدوده و حریم شهر")] = (
        Field(title="موقعیت نسبت به شهر")
    )
    direction: Text = Field(title="موقعیت جغرافیایی")
    lines: Lines


class Zones(Record):
    """The zones table with the totals stated under it."""

    zones: tuple[Zone, ...] = Field(title="پهنه‌ها")
    stated_area_ha: Count = Field(title="جمع مساحت اعلام‌شده")
    stated_population: Count = Field(title="جمع جمعیت اعلام‌شده")
    stated_neighbourhoods: Count = Field(title="جمع محلات اعلام‌شده")
    population_note: Text = Field(title="توضیح جمعیت")


class Duty(Published):
    """A duty paragraph of an agency; `id` is the reference that actions cite (`municipality/6`)."""

    id: DutyId = Field(title="شناسه وظیفه")
    needs_review: Note = Field(default="", title="نیازمند بررسی")


class Recipient(Record):
    """Who receives an agency's letters; «شرکت‌های خدمات‌رسان» are three companies, every other agency is one."""

    id: Id = Field(title="شناسه")
    name: Text = Field(title="نام گیرنده")
    head_title: Text = Field(title="عنوان مدیر")


class Agency(Record):
    """An agency with its duties. `text` is the name as published, `name` as documents print it."""

    id: Id = Field(title="شناسه")
    order: Count = Field(title="ترتیب")
    text: Text = Field(title="نام منتشرشده")
    name: Text = Field(title="نام")
    short_name: Text = Field(title="نام کوتاه")
    lines: Lines
    duties: tuple[Duty, ...] = Field(title="وظایف", min_length=1)
    recipients: tuple[Recipient, ...] = Field(title="گیرندگان", min_length=1)
    note: Note = Field(default="", title="توضیح")


class SubAction(Record):
    """One of the 26 sub-actions that a service of step seven lists."""

    id: Id = Field(title="شناسه")
    clean: Text = Field(title="متن ویراسته")


class Service(Published):
    """One of the 47 services of a facilitation office."""

    id: Id = Field(title="شناسه")
    axis: Known[Axis] = Field(default=UNKNOWN, title="محور")
    sub_actions: tuple[SubAction, ...] = Field(default=(), title="ریزاقدام‌ها")

    @property
    def heading(self) -> str:
        """The mended sentence without the bracket that names the sub-actions, for where these stand below as a list."""
        return self.clean.partition(" (")[0] if self.sub_actions else self.clean


class ServiceStep(Published):
    """A step (گام) of stage two with its services."""

    id: Id = Field(title="شناسه")
    number: Count = Field(title="شمارهٔ گام")
    services: tuple[Service, ...] = Field(title="بندها", min_length=1)


class ServiceStage(Published):
    """A stage (مرحله) of the services; it has services of its own or steps."""

    id: Id = Field(title="شناسه")
    number: Count = Field(title="شمارهٔ مرحله")
    services: tuple[Service, ...] = Field(default=(), title="بندها")
    steps: tuple[ServiceStep, ...] = Field(default=(), title="گام‌ها")

    @property
    def every_service(self) -> tuple[Service, ...]:
        """All services of the stage in order, those of its steps included."""
        return self.services + tuple(service for step in self.steps for service in step.services)


class Services(Record):
    """The service catalogue: three stages."""

    stages: tuple[ServiceStage, ...] = Field(title="مراحل")

    @property
    def every_service(self) -> tuple[Service, ...]:
        """All 47 services in order."""
        return tuple(service for stage in self.stages for service in stage.every_service)


class Alias(Record):
    """Another name under which the source speaks of a body."""

    name: Text = Field(title="نام")
    lines: Lines


class Body(Record):
    """An actor of the programme: committee, office, council. `members` are bodies or roles, never invented persons.

    `decides` are the matters that it approves (lines 286-287); `confirms_actions` when action cards need its
    confirmation (line 262).
    """

    id: Id = Field(title="شناسه")
    name: Text = Field(title="نام")
    role: Text = Field(title="نقش")
    aliases: tuple[Alias, ...] = Field(default=(), title="نام‌های دیگر")
    chair: Known[Text] = Field(default=UNKNOWN, title="رئیس")
    secretary: Known[Text] = Field(default=UNKNOWN, title="دبیر")
    members: tuple[Text, ...] = Field(default=(), title="اعضا")
    parent: Known[Id] = Field(default=UNKNOWN, title="مرجع بالاتر")
    note: Note = Field(default="", title="توضیح")
    decides: tuple[Decided, ...] = Field(default=(), title="موضوع‌هایی که تصویب می‌کند")
    confirms_actions: Flag = Field(default=False, title="تأییدکنندهٔ شناسنامهٔ اقدام")


class Bodies(Record):
    """All bodies with their aliases."""

    bodies: tuple[Body, ...] = Field(title="مراجع")


class Catalogue(Record):
    """All catalogues together: what every document may cite."""

    programme: Programme
    province: Province
    zones: Zones
    agencies: tuple[Agency, ...]
    services: Services
    bodies: Bodies
    legal: Legal
    secretariat: Secretariat
    operators: Operators = Operators()
    outlines: tuple[Outline, ...] = ()
    """Where the zones lie; none when nobody has drawn them."""

    def agency(self, agency_id: str) -> Agency:
        """The agency of an id (NotListedError when there is none)."""
        return of_id(self.agencies, agency_id)

    def duty(self, duty_id: str) -> Duty:
        """The duty of a reference such as `municipality/6` (NotListedError when there is none)."""
        return of_id((duty for agency in self.agencies for duty in agency.duties), duty_id)

    def zone(self, zone_id: str) -> Zone:
        """The zone of an id (NotListedError when there is none)."""
        return of_id(self.zones.zones, zone_id)

    def body(self, body_id: str) -> Body:
        """The body of an id (NotListedError when there is none)."""
        return of_id(self.bodies.bodies, body_id)

    def owner(self, owner_id: str) -> str:
        """The name of an agency or a body by its id (NotListedError when there is neither)."""
        owners: tuple[Agency | Body, ...] = (*self.agencies, *self.bodies.bodies)
        return of_id(owners, owner_id).name
