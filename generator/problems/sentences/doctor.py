"""The words of the report of `sanad doctor`."""

REPORT = {
    "title": "آمادگی این رایانه برای ساختن سندها",
    "python": "پایتون",
    "engine": "موتور PDF «{name}»، برگزیده",
    "other-engine": "موتور PDF «{name}»",
    "engines": "موتورهای PDF که اینجا کار می‌کنند: {engines}.",
    "none": "هیچ‌کدام",
    "face": "قلم «{family}»",
    "output": "پوشهٔ خروجی",
    "ready": "رایانه برای ساختن سندها آماده است.",
    "not-ready": "رایانه هنوز آماده نیست: آنچه با ✗ نشان داده شده است باید فراهم شود.",
    "elsewhere": "در سامانه‌های دیگر:",
}
