"""Groups with their rules, partners and stakeholders of a neighbourhood; attitudes and volunteers as counts only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, of_id
from generator.model.records.counted import Counted
from generator.model.records.group_parts import PermitRequest, Statute
from generator.model.records.neighbourhood import Sampled


class GroupRole(Record, title="نقش در گروه"):
    """The task of one kind of member in a group; a role, no person."""

    id: Id = Field(title="شناسه", description="شناسهٔ نقش.", examples=["secretary"])
    title: Text = Field(title="عنوان نقش", description="عنوان نقش، نه نام شخص.", examples=["دبیر گروه"])
    task: Text = Field(title="شرح نقش", description="شرح نقش.", examples=["دعوت به جلسه و نوشتن صورتجلسه"])


class GroupRules(Record, title="دستورالعمل گروه"):
    """The rules of a group (line 247): membership, roles, meetings, decisions, settling of conflicts."""

    adopted_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ تصویب دستورالعمل",
        description="روزی که گروه دستورالعمل را تصویب کرد.",
        examples=["۱۴۰۳/۱۱/۰۵"],
    )
    membership: Text = Field(title="شرایط عضویت", description="شرایط عضویت.", examples=["سکونت در محله"])
    roles: tuple[GroupRole, ...] = Field(title="نقش اعضا", min_length=1, description="نقش‌های اعضا.")
    meetings: Text = Field(title="جلسات گروه", description="زمان و شیوهٔ جلسات.", examples=["هر دو هفته یک بار در مسجد محله"])
    decisions: Text = Field(title="شیوهٔ تصمیم‌گیری", description="شیوهٔ تصمیم‌گیری.", examples=["رأی بیشتر حاضران"])
    conflicts: Text = Field(
        title="سازوکار رفع تعارض", description="سازوکار رفع تعارض.", examples=["گفت‌وگو با میانجی‌گری تسهیلگر"]
    )
    quorum: Known[Text] = Field(
        default=UNKNOWN, title="حد نصاب جلسه", description="شماری که جلسه با آن رسمی است.", examples=["نیمی از اعضا"]
    )
    election: Known[Text] = Field(
        default=UNKNOWN,
        title="انتخاب و دورهٔ نماینده",
        description="چگونگی انتخاب نماینده و مدت دورهٔ او.",
        examples=["با رأی اعضا، برای یک سال"],
    )
    leaving: Known[Text] = Field(
        default=UNKNOWN,
        title="خروج و کنار گذاشتن",
        description="چگونگی خروج عضو، و کنار گذاشتن او.",
        examples=["با اعلام عضو؛ کنار گذاشتن با رأی دوسوم اعضا"],
    )
    money: Known[Text] = Field(
        default=UNKNOWN,
        title="پول و صندوق گروه",
        description="حق عضویت، نگهداری پول و گزارش آن.",
        examples=["حساب مشترک دو امضا و گزارش ماهانه"],
    )
    minutes: Known[Text] = Field(
        default=UNKNOWN,
        title="ثبت جلسه‌ها",
        description="کسی که صورتجلسه را می‌نویسد و جایی که نگهداری می‌شود.",
        examples=["دبیر گروه می‌نویسد و دفتر تسهیلگری نگه می‌دارد."],
    )
    review_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ بازنگری دستورالعمل",
        description="روزی که گروه دستورالعمل را بازنگری می‌کند.",
        examples=["۱۴۰۴/۱۱/۰۵"],
    )


class Group(Record, title="گروه محلی"):
    """A local group, classified by goal, scope, role, members, power and horizon (line 254)."""

    id: Id = Field(title="شناسه", description="شناسهٔ گروه. نقش‌ها در اقدام‌ها به آن ارجاع می‌دهند.", examples=["parents"])
    name: Text = Field(title="نام گروه", description="نام گروه.", examples=["انجمن اولیا"])
    goal: Text = Field(title="هدف", description="هدف گروه.", examples=["بهبود آموزش فرزندان"])
    scope: Text = Field(title="دامنه فعالیت", description="دامنهٔ فعالیت گروه.", examples=["سراسر محله"])
    role: Text = Field(title="نقش", description="نقشی که گروه در محله دارد.", examples=["پیگیری مطالبات آموزشی"])
    members: Count = Field(title="تعداد اعضا", description="شمار اعضای گروه.", examples=["۳۵"])
    power: Text = Field(title="قدرت گروه", description="توان و نفوذ گروه.", examples=["متوسط"])
    horizon: Code = Field(title="دامنه زمانی", description="کوتاه‌مدت یا بلندمدت بودن فعالیت گروه.", examples=["بلندمدت"])
    permit: Known[Code] = Field(
        default=UNKNOWN, title="مجوز فعالیت", description="مجوز فعالیت گروه.", examples=["مجوز ادارهٔ آموزش و پرورش"]
    )
    representative: Known[Text] = Field(
        default=UNKNOWN, title="نماینده گروه", description="نمایندهٔ گروه.", examples=["رئیس انجمن"]
    )
    registration: Known[Code] = Field(default=UNKNOWN, title="شماره ثبت گروه", description="شمارهٔ ثبت گروه.", examples=["۴۵۶"])
    rules: GroupRules | None = Field(default=None, title="دستورالعمل گروه", description="دستورالعمل تشکیل و ادارهٔ گروه.")
    statute: Statute | None = Field(
        default=None, title="اساسنامهٔ گروه", description="دانسته‌های اساسنامه، اگر گروه شخصیت حقوقی می‌گیرد."
    )
    permit_request: PermitRequest | None = Field(
        default=None, title="درخواست مجوز گروه", description="درخواست مجوز فعالیت و وضع آن."
    )


class Partner(Record, title="همیار"):
    """A benefactor or institution willing to work in the neighbourhood (line 260)."""

    id: Id = Field(title="شناسه", description="شناسهٔ همیار. نقش‌ها در اقدام‌ها به آن ارجاع می‌دهند.", examples=["school-builders"])
    name: Known[Text] = Field(default=UNKNOWN, title="نام همیار", description="نام همیار.", examples=["مجمع خیرین مدرسه‌ساز"])
    kind: Annotated[
        Literal["خیرین", "نهاد حاکمیتی", "نهاد بین‌المللی", "بخش خصوصی"],
        one_of("خیرین", "نهاد حاکمیتی", "نهاد بین‌المللی", "بخش خصوصی"),
    ] = Field(title="نوع", description="نوع همیار.", examples=["خیرین"])
    support: Text = Field(
        title="زمینه همکاری", description="زمینه‌ای که همیار در آن کمک می‌کند.", examples=["تأمین بخشی از هزینهٔ ساخت مدرسه"]
    )


class Stakeholder(Record, title="کنشگر"):
    """A kind of actor in the neighbourhood with interest, influence and the gate to reach it; no persons."""

    id: Id = Field(title="شناسه", description="شناسهٔ کنشگر.", examples=["shopkeepers"])
    title: Text = Field(title="کنشگر", description="گونهٔ کنشگر، نه نام شخص.", examples=["کسبهٔ خیابان اصلی"])
    kind: Annotated[Literal["ذی‌نفع", "ذی‌نفوذ", "ذی‌مدخل"], one_of("ذی‌نفع", "ذی‌نفوذ", "ذی‌مدخل")] = Field(
        title="نوع", description="نسبت کنشگر با طرح.", examples=["ذی‌نفع"]
    )
    interest: Text = Field(title="علاقه و انتظار", description="آنچه کنشگر می‌خواهد یا انتظار دارد.", examples=["رونق کسب‌وکار"])
    gate: Text = Field(title="دروازه ورود", description="راه گفت‌وگو با این کنشگر.", examples=["هیئت امنای بازارچه"])


class Attitude(Counted, title="نگرش"):
    """The number of people for, against or indifferent to the programme, and why (line 227); never who."""

    id: Id = Field(title="شناسه", description="شناسهٔ این نگرش.", examples=["for"])
    stance: Annotated[Literal["موافق", "مخالف", "بی‌تفاوت"], one_of("موافق", "مخالف", "بی‌تفاوت")] = Field(
        title="نگرش", description="نگرش به طرح.", examples=["موافق"]
    )
    count: Count = Field(title="تعداد", description="شمار کسانی که این نگرش را دارند.", examples=["۲۱۰"])
    reasons: tuple[Text, ...] = Field(
        default=(), title="دلایل", description="دلیل‌هایی که گفته‌اند.", examples=[["امید به بهبود معابر"]]
    )


class Community(Sampled, title="گروه‌ها، همیاران و کنشگران"):
    """Groups, partners and stakeholders of the neighbourhood."""

    groups: tuple[Group, ...] = Field(default=(), title="گروه‌های محلی", description="گروه‌های محلی.")
    partners: tuple[Partner, ...] = Field(default=(), title="همیاران", description="خیرین و نهادهایی که آمادهٔ همکاری‌اند.")
    stakeholders: tuple[Stakeholder, ...] = Field(
        default=(), title="کنشگران", description="گونه‌های کنشگران محله، بی نام اشخاص."
    )
    attitudes: tuple[Attitude, ...] = Field(default=(), title="نگرش‌ها", description="نگرش ساکنان به طرح، فقط به عدد.")
    volunteers: Known[Count] = Field(default=UNKNOWN, title="شمار داوطلبان", description="شمار داوطلبان.", examples=["۸۵"])

    def group(self, group_id: str) -> Group:
        """Return the group of an id (NotListedError when there is none)."""
        return of_id(self.groups, group_id)

    def partner(self, partner_id: str) -> Partner:
        """Return the partner of an id (NotListedError when there is none)."""
        return of_id(self.partners, partner_id)
