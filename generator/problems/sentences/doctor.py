"""The words of the report of `sanad doctor`."""

REPORT = {
    "title": "آمادگی این رایانه برای ساختن سندها",
    "python": "پایتون",
    "engine": "موتور PDF «{name}»، برگزیده",
    "other-engine": "موتور PDF «{name}»",
    "engines": "موتورهای PDF که اینجا کار می‌کنند: {engines}.",
    "none": "هیچ‌کدام",
    "left-out": 'موتور «{name}» نصب نیست و نیازی هم به آن نیست؛ اگر آن را خواستید: pip install "{package}"',
    "face": "قلم «{family}»",
    "faces": "قلم‌ها",
    "look": "ظاهر «{look}»",
    "stand-in": "«{name}» به جای آن، ",
    "own": "{files} (از پوشهٔ SANAD_FONTS)",
    "packaged": "{files} (همراه برنامه)",
    "machine": "{files} (از این رایانه)",
    "output": "پوشهٔ خروجی",
    "ready": "رایانه برای ساختن سندها آماده است.",
    "not-ready": "رایانه هنوز آماده نیست: آنچه با ✗ نشان داده شده است باید فراهم شود.",
}
