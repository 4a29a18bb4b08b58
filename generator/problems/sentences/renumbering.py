"""Sentences about putting the numbers of a Word contract right: what was changed, and what only a person can decide."""

CHANGED = {
    "label": "{old} ← {new}: {where}",
    "reference": "«{old}» ← «{new}» در {where}",
    "count": "«{old}» ← «{new}» در {where}",
}
"""Said of each change, by what it is of."""

WRITTEN = "{count} شماره درست شد و پروندهٔ تازه نوشته شد؛ "
TRACKED = "در این پرونده تغییرها ثبت می‌شود؛ هر شمارهٔ تازه هم به نام «sanad» ثبت شد و می‌توان آن را نپذیرفت."
NOTHING = "همهٔ شماره‌ها درست است و چیزی نوشته نشد؛ "

MEND = "پرونده را در Word یا LibreOffice باز کنید و بار دیگر با قالب docx ذخیره کنید."
"""The remedy for a returned file that does not open."""

_CHECK = "آن را بخوانید و اگر باید، خود درست کنید."

SENTENCES: dict[str, tuple[str, str, str]] = {
    "renumber-no-articles": (
        "E",
        "در این پرونده هیچ ماده‌ای به سبک «ماده» نیست؛ قراردادی نیست که این برنامه ساخته باشد.",
        "پروندهٔ Word قرارداد را بدهید.",
    ),
    "renumber-exists": (
        "E",
        "پروندهٔ «{path}» هست و چیزی نوشته نشد.",
        "با «--output» نام دیگری بدهید، یا با «--force» روی آن نوشته شود.",
    ),
    "renumber-over-itself": (
        "E",
        "پروندهٔ تازه نمی‌تواند همان پرونده‌ای باشد که شماره‌هایش درست می‌شود.",
        "با «--output» نام دیگری بدهید.",
    ),
    "renumber-target-gone": ("W", "بررسی شود: «{text}» به جایی پیوند دارد که دیگر در متن نیست.", _CHECK),
    "renumber-link-copied": (
        "W",
        "بررسی شود: «{text}» در متنی است که از مادهٔ دیگری رونوشت شده و هنوز به جایی از همان ماده پیوند دارد.",
        "اگر باید به همین ماده برود، آن را خود بنویسید.",
    ),
    "renumber-number-missing": ("W", "بررسی شود: در این قرارداد چیزی با شمارهٔ «{text}» نیست.", _CHECK),
    "renumber-several-bear-it": (
        "W",
        "بررسی شود: «{text}» شمارهٔ بیش از یک جا بود و نمی‌توان دانست کدام مراد است؛ دست نخورد.",
        _CHECK,
    ),
    "renumber-law-named": (
        "W",
        "بررسی شود: کنار «{text}» نام قانون یا آیین‌نامه‌ای آمده است و شاید از همان باشد؛ دست نخورد.",
        _CHECK,
    ),
    "renumber-article-unsaid": (
        "W",
        "بررسی شود: «{text}» نمی‌گوید از کدام ماده است و شمارهٔ آن در این ماده عوض شد؛ دست نخورد.",
        "اگر از همین ماده است «این ماده» را پس از آن بنویسید و بار دیگر اجرا کنید.",
    ),
    "renumber-clause-unnumbered": (
        "W",
        "بررسی شود: بندی شماره ندارد: «{text}».",
        "اگر بندی تازه است پیش از متن آن «۰-۰-» بنویسید و بار دیگر اجرا کنید.",
    ),
    "renumber-count-of-none": ("W", "بررسی شود: در متن «{text}» آمده است و دیگر هیچ یک نمانده است.", _CHECK),
}
