"""The services of a facilitation office in three stages."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Axis, Count, Id, Remark, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.published import Published


class SubAction(Record, title="زیراقدام"):
    """One of the 26 sub-actions that a service of step seven lists."""

    id: Id = Field(title="شناسه", description="شناسهٔ ریزاقدام.", examples=["s2-7-3-1"])
    clean: Text = Field(title="متن ویراسته", description="متن ریزاقدام با املای درست.", examples=["برگزاری دوره‌های مهارت‌آموزی"])


class Service(Published, title="بند شرح خدمات"):
    """One of the 47 services of a facilitation office."""

    id: Id = Field(title="شناسه", description="شناسهٔ بند. اقدام‌ها به آن ارجاع می‌دهند.", examples=["s2-6-2"])
    axis: Known[Axis] = Field(
        default=UNKNOWN, title="محور", description="محوری که این بند به آن تعلق دارد، اگر سند گفته باشد.", examples=["اجتماعی"]
    )
    sub_actions: tuple[SubAction, ...] = Field(
        default=(), title="ریزاقدام‌ها", description="ریزاقدام‌هایی که سند برای این بند برشمرده است."
    )
    note: Remark = ""

    @property
    def heading(self) -> str:
        """The corrected sentence without the bracket that names the sub-actions, for where they follow as a list."""
        return self.clean.partition(" (")[0] if self.sub_actions else self.clean


class ServiceStep(Published, title="گام خدمات"):
    """A step (گام) of stage two with its services."""

    id: Id = Field(title="شناسه", description="شناسهٔ گام.", examples=["s2-6"])
    number: Count = Field(title="شمارهٔ گام", description="شمارهٔ گام در سند.", examples=["۶"])
    services: tuple[Service, ...] = Field(title="بندها", min_length=1, description="بندهای این گام.")


class ServiceStage(Published, title="مرحلهٔ خدمات"):
    """A stage (مرحله) of the services; it has services of its own or steps."""

    id: Id = Field(title="شناسه", description="شناسهٔ مرحله.", examples=["s1"])
    number: Count = Field(title="شمارهٔ مرحله", description="شمارهٔ مرحله در سند.", examples=["۱"])
    services: tuple[Service, ...] = Field(default=(), title="بندها", description="بندهایی که مستقیم در این مرحله‌اند.")
    steps: tuple[ServiceStep, ...] = Field(default=(), title="گام‌ها", description="گام‌های مرحله. اگر ندارد، ننویسید.")

    @property
    def every_service(self) -> tuple[Service, ...]:
        """All services of the stage in order, those of its steps included."""
        return self.services + tuple(service for step in self.steps for service in step.services)


class Services(Record, title="شرح خدمات دفاتر تسهیلگری"):
    """The service catalogue: three stages."""

    stages: tuple[ServiceStage, ...] = Field(title="مراحل", description="مرحله‌های شرح خدمات دفاتر تسهیلگری.")

    @property
    def every_service(self) -> tuple[Service, ...]:
        """All 47 services in order."""
        return tuple(service for stage in self.stages for service in stage.every_service)
