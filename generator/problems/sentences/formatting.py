"""Sentences of `sanad format`: words that only a person can decide about, and what it leaves alone."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "format-no-file": (
        "E",
        "«{path}» پروندهٔ YAML یا پوشه‌ای در «{plans}» نیست.",
        "نشانی را بررسی کنید؛ بی نام پرونده، همهٔ پرونده‌ها بررسی می‌شود.",
    ),
    "word-ambiguous": ("W", "«{word}» دو گونه خوانده می‌شود و تغییر داده نشد.", "یکی را بنویسید: {meant}."),
    "words-glued": ("W", "در «{word}» گویا میان واژه‌ها فاصله نیست.", "شاید {meant} درست باشد."),
    "words-apart": ("W", "«{word}» شاید یک واژه باشد.", "اگر چنین است، {meant} بنویسید."),
    "word-misspelt": ("W", "«{word}» شناخته نشد و شاید غلط تایپی باشد.", "شاید {meant} درست باشد."),
    "word-doubled": ("W", "«{word}» دو بار پشت سر هم آمده است.", "اگر یکی زیادی است آن را بردارید."),
    "format-left": (
        "W",
        "این متن نگارش درستی ندارد، ولی شکل نوشتن آن در پرونده اجازهٔ ویرایش خودکار نمی‌دهد.",
        "آن را خودتان ویرایش کنید.",
    ),
}
