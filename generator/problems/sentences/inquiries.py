"""Sentences about what was asked: reviews of the agencies' programmes, and surveys of residents."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "review-answered-and-not": (
        "E",
        "نوشته شده است که دستگاه پاسخ نداده، ولی پاسخ یا برنامه‌ای از آن نیز آمده است.",
        "«no_reply» را بردارید یا پاسخ و برنامه‌ها را حذف کنید.",
    ),
    "reply-before-inquiry": (
        "E",
        "تاریخ پاسخ، {date}، پیش از استعلام ({asked}) است.",
        "یکی از دو تاریخ را درست کنید.",
    ),
    "answers-above-sample": (
        "E",
        "شمار پاسخ‌ها ({sum}) بیشتر از حجم نمونه ({size}) است.",
        "شمارها یا حجم نمونه را درست کنید؛ اگر هر کس می‌توانست چند پاسخ بدهد، «several: بله» بنویسید.",
    ),
    "survey-not-cited": (
        "W",
        "نظرسنجی «{title}» در این دوره انجام شده است و ارزیابی از آن یاد نمی‌کند.",
        "شناسهٔ آن، «{id}»، را در «surveys» بنویسید.",
    ),
    "survey-after-report": (
        "E",
        "این نظرسنجی در {end}، پس از تهیهٔ گزارش ({date})، پایان یافته است.",
        "نظرسنجی یا یکی از دو تاریخ را درست کنید.",
    ),
}
