"""Sentences about the command line: what it was asked for, how much it reports, what `sanad new` and `sanad init` begin."""

_USAGE = {
    "unknown-command": ("E", "فرمان «{given}» شناخته نشد.", "{near} فرمان‌ها: {allowed}."),
    "no-command": ("E", "فرمانی داده نشده است.", "فرمان‌ها: {allowed}."),
    "unknown-option": ("E", "گزینهٔ «{given}» شناخته نشد.", "{near} گزینه‌های این فرمان را «{command} --help» نشان می‌دهد."),
    "option-elsewhere": (
        "E",
        "گزینهٔ «{given}» در فرمان «{command}» نیست.",
        "این گزینه از فرمان‌های دیگر است: {owners}.",
    ),
    "option-lacks-value": ("E", "پس از گزینهٔ «{option}» مقداری نیامده است.", "چنین بنویسید: «{option} {value}»."),
    "option-takes-nothing": ("E", "گزینهٔ «{option}» مقدار نمی‌پذیرد.", "آن را بی «=» و مقدار بنویسید."),
    "argument-missing": ("E", "این فرمان کامل نیست: «{what}» نیامده است.", "چنین بنویسید: «{usage}»."),
    "stray-word": ("E", "«{given}» در این فرمان جایی ندارد.", "{near} چنین بنویسید: «{usage}»."),
    "bad-usage": ("E", "فرمان درست نوشته نشده است: «{given}».", "راهنما: «{command} --help»."),
    "unknown-shell": ("E", "پوستهٔ «{given}» شناخته نشد.", "{near} پوسته‌ها: {allowed}."),
    "name-of-several": ("E", "«{given}» نام چند مورد است.", "شناسهٔ یکی را بنویسید: {choices}."),
    "name-unquoted": (
        "E",
        "«{given}» یک نام است، ولی چند واژهٔ جدا نوشته شده است.",
        'نام چندواژه‌ای را در گیومهٔ لاتین بگذارید: «"{given}"».',
    ),
    "program-fault": (
        "E",
        "این یک خطای برنامه است، نه خطای شما.",
        "متن انگلیسی بالا را برای نگه‌دارندگان برنامه بفرستید.",
    ),
    "unknown-terminal": ("E", "ترتیب «{given}» برای «--terminal» شناخته نشد.", "{near} ترتیب‌ها: {allowed}."),
    "report-foreign": (
        "E",
        "«{path}» گزارشی از این برنامه نیست؛ برای آنکه چیزی از دست نرود، بازنویسی نشد.",
        "نام دیگری برای گزارش بنویسید.",
    ),
    "unknown-neighbourhood": (
        "E",
        "محله‌ای با شناسه یا نام «{given}» در «plans» نیست.",
        "{near} «sanad list neighbourhoods» همه را نشان می‌دهد.",
    ),
    "unknown-agency": (
        "E",
        "دستگاهی با شناسه یا نام «{given}» در «plans» نیست.",
        "{near} «sanad list agencies» همه را نشان می‌دهد.",
    ),
    "unknown-keeper": (
        "E",
        "مسئولی با شناسه، سمت یا نام «{given}» در «keepers.yaml» نیست.",
        "{near} مسئولان محله‌ها را «keepers.yaml» نام می‌برد.",
    ),
    "unknown-kind": ("E", "گونهٔ سند «{given}» شناخته نشد.", "{near} گونه‌ها: {allowed}."),
    "unknown-document": ("E", "سندی از «{document}» دربارهٔ «{given}» نیست.", "{near} سندهای آن: {allowed}."),
    "document-without": ("E", "سند «{kind}» به نام «{document}» ساخته نمی‌شود: {reason}.", ""),
    "unknown-look": ("E", "ظاهر «{given}» شناخته نشد.", "{near} ظاهرها: {allowed}."),
    "unknown-format": ("E", "قالب «{given}» شناخته نشد.", "{near} قالب‌ها: {allowed}."),
    "show-several": ("E", "«{given}» چند سند است: {documents}.", "نام یکی از آن‌ها را بنویسید."),
    "unknown-executor": ("E", "اجراکنندهٔ «{given}» شناخته نشد.", "{near} بنویسید: {allowed}."),
    "unknown-engine": ("E", "موتور «{given}» شناخته نشد.", "{near} موتورها: {allowed}."),
    "due-file-unknown": ("E", "«{path}» نه تقویم است و نه جدول.", "نام پرونده به یکی از این‌ها پایان می‌یابد: {allowed}."),
    "bad-number": ("E", "«{given}» شمار درستی برای «{option}» نیست.", "عددی از ۱ تا {most} بنویسید."),
    "no-root": (
        "E",
        "در «{path}» و پوشه‌های بالاتر نه پروندهٔ «sanad.yaml» هست و نه پوشهٔ «plans».",
        "در پوشهٔ پروژه کار کنید یا نشانی آن را با «--root» بدهید.",
    ),
    "no-folder": ("E", "پوشهٔ «{path}» نیست.", "نشانی را بررسی کنید."),
}

_CONFIRM = {
    "confirm-not-asked": ("E", "متن «{kind}» به تأیید کسی نیاز ندارد.", "{allowed}"),
    "confirm-by-nobody": (
        "E",
        "نام یا سمت تأییدکننده خالی است یا متنی پذیرفتنی نیست: «{given}».",
        'چنین بنویسید: «--by "کارشناس حقوقی استانداری"».',
    ),
    "confirm-not-built": (
        "E",
        "«{kind}» این محله ساخته نمی‌شود، پس متنی نیست که تأیید شود.",
        "خطاها را درست کنید و دوباره بنویسید.",
    ),
    "confirm-by-hand": (
        "E",
        "تأیید در این پرونده نوشته نشد، زیرا شکل نگارش آن چنین است که چیز دیگری هم تغییر می‌کرد.",
        "خودتان زیر کلید «{key}» بنویسید: {lines}.",
    ),
}

STANDING = "{count} هشدار دربارهٔ متن منتشرشدهٔ طرح پابرجاست؛ «sanad check» همه را می‌گوید."
"""What is said of the standing warnings where they are not listed one by one."""

_REPORT = {
    "more-errors": ("E", "{count} خطای دیگر گفته نشد.", "خطاهای گفته‌شده را درست کنید و دوباره بررسی کنید."),
    "more-gaps": ("G", "{count} کمبود دیگر گفته نشد.", ""),
    "more-warnings": ("W", "{count} هشدار دیگر گفته نشد.", ""),
}

_NEW = {
    "start-what": (
        "E",
        "معلوم نیست چه چیزی باید آغاز شود: «{given}».",
        "یکی از این‌ها را پس از «sanad new» بنویسید: {allowed}. {near}",
    ),
    "start-names": (
        "E",
        "فرمان «sanad new» کامل نیست یا واژهٔ زیادی دارد.",
        "چنین بنویسید: «{usage}»؛ نام چندواژه‌ای را در گیومهٔ لاتین بگذارید.",
    ),
    "start-exists": (
        "E",
        "«{path}» از پیش هست و دست‌نخورده ماند.",
        "همان را ویرایش کنید یا شناسهٔ دیگری بنویسید.",
    ),
    "start-zone": (
        "E",
        "شناسهٔ محله، «{id}»، با شناسهٔ هیچ پهنه‌ای آغاز نمی‌شود.",
        "شناسه را به صورت «پهنه-نام» بنویسید؛ پهنه‌ها: {zones}.",
    ),
    "start-several": ("E", "«{given}» نام چند چیز است.", "یکی از این شناسه‌ها را بنویسید: {choices}."),
    "start-without-plan": (
        "E",
        "محلهٔ «{neighbourhood}» هنوز برنامهٔ اقدام ندارد و چیزی برای ابلاغ نیست.",
        "نخست برنامه را آغاز کنید: «sanad new plan {neighbourhood}».",
    ),
    "start-all-notified": (
        "E",
        "برنامهٔ محلهٔ «{neighbourhood}» به همهٔ گیرندگان آن ابلاغ شده است.",
        "نامه‌ها را «sanad list documents {neighbourhood}» نام می‌برد.",
    ),
    "start-kinds": (
        "E",
        "معلوم نیست پرونده‌های کدام محله باید آغاز شود.",
        "با «--all» یا «--kind» فقط شناسهٔ محله را بنویسید، یا برای محلهٔ تازه: «sanad new neighbourhood شناسه نام --all».",
    ),
}

UNTOLD = "{count} هشدار دربارهٔ دادهٔ منتشرشده، که دست‌نخورده است، گفته نشد («--report» همه را می‌نویسد). "
"""What `sanad check` says of warnings that nobody in a project can do anything about."""

BEGUN = "پروژه در «{folder}» آماده است. در آن پوشه «sanad check» را اجرا کنید؛ «README.md» گام‌های بعد را می‌گوید."
RENEWED = "{count} پرونده تازه شد؛ به داده‌ها دست زده نشد. "
"""What `sanad init` says when it is done."""

OTHER_LOOK = """\
# از قلم‌های ظاهر پیش‌فرض این‌ها هنگام آغاز پروژه روی رایانه نبود: {faces}.
# پس ظاهر «{look}» برگزیده شد که قلم‌هایش همراه برنامه است. هرگاه آن‌ها را نصب کردید، سطر زیر را پاک کنید.
look: {look}
"""
"""The lines that a project has in its settings where it begins with another look."""

_INIT = {
    "begin-where": ("E", "نام پوشه‌ای که پروژه در آن آغاز شود نوشته نشده است.", "چنین بنویسید: «sanad init پوشه»."),
    "begin-not-empty": (
        "E",
        "پوشهٔ «{path}» خالی نیست («{name}» در آن است)؛ برای آنکه چیزی از دست نرود، پروژه‌ای در آن آغاز نشد.",
        "نام پوشه‌ای تازه یا خالی را بنویسید، یا اگر پروژه‌ای پیشین است آن را با «sanad init --upgrade» تازه کنید.",
    ),
    "begin-other-look": (
        "W",
        "از قلم‌های ظاهر پیش‌فرض این‌ها روی این رایانه پیدا نشد: {faces}؛ پس ظاهر پروژه «{look}» شد که قلم‌هایش همراه برنامه است.",
        "برای ظاهر پیش‌فرض: {remedy} سپس این سطر را پاک کنید.",
    ),
    "begin-not-folder": ("E", "«{path}» پوشه نیست.", "نام پوشه‌ای تازه یا خالی را بنویسید."),
    "editor-settings-foreign": (
        "W",
        "این پروندهٔ تنظیمات ویرایشگر خوانده نشد و دست‌نخورده ماند؛ شاید توضیح یا ویرگولی بیش از JSON دارد.",
        "آنچه را کم دارد از «{path}» در آن بیاورید.",
    ),
    "template-not-packaged": (
        "E",
        "الگویی به نام «{given}» همراه برنامه نیست.",
        "{near} آنچه می‌توان از آن رونوشت گرفت: {allowed}.",
    ),
    "template-original-changed": (
        "W",
        "این رونوشت از «{name}» گرفته شده و نسخهٔ همراه برنامه از آن پس عوض شده است.",
        "آن را با «{path}» بسنجید و هر چه لازم است بیاورید؛ سپس اثر تازه را در این سطر بنویسید: {fingerprint}.",
    ),
    "start-kind-packaged": (
        "E",
        "گونهٔ سند «{id}» همراه برنامه است.",
        "شناسهٔ دیگری بنویسید، یا برای تغییر همین گونه: «sanad new template {id}».",
    ),
}

SENTENCES: dict[str, tuple[str, str, str]] = _USAGE | _REPORT | _NEW | _INIT | _CONFIRM
