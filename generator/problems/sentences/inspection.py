"""Sentences about built files: what the inspection of a DOCX or PDF finds."""

LAID_OUT = {"pdf": "صفحه‌های PDF: {made}.", "docx": "شمارهٔ صفحه‌ها در فهرست مطالب Word: {made}."}
"""Said of judged files, by format, before what is wrong with them: what they name of their pages."""

LAYOUT = {"both": "{engine} با قلم‌های {faces}", "engine": "{engine}", "faces": "قلم‌های {faces}"}
OF_FILES = "{layout} ({count} پرونده)"

_REBUILD = "سند را با «sanad build» دوباره بسازید."

_WORD = {
    "word-file-broken": ("E", "این پرونده سند Word نیست یا بستهٔ آن آسیب دیده است.", _REBUILD),
    "word-file-large": ("E", "بستهٔ این پرونده پس از باز شدن بیش از اندازه بزرگ است و بررسی نشد.", ""),
    "word-part-missing": ("E", "بخش «{name}» در پرونده نیست.", _REBUILD),
    "word-part-malformed": ("E", "متن XML این بخش درست نیست.", _REBUILD),
    "word-run-not-rtl": (
        "E",
        "متن فارسی «{text}» نشان راست‌به‌چپ (w:rtl) ندارد و Word آن را با قلم و ترتیب لاتین نشان می‌دهد.",
        "",
    ),
    "word-run-latin-rtl": (
        "E",
        "متن لاتین «{text}» نشان راست‌به‌چپ (w:rtl) دارد و Word آن را با قلم و ترتیب فارسی نشان می‌دهد.",
        "",
    ),
    "word-run-mixed": ("E", "فارسی و لاتین در «{text}» از هم جدا نشده‌اند و با یک قلم نشان داده می‌شوند.", ""),
    "word-paragraph-not-bidi": ("E", "جهت بند «{text}» راست‌به‌چپ (w:bidi) نیست.", ""),
    "word-table-not-bidi": ("E", "جدول راست‌به‌چپ (w:bidiVisual) نیست و ستون نخست آن در چپ می‌افتد.", ""),
    "word-section-not-bidi": ("E", "صفحه‌های این بخش راست‌به‌چپ (w:bidi) نیستند.", ""),
    "word-style-directed": ("E", "سبک «{style}» نشان «{mark}» دارد و Word این نشان را در سبک نمی‌پذیرد.", ""),
    "word-pair-unequal": ("E", "«{have}» آمده است ولی «{need}» با آن یکسان نیست؛ فقط نیمی از متن چنین نشان داده می‌شود.", ""),
    "word-control-repeated": ("E", "شناسهٔ «{id}» را دو کنترل محتوا دارند.", ""),
    "word-bookmark-repeated": ("E", "دو نشانک «{name}» نام دارند و Word فقط یکی را نگه می‌دارد.", ""),
    "word-bookmark-unpaired": ("E", "نشانک «{name}» آغاز یا پایان ندارد.", ""),
    "word-anchor-dangling": ("E", "ارجاع به نشانک «{name}» به جایی نمی‌رسد.", ""),
    "word-style-unknown": ("E", "سبک «{name}» در این پرونده تعریف نشده است.", ""),
    "word-list-unknown": ("E", "فهرست شمارهٔ «{id}» در این پرونده تعریف نشده است.", ""),
    "word-cell-unended": ("E", "سلول جدول با بند پایان نمی‌یابد و Word پرونده را خراب می‌شمارد.", ""),
    "word-row-off-grid": ("E", "سطر جدول {width} ستون می‌گیرد و جدول {columns} ستون دارد.", ""),
    "word-field-unbalanced": ("E", "آغاز و پایان فیلد با هم جور نیستند («{kind}»).", ""),
    "word-tag-long": ("E", "نام کنترل محتوا «{tag}» {length} نویسه دارد و Word بیش از ۶۴ نویسه را نمی‌پذیرد.", ""),
    "word-drawing-repeated": ("E", "شناسهٔ «{id}» را دو تصویر دارند.", ""),
    "word-drawing-undescribed": ("W", "تصویر «{name}» شرح متنی ندارد و برای نابینایان خوانده نمی‌شود.", ""),
    "word-heading-skipped": ("W", "پس از عنوان تراز {before}، عنوان تراز {level} آمده است.", "ترازها را پشت سر هم بیاورید."),
    "word-title-missing": ("W", "پروندهٔ Word عنوان ندارد.", ""),
    "word-mark-missing": ("E", "نشان «{mark}» در سرصفحهٔ این صفحه‌ها نیست.", _REBUILD),
    "word-mark-not-across": ("E", "نشان «{mark}» سراسر این صفحه‌ها و پشت متن آن‌ها نیامده است.", _REBUILD),
    "word-date-malformed": ("E", "تاریخ «{date}» در ویژگی‌های پرونده درست نوشته نشده است و Word پرونده را خراب می‌شمارد.", ""),
    "word-face-name-long": ("E", "نام قلم «{name}» بیش از ۳۱ نویسه دارد و Word پرونده را خراب می‌شمارد.", ""),
    "word-face-key-wrong": ("E", "قلم «{name}» که در پرونده گذاشته شده است با کلید خود باز نمی‌شود.", ""),
}

_PDF = {
    "pdf-file-broken": ("E", "این پرونده PDF باز نمی‌شود.", _REBUILD),
    "pdf-no-pages": ("E", "این پرونده صفحه ندارد.", _REBUILD),
    "pdf-language-missing": ("W", "زبان پرونده فارسی اعلام نشده است.", ""),
    "pdf-title-missing": ("W", "پروندهٔ PDF عنوان ندارد.", ""),
    "pdf-title-hidden": ("W", "پنجرهٔ PDFخوان به جای عنوان سند، نام پرونده را نشان می‌دهد («DisplayDocTitle»).", ""),
    "pdf-untagged": ("W", "پرونده ساختار (برچسب) ندارد و صفحه‌خوان نابینایان ترتیب و نوع بخش‌های آن را نمی‌داند.", _REBUILD),
    "pdf-tags-suspect": ("W", "پرونده خود می‌گوید که ساختار آن شاید درست نباشد («Suspects»).", _REBUILD),
    "pdf-archive-unclaimed": ("W", "پرونده خود را سند بایگانی («PDF/A») نمی‌شناساند.", _REBUILD),
    "pdf-output-intent-missing": ("E", "پرونده خود را «PDF/A» می‌شناساند ولی فضای رنگ («OutputIntent») ندارد.", _REBUILD),
    "pdf-accessible-unclaimed": ("W", "پرونده خود را دسترس‌پذیر («PDF/UA») نمی‌شناساند.", _REBUILD),
    "pdf-figure-undescribed": ("W", "تصویری در این صفحه شرح متنی ندارد و برای نابینایان خوانده نمی‌شود.", ""),
    "pdf-heading-skipped": ("W", "در ساختار پرونده، عنوان تراز {level} بی‌واسطه پس از تراز {before} آمده است.", _REBUILD),
    "pdf-head-unscoped": ("W", "{count} سرستون یا سرسطر جدول نمی‌گوید که سر ستون است یا سر سطر («Scope»).", _REBUILD),
    "pdf-outline-missing": ("W", "پرونده {count} عنوان دارد ولی فهرست کناری (نشانک) ندارد.", _REBUILD),
    "pdf-link-undescribed": ("W", "{count} پیوند این صفحه شرح ندارد.", _REBUILD),
    "pdf-tab-order-missing": ("W", "ترتیب گذر میان پیوندهای این صفحه از ساختار سند گرفته نمی‌شود («Tabs»).", _REBUILD),
    "pdf-face-not-embedded": ("E", "قلم «{name}» در پرونده گذاشته نشده است و روی رایانهٔ دیگر عوض می‌شود.", ""),
    "pdf-face-foreign": ("E", "قلم «{name}» از قلم‌های ظاهر سند نیست.", "قلم‌ها را در «style.yaml» بررسی کنید."),
    "pdf-glyph-missing": ("E", "در این صفحه {count} نویسه به صورت مربع خالی کشیده شده است (قلم {name}).", ""),
    "pdf-text-unreadable": ("E", "در این صفحه {count} نویسه متن ندارد و جست‌وجو و رونوشت نمی‌شود.", ""),
    "pdf-glyph-several-letters": (
        "E",
        "یک نویسهٔ قلم «{name}» به جای چند حرف («{text}») آمده است، از این صفحه به بعد {count} بار؛ خواننده‌ها این حرف‌ها را "
        "جابه‌جا می‌خوانند و جست‌وجو آن‌ها را نمی‌یابد.",
        _REBUILD,
    ),
    "pdf-presentation-forms": ("E", "در متن این صفحه شکل‌های نمایشی «{characters}» به جای حرف آمده است.", ""),
    "pdf-mark-missing": ("E", "نشان «{mark}» در این صفحه نیست.", ""),
    "pdf-mark-not-across": ("E", "نشان «{mark}» سراسر این صفحه و پشت متن آن نیامده است.", _REBUILD),
}

SENTENCES: dict[str, tuple[str, str, str]] = {
    "inspection-library-missing": (
        "E",
        "کتابخانهٔ پایتون «{name}» نصب نیست و پروندهٔ PDF بی آن بررسی نمی‌شود.",
        "در پوشهٔ برنامه فرمان «make setup» را اجرا کنید.",
    ),
    "file-large": ("E", "این پرونده بیش از اندازه بزرگ است و بررسی نشد.", ""),
    "file-slow": ("E", "بررسی این پرونده در {limit} ثانیه به پایان نرسید و رها شد.", _REBUILD),
    "file-heavy": ("E", "بررسی این پرونده بیش از {limit} مگابایت حافظه خواست و رها شد.", _REBUILD),
    "file-bug": (
        "E",
        "بررسی این پرونده به خطای خود برنامه برخورد؛ این خطای شما نیست.",
        "متن انگلیسی بالای این پیام‌ها را برای نگه‌دارندگان برنامه بفرستید.",
    ),
    "file-more-errors": ("E", "{count} خطای دیگر نیز در این پرونده هست.", ""),
    "file-more-warnings": ("W", "{count} هشدار دیگر نیز در این پرونده هست.", ""),
    **_WORD,
    **_PDF,
}
