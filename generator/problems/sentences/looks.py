"""Sentences about looks, and about characters and pictures that cannot be drawn."""

_LOOKS = {
    "style-name-twice": (
        "E",
        "نام «{value}» پیش‌تر در این پرونده به کار رفته است.",
        "به هر نقش و هر جدول نامی جدا بدهید؛ Word دو سبک هم‌نام را نمی‌پذیرد.",
    ),
    "style-unknown-name": (
        "E",
        "نام «{value}» در این ظاهر تعریف نشده است.",
        "{near} نام‌های تعریف‌شده: {allowed}.",
    ),
    "look-unknown-name": (
        "E",
        "نام «{given}» در «style.yaml» نیست.",
        "{near} پروندهٔ ظاهر فقط آنچه را در «style.yaml» هست به گونه‌ای دیگر می‌گوید.",
    ),
}

_DRAWING = {
    "character-undrawable": (
        "E",
        "نویسهٔ «{character}» ({code}) در هیچ‌یک از قلم‌های سند نیست و چاپ نمی‌شود.",
        "آن را با نویسه‌ای دیگر بنویسید یا قلمی که آن را دارد به style.yaml بیفزایید.",
    ),
    "character-undrawable-joined": (
        "E",
        "نویسهٔ «{character}» ({code}) در هیچ‌یک از قلم‌های سند نیست؛ متن اینجا از چند داده ساخته شده که آن را دارند: {data}.",
        "آن را در هر یک از این داده‌ها با نویسه‌ای دیگر بنویسید یا قلمی که آن را دارد به style.yaml بیفزایید.",
    ),
    "asset-refused": (
        "E",
        "سند نشانی «{address}» را می‌خواهد که از تصویرهای شناخته‌شدهٔ برنامه نیست.",
        "نام تصویر را درست کنید؛ سند از شبکه یا از پرونده‌های دیگر چیزی برنمی‌دارد.",
    ),
    "pdf-warning": ("E", "هنگام ساخت PDF این هشدار داده شد: {said}", ""),
}

SENTENCES: dict[str, tuple[str, str, str]] = _LOOKS | _DRAWING
