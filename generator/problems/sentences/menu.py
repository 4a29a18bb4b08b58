"""The words of the menu of `sanad menu`, for people who do not know a terminal."""

from __future__ import annotations

ABOUT = "این پوشه پروژهٔ «سند» است: داده‌های محله‌ها در plans است و سندهایی که از آن ساخته می‌شود در output."

CHECK = "بررسی داده‌ها"
BUILD = "ساختن سندها"
OPEN_FOLDER = "باز کردن پوشهٔ سندها"
OPEN_REPORT = "دیدن گزارش مشکلات"
DOCTOR = "آیا این رایانه آماده است؟"
END = "پایان"
BACK = "بازگشت"

ASK = "شمارهٔ کار را بنویسید و Enter را بزنید."
WRONG = "«{given}» هیچ‌یک از این شماره‌ها نیست."
FAREWELL = "پایان کار."

CHECKED = "داده‌ها بررسی شد؛ {counts}."
BUILT = "{count} پرونده ساخته شد؛ {counts}."
FAILED = "این کار انجام نشد؛ {counts}."
DOCUMENTS_ARE = "سندها در این پوشه است و شمارهٔ {number} آن را باز می‌کند:"
REPORT_IS = "مشکلات در این گزارش آمده است و شمارهٔ {number} آن را در مرورگر باز می‌کند:"

OPENED = "این باز شد:"
NOT_OPENED = "این رایانه نتوانست آن را باز کند؛ خود آن را باز کنید:"
NO_DOCUMENTS = "هنوز سندی ساخته نشده است؛ نخست شمارهٔ {number} را بزنید."

WHICH = "سندهای کدام محله ساخته شود؟ شماره یا نام محله را بنویسید و Enter را بزنید."
ALL = "همهٔ محله‌ها"
NONE_READY = "هنوز هیچ محله‌ای پرونده‌های لازم برای ساختن سند را ندارد؛ README.md در پوشهٔ پروژه می‌گوید چگونه آغاز می‌شود."

NO_PROJECT = "در این پوشه پروژه‌ای نیست:"
NEW = "ساختن پروژه‌ای تازه"
NEW_WITH_SAMPLE = "ساختن پروژه‌ای تازه، همراه یک محلهٔ نمونه"
WHERE = "پروژه در این پوشه ساخته می‌شود. Enter را بزنید، یا نشانی پوشه‌ای دیگر را بنویسید و Enter را بزنید."
THERE_IS_ONE = "در این پوشه پروژه‌ای هست و همان باز شد:"

PROJECT_NAME = "برنامه محله‌ها"
"""The folder that is proposed for a new project."""

REPORT_NAME = "گزارش بررسی.html"
"""The file of the report, in the folder of the documents."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "menu-for-people": (
        "E",
        "این فهرست برای کسی است که پشت رایانه نشسته است و برای برنامه‌ها نتیجه‌ای ندارد.",
        "«--json» را بردارید، یا فرمانی را که می‌خواهید با «--json» اجرا کنید.",
    ),
}
