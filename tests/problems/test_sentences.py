"""What the program says: one Persian sentence for each code, spelt as offices spell, its blanks filled by whoever says it."""

import ast
import re
import string
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from generator.cli.reporting.cards import HEADINGS
from generator.problems import sentences
from generator.problems.errors import SEVERITY_NAMES, Severity
from generator.problems.messages import SENTENCES, Sentence, problem
from generator.problems.sentences import launcher, menu

GENERATOR = Path(__file__).parents[2] / "generator"

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


def faults_of_form(sentence: Sentence) -> Iterator[str]:
    if not re.search("[آ-ی]", written(sentence.text)):
        yield "is not Persian"
    if not re.search(r"[.؟]$", sentence.text) and not re.search(r"(?:[.؟:] ?|: )\{\w+\}$", sentence.text):
        yield "does not end as a sentence"
    if sentence.hint and not re.search(r"(?:[.؟]|\{\w+\})$", sentence.hint):
        yield "has a hint that does not end as a sentence"


def faults_of_words(sentence: Sentence) -> Iterator[str]:
    for part in parts(sentence):
        plain = EXAMPLE.sub("", QUOTED.sub("", written(part)))
        yield from {word.rstrip(".") for word in LATIN.findall(plain)} - TECHNICAL


MISSPELT = {
    "letters of the Arabic keyboard": re.compile("[يكۀى\u0640]"),
    "«می» without its half-space": re.compile(r"(?<![آ-ی\u200c])ن?می [آ-ی]"),
    "a suffix without its half-space": re.compile(r" (?:ها|های|هایی|هایش|تر|ترین)(?![آ-ی])"),
    "«این‌ها» without its half-space": re.compile(r"(?<![آ-ی])(?:این|آن)ها(?![آ-ی])"),
    "«هٔ» written apart": re.compile(r"[آ-ی]ه ی(?![آ-ی])"),
    "a half-space beside a space": re.compile("\u200c | \u200c"),
    "digits of other scripts": re.compile(f"(?:{LATIN.pattern})|([0-9٠-٩])", re.ASCII),
}


def faults_of_spelling(sentence: Sentence) -> Iterator[str]:
    for part in parts(sentence):
        plain = QUOTED.sub("«»", written(part))
        for fault, pattern in MISSPELT.items():
            if any(found.group(pattern.groups) for found in pattern.finditer(plain)):
                yield fault


def faults_of_spacing(sentence: Sentence) -> Iterator[str]:
    for part, near in product(parts(sentence), ("", "منظورتان «الف» بود؟")):
        shown = part.replace("{near}", near).strip().replace("{{", "{").replace("}}", "}")
        shown = re.sub(r"\{\w+\}", "الف", shown)
        if part != part.strip() or re.search(r"  ", QUOTED.sub("«»", shown)):
            yield "a space too many"
        if re.search(r" [،؛:.؟)]|[^-] »", shown):
            yield "a space before a mark"
        if re.search(r"[،؛؟][^\s»)\"\]]", shown):
            yield "no space after a mark"
        if shown.count("«") != shown.count("»") or shown.count("(") != shown.count(")"):
            yield "a bracket without its other"


@pytest.mark.parametrize("faults", [faults_of_form, faults_of_words, faults_of_spelling, faults_of_spacing])
def test_sentences_are_persian_and_spelt_and_spaced_as_offices_write(faults: Callable[[Sentence], Iterator[str]]) -> None:
    assert [(code, fault) for code, sentence in SENTENCES.items() for fault in faults(sentence)] == []


NAMED_PLAINLY = {"Enter", "README.md", "html", "output", "pip", "plans", "python.org"}
PLAIN = {
    name: Sentence(Severity.WARNING, text)
    for module in (launcher, menu)
    for name, text in vars(module).items()
    if name.isupper() and isinstance(text, str)
}
"""What is said to people and is no problem; much of it is a name or a heading and no sentence."""


@pytest.mark.parametrize("faults", [faults_of_spelling, faults_of_spacing])
def test_so_is_what_a_menu_says(faults: Callable[[Sentence], Iterator[str]]) -> None:
    assert len(PLAIN) > 25
    assert [(name, fault) for name, text in PLAIN.items() for fault in faults(text)] == []
    assert {word for text in PLAIN.values() for word in faults_of_words(text)} <= NAMED_PLAINLY


def test_a_faulty_sentence_is_found() -> None:
    faulty = Sentence(Severity.ERROR, "«{name}» فقط برای محله ها ،است", "مي شود or 5")

    assert [[*faults(faulty)] for faults in (faults_of_form, faults_of_words)] == [
        ["does not end as a sentence", "has a hint that does not end as a sentence"],
        ["or"],
    ]
    assert [*faults_of_spelling(faulty)] == [
        "a suffix without its half-space",
        "letters of the Arabic keyboard",
        "digits of other scripts",
    ]
    assert {*faults_of_spacing(faulty)} == {"a space before a mark", "no space after a mark"}


def test_the_sentence_of_a_rule_is_in_the_module_of_its_record() -> None:
    """A module of rules that has a namesake among the sentences takes them from it, or from those that records share."""
    homes = {code: module.__name__.rpartition(".")[2] for module in sentences.MODULES for code in module.SENTENCES}
    modules = {file.stem: file.read_text(encoding="utf-8") for file in (GENERATOR / "checks").glob("*.py")}
    elsewhere = [
        (name, code, home)
        for name in modules.keys() & homes.values()
        for code, home in homes.items()
        if home not in (name, "records") and f'"{code}"' in modules[name]
    ]

    assert elsewhere == []


def test_no_two_codes_say_the_same() -> None:
    said = Counter((sentence.text, sentence.hint) for sentence in SENTENCES.values())

    assert [text for text, count in said.items() if count > 1] == []


def test_severities_have_persian_names_and_headings() -> None:
    assert set(SEVERITY_NAMES) == set(HEADINGS)
    assert list(SEVERITY_NAMES.values()) == ["خطا", "کمبود", "هشدار"]


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

    assert [code for code in SENTENCES if f'"{code}"' not in texts] == []


def test_a_code_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError):
        problem("no-such-code")
