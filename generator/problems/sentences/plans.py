"""Sentences about the action plan: schedules, targets, duties and confirmations of its actions."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "duty-of-other-agency": (
        "E",
        "وظیفهٔ «{id}» از وظایف «{owner}» است که نه مسئول این اقدام است و نه همکار آن.",
        "شناسهٔ وظیفه را درست کنید یا این دستگاه را به دستگاه‌های همکار بیفزایید.",
    ),
    "target-wrong-way": (
        "W",
        "هدف با جهت مطلوب شاخص («{direction}») نمی‌خواند.",
        "وضع موجود، هدف یا جهت مطلوب را درست کنید.",
    ),
    "action-unconfirmed": (
        "E",
        "این اقدام در حال اجراست، ولی تأیید این مراجع را ندارد: {names}.",
        "مرجع را به تأییدها بیفزایید؛ شماره و تاریخ آن می‌تواند هنوز نامعلوم باشد.",
    ),
    "confirmed-after-execution": (
        "E",
        "تاریخ تأیید، {date}، پس از پایان نخستین دوره‌ای است که اقدام در آن پیشرفت داشته است ({end}).",
        "تاریخ تأیید یا پیشرفت اقدام را درست کنید.",
    ),
}
