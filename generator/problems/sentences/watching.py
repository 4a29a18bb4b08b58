"""What `sanad watch` says, on the terminal and on its pages in the browser."""

TITLE = "سندهای پروژه"
PROBLEMS = "مشکل‌ها"
NO_PROBLEMS = "مشکلی دیده نشد."
NO_DOCUMENTS = "هنوز سندی نیست."
BUSY = "در حال ساختن …"
OLD = "نسخهٔ پیشین: با داده‌ها یا قالب اکنون ساخته نشد."
ABSENT = "هنوز ساخته نشده است."
UNSEEN = "صفحه‌های این پرونده را نمی‌توان کشید."
ALL = "همهٔ سندها"
OPEN = "پروندهٔ PDF"
PAGE = "صفحهٔ {number} از {count}"
ENDED = "«sanad watch» پایان یافته است؛ این صفحه دیگر تازه نمی‌شود."

ADDRESS_FOLLOWS = "صفحهٔ سندها در مرورگر همین رایانه:"
WAITS = "با هر ذخیره، مشکل‌ها و سپس سندها تازه می‌شوند؛ پایان با Ctrl-C."
CHANGED = "{files}: {made}"
MADE = "{count} سند ساخته شد."
NOTHING_MADE = "سندی از نو ساخته نشد."
CLEARED = "{count} مشکل برطرف شد؛ مانده: {left}."
ALL_CLEARED = "همهٔ مشکل‌ها برطرف شد."
AND_OTHERS = "{files} و {count} پروندهٔ دیگر"

SENTENCES: dict[str, tuple[str, str, str]] = {
    "watch-for-people": (
        "E",
        "«sanad watch» برای کسی است که می‌نویسد و صفحه را می‌بیند و برای برنامه‌ها نتیجه‌ای ندارد.",
        "«--json» را بردارید، یا «sanad build --json» را اجرا کنید.",
    ),
}
