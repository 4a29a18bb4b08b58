"""The commands of `sanad`, a module each: its options, what it prints, its exit code.

A command is an entry here and its module, which is imported when the command is asked for, and is light to import itself: what
reads a project is imported in the function that runs. So help and completion do not wait for it.
"""

from generator.cli.usage import Entry

_HERE = "generator.cli.commands"

COMMANDS: dict[str, Entry] = {
    "build": Entry(f"{_HERE}.build:build", "سندها را می‌سازد"),
    "check": Entry(f"{_HERE}.check:check", "داده‌ها و قالب‌ها را می‌خواند و هر مشکل را با نشانی آن می‌گوید"),
    "watch": Entry(f"{_HERE}.watch:watch", "پوشه را می‌پاید و با هر ذخیره، مشکلات و صفحهٔ تازه را نشان می‌دهد"),
    "show": Entry(f"{_HERE}.show:show", "یک سند را، اگر لازم باشد پس از ساختن، باز می‌کند"),
    "status": Entry(f"{_HERE}.status:status", "برای هر محله می‌گوید چه پرونده‌ها و سندهایی دارد و کدام کهنه است"),
    "verify": Entry(f"{_HERE}.verify:verify", "می‌گوید هر سند از چه ساخته شده و آیا پس از آن تغییر کرده است"),
    "register": Entry(f"{_HERE}.register:register", "دفتر ثبت سندهای نهایی: جست‌وجو، شمارهٔ دفتر، ابطال، تصحیح، امضا"),
    "diff": Entry(f"{_HERE}.diff:diff", "می‌گوید داده‌های یک سند از آخرین نسخهٔ نهایی چه تغییری کرده است"),
    "export": Entry(f"{_HERE}.export:export", "سندهای نهایی را برای فرستادن و چاپ در پوشهٔ گیرندگان می‌گذارد"),
    "list": Entry(f"{_HERE}.listing:listing", "فهرست گونه‌ها، محله‌ها، دستگاه‌ها، سندها، سررسیدها و گام‌ها"),
    "init": Entry(f"{_HERE}.init:init", "پروژه‌ای آمادهٔ کار در پوشه‌ای تازه می‌سازد"),
    "new": Entry(f"{_HERE}.new:new", "پرونده‌ای درست و همراه توضیح برای آغاز می‌نویسد"),
    "confirm": Entry(f"{_HERE}.confirm:confirm", "ثبت می‌کند که متن سند به تأیید رسیده است"),
    "format": Entry(f"{_HERE}.tidy:tidy", "نگارش متن‌های plans را درست می‌کند"),
    "schema": Entry(f"{_HERE}.schema:schema", "راهنمای ویرایشگرها (شِمای JSON) را می‌نویسد"),
    "inspect": Entry(f"{_HERE}.inspect:inspect", "سندهای ساخته‌شده را می‌خواند و عیب آن‌ها را می‌گوید"),
    "renumber": Entry(f"{_HERE}.renumber:renumber", "شمارهٔ ماده‌ها، بندها و ارجاع‌های قرارداد Word را درست می‌کند"),
    "doctor": Entry(f"{_HERE}.doctor:doctor", "می‌گوید این رایانه آماده است یا چه باید نصب شود"),
    "menu": Entry(f"{_HERE}.menu:menu", "فهرست کارها با شماره، برای کسی که با پایانه کار نمی‌کند"),
    "completion": Entry(f"{_HERE}.completion:completion", "تکمیل خودکار فرمان‌ها با کلید Tab در پوسته"),
    "help": Entry(f"{_HERE}.manual:manual", "راهنمای یک فرمان"),
}
"""The commands by name, in the order of the help."""
