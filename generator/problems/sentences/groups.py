"""Sentences about the statutes and permits of local groups."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "permit-before-request": (
        "E",
        "پاسخ مجوز در {answered}، پیش از درخواست آن ({asked})، آمده است.",
        "یکی از دو تاریخ را درست کنید.",
    ),
    "request-before-statute": (
        "W",
        "درخواست مجوز در {asked}، پیش از تصویب اساسنامه در مجمع مؤسس ({adopted})، داده شده است.",
        "تاریخ‌ها را بررسی کنید؛ اساسنامه پیوست درخواست است.",
    ),
    "permit-without-number": (
        "W",
        "مجوز صادر شده است، ولی شمارهٔ آن در «permit» گروه نیست.",
        "شمارهٔ مجوز را در «permit» بنویسید یا وضع درخواست را درست کنید.",
    ),
}
