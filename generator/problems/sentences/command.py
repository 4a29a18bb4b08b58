"""Sentences about the command line: what it was asked for, how much it reports, what `sanad new` begins."""

_USAGE = {
    "unknown-command": ("E", "فرمان «{given}» شناخته نشد.", "فرمان‌ها: {allowed}. {near}"),
    "unknown-option": ("E", "گزینهٔ «{given}» شناخته نشد.", "گزینه‌های هر فرمان را «sanad --help» نشان می‌دهد. {near}"),
    "bad-usage": ("E", "فرمان درست نوشته نشده است: «{given}».", "راهنما: «sanad --help»."),
    "unknown-terminal": ("E", "ترتیب «{given}» برای «--terminal» شناخته نشد.", "ترتیب‌ها: auto، logical و visual. {near}"),
    "report-foreign": (
        "E",
        "«{path}» گزارشی از این برنامه نیست؛ برای آنکه چیزی از دست نرود، بازنویسی نشد.",
        "نام دیگری برای گزارش بنویسید.",
    ),
    "no-command": ("E", "فرمانی داده نشده است.", "برای نمونه: «sanad build» یا «sanad check». راهنما: «sanad --help»."),
    "unknown-neighbourhood": (
        "E",
        "محله‌ای با شناسهٔ «{given}» در «plans» نیست.",
        "{near} «sanad list neighbourhoods» همه را نشان می‌دهد.",
    ),
    "unknown-kind": ("E", "گونهٔ سند «{given}» شناخته نشد.", "{near} گونه‌ها: {allowed}."),
    "unknown-look": ("E", "ظاهر «{given}» شناخته نشد.", "{near} ظاهرها: {allowed}."),
    "unknown-format": ("E", "قالب «{given}» شناخته نشد.", "قالب‌ها: {allowed}."),
    "bad-number": ("E", "«{given}» شمار درستی برای «{option}» نیست.", "عددی از ۱ تا ۶۴ بنویسید."),
    "no-root": (
        "E",
        "در «{path}» و پوشه‌های بالاتر نه پروندهٔ «sanad.yaml» هست و نه پوشهٔ «plans».",
        "در پوشهٔ پروژه کار کنید یا نشانی آن را با «--root» بدهید.",
    ),
    "no-folder": ("E", "پوشهٔ «{path}» نیست.", "نشانی را بررسی کنید."),
}

_REPORT = {
    "more-errors": ("E", "{count} خطای دیگر گفته نشد.", "خطاهای گفته‌شده را درست کنید و دوباره بررسی کنید."),
    "more-gaps": ("G", "{count} کمبود دیگر گفته نشد.", ""),
    "more-warnings": ("W", "{count} هشدار دیگر گفته نشد.", ""),
}

_NEW = {
    "start-what": (
        "E",
        "معلوم نیست چه چیزی باید آغاز شود: «{given}».",
        "یکی از این‌ها را پس از «sanad new» بنویسید: {allowed}. {near}",
    ),
    "start-names": (
        "E",
        "فرمان «sanad new» کامل نیست یا واژهٔ زیادی دارد.",
        "چنین بنویسید: «{usage}»؛ نام چندواژه‌ای را در گیومهٔ لاتین بگذارید.",
    ),
    "start-exists": (
        "E",
        "«{path}» از پیش هست و دست‌نخورده ماند.",
        "همان را ویرایش کنید یا شناسهٔ دیگری بنویسید.",
    ),
    "start-zone": (
        "E",
        "شناسهٔ محله، «{id}»، با شناسهٔ هیچ پهنه‌ای آغاز نمی‌شود.",
        "شناسه را به صورت «پهنه-نام» بنویسید؛ پهنه‌ها: {zones}.",
    ),
    "start-several": ("E", "«{given}» نام چند چیز است.", "یکی از این شناسه‌ها را بنویسید: {choices}."),
    "start-kinds": (
        "E",
        "معلوم نیست پرونده‌های کدام محله باید آغاز شود.",
        "با «--all» یا «--kind» فقط شناسهٔ محله را بنویسید، یا برای محلهٔ تازه: «sanad new neighbourhood شناسه نام --all».",
    ),
}

SENTENCES: dict[str, tuple[str, str, str]] = _USAGE | _REPORT | _NEW
