"""Who of the secretariat answers for which neighbourhoods."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Count, Id, Text
from generator.model.known import UNKNOWN, Known, Record


class Keeper(Record, title="مسئول محله‌ها"):
    """A post of the secretariat that keeps the dossiers of some neighbourhoods; its holder may not be known."""

    id: Id = Field(title="شناسه", description="شناسهٔ مسئول.", examples=["east"])
    post: Text = Field(title="سمت", description="سمت در دبیرخانه.", examples=["کارشناس پهنه‌های شرقی"])
    name: Known[Text] = Field(
        default=UNKNOWN, title="نام مسئول محله‌ها", description="نام دارندهٔ سمت.", examples=["نام و نام خانوادگی"]
    )
    series: Count | None = Field(
        default=None,
        ge=1,
        le=9,
        title="رشتهٔ شماره‌ها",
        description=(
            "رشتهٔ شماره‌های ثبت سندهای نهایی این سمت، از ۱ تا ۹، اگر چند نفر جدا از هم ثبت می‌کنند؛ شماره‌های رشتهٔ ۱ از ۱۰٬۰۰۱"
            " آغاز می‌شود."
        ),
        examples=["۱"],
    )
    neighbourhoods: tuple[Id, ...] = Field(
        title="محله‌ها", description="محله‌هایی که پیگیری آن‌ها با این سمت است.", examples=[["z3-golshahr"]]
    )


class Keepers(Record, title="مسئولان محله‌ها"):
    """The keepers; no neighbourhood has two."""

    keepers: tuple[Keeper, ...] = Field(
        default=(), title="مسئولان محله‌ها", description="سمت‌های دبیرخانه و محله‌هایی که پیگیری هر کدام با کدام است."
    )

    def keeper_of(self, neighbourhood_id: str) -> Keeper | None:
        """Return who answers for a neighbourhood; None when nobody is named."""
        return next((keeper for keeper in self.keepers if neighbourhood_id in keeper.neighbourhoods), None)
