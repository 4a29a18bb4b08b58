"""A small, whole and faultless folder of plans, and a way to plant one mistake in it and know its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.problems.errors import Problem
from generator.reading.places import Reading
from generator.reading.workspace import read

MARK = "§"
"""A sign before the point of a planted text that the problem must name; it is removed from the file."""

PLAN = "neighbourhoods/z1-alef/plan.yaml"
CONTRACT = "neighbourhoods/z1-alef/contract.yaml"
NEEDS = "neighbourhoods/z1-alef/needs.yaml"
PARTICIPATORY = "neighbourhoods/z1-alef/participatory.yaml"
PROFILE = "neighbourhoods/z1-alef/profile.yaml"
ACTIVITIES = "neighbourhoods/z1-alef/activities.yaml"
APPROVALS = "neighbourhoods/z1-alef/approvals.yaml"
IDENTITY = "neighbourhoods/z1-alef/neighbourhood.yaml"
CALL = "calls/alef-1.yaml"
INVITATION = "letters/invite.yaml"
LETTER = "letters/notify-welfare.yaml"
SESSION = "meetings/session.yaml"
WHOLE_QUARTER = "quarters/1404-q1.yaml"
SECOND_LETTER = "letters/notify-city.yaml"
SENDING = "letters/send-quarter.yaml"
COMMUNITY = "neighbourhoods/z1-alef/community.yaml"
OFFICE = "neighbourhoods/z1-alef/office.yaml"
MEETING = "neighbourhoods/z1-alef/meetings/review.yaml"
HANDOVER = "neighbourhoods/z1-alef/handovers/start.yaml"
PAYMENT = "neighbourhoods/z1-alef/payments/p1.yaml"
QUARTER = "neighbourhoods/z1-alef/quarters/1404-q1.yaml"
REVIEW = "neighbourhoods/z1-alef/reviews/welfare.yaml"
SURVEY = "neighbourhoods/z1-alef/surveys/calm.yaml"
YEAR = "neighbourhoods/z1-alef/programmes/1405.yaml"
FIRST = "neighbourhoods/z1-alef/evaluations/1403-h2.yaml"
SECOND = "neighbourhoods/z1-alef/evaluations/1404-h1.yaml"

_PUBLISHED = "{text: متن, clean: متن, lines: [۱]}"

_EVALUATION = """\
# ارزیابی شش‌ماهه
sample: بله
period: PERIOD
prepared_on: ۱۴۰۴/۰۸/۱۵
introduction: مقدمه
method: بازدید و گفت‌وگو
committee:
  - {id: groups, represents: گروه‌های محلی, post: نماینده گروه‌ها}
  - {id: secretary, represents: دبیرخانه, post: کارشناس, agency: welfare}
  - {id: council, represents: شورای شهر, post: عضو شورا}
progress:
  - action: a01
    planned: ۵۰٪
    actual: ۴۰٪
    allocated: ۴۰۰ میلیون ریال
    spent: ۳۰۰ میلیون ریال
    measured:
      - {indicator: trained, value: ۲۰}
    reason: کمبود مربی
    remedy: جذب مربی
  - action: a02
    planned: ۲۰٪
    actual: ۲۰٪
    allocated: ۰
    spent: ۰
    measured:
      - {indicator: waste, value: ۳}
criteria:
  - {criterion: تناسب, finding: هماهنگ با نیازها}
  - {criterion: اثربخشی, finding: نزدیک به هدف}
  - {criterion: کارایی, finding: هم‌گام با هزینه}
  - {criterion: پایداری, finding: با گروه زنان}
office:
  presence:
    - {line: head, present: ۱, note: تمام دوره}
  run_by: شهرداری
  finding: دفتر باز بود
swot:
  strengths: [همبستگی]
  weaknesses: [کمبود فضا]
  opportunities: [همکاری شهرداری]
  threats: [کمبود اعتبار]
strategies: {so: [راهبرد], wo: [راهبرد], st: [راهبرد], wt: [راهبرد]}
solutions:
  - {id: s1, title: تسریع, owner: secretariat, deadline: ۱۴۰۴/۱۲/۰۱, actions: [a01]}
session: {number: ۳, date: ۱۴۰۴/۰۸/۲۰}
limits: [کمبود داده]
copies:
  - {recipient: فرمانداری, purpose: جهت استحضار}
FOLLOW_UPconclusion: جمع‌بندی
"""

_QUARTER = """\
period: PERIOD
prepared_on: ۱۴۰۴/۰۴/۱۰
summary: خلاصه
actions:
  - {action: a01, actual: ۴۰٪, note: ادامه دارد}
agencies:
  - {agency: welfare, note: آموزش, capacity_use: مربیان محله}
  - {agency: municipality, note: پسماند, capacity_use: همیاران محله}
obstacles:
  - {id: o1, title: کمبود اعتبار, owner: welfare}
proposals:
  - {id: r1, title: پیگیری, owner: secretariat}
next_quarter: [ادامه آموزش]
"""

_YEAR = """\
year: YEAR
prepared_on: ۱۴۰۴/۰۱/۲۰
goals: [اشتغال]
lines:
  - {id: y1, title: آموزش, action: a01, owner: welfare, start: YEAR/۰۱, end: YEAR/۰۶, amount: ۱۰۰ میلیون ریال, target: ۲۰,
     partners: [municipality], source: اعتبارات دستگاه, milestones: [{id: m1, title: دوره, month: YEAR/۰۳, weight: ۱۰۰٪}]}
  - {id: y2, title: پسماند, owner: municipality, start: YEAR/۰۳, end: YEAR/۱۲, amount: ۵۰ میلیون ریال}
stated_total: ۱۵۰ میلیون ریال
"""

_FOLLOW_UP = """\
follow_up:
  - {solution: s1, status: در دست انجام, reason: نبود اعتبار, carried_by: s1}
"""

FILES = {
    "schema.yaml": "version: ۲\n",
    "programme.yaml": f"""\
title: طرح
alt_title: عنوان دوم
status: طرح پیشنهادی
province: استان خراسان رضوی
date: بهمن ۱۳۹۷
published: ۱۳۹۸/۰۹/۲۱
upstream: {_PUBLISHED}
approach: {_PUBLISHED}
agency_indicator: {_PUBLISHED}
goals:
  - {{id: goal-1, text: متن, clean: متن, lines: [۱]}}
  - {{id: goal-2, text: متن, clean: متن, lines: [۲]}}
stages_summary:
  - {{id: first, text: متن, clean: متن, lines: [۳]}}
stages_described:
  - {{id: first, text: متن, clean: متن, lines: [۴]}}
""",
    "province.yaml": """\
cities:
  - id: mashhad
    name: مشهد
    neighbourhoods: ۲
    area_ha: ۱۰۰
    area_share: ۱۰٪
    population: ۱٬۰۰۰
    population_share_printed: ۵٪
    lines: [۵]
stated_total:
  id: total
  name: کل استان
  neighbourhoods: ۲
  area_ha: ۱۰۰
  area_share: ۱۰٪
  population: ۱٬۰۰۰
  population_share_printed: ۵٪
  lines: [۶]
""",
    "zones.yaml": """\
zones:
  - {id: z1, number: ۱, name: الف, area_ha: ۶۰, municipal_districts: [۳], population: ۶۰۰, position: داخل محدوده,
     direction: شرق, lines: [۷]}
  - {id: z2, number: ۲, name: ب, area_ha: ۴۰, municipal_districts: [۵, ۶], population: ۴۰۰, position: داخل محدوده,
     direction: شمال, lines: [۸]}
stated_area_ha: ۱۰۰
stated_population: ۱٬۰۰۰
stated_neighbourhoods: ۲
population_note: توضیح جمعیت
""",
    "services.yaml": """\
stages:
  - id: s1
    number: ۱
    text: متن
    clean: متن
    lines: [۹]
    services:
      - {id: s1-1, text: متن, clean: متن, lines: [۱۰]}
  - id: s2
    number: ۲
    text: متن
    clean: متن
    lines: [۱۱]
    steps:
      - id: s2-1
        number: ۱
        text: متن
        clean: متن
        lines: [۱۲]
        services:
          - {id: s2-1-1, text: متن, clean: متن, lines: [۱۳]}
""",
    "bodies.yaml": """\
bodies:
  - id: secretariat
    name: دبیرخانه
    role: نظارت
    decides: [برنامه اقدام]
  - id: committee
    name: کمیته راهبردی
    role: تصویب
    aliases:
      - {name: کمیته, lines: [۲۱]}
    chair: فرماندار
    members: [نماینده شهرداری]
    parent: secretariat
    statements: [chair]
    decides: [شناسنامه نیازها]
    confirms_actions: بله
""",
    "legal.yaml": """\
rates:
  - id: performance-guarantee
    title: تضمین انجام تعهدات
    value: ۱۰٪
    law: آیین‌نامه تضمین
    valid_from: ۱۳۹۴/۰۹/۲۲
    valid_to: ۱۴۰۳/۱۲/۳۰
    verified_on: ۱۴۰۳/۰۲/۰۱
  - {id: performance-guarantee, title: تضمین انجام تعهدات, value: ۱۲٪, law: آیین‌نامه تضمین, valid_from: ۱۴۰۴/۰۱/۰۱}
  - {id: change-ceiling, title: سقف تغییر, value: ۲۵٪, law: شرایط عمومی}
  - {id: performance-retention, title: حسن انجام کار, value: ۱۰٪, law: آیین‌نامه تضمین}
  - {id: social-security-retention, title: سپرده بیمه, value: ۵٪, law: قانون تأمین اجتماعی}
  - {id: vat, title: ارزش افزوده, value: ۱۰٪, law: قانون مالیات, valid_from: ۱۴۰۳/۰۱/۰۱}
""",
    "secretariat.yaml": """\
name: دبیرخانه طرح
organisation: [استانداری]
director_post: مدیرکل
postal_code: ۹۱۳۷۹۱۳۳۱۶
phone: ۰۵۱-۳۲۱۲۳۴۵۶
signatories:
  - {id: first, post: مدیرکل, valid_from: ۱۴۰۲/۰۱/۰۱, valid_to: ۱۴۰۳/۰۶/۳۱}
  - {id: second, post: مدیرکل, valid_from: ۱۴۰۳/۰۷/۰۱}
""",
    "operators.yaml": """\
operators:
  - {id: charity-house, name: مؤسسه نمونه, national_id: ۱۰۳۸۰۲۸۴۷۹۰, account: IR062960000000100324200001}
""",
    "contacts.yaml": """\
contacts:
  - id: welfare-head
    post: مدیرکل بهزیستی
    of: welfare
    addressed_as: مدیرکل محترم بهزیستی
    postal_code: ۹۱۳۷۹۱۳۳۱۶
    phone: ۰۵۱-۳۲۱۲۳۴۵۶
    holders:
      - {name: نام نخست, honorific: جناب آقای, valid_to: ۱۴۰۳/۰۶/۳۱}
      - {name: نام دوم, honorific: سرکار خانم, valid_from: ۱۴۰۳/۰۷/۰۱}
""",
    "terms.yaml": """\
terms:
  - {id: reply, title: پاسخ, amount: ۱۵, unit: روز, usual: بله, valid_to: ۱۴۰۳/۱۲/۳۰}
  - id: reply
    title: پاسخ
    amount: ۱۰
    unit: روز
    valid_from: ۱۴۰۴/۰۱/۰۱
    ruling: {by: committee, number: ۱۲, date: ۱۴۰۳/۱۲/۰۱}
""",
    "statements.yaml": """\
statements:
  - {id: chair, question: رئیس کمیته کیست؟, lines: [۲۱], readings: [فرماندار, استاندار]}
  - id: recipient
    question: گزارش به که داده می‌شود؟
    answer: کمیته
    ruling: {by: committee, number: ۱۳, date: ۱۴۰۳/۱۲/۰۱}
""",
    "keepers.yaml": """\
keepers:
  - {id: east, post: کارشناس شرق, neighbourhoods: [z1-alef]}
  - {id: west, post: کارشناس غرب, neighbourhoods: [z2-be]}
""",
    "indicators.yaml": """\
indicators:
  - {id: school, title: فاصلهٔ دبستان, dimension: دسترسی به امکانات شهری, unit: متر, direction: بیشتر فوری‌تر, weight: ۶۰٪}
  - {id: park, title: فضای سبز, dimension: دسترسی به امکانات شهری, unit: متر مربع, direction: کمتر فوری‌تر, weight: ۴۰٪}
  - {id: jobless, title: بیکاری, dimension: ناهنجاری‌های اجتماعی, unit: درصد, direction: بیشتر فوری‌تر, weight: ۱۰۰٪, year: ۱۴۰۲}
access_weight: ۵۰٪
harm_weight: ۵۰٪
cuts:
  - {level: ۱, score: ۷۰}
  - {level: ۲, score: ۴۰}
""",
    "holidays.yaml": """\
weekly: [جمعه]
yearly:
  - {month: ۱۱, day: ۲۲, title: پیروزی انقلاب}
days:
  - {date: ۱۴۰۴/۰۸/۱۵, title: تعطیلی استان}
complete: [۱۴۰۳, ۱۴۰۴, ۱۴۰۵]
""",
    "agencies/welfare.yaml": """\
id: welfare
order: ۱
text: بهزیستی
name: اداره کل بهزیستی
short_name: بهزیستی
lines: [۱۴]
duties:
  - id: welfare/1
    text: متن
    clean: آموزش و بیمه با اولویت ویژه و با همکاری شهرداری از محل اعتبارات
    lines: [۱۵]
    priority: با اولویت ویژه
    partners:
      - {quote: با همکاری شهرداری, owner: municipality}
    budget: از محل اعتبارات
    parts:
      - {id: welfare/1/1, quote: آموزش}
      - {id: welfare/1/2, quote: بیمه}
  - {id: welfare/2, text: متن, clean: متن, lines: [۱۶]}
recipients:
  - {id: welfare, name: اداره کل بهزیستی, head_title: مدیرکل}
""",
    "agencies/municipality.yaml": """\
id: municipality
order: ۲
text: شهرداری
name: شهرداری مشهد
short_name: شهرداری
lines: [۱۷]
duties:
  - {id: municipality/1, text: متن, clean: متن, lines: [۱۸]}
recipients:
  - {id: municipality, name: شهرداری مشهد, head_title: شهردار}
""",
    IDENTITY: """\
id: z1-alef
zone: z1
rank: ۱
text: الف
name: الف
lines: [۱۹]
distinct_from: [z2-be]
""",
    "neighbourhoods/z1-alef/priority.yaml": "level: ۱\naccess: کم\nharm: زیاد\naccess_score: ۴۲٫۵\n"
    "values:\n  - {indicator: school, value: ۸۰۰, source: برداشت, year: ۱۴۰۲}\n",
    PROFILE: """\
surveyed_on: ۱۴۰۲/۰۹/۰۱
edition: ۱
number: ۷۷
prepared_on: ۱۴۰۲/۱۰/۱۵
author: مشاور
checked_by: کارشناس
confirmed_by: مدیرکل
description: معرفی
boundaries: محدوده
boundary_change: یک کوچه افزوده شد
social: اجتماعی
economic: اقتصادی
physical: کالبدی
environmental: زیست‌محیطی
households: ۱۵۰
population: ۶۰۰
men: ۳۱۰
women: ۲۹۰
counted_on: ۱۴۰۲/۰۹/۰۱
count_source: برداشت
figures:
  - {id: literacy, title: باسوادی, value: ۸۵٫۵, unit: درصد, year: ۱۴۰۲, source: سرشماری, axis: اجتماعی, topic: جمعیت}
group_counts:
  - {id: alone, title: سالمندان تنها, kind: در معرض آسیب, count: ۱۲, counted_on: ۱۴۰۲/۰۹/۰۱, source: برداشت}
age_groups:
  - {id: young, title: تا ۲۴ سال, men: ۱۶۰, women: ۱۵۰}
  - {id: old, title: ۲۵ سال و بیشتر, men: ۱۵۰, women: ۱۴۰}
unemployed:
  - {id: youth, title: جوانان, basis: سن, count: ۳۰}
access:
  - {id: bus, title: اتوبوس, radius_m: ۳۰۰, minutes: ۵, covered: ۸۰٪, year: ۱۴۰۲, source: برداشت}
institutions:
  - {id: school, name: مدرسه, kind: رسمی, capabilities: سالن, activities: آموزش}
assets:
  - {id: tailors, title: خیاطان, kind: مهارت, count: ۲۰}
maps:
  - {id: border, title: نقشه محدوده, drawn_on: ۱۴۰۲/۱۰/۰۱}
open_questions:
  - {id: work, title: مشاغل خانگی, data: برداشت, who: دفتر}
""",
    NEEDS: """\
number: ۷۸
edition: ۱
prepared_on: ۱۴۰۳/۰۸/۰۱
author: دفتر
method: کارگاه
sessions: ۲
workshops: ۳
participants: ۹۰
needs:
  - {id: n01, title: اشتغال, axis: اقتصادی, priority: ۱, evidence: کارگاه, agencies: [welfare], proposal: آموزش,
     intensity: شدید, affected: ۸۰, affected_basis: برآورد, place: محله, gathering: g1}
  - {id: n02, title: پسماند, axis: محیطی, priority: ۲, evidence: کارگاه, agencies: [municipality], proposal: مخزن}
issues:
  - {id: c01, title: اختلاف بر سر پارک, kind: تعارض, axis: محیطی, priority: ۲, affected: ۴۰, needs: [n02]}
""",
    COMMUNITY: """\
groups:
  - id: women
    name: زنان
    goal: اشتغال
    scope: محله
    role: اجرا
    members: ۱۲
    power: متوسط
    horizon: بلندمدت
    rules:
      membership: ساکنان محله
      roles:
        - {id: head, title: هماهنگ‌کننده, task: فراخواندن جلسه}
      meetings: ماهانه
      decisions: رأی بیشتر
      conflicts: میانجی‌گری
      adopted_on: ۱۴۰۳/۰۸/۰۱
      quorum: نیمی از اعضا
      election: سالانه با رأی اعضا
      leaving: با اعلام عضو
      money: حساب مشترک
      minutes: دبیر گروه
      review_on: ۱۴۰۴/۰۸/۰۱
    statute:
      form: تعاونی
      model: اساسنامه نمونه
      seat: محله الف
      capital: ۵۰ میلیون ریال
      founders: ۷
      board_size: ۵
      board_years: ۲
      inspectors: ۱
      fiscal_year: از فروردین تا اسفند
      dissolution: با رأی مجمع
      assembly: {authority: مجمع مؤسس, number: ۱, date: ۱۴۰۳/۰۸/۱۰}
    permit_request:
      {authority: committee, kind: پروانه فعالیت, scope: آموزش مهارت, number: ۳۱, date: ۱۴۰۳/۰۹/۰۱, state: در دست بررسی,
       answered_on: ۱۴۰۳/۱۰/۰۱, valid_until: ۱۴۰۶/۱۰/۰۱}
partners:
  - {id: charity, kind: خیرین, support: تجهیزات}
stakeholders:
  - {id: shops, title: کسبه, kind: ذی‌نفوذ, interest: رونق, gate: بازار}
attitudes:
  - {id: for, stance: موافق, count: ۸۰, reasons: [امید به بهبود]}
volunteers: ۱۵
""",
    OFFICE: "id: office\nname: دفتر الف\nphase: ۱\nopened_on: ۱۴۰۳/۰۷/۰۵\noperator: {id: operator}\n",
    CONTRACT: """\
id: contract
date: ۱۴۰۳/۰۶/۲۸
employer: {name: استانداری, economic_code: ۴۱۱۱۱۲۳۴۵۶۷۸}
start: ۱۴۰۳/۰۷/۰۱
end: ۱۴۰۴/۰۶/۳۱
amount: ۱۲۰۰ میلیون ریال
instalments:
  - {id: i1, title: پیش‌پرداخت, deliverable: برنامه کار, share: ۲۵٪, month: ۰}
  - {id: i2, title: میانی, deliverable: گزارش, share: ۳۷٫۵٪, month: ۶}
  - {id: i3, title: پایانی, deliverable: گزارش نهایی, share: ۳۷٫۵٪, month: ۱۲}
guarantees:
  - {id: g1, kind: انجام تعهدات, rate: performance-guarantee, stated: ۱۲۰ میلیون ریال, valid_until: ۱۴۰۵/۰۱/۰۱}
staff:
  - {id: head, post: مدیر, people: ۱, qualification: کارشناسی, attendance: تمام‌وقت}
supervisor: secretariat
basis: [office]
copies: ۴
amendments:
  - {id: a1, number: ۷, date: ۱۴۰۴/۰۲/۰۱, subject: افزایش خدمات, amount: ۱۴۰۰ میلیون ریال, end: ۱۴۰۴/۰۹/۳۰}
  - {id: a2, number: ۸, date: ۱۴۰۴/۰۶/۰۱, subject: افزایش نیرو, amount: ۱۴۰۰ میلیون ریال, end: ۱۴۰۴/۱۰/۳۰,
     reason: ادامه خدمات, approval: {authority: کمیسیون معاملات, number: ۹, date: ۱۴۰۴/۰۲/۲۵},
     funding: {source: اعتبارات استانی}, scope: سه ماه پشتیبانی,
     staff: [{id: helper, post: تسهیلگر, people: ۲, qualification: کارشناسی, attendance: نیمه‌وقت}],
     guarantees: [{id: g2, kind: تضمین تکمیلی, rate: performance-guarantee}],
     articles: [{id: term, article: ماده مدت, old: دوازده ماه, new: پانزده ماه}]}
counted_from: تاریخ شروع
notified_on: ۱۴۰۳/۰۶/۲۹
choice:
  method: فراخوان
  call: alef-1
  minutes: {authority: کمیسیون معاملات, number: ۵, date: ۱۴۰۳/۰۵/۰۱}
price_items:
  - {id: wages, title: دستمزد, unit: نفر-ماه, quantity: ۱۰, unit_price: ۱۰۰ میلیون ریال, amount: ۱۰۰۰ میلیون ریال}
  - {id: rent, title: اجاره, amount: ۲۰۰ میلیون ریال}
unique_id: ۹۹۰۱
procurement_number: ۲۰۰۴
workshop_code: ۱۲۳/۰۱
e_invoice: بله
insurance:
  - {id: liability, kind: مسئولیت مدنی, insurer: شرکت بیمه, number: ۷۷, valid_until: ۱۴۰۴/۱۲/۰۱}
""",
    PLAN: """\
version: ۱
date: ۱۴۰۳/۰۹/۱۵
changes:
  - {id: c1, title: افزایش آموزش, reason: خواست ساکنان, action: a01}
previous:
  - {number: ۰, date: ۱۴۰۳/۰۸/۱۵, approval: first}
older_plans:
  - {id: plan-93, title: برنامه توانمندسازی, approved_by: ستاد, number: ۹, approved_on: ۱۳۹۳/۰۸/۱۲}
actions:
  - id: a01
    title: آموزش مهارت
    axis: اقتصادی
    goals: [goal-1]
    needs: [n01]
    description: شرح
    location: محله
    target_group: زنان
    lead: welfare
    recipients: [welfare]
    duties: [welfare/1]
    duty_parts: [welfare/1/1]
    services: [s1-1]
    roles:
      - {actor: گروه محلی, group: women, level: اجرا, role: برگزاری}
    indicators:
      - {id: trained, title: آموزش‌دیدگان, unit: نفر, baseline: ۰, baseline_on: ۱۴۰۳/۰۴/۰۱, baseline_source: دفتر, target: ۶۰}
    budget:
      - {id: b1, title: مربی, source: اعتبارات دستگاه, agency: welfare, amount: ۳۰۰ میلیون ریال, chapter: هزینه‌ای, year: ۱۴۰۳,
         half: دوم, budget_row: ۱۲/۳, certainty: تعهد, document: ۱۴/۵, document_date: ۱۴۰۳/۰۶/۲۰}
      - {id: b2, title: وام, source: تسهیلات بانکی, payer: بانک عامل, amount: ۲۰۰ میلیون ریال, loan: بازپرداخت ۳۶ ماهه}
    start: ۱۴۰۳/۰۷
    end: ۱۴۰۴/۰۶
    milestones:
      - {id: first, title: دوره نخست, month: ۱۴۰۳/۱۰, weight: ۴۰٪}
      - {id: last, title: دوره پایانی, month: ۱۴۰۴/۰۶, weight: ۶۰٪}
    along: [a02]
    prerequisites:
      - {id: hall, kind: توافق, title: سالن آموزش, owner: municipality, ready_on: ۱۴۰۳/۰۶/۳۰}
    supervisor_post: کارشناس بهزیستی
    recurrent_cost: ۲۰ میلیون ریال
    kept_by: گروه زنان
    confirmations:
      - {body: committee, number: ۵, date: ۱۴۰۳/۰۹/۲۵, name: نام, post: فرماندار}
  - id: a02
    title: ساماندهی پسماند
    axis: محیطی
    goals: [goal-2]
    needs: [n02]
    description: شرح
    location: محله
    target_group: ساکنان
    lead: municipality
    partners: [welfare]
    duties: [municipality/1, welfare/2]
    services: [s2-1-1]
    roles:
      - {actor: مردم, level: اجرا, role: تفکیک}
      - {actor: خیرین, partner: charity, level: اجرا, role: تجهیز}
    indicators:
      - {id: waste, title: نقاط آلوده, unit: نقطه, baseline: ۵, target: ۰, direction: کاهشی}
    budget:
      - {id: b1, title: مخزن, source: بودجه شهرداری, agency: municipality, amount: ۳۰۰ میلیون ریال, in_kind: بله}
    start: ۱۴۰۳/۰۷
    end: ۱۴۰۴/۰۳
    confirmations:
      - {body: committee}
stated_total: ۸۰۰ میلیون ریال
""",
    PARTICIPATORY: """\
version: ۱
date: ۱۴۰۴/۰۲/۱۰
foreword: پیشگفتار
method: کارگاه
gatherings:
  - {id: g1, kind: کارگاه, topic: اشتغال, date: ۱۴۰۳/۱۱/۱۰, participants: ۳۰}
changes:
  - {id: t1, what: آموزش, before: یک دوره, after: دو دوره, gathering: g1}
declined:
  - {id: w1, what: درمانگاه, why: نبود اعتبار, gathering: g1}
vision: محله‌ای آباد
goals: [اشتغال پایدار]
strategies:
  - {id: s1, title: تعاونی, axis: اقتصادی, needs: [n01], rests_on: [همبستگی]}
swot:
  strengths: [همبستگی]
  weaknesses: [کمبود فضا]
  opportunities: [همکاری شهرداری]
  threats: [کمبود اعتبار]
""",
    CALL: """\
id: alef-1
neighbourhoods: [z1-alef]
number: ۳
published_on: ۱۴۰۳/۰۳/۰۱
deadline: ۱۴۰۳/۰۴/۰۱
subject: جذب متقاضی
conditions: [ثبت رسمی]
documents: [اساسنامه]
submission: تحویل به دبیرخانه
criteria:
  - {id: past, title: سابقه, weight: ۶۰}
  - {id: team, title: نیرو, weight: ۴۰}
applicants:
  - {id: p1, operator: charity-house, received_on: ۱۴۰۳/۰۳/۲۰, score: ۸۲٫۵, outcome: پذیرفته, lots: [lot-1],
     scores: [{criterion: past, points: ۸۰}, {criterion: team, points: ۸۶٫۲۵}], reason: بیشترین امتیاز, letter: invite}
media:
  - {id: setad, title: سامانه ستاد, number: ۸۸, date: ۱۴۰۳/۰۳/۰۱}
questions_until: ۱۴۰۳/۰۳/۱۵
opening: {date: ۱۴۰۳/۰۴/۰۲, time: ۱۰, place: دبیرخانه}
committee:
  - {id: e1, represents: دبیرخانه, post: کارشناس}
offer_guarantee: {amount: ۵ میلیون ریال, instrument: ضمانت‌نامه, valid_days: ۹۰}
minimum_score: ۶۰
validity_days: ۶۰
estimate: ۱۲۰۰ میلیون ریال
lots:
  - {id: lot-1, title: دفتر الف, neighbourhoods: [z1-alef], estimate: ۱۲۰۰ میلیون ریال}
judgement: {authority: کارگروه ارزیابی, number: ۶, date: ۱۴۰۳/۰۴/۱۰}
""",
    INVITATION: """\
id: invite
neighbourhoods: [z1-alef]
direction: صادره
kind: دعوت
number: ۹۱۰/پ/۷۶
date: ۱۴۰۳/۰۸/۰۱
subject: دعوت به جلسه
sender: دبیرخانه
recipient: اعضای کمیته
classification: محرمانه
urgency: فوری
""",
    LETTER: """\
id: notify-welfare
neighbourhoods: [z1-alef]
direction: صادره
kind: ابلاغ
number: ۹۵۲
date: ۱۴۰۳/۰۹/۲۵
subject: ابلاغ برنامه
sender: دبیرخانه
recipient: مدیرکل بهزیستی
agency: welfare
references:
  - {kind: پیرو, letter: invite}
  - {kind: عطف, number: ۱۲/۴, date: ۱۴۰۳/۰۸/۲۰}
copies:
  - {recipient: فرمانداری, purpose: جهت استحضار}
attachments:
  - {title: جدول وظایف, sheets: ۲}
""",
    SECOND_LETTER: """\
id: notify-city
neighbourhoods: [z1-alef]
direction: صادره
kind: ابلاغ
number: ۹۵۳
date: ۱۴۰۳/۰۹/۲۵
subject: ابلاغ برنامه
sender: دبیرخانه
recipient: شهردار
agency: municipality
""",
    SENDING: """\
id: send-quarter
direction: صادره
kind: ارسال گزارش
number: ۹۷۰
date: ۱۴۰۴/۰۴/۱۲
subject: ارسال گزارش سه‌ماهه
sender: دبیرخانه
recipient: استاندار
""",
    SESSION: """\
id: session
title: پیگیری برنامه‌ها
neighbourhoods: [z1-alef]
purpose: پیگیری
body: committee
number: ۹
date: ۱۴۰۴/۰۷/۲۰
place: فرمانداری
agenda: [پیشرفت اقدام‌ها]
invitation: {letter: invite, reply_by: ۱۴۰۳/۰۵/۰۴, bring: [گزارش دستگاه]}
follow_up:
  - {decision: session/d1, note: انجام شد}
attendance:
  - {id: head, post: فرماندار, represents: committee}
  - {id: clerk, post: کارشناس, represents: secretariat}
chair: head
secretary: clerk
decisions:
  - {id: d1, title: تکمیل گزارش, neighbourhoods: [z1-alef], owner: secretariat, partners: [welfare], deadline: ۱۴۰۴/۰۸/۱۵}
next_session: ۱۴۰۴/۰۹/۲۰
attachments: [جدول پیشرفت]
""",
    WHOLE_QUARTER: """\
period: 1404-q1
prepared_on: ۱۴۰۴/۰۴/۱۰
number: ۳۱۱
summary: کارها طبق برنامه پیش رفت.
obstacles:
  - {id: o1, title: کمبود اعتبار, owner: secretariat}
proposals:
  - {id: r1, title: جلسهٔ مشترک, owner: municipality}
next_quarter: [آغاز ساخت]
letter: send-quarter
""",
    MEETING: """\
id: review
title: بررسی برنامه‌ها
purpose: بررسی برنامه‌های دستگاه‌ها
body: committee
number: ۴
date: ۱۴۰۳/۰۸/۰۵
place: فرمانداری
agenda: [گزارش نیازها]
attendance:
  - {id: head, post: فرماندار, represents: committee}
  - {id: clerk, post: کارشناس, represents: secretariat, present: بله}
  - {id: welfare, post: کارشناس بهزیستی, represents: welfare}
chair: head
secretary: clerk
decisions:
  - {id: d1, title: تدوین برنامه, owner: secretariat, deadline: ۱۴۰۳/۰۹/۱۵, status: انجام‌شده, progress: ۱۰۰٪}
  - {id: d2, title: اعلام اعتبار, action: a01, owner: welfare, deadline: ۱۴۰۳/۰۹/۳۰, progress: ۵۰٪}
""",
    HANDOVER: """\
id: start
purpose: شروع به کار
number: ۲
date: ۱۴۰۳/۰۷/۰۲
place: دفتر الف
attendance:
  - {id: employer, side: کارفرما, post: کارشناس}
  - {id: operator, side: مجری, post: مدیر دفتر}
goods:
  - {id: desk, title: میز, count: ۴, number: ۱۰۲۰, condition: سالم}
documents:
  - {id: map, title: نقشه محدوده, sheets: ۲}
staff:
  - {line: head, people: ۱, letter: نامه معرفی}
guarantees: [g1]
data: {title: بانک داده, handed_on: ۱۴۰۳/۰۷/۰۲, deleted_on: ۱۴۰۳/۰۷/۰۳}
remaining: [نصب تابلو]
""",
    PAYMENT: """\
id: p1
instalment: i1
number: ۱
claimed_on: ۱۴۰۳/۰۷/۰۳
delivered_on: ۱۴۰۳/۰۷/۰۱
enclosed: [برنامه کار]
approval:
  number: ۱۲
  date: ۱۴۰۳/۰۷/۰۴
  amount: ۳۰۰ میلیون ریال
  defects:
    - {id: f1, title: فهرست ناقص, deadline: ۱۴۰۳/۰۷/۰۸, mended_on: ۱۴۰۳/۰۷/۰۶}
amortised: ۰
not_held: [سپردهٔ بیمه]
penalty: ۰
penalty_reason: بی تأخیر
deductions:
  - {id: d1, title: علی‌الحساب, amount: ۵ میلیون ریال}
invoice: ۷۰۱
stated_net: ۲۹۵ میلیون ریال
paid_on: ۱۴۰۳/۰۷/۱۰
document: ۸۸۱
clearance: {number: ۴, date: ۱۴۰۳/۰۷/۰۹}
""",
    "neighbourhoods/z1-alef/quarters/1403-q4.yaml": _QUARTER.replace("PERIOD", "1403-q4"),
    QUARTER: _QUARTER.replace("PERIOD", "1404-q1"),
    "neighbourhoods/z1-alef/programmes/1404.yaml": _YEAR.replace("YEAR", "1404"),
    YEAR: _YEAR.replace("YEAR", "1405")
    .replace("prepared_on: ۱۴۰۴/۰۱/۲۰", "prepared_on: ۱۴۰۴/۰۸/۲۰\nevaluation: 1404-h1\napproval: second")
    .replace("target: ۲۰,", "target: ۲۰, solutions: [s1],")
    + "stopped:\n  - {action: a02, reason: پایان مهلت}\n",
    REVIEW: """\
agency: welfare
inquiry: invite
asked_on: ۱۴۰۳/۰۴/۱۰
reply: invite
reply_number: ۳۳
replied_on: ۱۴۰۳/۰۴/۲۵
running:
  - {id: w1, title: آموزش, start: ۱۴۰۳/۰۱, end: ۱۴۰۳/۱۲, approved: ۹۰ میلیون ریال, allocated: ۴۰ میلیون ریال, needs: [n01]}
done:
  - {id: w2, title: غربالگری, start: ۱۴۰۲/۰۱, end: ۱۴۰۲/۰۶}
challenges:
  - {id: h1, title: کمبود مربی}
proposals:
  - {id: r1, title: دوره تازه, needs: [n01]}
""",
    "neighbourhoods/z1-alef/reviews/municipality.yaml": "agency: municipality\nno_reply: پاسخی نرسید\n",
    SURVEY: """\
id: calm
title: آرامش محله
kind: پرسش‌نامه
subject: امنیت
asked: ساکنان
start: ۱۴۰۴/۰۵/۰۱
end: ۱۴۰۴/۰۵/۱۰
sample_size: ۱۰۰
method: پرسش حضوری
made_by: دفتر
questions:
  - {id: q1, text: راضی هستید؟, answers: [{text: آری, count: ۷۰}, {text: نه, count: ۲۵}]}
  - {id: q2, text: چه کم است؟, several: بله, answers: [{text: روشنایی, count: ۹۰}, {text: فضای سبز, count: ۸۰}]}
findings: [بیشتر ساکنان راضی‌اند]
limits: [شاغلان کمتر در خانه بودند]
""",
    ACTIVITIES: """\
activities:
  - {id: notice, kind: اطلاعیه, title: آغاز کار, services: [s2-1-1], date: ۱۴۰۳/۱۰/۰۶}
  - id: course
    kind: دورهٔ آموزشی
    title: مذاکره
    date: ۱۴۰۳/۱۰/۱۰
    end: ۱۴۰۳/۱۰/۲۰
    participants: ۲۰
    certificates: ۱۵
    groups: [women]
    agencies: [welfare, committee]
network:
  - {id: women, audience: زنان, heads: ۴, task: دعوت, reached: ۹۰}
""",
    APPROVALS: """\
approvals:
  - {id: office, body: secretariat, about: دفتر, subject: دفتر, number: ۹, date: ۱۴۰۳/۰۵/۱۰}
  - {id: first, body: committee, about: شناسنامه نیازها, subject: نیازها, number: ۱۲, date: ۱۴۰۳/۰۸/۱۰}
  - {id: second, body: secretariat, about: برنامه اقدام, subject: برنامه, number: ۱۸, date: ۱۴۰۳/۰۹/۲۰}
""",
    FIRST: _EVALUATION.replace("PERIOD", "1403-h2")
    .replace("FOLLOW_UP", "")
    .replace("prepared_on: ۱۴۰۴/۰۸", "prepared_on: ۱۴۰۴/۰۱"),
    SECOND: _EVALUATION.replace("PERIOD", "1404-h1")
    .replace("FOLLOW_UP", _FOLLOW_UP)
    .replace("committee:", "surveys: [calm]\ncommittee:", 1),
    "neighbourhoods/z2-be/neighbourhood.yaml": "id: z2-be\nzone: z2\nrank: ۱\ntext: ب\nname: ب\nlines: [۲۰]\n",
}


@dataclass(slots=True)
class PlansTree:
    """A folder of plans made of `FILES`, each of which a test may change before it reads them."""

    root: Path
    files: dict[str, str] = field(default_factory=lambda: dict(FILES))
    marked: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plant(self, key: str, old: str, new: str) -> PlansTree:
        """Replace the first `old` in a file by `new`; a mark in it says where the problem belongs."""
        text = self.files[key]
        assert old in text, f"{old!r} is not in {key}"
        text = text.replace(old, new, 1)
        if MARK in text:
            before = text[: text.index(MARK)]
            self.marked[key] = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        self.files[key] = text.replace(MARK, "")
        return self

    def read(self) -> Reading:
        """Write the files and read them."""
        for key, text in self.files.items():
            file = self.root / key
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return read(self.root)


def reported(problems: tuple[Problem, ...] | list[Problem], root: Path) -> list[tuple[str, str, int, int]]:
    """Code, file under the root, line and column of each problem."""
    return [
        (found.code, found.place.file.relative_to(root).as_posix(), found.place.line, found.place.column)
        for found in problems
        if found.place
    ]
