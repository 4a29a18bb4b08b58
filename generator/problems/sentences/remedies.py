"""What to install, by system and by thing, in Persian; `{command}` frames are in `FRAMES`."""

FRAMES = {
    "command": "این فرمان را اجرا کنید: «{command}».",
    "copy": (
        "{files} را (برای نمونه از بستهٔ {package} دبیان) در پوشهٔ قلم‌های این رایانه بگذارید،"
        " یا پوشهٔ آن‌ها را در متغیر محیطی SANAD_FONTS نام ببرید."
    ),
    "face": (
        "پرونده‌های قلم «{family}»، معمولی و سیاه، را در پوشهٔ قلم‌های این رایانه بگذارید،"
        " یا پوشهٔ آن‌ها را در متغیر محیطی SANAD_FONTS نام ببرید."
    ),
}

SYSTEMS = {
    "debian": "دبیان و اوبونتو",
    "fedora": "فدورا",
    "macos": "مک",
    "windows": "ویندوز",
}

COMMANDS = {
    "debian": {
        "Pango": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "Nazli": "sudo apt install fonts-farsiweb",
        "Titr": "sudo apt install fonts-farsiweb",
        "Liberation Serif": "sudo apt install fonts-liberation2",
        "DejaVu Sans": "sudo apt install fonts-dejavu-core",
        "Amiri": "sudo apt install fonts-hosny-amiri",
        "Noto Sans Arabic UI": "sudo apt install fonts-noto-ui-core",
        "Liberation Sans": "sudo apt install fonts-liberation2",
        "Fira Code": "sudo apt install fonts-firacode",
    },
    "fedora": {
        "Pango": "sudo dnf install pango",
        "Liberation Serif": "sudo dnf install liberation-serif-fonts",
        "DejaVu Sans": "sudo dnf install dejavu-sans-fonts",
        "Liberation Sans": "sudo dnf install liberation-sans-fonts",
        "Fira Code": "sudo dnf install fira-code-fonts",
    },
    "macos": {
        "Pango": 'pip install "sanad[weasyprint]"',
        "Liberation Serif": "brew install --cask font-liberation",
        "DejaVu Sans": "brew install --cask font-dejavu",
        "Liberation Sans": "brew install --cask font-liberation",
        "Fira Code": "brew install --cask font-fira-code",
    },
    "windows": {
        "Pango": 'pip install "sanad[weasyprint]"',
    },
}

FILES = {
    "Nazli": ("پرونده‌های nazli.ttf و nazlib.ttf", "fonts-farsiweb"),
    "Titr": ("پروندهٔ titr.ttf", "fonts-farsiweb"),
    "Liberation Serif": ("پرونده‌های LiberationSerif-Regular.ttf و LiberationSerif-Bold.ttf", "fonts-liberation2"),
    "DejaVu Sans": ("پرونده‌های DejaVuSans.ttf و DejaVuSans-Bold.ttf", "fonts-dejavu-core"),
    "Amiri": ("پرونده‌های Amiri-Regular.ttf و Amiri-Bold.ttf", "fonts-hosny-amiri"),
    "Noto Sans Arabic UI": ("پرونده‌های NotoSansArabicUI-Regular.ttf و NotoSansArabicUI-Bold.ttf", "fonts-noto-ui-core"),
    "Liberation Sans": ("پرونده‌های LiberationSans-Regular.ttf و LiberationSans-Bold.ttf", "fonts-liberation2"),
    "Fira Code": ("پرونده‌های FiraCode-Regular.ttf و FiraCode-Bold.ttf", "fonts-firacode"),
}
"""The files of a face, where a system has no package of it."""
