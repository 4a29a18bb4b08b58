"""Sentences about the machine, files and the command line."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "python-old": (
        "E",
        "نسخهٔ پایتون {version} است؛ این برنامه نسخهٔ {needed} یا تازه‌تر می‌خواهد.",
        "پایتون تازه‌تری نصب کنید و محیط مجازی را با آن بسازید.",
    ),
    "library-missing": (
        "E",
        "کتابخانهٔ پایتون «{name}» نصب نیست.",
        "در پوشهٔ برنامه فرمان «make setup» را اجرا کنید.",
    ),
    "library-version": (
        "E",
        "نسخهٔ {version} از کتابخانهٔ پایتون «{name}» نصب است؛ برنامه با {needed} کار می‌کند.",
        "در پوشهٔ برنامه فرمان «make setup» را اجرا کنید.",
    ),
    "pango-missing": (
        "E",
        "کتابخانه‌های ساخت PDF روی این رایانه پیدا نشد: {names}.",
        "{remedy}",
    ),
    "pango-broken": (
        "E",
        "کتابخانه‌های ساخت PDF بار نمی‌شوند: {reason}.",
        "{remedy}",
    ),
    "face-missing": (
        "E",
        "قلم «{family}» ({weights}) روی این رایانه پیدا نشد و برنامه قلم دیگری به جای آن نمی‌گذارد.",
        "{remedy}",
    ),
    "look-face-missing": (
        "W",
        "قلم «{family}» ({weights}) روی این رایانه پیدا نشد؛ فقط ظاهر «{look}» به آن نیاز دارد.",
        "{remedy}",
    ),
    "cache-not-writable": (
        "E",
        "پوشه‌ای برای آماده کردن قلم‌ها نوشته نمی‌شود: {reason}.",
        "جای خالی دیسک و اجازهٔ نوشتن در پوشهٔ موقت سیستم را بررسی کنید.",
    ),
    "output-not-writable": (
        "E",
        "در پوشهٔ خروجی «{folder}» نمی‌توان نوشت: {reason}.",
        "دسترسی پوشه و جای خالی دیسک را بررسی کنید یا با «--output» پوشهٔ دیگری نام ببرید.",
    ),
    "test-tool-missing": (
        "W",
        "«{name}» پیدا نشد؛ فقط آزمون‌های برنامه به آن نیاز دارند.",
        "در پوشهٔ برنامه فرمان «make setup-test» را اجرا کنید.",
    ),
}
