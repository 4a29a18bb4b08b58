"""Sentences about the identity of a neighbourhood, its profile, its needs, its office and the log of it."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "id-without-zone": (
        "E",
        "شناسهٔ محله، «{id}»، با پهنهٔ آن، «{zone}»، آغاز نمی‌شود.",
        "پهنه را درست کنید یا شناسهٔ محله و نام پوشه را به صورت «{zone}-نام» بنویسید.",
    ),
    "rank-twice": (
        "E",
        "رتبهٔ {rank} در این پهنه از آنِ محلهٔ «{other}» نیز هست.",
        "رتبه‌های یک پهنه یکتا هستند؛ رتبهٔ یکی از دو محله را درست کنید.",
    ),
    "names-alike": (
        "W",
        "نام «{name}» ممکن است با نام {others} اشتباه شود.",
        "نام را بررسی کنید؛ اگر محلهٔ دیگری است، شناسهٔ آن را در «distinct_from» بنویسید و اگر همان محله است، فقط یک پوشه را "
        "نگه دارید.",
    ),
    "population-parts": (
        "E",
        "جمعیت {population} نوشته شده است، ولی جمع مرد و زن {sum} است.",
        "یکی از این سه عدد را درست کنید.",
    ),
    "age-groups-sum": (
        "E",
        "جمع گروه‌های سنی «{title}» {sum} است، ولی {stated} نوشته شده است.",
        "گروه‌های سنی یا عدد کل را درست کنید.",
    ),
    "no-priority": (
        "E",
        "{title} فقط برای محله‌ای است که اولویت آن تعیین شده باشد.",
        "نتیجهٔ اولویت‌بندی را در «priority.yaml» بنویسید؛ «sanad new {lacking} {neighbourhood}» آن را آغاز می‌کند.",
    ),
    "needs-without-office": (
        "E",
        "شناسنامهٔ نیازها فقط در محله‌ای تهیه می‌شود که دفتر تسهیلگری دارد.",
        "دفتر را در «office.yaml» بنویسید؛ «sanad new {lacking} {neighbourhood}» آن را آغاز می‌کند.",
    ),
    "need-code-twice": (
        "E",
        "کد «{need}» از آنِ نیاز «{other}» نیز هست.",
        "به یکی از دو نیاز در «code» کد دیگری بدهید.",
    ),
    "activity-before-office": (
        "W",
        "تاریخ این فعالیت ({day}) پیش از آغاز کار دفتر ({opened}) است.",
        "یکی از دو تاریخ را درست کنید.",
    ),
    "certificates-many": (
        "E",
        "شمار گواهی‌ها از شمار شرکت‌کنندگان بیشتر است.",
        "یکی از دو عدد را درست کنید.",
    ),
}
