"""What the program says: one Persian sentence for each code, spelt as offices spell, its blanks filled by whoever says it."""

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli.reporting.cards import HEADINGS
from generator.problems.errors import SEVERITY_NAMES
from generator.problems.messages import SENTENCES, Sentence, problem

GENERATOR = Path(__file__).parents[2] / "generator"
CODES = sorted(SENTENCES)

# Names that have no Persian ones: formats, programs, parts of YAML and of markup.
TECHNICAL = {
    "BOM", "DOCTYPE", "IR", "JSON", "Notepad", "PDF", "SANAD_FONTS", "Tab", "UTF-16", "UTF-8", "Unicode", "Word", "XML", "YAML",
    "auto", "docx", "logical", "pdf", "style.yaml", "visual",
}  # fmt: skip

QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|'[^']*'")
LATIN = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
EXAMPLE = re.compile(r"\btitle: \S*|\bw:\w+")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def written(text: str) -> str:
    """The sentence without its blanks."""
    return "".join(literal for literal, _, _, _ in string.Formatter().parse(text))


def parts(sentence: Sentence) -> list[str]:
    return [part for part in (sentence.text, sentence.hint) if part]


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_is_persian_and_ends_as_one(code: str) -> None:
    sentence = SENTENCES[code]

    assert re.search("[آ-ی]", written(sentence.text))
    assert re.search(r"[.؟]$", sentence.text) or re.search(r"(?:[.؟:] ?|: )\{\w+\}$", sentence.text)
    assert not sentence.hint or re.search(r"(?:[.؟]|\{\w+\})$", sentence.hint)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_has_no_latin_word_but_technical_names_and_what_it_quotes(code: str) -> None:
    for part in parts(SENTENCES[code]):
        plain = EXAMPLE.sub("", QUOTED.sub("", written(part)))
        assert {word.rstrip(".") for word in LATIN.findall(plain)} <= TECHNICAL


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_is_spelt_as_offices_spell(code: str) -> None:
    for part in parts(SENTENCES[code]):
        plain = QUOTED.sub("«»", written(part))
        assert not re.search("[يكۀى\u0640]", plain), "letters of the Arabic keyboard"
        assert not re.search(r"(?<![آ-ی\u200c])ن?می [آ-ی]", plain), "«می» without its half-space"
        assert not re.search(r" (?:ها|های|هایی|هایش|تر|ترین)(?![آ-ی])", plain), "a suffix without its half-space"
        assert not re.search(r"(?<![آ-ی])(?:این|آن)ها(?![آ-ی])", plain), "«این‌ها» without its half-space"
        assert not re.search(r"[آ-ی]ه ی(?![آ-ی])", plain), "«هٔ» written apart"
        assert "\u200c " not in part and " \u200c" not in part
        assert not re.search("[0-9٠-٩]", LATIN.sub("", plain)), "digits of other scripts"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("near", ["", "منظورتان «الف» بود؟"], ids=["nothing-near", "something-near"])
def test_a_sentence_is_spaced_as_it_is_printed(code: str, near: str) -> None:
    for part in parts(SENTENCES[code]):
        assert part == part.strip()
        shown = part.replace("{near}", near).strip().replace("{{", "{").replace("}}", "}")
        shown = re.sub(r"\{\w+\}", "الف", shown)
        assert not re.search(r" [،؛:.؟)]|[^-] »", shown)
        assert not re.search(r"[،؛؟][^\s»)\"\]]", shown)
        assert not re.search(r"  ", QUOTED.sub("«»", shown))
        assert shown.count("«") == shown.count("»")
        assert shown.count("(") == shown.count(")")


def test_no_two_codes_say_the_same() -> None:
    said = Counter((sentence.text, sentence.hint) for sentence in SENTENCES.values())

    assert [text for text, count in said.items() if count > 1] == []


def test_severities_have_persian_names_and_headings() -> None:
    assert set(SEVERITY_NAMES) == set(HEADINGS)
    assert list(SEVERITY_NAMES.values()) == ["خطا", "کمبود", "هشدار"]


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Where a code is said in the source: place, code and the names of the values given, where all of that can be read."""
    for file in sorted(GENERATOR.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            given = {keyword.arg for keyword in node.keywords}
            if name in ("problem", "finding") and code in SENTENCES and None not in given:
                yield f"{file.relative_to(GENERATOR)}:{node.lineno}", str(code), {str(each) for each in given} - {"where"}


SAID = list(calls())


def test_what_the_program_says_fills_every_blank_of_its_sentence() -> None:
    wrong = [
        f"{place} {code}: {sorted(fields(SENTENCES[code].text + SENTENCES[code].hint) - given)}"
        for place, code, given in SAID
        if fields(SENTENCES[code].text + SENTENCES[code].hint) - given
    ]

    assert len(SAID) > 60
    assert wrong == []


def test_what_the_program_says_has_a_blank_for_every_value_given() -> None:
    wrong = [
        f"{place} {code}: {sorted(given - fields(SENTENCES[code].text + SENTENCES[code].hint))}"
        for place, code, given in SAID
        if given - fields(SENTENCES[code].text + SENTENCES[code].hint)
    ]

    assert wrong == []


def test_every_code_is_said_somewhere() -> None:
    texts = "\n".join(file.read_text(encoding="utf-8") for file in GENERATOR.rglob("*.py") if file.parent.name != "sentences")

    assert [code for code in CODES if f'"{code}"' not in texts] == []


def test_a_code_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError):
        problem("no-such-code")
