"""Hand-made trees for the writers' tests: one that has every node, in the state in which the passes leave a tree."""

from __future__ import annotations

from collections.abc import Sequence

from generator.tree.nodes import (
    Blank,
    Block,
    Cell,
    Clause,
    Column,
    Datum,
    Document,
    Footnote,
    Furniture,
    Heading,
    Inline,
    Keep,
    LetterField,
    Letterhead,
    LineBreak,
    ListBlock,
    ListItem,
    Ltr,
    PageBreak,
    PageField,
    Paragraph,
    Properties,
    Reference,
    Row,
    Section,
    Signatures,
    Signer,
    Strong,
    Table,
    Text,
)

MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور")


def text(words: str) -> tuple[Inline, ...]:
    """One text as inline content."""
    return (Text(words),)


def paragraph(*children: Inline | str, role: str = "body", key: str = "") -> Paragraph:
    """A paragraph of texts and inline nodes."""
    return Paragraph(tuple(Text(child) if isinstance(child, str) else child for child in children), role, key)


def cell(words: str = "", **about: object) -> Cell:
    """A cell with one paragraph, or with none."""
    return Cell((paragraph(words),) if words else (), **about)  # type: ignore[arg-type]


def row(*words: str, key: str = "", **about: object) -> Row:
    """A row of cells alike."""
    return Row(tuple(cell(word, **about) for word in words), key)


def columns(*shares: int) -> tuple[Column, ...]:
    """Columns of these shares, which sum to 1000."""
    return tuple(Column(share) for share in shares)


def document(*blocks: Block, furniture: Furniture | None = None, cover: bool = False, page: str = "portrait") -> Document:
    """A document of one section."""
    return Document(Properties("سند آزمایشی"), (Section(blocks, page),), furniture or Furniture(), cover)


FURNITURE = Furniture(
    header_start=text("قرارداد دفتر تسهیلگری محله گلشهر"),
    header_end=(Text("کد سند: "), Ltr("SND-۱۴۰۴")),
    footer=(Text("صفحه "), PageField("page"), Text(" از "), PageField("pages")),
    marks=("نمونه", "پیش‌نویس"),
    initials=("پاراف کارفرما", "پاراف مشاور"),
)


def letterhead() -> Letterhead:
    """A letterhead with a value, a number of several parts and a blank."""
    return Letterhead(
        organisation=("استانداری خراسان رضوی", "ستاد بازآفرینی شهری پایدار"),
        centre=("به نام خدا", "قرارداد دفتر تسهیلگری"),
        fields=(
            LetterField("تاریخ", text("۱۴۰۴/۰۷/۰۱")),
            LetterField("شماره", (Blank("شماره نامه", "letter-number", 14),)),
            LetterField("پیوست", text("دارد")),
        ),
    )


def mixed_directions() -> tuple[Block, ...]:
    """Every case of mixed direction that offices write."""
    return (
        paragraph(
            "برنامه با همکاری «مؤسسه» (",
            Ltr("UN-Habitat"),
            ") و با زبان ",
            Ltr("C++"),
            " در تاریخ ۱۳۹۸/۰۹/۲۱ با ۴۵٫۵٪ پیشرفت (از ۱۰۰٪) ",
            "تهیه شد. تلفن: ",
            Ltr("۰۵۱-۳۸۴۵۶۷۸۹"),
            "، تغییر: ",
            Ltr("−۵"),
            " درصد؛ نشانی: ",
            Ltr("https://example.ir/a-1?b=2"),
            ".",
        ),
        paragraph(
            Ltr("Excel"), "، ", Ltr("Word"), " ۲۰۱۹ و ", Strong((Text("متن "), Ltr("PDF"), Text(" پررنگ"))), " در یک سطر."
        ),
        paragraph("سطر نخست", LineBreak(), "سطر دوم با دوره ۱۴۰۳–۱۴۰۵ و مبلغ ۱٬۲۵۰٬۰۰۰ ریال."),
    )


def lists() -> tuple[Block, ...]:
    """Bulleted, decimal and lettered lists, one in another."""
    inner = ListBlock((ListItem((paragraph("زیربند نخست"),), 1), ListItem((paragraph("زیربند دوم"),), 2)), "letters")
    long = (
        "نوسازی و بهسازی معابر اصلی محله با اولویت دسترسی مدرسه‌ها و درمانگاه و گذرهای پرخطر که در پیمایش میدانی شناسایی شده‌اند."
    )
    return (
        ListBlock(
            (ListItem((paragraph("خدمات آموزشی"),), 1), ListItem((paragraph(long), paragraph("بند ادامه‌دار")), 2, "item-two"))
        ),
        ListBlock((ListItem((paragraph("گام نخست"), inner), 1), ListItem((paragraph(long),), 2)), "decimal", "steps"),
        ListBlock(tuple(ListItem((paragraph(f"مورد {letter}"),), n) for n, letter in enumerate("ابپ", 1)), "letters"),
        ListBlock((ListItem((paragraph("فهرستی دیگر"),), 1),)),
    )


def articles() -> tuple[Block, ...]:
    """Articles with clauses and notes, blanks and references."""
    return (
        Clause(
            "article",
            text("موضوع قرارداد"),
            (
                paragraph("موضوع قرارداد، راه‌اندازی و اداره دفتر تسهیلگری محله گلشهر است."),
                Clause(
                    "clause",
                    (),
                    (paragraph("شرح خدمات در پیوست ۱ آمده است؛ ", Reference("costs", "جدول ۱"), " را ببینید."),),
                    "c-1-1",
                    "۱-۱",
                ),
                Clause(
                    "clause",
                    text("نشانی"),
                    (paragraph("نشانی دفتر: ", Blank("نشانی دفتر", "office-address", 60)),),
                    "c-1-2",
                    "۱-۲",
                ),
                Clause("note", (), (paragraph("جابه‌جایی دفتر با موافقت کارفرما است."),), "n-1-1", "تبصره ۱"),
                Clause("note", (), (paragraph("هزینه آن با مشاور است."), paragraph("پرداخت نقدی نیست.")), "n-1-2", "تبصره ۲"),
            ),
            "article-1",
            "ماده ۱",
        ),
        Clause(
            "article",
            text("مدت قرارداد"),
            (paragraph("برابر ", Reference("c-1-2", "بند ۱-۲"), " و ", Reference("article-1", "ماده ۱"), " شش ماه است."),),
            "article-2",
            "ماده ۲",
        ),
    )


def cost_table() -> Table:
    """A grid with a caption, a two-row head, merged cells, keyed rows and a total."""
    return Table(
        columns(80, 420, 300, 200),
        head=(
            Row((cell("ردیف", rowspan=2), cell("شرح", rowspan=2), cell("اعتبار", colspan=2))),
            row("منبع", "مبلغ (ریال)"),
        ),
        body=(
            Row((cell("۱"), cell("بهسازی معابر"), cell("شهرداری", rowspan=2), cell("۱٬۲۰۰٬۰۰۰٬۰۰۰", align="end")), "cost-a"),
            Row((cell("۲"), cell("درمانگاه سیار"), cell("۸۰۰٬۰۰۰٬۰۰۰", align="end")), "cost-b"),
            Row(
                (
                    cell("۳"),
                    Cell((paragraph("آموزش"), lists()[2])),
                    Cell((paragraph(Blank("منبع", "cost-source", 10)),)),
                    cell(),
                )
            ),
        ),
        foot=(Row((cell("جمع", colspan=3, tone="total"), cell("۲٬۰۰۰٬۰۰۰٬۰۰۰", tone="total", align="end"))),),
        caption=text("برآورد هزینه‌ها به تفکیک منبع"),
        key="costs",
        number="جدول ۱",
        summary="برآورد هزینه سه اقدام به تفکیک منبع",
    )


def schedule() -> Table:
    """A schedule on a wide page: filled cells without text, each with its label."""
    bars: Sequence[Sequence[str]] = (("done", "done", "bar", "", "", ""), ("", "late", "bar", "bar", "", ""))
    return Table(
        columns(280, 120, 120, 120, 120, 120, 120),
        head=(row("اقدام", *MONTHS),),
        body=tuple(
            Row(
                (cell(f"اقدام {name}"), *(Cell((), tone=tone, label="در دست اجرا" if tone else "") for tone in tones)),
                f"bar-{n}",
            )  # type: ignore[arg-type]
            for n, (name, tones) in enumerate(zip(("نخست", "دوم"), bars, strict=True), 1)
        ),
        caption=text("زمان‌بندی شش‌ماهه"),
        role="schedule",
        key="plan",
        number="جدول ۲",
        keep=True,
    )


def swot() -> Table:
    """Strengths at the top right."""
    names = (("قوت‌ها", "strength"), ("ضعف‌ها", "weakness"), ("فرصت‌ها", "opportunity"), ("تهدیدها", "threat"))
    cells = [Cell((paragraph(Strong(text(name))), paragraph("شرح کوتاه")), tone=tone) for name, tone in names]  # type: ignore[arg-type]
    return Table(columns(500, 500), (), (Row(tuple(cells[:2])), Row(tuple(cells[2:]))), role="swot", key="swot")


def signatures() -> Signatures:
    """Four signers in rows of three; one name is not known."""
    named = [
        Signer(text(capacity), text("نام و نام خانوادگی"), text("مدیر"), f"signer-{n}")
        for n, capacity in enumerate(("کارفرما", "مشاور", "ناظر"), 1)
    ]
    unknown = Signer(text("گواه"), (Blank("نام گواه", "witness", 20),), ())
    return Signatures((*named, unknown), 3, "signatures")


def rich() -> Document:
    """Every node, three page forms, furniture and a cover."""
    cover = (
        paragraph("به نام خدا", role="invocation"),
        paragraph("قرارداد دفتر تسهیلگری", role="cover-title"),
        paragraph("محله گلشهر", role="cover-line"),
        PageBreak(),
    )
    front = (
        letterhead(),
        paragraph("قرارداد دفتر تسهیلگری", role="title"),
        paragraph("محله گلشهر – نیمه نخست ۱۴۰۴", role="subtitle"),
        paragraph("مدیرکل محترم راه و شهرسازی", role="recipient"),
        paragraph("این سند برای آزمون ساخته شده است.", role="lead", key="lead"),
        paragraph("نشانی تارنما", Footnote((Text("نشانی: "), Ltr("https://example.ir")), "note-site"), " در پانوشت است."),
        paragraph(
            "مبلغ ", Datum("contract.amount", text("۱۲٬۰۰۰"), "مبلغ"), " و شمارهٔ ", Datum("contract.number", (Blank("شماره"),))
        ),
        Heading(1, text("کلیات"), "general", "۱"),
        Heading(2, text("جهت متن"), "direction", "۱-۱"),
        *mixed_directions(),
        Heading(3, text("فهرست‌ها"), "lists", "۱-۱-۱"),
        *lists(),
        Heading(1, text("پیوست بی‌شماره"), "annex", numbered=False),
        *articles(),
    )
    return Document(
        Properties("قرارداد نمونه", "محله گلشهر", "دبیرخانه برنامه", ("قرارداد", "گلشهر"), "contract/z3-golshahr", "ab12" * 16),
        (
            Section((*cover, *front)),
            Section((cost_table(), cost_table_note(), swot()), "landscape"),
            Section((schedule(),), "landscape-a3"),
            Section(
                (
                    Keep((paragraph("کاربرگ اقدام", role="heading-3"), _form())),
                    PageBreak(),
                    paragraph("این قرارداد در سه نسخه تنظیم شد."),
                    signatures(),
                )
            ),
        ),
        FURNITURE,
        cover=True,
    )


def cost_table_note() -> Paragraph:
    """A note of the source under a table."""
    return paragraph("مأخذ: دبیرخانه برنامه", role="source-note")


def _form() -> Table:
    rows = (
        Row((cell("عنوان اقدام", tone="label", header=True), cell("بهسازی معابر"))),
        Row((cell("مسئول", tone="label"), Cell((paragraph(Blank("نام مسئول", "a01/owner", 30)),)))),
    )
    return Table(columns(300, 700), (), rows, role="form", key="a01/form", summary="کاربرگ اقدام", keep=True)
