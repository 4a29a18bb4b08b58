"""Functions on Persian letters, digits, numbers, words and the Jalali calendar: pure, no files."""

from generator.persian.calendar import (
    MONTHS,
    WEEKDAYS,
    JalaliDate,
    JalaliMonth,
    days_between,
    months_between,
    parse_date,
    parse_month,
)
from generator.persian.codes import (
    KIND_CODE,
    parse_economic_code,
    parse_legal_id,
    parse_national_code,
    parse_postal_code,
    parse_register_number,
    parse_sheba,
    parse_telephone,
)
from generator.persian.collation import sort_key
from generator.persian.counting import counting_letter
from generator.persian.digits import decimal_text, group, numeral, percent_text, to_persian, to_western
from generator.persian.invisible import DIRECTION_CONTROLS, NBSP, ZWNJ, name_of, unseen, visible, without_stray, without_unseen
from generator.persian.letters import fold, near_matches, normalise, spelled
from generator.persian.numbers import parse_count, parse_decimal, parse_flag, parse_percent, parse_rials
from generator.persian.periods import (
    Half,
    Period,
    Quarter,
    Year,
    half_of,
    parse_half,
    parse_period,
    parse_quarter,
    parse_year,
    quarter_of,
)
from generator.persian.refusal import Refused, quotable
from generator.persian.together import with_no_break_spaces, with_plain_spaces
from generator.persian.words import in_words, ordinal

__all__ = [
    "DIRECTION_CONTROLS",
    "KIND_CODE",
    "MONTHS",
    "NBSP",
    "WEEKDAYS",
    "ZWNJ",
    "Half",
    "JalaliDate",
    "JalaliMonth",
    "Period",
    "Quarter",
    "Refused",
    "Year",
    "counting_letter",
    "days_between",
    "decimal_text",
    "fold",
    "group",
    "half_of",
    "in_words",
    "months_between",
    "name_of",
    "near_matches",
    "normalise",
    "numeral",
    "ordinal",
    "parse_count",
    "parse_date",
    "parse_decimal",
    "parse_economic_code",
    "parse_flag",
    "parse_half",
    "parse_legal_id",
    "parse_month",
    "parse_national_code",
    "parse_percent",
    "parse_period",
    "parse_postal_code",
    "parse_quarter",
    "parse_register_number",
    "parse_rials",
    "parse_sheba",
    "parse_telephone",
    "parse_year",
    "percent_text",
    "quarter_of",
    "quotable",
    "sort_key",
    "spelled",
    "to_persian",
    "to_western",
    "unseen",
    "visible",
    "with_no_break_spaces",
    "with_plain_spaces",
    "without_stray",
    "without_unseen",
]
