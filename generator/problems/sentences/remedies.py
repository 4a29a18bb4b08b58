"""What to do about libraries and faces that are missing, by system, in Persian."""

COMMAND = "این فرمان را اجرا کنید: «{command}»."

COMMANDS = {
    "debian": {"Pango": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"},
    "fedora": {"Pango": "sudo dnf install pango"},
    "macos": {"Pango": 'pip install "sanad[weasyprint]"'},
    "windows": {"Pango": 'pip install "sanad[weasyprint]"'},
}

_FROM_AN_OFFICE = "پرونده‌های آن‌ها را از واحد رایانهٔ اداره یا از رایانه‌ای که آن‌ها را دارد بگیرید (همراه {not_with} نیست)"

OFFICE_FACES = {
    "debian": "فرمان «sudo apt install fonts-farsiweb» را اجرا کنید",
    "fedora": f"{_FROM_AN_OFFICE.format(not_with='لینوکس')} و در پوشهٔ «~/.local/share/fonts» بگذارید",
    "macos": f"{_FROM_AN_OFFICE.format(not_with='مک و Office')}، هر یک را باز کنید و «Install Font» را بزنید",
    "windows": (
        f"{_FROM_AN_OFFICE.format(not_with='ویندوز و Office')}، روی هر یک راست‌کلیک کنید و «Install» (برای خودتان)"
        " یا «Install for all users» (برای همهٔ کاربران این رایانه) را بزنید"
    ),
}
"""How the faces of the default look are installed."""

OTHER_FACES = (
    "پرونده‌های آن‌ها را، معمولی و سیاه، در پوشهٔ قلم‌های این رایانه بگذارید یا پوشهٔ آن‌ها را در متغیر محیطی SANAD_FONTS نام ببرید"
)

INSTALL = "{install}."
INSTALL_OR_LOOK = (
    "{install}؛ یا ظاهر «{look}» را به کار ببرید که قلم‌هایش همراه برنامه است:"
    " سطر «look: {look}» در sanad.yaml، یا «--look {look}» در فرمان."
)
