"""The life of a contract is printed by kinds that are a folder alone: a payment, an amendment, a handover, a statute."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.projects import PLACE, add_kind, copied, sanad
from tests.documents.texts import docx_body, squeezed

PAYMENT = """\
<document title="صورت‌وضعیت {{ payment.number }}">
<section>
<p role="title">{{ statement.instalment.instalment.title }} – {{ statement.instalment.instalment.deliverable }}</p>
<p>تأیید ناظر {{ payment.approval.number }} مورخ {{ payment.approval.date | date }}؛ {{ statement.days_late }} روز تأخیر</p>
<table key="account">
  <caption>حساب قسط</caption>
  <thead><tr><th>شرح</th><th>نرخ</th><th>پیشین</th><th>این قسط</th><th>تاکنون</th></tr></thead>
  <tbody>
  {% for line in statement.lines %}
    <tr key="{{ line.id }}"><td>{{ line.title }}</td><td>{% if line.rate %}{{ line.rate | percent }}{% endif %}</td>
    {% for amount in (line.before, line.this, line.to_date) %}<td>{{ amount | money }}</td>{% endfor %}</tr>
  {% endfor %}
  </tbody>
</table>
<p>خالص {{ statement.net.this | words }} ریال؛ مانده {{ account.remaining | money }} ریال</p>
<p>همان {{ account.of(payment.id).net.this | money }}</p>
</section>
</document>
"""
AMENDMENT = """\
<document title="الحاقیه {{ amendment.number }}">
<section>
<p role="title">الحاقیه به قرارداد {{ contract.number }}</p>
<p>{{ amendment.reason }}، به استناد {{ amendment.approval.authority }} شمارهٔ {{ amendment.approval.number }}</p>
<p>مبلغ از {{ amended.amount_before | money }} به {{ amended.amount | money }} ریال، افزایش {{ amended.share | percent }}</p>
<p>پایان از {{ amended.end_before | date }} به {{ amended.end | date }}</p>
{% for change in amendment.articles %}<p>{{ change.article }}: «{{ change.old }}» ← «{{ change.new }}»</p>{% endfor %}
{% for owed in amended.payments %}
<p>{{ owed.instalment.title }} {{ owed.amount | money }} سررسید {{ owed.due | date }}</p>
{% endfor %}
{% for security in contract.supplementary(amended, catalogue.legal) %}
<p>{{ security.guarantee.kind }} {{ security.amount | money }}</p>
{% endfor %}
</section>
</document>
"""
HANDOVER = """\
<document title="صورتجلسهٔ {{ handover.purpose }}">
<section>
<p role="title">{{ handover.purpose }} {{ handover.date | date }}، {{ handover.place }}</p>
{% for each in handover.attendance %}<p>{{ each.side }}: {{ each.post }}</p>{% endfor %}
{% for holding in holdings.goods %}<p>{{ holding.goods.title }} {{ holding.given }} نزد مجری {{ holding.held }}</p>{% endfor %}
{% for each in handover.documents %}<p>{{ each.title }}</p>{% endfor %}
</section>
</document>
"""
STATUTE = """\
<document title="اساسنامهٔ {{ group.name }}">
<section>
<p role="title">{{ group.name }}</p>
{% set statute, request = group.statute, group.permit_request %}
{% if statute %}
<p>{{ statute.form }}، {{ statute.founders }} مؤسس، سرمایه {{ statute.capital | money }}</p>
<p>{{ request.kind }}: {{ request.state }}، {{ catalogue.owner(request.authority) }}</p>
{% endif %}
</section>
</document>
"""
KINDS = {
    "payment-request": ("subject: {each: payments}\nrequires: [contract]\n", PAYMENT),
    "contract-amendment": ("subject: {each: contract.amendments}\n", AMENDMENT),
    "handover-minutes": ("subject: {each: handovers}\n", HANDOVER),
    "group-statute": ("subject: {each: community.groups}\n", STATUTE),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the four kinds, built once."""
    root = copied(tmp_path_factory.mktemp("project"))
    for position, (name, (subject, template)) in enumerate(KINDS.items()):
        add_kind(root, name, f"title: سند {name}\norder: {900 + position}\n{subject}", template)
    chosen = [word for name in KINDS for word in ("--kind", name)]
    done = sanad(root, "build", PLACE, *chosen, "--format", "docx", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return root


def text(project: Path, name: str) -> str:
    return squeezed(docx_body(project / "output" / PLACE / f"{name}-draft.docx"))


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (
            "payment-request/p3",
            ["قسط دوم", "۸ روز تأخیر", "۴٬۴۲۷٬۴۰۰٬۰۰۰", "۳۷٬۶۰۰٬۰۰۰", "۱۲٬۲۴۱٬۱۵۰٬۰۰۰", "سپردهٔ بیمه۵٪"],
        ),
        (
            "contract-amendment/am1",
            ["۲۳٬۵۰۰٬۰۰۰٬۰۰۰", "۲۸٬۲۰۰٬۰۰۰٬۰۰۰", "افزایش ۲۰٪", "قسط الحاقیه ۴٬۷۰۰٬۰۰۰٬۰۰۰ سررسید ۱۴۰۵/۰۴/۳۱", "۴۷۰٬۰۰۰٬۰۰۰"],
        ),
        ("handover-minutes/start", ["شروع به کار ۱۴۰۳/۰۵/۱۰", "میز کار ۶ نزد مجری ۶", "نقشهٔ محدودهٔ محله (نمونه)"]),
        ("group-statute/women-sewing", ["تعاونی، ۷ مؤسس، سرمایه ۷۰٬۰۰۰٬۰۰۰", "در دست بررسی، اداره کل تعاون"]),
    ],
)
def test_a_record_of_the_life_of_a_contract_has_a_paper(project: Path, name: str, printed: list[str]) -> None:
    found = text(project, name)
    assert [each for each in printed if squeezed(each) not in found] == []


def test_each_payment_and_each_group_has_a_paper_of_its_own(project: Path) -> None:
    folder = project / "output" / PLACE
    assert len(list((folder / "payment-request").iterdir())) == 5
    assert len(list((folder / "group-statute").iterdir())) == 7
