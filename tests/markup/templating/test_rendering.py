"""What a template may print and do, and how its faults are told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.markup.templating import Limits, environment
from generator.persian import JalaliDate, JalaliMonth
from generator.problems.errors import Place, Severity, TemplateError
from tests.markup.templating.conftest import Desk, NotKnown

MAIN = "kind/document.html.j2"


class Office(BaseModel):
    """A record such as templates see."""

    title: str = "دفتر"
    phone: str | None = None

    @property
    def broken(self) -> str:
        raise ValueError("not the template's fault")


@dataclass(frozen=True)
class Line:
    """A record that is no pydantic model."""

    amount: int = 5


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk whose templates know the records of this file."""
    desk.own = {Office: dict.fromkeys(("title", "phone", "broken")), Line: {"amount": None}}
    return desk


class TestPrinting:
    def test_text_is_escaped(self, desk: Desk) -> None:
        assert desk.render("<p>{{ x }}</p>", x="<b>&</b>") == "<p>&lt;b&gt;&amp;&lt;/b&gt;</p>"

    def test_the_mark_that_an_editor_of_windows_puts_before_a_text_is_no_part_of_it(self, desk: Desk) -> None:
        assert desk.render("\ufeff<p>{{ x }}</p>", x="الف") == "<p>الف</p>"

    def test_numbers_and_dates_print(self, desk: Desk) -> None:
        out = desk.render("{{ a }} {{ b }} {{ c }}", a=12, b=Decimal("1250.50"), c=JalaliDate(1404, 1, 2))
        assert out == "12 ۱۲۵۰٫۵ ۱۴۰۴/۰۱/۰۲"

    def test_a_fact_not_yet_known_prints_as_a_blank(self, desk: Desk) -> None:
        assert desk.render("{{ x }}", x=NotKnown('نام "مجری"')) == '<blank prompt="نام &#34;مجری&#34;"/>'

    def test_what_is_asked_of_a_fact_not_yet_known_is_not_known_either(self, desk: Desk) -> None:
        out = desk.render("{{ x.name.first }}{{ x['a'] }}{{ x.long() }}{{ x | money }}", x=NotKnown("مجری"))
        assert out == '<blank prompt="مجری"/>' * 4

    def test_a_fact_without_a_prompt_still_asks_to_be_filled(self, desk: Desk) -> None:
        assert desk.render("{{ x }}", x=NotKnown("")) == '<blank prompt="تکمیل شود"/>'

    def test_a_template_can_ask_whether_a_fact_is_unknown(self, desk: Desk) -> None:
        text = "{% if x is unknown %}نه{% else %}آری{% endif %}"
        assert (desk.render(text, x=NotKnown("")), desk.render(text, x="")) == ("نه", "آری")

    @pytest.mark.parametrize(
        "value",
        [True, 1.5, [1], (1,), {"a": 1}, {1}, b"x", object(), Office(), Line(), print],
        ids=lambda value: type(value).__name__,  # a repr holds an address, and the workers of pytest-xdist must agree
    )
    def test_what_is_no_text_is_refused(self, desk: Desk, value: object) -> None:
        assert desk.told("\n  {{ x }}", x=value) == [("template-prints-object", MAIN, 2, 3)]

    def test_none_is_refused_with_its_place_and_a_remedy(self, desk: Desk) -> None:
        (found,) = desk.problems("<p>\n{{ office.phone }}</p>", office=Office())
        assert found.place is not None
        assert (found.code, found.severity, found.place.line) == ("template-prints-none", Severity.ERROR, 2)
        assert "or_blank" in found.hint

    def test_all_wrong_values_of_a_template_are_told_together(self, desk: Desk) -> None:
        told = desk.told("{{ a }}\n{{ b }}\n{{ c.x }}\n{{ 1 }}", a=None, c=Line())
        assert told == [
            ("template-prints-none", MAIN, 1, 1),
            ("template-name-unknown", MAIN, 2, 4),
            ("template-field-unknown", MAIN, 3, 6),
        ]


class TestAttributes:
    def test_a_value_in_an_attribute_is_escaped(self, desk: Desk) -> None:
        assert desk.render('<p key="{{ x }}"/>', x="\"'<") == '<p key="&#34;&#39;&lt;"/>'

    def test_a_captured_text_can_stand_in_an_attribute(self, desk: Desk) -> None:
        text = '{% set t %}قرارداد {{ n }}{% endset %}<document title="{{ t }}"/>'
        assert desk.render(text, n="«الف» & ب") == '<document title="قرارداد «الف» &amp; ب"/>'

    def test_an_included_text_can_stand_in_an_attribute(self, desk: Desk) -> None:
        desk.write("_parts/name.html.j2", "نام")
        text = '{% set t %}{% include "_parts/name.html.j2" %}{% endset %}<document title="{{ t }}"/>'
        assert desk.render(text) == '<document title="نام"/>'

    @pytest.mark.parametrize("expression", ["x", "x | or_blank('نام')", "'<b>' | paragraphs"])
    def test_a_blank_or_element_in_an_attribute_is_refused(self, desk: Desk, expression: str) -> None:
        told = desk.told(f'<document\n title="{{{{ {expression} }}}}"/>', x=NotKnown("عنوان"))
        assert told == [("template-element-in-attribute", MAIN, 2, 1)]

    def test_a_conditional_expression_in_an_attribute_is_one_value(self, desk: Desk) -> None:
        assert desk.render("<td tone='{{ a if x else b }}'/>", x=False, a=None, b="total") == "<td tone='total'/>"


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "code", "line", "column"),
        [
            ("\n{{ 1 / zero }}", "template-division-by-zero", 2, 1),
            ("\n{{ names + 1 }}", "template-operation-failed", 2, 1),
            ("{% for a in zero %}{% endfor %}", "template-operation-failed", 1, 1),
            ("{% for a in range(1000000000) %}{% endfor %}", "template-range-too-long", 1, 1),
            ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "template-endless", 1, 1),
            ("{{ names.append(1) }}", "template-forbidden", 1, 1),
            ("{{ ''.__class__ }}", "template-forbidden", 1, 1),
            ("{{ 9 ** 9 }}", "template-forbidden", 1, 1),
            ("{{ 'x' * 1000000 }}", "template-value-too-large", 1, 1),
            ("\n\n{% if %}", "template-syntax-near", 3, 1),
            ("{{ a b }}", "template-syntax-near", 1, 6),
            ("{% fro x in y %}", "template-tag-unknown", 1, 4),
            ("{% autoescape false %}{% endautoescape %}", "template-tag-unknown", 1, 4),
            ("{% for x in names %}", "template-block-unclosed", 1, 4),
            ("\n{{ 1 | mony }}", "template-filter-unknown", 2, 8),
            ("{{ '<b>' | safe }}", "template-filter-unknown", 1, 12),
            ("{% if 1 is strange %}{% endif %}", "template-test-unknown", 1, 12),
            ("\n{% include '_parts/none.html.j2' %}", "template-not-found", 2, 1),
            ("\n{% include 'other/x.html.j2' %}", "template-outside-parts", 2, 1),
            ("{% include '_parts/../../x' %}", "template-outside-parts", 1, 1),
            ("{% include '/etc/passwd' %}", "template-outside-parts", 1, 1),
        ],
    )
    def test_a_fault_is_told_at_its_line(self, desk: Desk, text: str, code: str, line: int, column: int) -> None:
        assert desk.told(text, zero=0, names=["x"])[-1] == (code, MAIN, line, column)

    def test_an_unknown_filter_is_told_even_where_it_is_not_reached(self, desk: Desk) -> None:
        assert desk.told("{% if 0 %}\n{{ 1 | mony }}{% endif %}") == [("template-filter-unknown", MAIN, 2, 8)]

    def test_a_misspelt_name_is_told_with_its_like(self, desk: Desk) -> None:
        (found,) = desk.problems("<p>\n  {{ neighborhood.name }}</p>", neighbourhood="x", agency="y")
        assert found.line().endswith(
            "kind/document.html.j2:2:6: خطا: نام «neighborhood» در این الگو تعریف نشده است. "
            "منظورتان «neighbourhood» بود؟ [template-name-unknown]"
        )

    def test_a_misspelt_field_is_told_with_its_like(self, desk: Desk) -> None:
        (found,) = desk.problems("{% if office.titel %}{% endif %}", office=Office())
        assert found.message == "«Office» فیلدی به نام «titel» ندارد."
        assert found.hint == "منظورتان «title» بود؟"
        assert found.place is not None
        assert found.place.column == 14

    def test_a_fault_in_a_part_is_told_in_the_part(self, desk: Desk) -> None:
        desk.write("_parts/line.html.j2", "{% macro line(x) %}\n<p>{{ x.y }}</p>\n{% endmacro %}")
        text = '{% from "_parts/line.html.j2" import line %}\n{{ line(5) }}'
        assert desk.told(text) == [("template-field-unknown", "_parts/line.html.j2", 2, 9)]

    def test_a_template_includes_from_its_own_folder(self, desk: Desk) -> None:
        desk.write("kind/annex.html.j2", "پیوست {{ x }}")
        assert desk.render('{% include "kind/annex.html.j2" %}', x=1) == "پیوست 1"

    def test_a_value_that_persian_refuses_is_told_at_the_line(self, desk: Desk) -> None:
        assert desk.told("\n\n{{ 0 | ordinal }}") == [("ordinal-not-positive", MAIN, 3, 1)]

    def test_a_template_that_is_no_text_is_told(self, desk: Desk) -> None:
        desk.write("_parts/x.html.j2", "").write_bytes(b"\xff\xfe\xff")
        assert desk.told('{% include "_parts/x.html.j2" %}') == [("template-not-text", "_parts/x.html.j2", 1, 1)]

    def test_a_missing_document_template_is_told(self, desk: Desk) -> None:
        desk.problems("{{ x }}", x=None)
        (desk.folder / MAIN).unlink()
        with pytest.raises(TemplateError) as caught:
            environment(desk.folder, {}).render(MAIN, {})
        assert [(found.code, found.place) for found in caught.value.problems] == [
            ("template-not-found", Place(desk.folder / MAIN))
        ]

    def test_an_endless_output_is_stopped(self, desk: Desk) -> None:
        desk.limits = Limits(markup=1000)
        (found,) = desk.problems("{% for x in range(90000) %}سطر{% endfor %}")
        assert found.code == "template-output-too-long"

    def test_a_fault_of_the_program_is_no_fault_of_the_template(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(JalaliMonth, "days", property(lambda month: month.nothing))
        # The calendar fails inside itself: a bug, which must not be told as the template's.
        with pytest.raises(AttributeError):
            desk.render("{% if month.last %}{% endif %}", month=JalaliMonth(1404, 1))

    def test_relative_template_folders_give_relative_places(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        desk.write(MAIN, "{{ x }}")
        monkeypatch.chdir(desk.folder)
        with pytest.raises(TemplateError) as caught:
            environment(Path(), {}).render(MAIN, {})
        assert caught.value.problems[0].place == Place(Path(MAIN), 1, 4)


class TestLineMarks:
    def test_each_tag_and_text_is_marked_with_its_line_and_column(self, desk: Desk) -> None:
        marked = desk.marked("<section>\n  <p>متن {{ x }}</p>\n</section>", x=1)
        mark = f"<?at {MAIN} "
        assert marked == (
            f"{mark}1 1?><section>\n  {mark}2 3?><p>{mark}2 6?>متن {mark}2 10?>1{mark}2 17?></p>\n{mark}3 1?></section>"
        )

    def test_nothing_is_marked_inside_a_tag_a_comment_or_an_attribute(self, desk: Desk) -> None:
        text = '<p\n key="{{ x }}"\n role="a>b"><!-- <b> -->\n</p>'
        mark = f"<?at {MAIN} "
        assert desk.marked(text, x="k") == (
            f'{mark}1 1?><p\n key="k"\n role="a>b">{mark}3 13?><!-- <b> -->\n{mark}4 1?></p>'.replace(f"{mark}3 13?>", "")
        )

    def test_columns_hold_after_trimmed_blocks(self, desk: Desk) -> None:
        marked = desk.marked("{% if 1 %}\n    {%- if 1 -%}\n    <p>{% endif %}</p>\n{% endif %}")
        assert f"<?at {MAIN} 3 5?><p>" in marked
        assert f"<?at {MAIN} 3 19?></p>" in marked

    def test_a_loop_prints_the_same_mark_again(self, desk: Desk) -> None:
        assert desk.marked("{% for i in (1, 2) %}<br/>{% endfor %}").count(f"<?at {MAIN} 1 22?><br/>") == 2

    def test_only_tags_are_marked_where_output_is_captured(self, desk: Desk) -> None:
        marked = desk.marked("{% macro m(x) %}متن {{ x }}<br/>{% endmacro %}{{ m(1) }}")
        assert marked == f"<?at {MAIN} 1 47?>متن 1<?at {MAIN} 1 28?><br/>"

    def test_a_value_cannot_forge_a_mark(self, desk: Desk) -> None:
        assert "<?at x 1 1?>" not in desk.marked("{{ x }}", x="<?at x 1 1?>")
