"""Sentences about the command line, the output folder and what a build was asked for."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "unknown-command": ("E", "فرمان «{given}» شناخته نشد.", "فرمان‌ها: {allowed}. {near}"),
    "unknown-option": ("E", "گزینهٔ «{given}» شناخته نشد.", "گزینه‌های هر فرمان را «sanad --help» نشان می‌دهد. {near}"),
    "bad-usage": ("E", "فرمان درست نوشته نشده است: «{given}».", "راهنما: «sanad --help»."),
    "unknown-terminal": ("E", "ترتیب «{given}» برای «--terminal» شناخته نشد.", "ترتیب‌ها: auto، logical و visual. {near}"),
    "report-foreign": (
        "E",
        "«{path}» گزارشی از این برنامه نیست؛ برای آنکه چیزی از دست نرود، بازنویسی نشد.",
        "نام دیگری برای گزارش بنویسید.",
    ),
    "schemas-outdated": (
        "W",
        "راهنمای ویرایشگرها با داده‌ها یکی نیست: {files}.",
        "فرمان «sanad schema» را اجرا کنید.",
    ),
    "no-command": ("E", "فرمانی داده نشده است.", "برای نمونه: «sanad build» یا «sanad check». راهنما: «sanad --help»."),
    "unknown-neighbourhood": (
        "E",
        "محله‌ای با شناسهٔ «{given}» در «plans» نیست.",
        "{near} «sanad list neighbourhoods» همه را نشان می‌دهد.",
    ),
    "unknown-kind": ("E", "گونهٔ سند «{given}» شناخته نشد.", "{near} گونه‌ها: {allowed}."),
    "unknown-look": ("E", "ظاهر «{given}» شناخته نشد.", "{near} ظاهرها: {allowed}."),
    "unknown-format": ("E", "قالب «{given}» شناخته نشد.", "قالب‌ها: docx و pdf."),
    "bad-number": ("E", "«{given}» شمار درستی برای «{option}» نیست.", "عددی از ۱ تا ۶۴ بنویسید."),
    "no-root": (
        "E",
        "پوشهٔ «plans» در «{path}» و پوشه‌های بالاتر پیدا نشد.",
        "در پوشهٔ پروژه کار کنید یا نشانی آن را با «--root» بدهید.",
    ),
    "no-folder": ("E", "پوشهٔ «{path}» نیست.", "نشانی را بررسی کنید."),
    "nothing-to-build": ("E", "با این گزینش سندی برای ساختن نیست.", "«sanad list documents» سندهای ساختنی را نشان می‌دهد."),
    "records-lacking": (
        "E",
        "سند «{kind}» برای محلهٔ «{neighbourhood}» ساخته نمی‌شود، زیرا این پرونده‌ها نیست: {files}.",
        "آن‌ها را در پوشهٔ محله بسازید.",
    ),
    "final-refused": (
        "E",
        "نسخهٔ نهایی «{document}» ساخته نمی‌شود، زیرا هنوز معلوم نیست: {facts}.",
        "این موارد را در داده کامل کنید، یا پیش‌نویس را بی «--final» بسازید.",
    ),
    "not-built": ("E", "سند «{document}» ساخته نشد؛ نسخهٔ پیشین آن، اگر بود، دست‌نخورده ماند.", ""),
    "worker-lost": (
        "E",
        "ساختن «{document}» ناتمام ماند، زیرا پردازهٔ آن بسته شد (شاید از کمبود حافظه).",
        "با «--jobs 1» دوباره بسازید.",
    ),
    "outside-output": (
        "E",
        "نشانی «{path}» بیرون از پوشهٔ خروجی است و نوشته نشد.",
        "پیوندهای نمادین درون پوشهٔ خروجی را بردارید.",
    ),
    "file-in-use": (
        "E",
        "پروندهٔ «{path}» نوشته نشد: {reason}.",
        "اگر در Word باز است آن را ببندید، و اجازهٔ نوشتن در پوشه را بررسی کنید. نسخهٔ پیشین دست‌نخورده است.",
    ),
    "cannot-write": (
        "E",
        "در «{path}» نمی‌توان نوشت: {reason}.",
        "جای خالی دیسک و اجازهٔ نوشتن را بررسی کنید. نسخهٔ پیشین دست‌نخورده است.",
    ),
    "output-locked": ("E", "ساخت دیگری هم‌اکنون در «{path}» در جریان است.", "صبر کنید تا پایان یابد، سپس دوباره بسازید."),
    "nothing-to-inspect": (
        "E",
        "در «{path}» سند Word یا PDF نیست.",
        "نام پرونده یا پوشهٔ سندهای ساخته‌شده را بدهید؛ مانند «sanad inspect output».",
    ),
    "cannot-read": ("E", "پروندهٔ «{path}» خوانده نشد: {reason}.", "بودن پرونده و اجازهٔ خواندن آن را بررسی کنید."),
}
