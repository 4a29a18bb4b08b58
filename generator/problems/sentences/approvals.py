"""Sentences about approvals, and about the notification that needs them."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "approvals-out-of-order": (
        "E",
        "تاریخ این مصوبه، {date}، پیش از تاریخ مصوبهٔ قبلی، {before}، است.",
        "تاریخ‌ها یا ترتیب مصوبه‌ها را درست کنید.",
    ),
    "approval-without-first": (
        "E",
        "این مصوبه صادر شده است، ولی مصوبهٔ نخست («{first}») با شماره و تاریخ ثبت نشده است.",
        "شماره و تاریخ مصوبهٔ نخست را بنویسید یا دستهٔ موضوع («about») را درست کنید.",
    ),
    "approval-of-other-body": (
        "E",
        "تصویب «{about}» با این مرجع نیست.",
        "مرجع آن {names} است؛ مرجع یا دستهٔ موضوع را درست کنید.",
    ),
    "notified-without-approval": (
        "E",
        "ابلاغ ثبت شده است، ولی این مصوبه‌ها با شماره و تاریخ ثبت نشده‌اند: {names}.",
        "شماره و تاریخ مصوبه‌ها را در «approvals.yaml» بنویسید؛ ابلاغ پس از هر دو انجام می‌شود.",
    ),
    "notified-before-approval": (
        "E",
        "تاریخ ابلاغ، {date}، پیش از تاریخ مصوبه، {approved}، است.",
        "یکی از دو تاریخ را درست کنید.",
    ),
    "agencies-not-notified": (
        "W",
        "برنامه به این دستگاه‌های مسئول ابلاغ نشده است: {names}.",
        "برای هر دستگاه یک نامهٔ ابلاغ بنویسید.",
    ),
}
