"""Sentences about evaluations, quarterly reports and programmes of a year."""

_PERIODS = {
    "period-left-out": (
        "W",
        "{kind} {missing} در میان نیست.",
        "آن را در «{file}» بنویسید تا هر دوره با دورهٔ پیشین سنجیده شود.",
    ),
    "prepared-before-end": (
        "W",
        "گزارش {period} در {date}، پیش از پایان دوره ({end})، تهیه شده است.",
        "تاریخ تهیه یا دوره را درست کنید.",
    ),
    "no-year-programme": (
        "W",
        "برنامهٔ یک‌سالهٔ آینده همراه این ارزیابی نیست.",
        "آن را در «next_year» یا در «programmes/{id}.yaml» بنویسید.",
    ),
}

_PROGRESS = {
    "actions-not-evaluated": (
        "E",
        "این اقدام‌های برنامه در ارزیابی نیامده‌اند: {actions}.",
        "پیشرفت هر اقدام را بنویسید؛ برای اقدامی که آغاز نشده است صفر بنویسید.",
    ),
    "committee-incomplete": (
        "E",
        "کمیتهٔ ارزیاب از این‌ها نماینده ندارد: {seats}.",
        "برای هر کدام دست‌کم یک عضو بنویسید؛ نام عضو می‌تواند هنوز نامعلوم باشد.",
    ),
    "agency-indicator-missing": (
        "W",
        "بهره‌گیری این دستگاه‌های مسئول از ظرفیت‌های محله گزارش نشده است: {names}.",
        "برای هر دستگاه «capacity_use» را بنویسید؛ تنها شاخصی است که سند برای دستگاه‌ها نام برده است.",
    ),
    "indicator-wrong-way": (
        "W",
        "شاخص «{indicator}»، {value} {unit}، از وضع موجود، {baseline}، بدتر است؛ جهت مطلوب آن {direction} است.",
        "مقدار را بررسی کنید؛ اگر درست است، علت آن را در «note» بنویسید.",
    ),
    "indicator-fell-back": (
        "W",
        "شاخص «{indicator}»، {value} {unit}، از {before} در ارزیابی {period} بدتر است؛ جهت مطلوب آن {direction} است.",
        "هر دو مقدار را بررسی کنید؛ اگر درست‌اند، علت بازگشت را در «note» بنویسید.",
    ),
}

_MONEY = {
    "spent-above-allocated": (
        "W",
        "هزینه ({spent} ریال) بیشتر از تخصیص ({allocated} ریال) است.",
        "رقم‌ها را بررسی کنید.",
    ),
    "allocated-above-budget": (
        "W",
        "تخصیص ({allocated} ریال) بیشتر از اعتبار اقدام ({total} ریال) است.",
        "رقم‌ها را بررسی کنید.",
    ),
    "line-outside-year": (
        "E",
        "{month} در {year} نیست.",
        "ماه را درست کنید یا این سطر را در برنامهٔ سال دیگر بنویسید.",
    ),
    "stated-total-differs": (
        "E",
        "جمع اعلام‌شده {stated} ریال است، ولی جمع سطرها {sum} ریال می‌شود؛ تفاوت {difference} ریال.",
        "جمع یا یکی از سطرها را درست کنید.",
    ),
}

SENTENCES: dict[str, tuple[str, str, str]] = _PERIODS | _PROGRESS | _MONEY
