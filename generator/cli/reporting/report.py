"""The problems of a run as one HTML page, to send to the people who fix them.

The page needs nothing else: no script, no address, one style whose hash is in its content security policy. It is read from
right to left; places, source lines and quoted values keep their own direction.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

from generator.build import output
from generator.cli.reporting.cards import by_file, hints
from generator.cli.reporting.excess import bounded
from generator.cli.reporting.source import Excerpt, excerpts
from generator.persian import numeral, visible
from generator.problems.errors import SEVERITY_NAMES, Problem, Severity, UsageError
from generator.problems.limits import LIMITS, RunLimits
from generator.problems.messages import problem
from generator.reading import plainfiles

SIGNATURE = '<meta name="generator" content="sanad check --report">'
"""The mark of a report, which a newer one may replace."""

_ORDER = (Severity.ERROR, Severity.GAP, Severity.WARNING)
_QUOTED = re.compile("«([^«»]*)»")
_ELSEWHERE = "بدون نشانی"


def refuse_foreign(path: Path) -> None:
    """Refuse (UsageError) to write a report over a file that is no report."""
    try:
        known = SIGNATURE.encode() in plainfiles.read(path, 2048)
    except FileNotFoundError:
        return
    except OSError:  # A folder, a pipe, or a file of somebody else: no report of this program.
        known = False
    if not known:
        raise UsageError([problem("report-foreign", None, path=path)])


def write(problems: Sequence[Problem], path: Path, limits: RunLimits = LIMITS) -> Path:
    """Write the problems as a page at a path that the user named."""
    return output.replace(path, page(problems, limits).encode())


def page(problems: Sequence[Problem], limits: RunLimits = LIMITS) -> str:
    """Compose the page: counts, then the problems of each file."""
    style = (resources.files(__package__) / "report.css").read_text(encoding="utf-8")
    body = articles(problems, limits) or "<p>مشکلی دیده نشد.</p>"
    return f"""\
<!DOCTYPE html>
<html lang="fa" dir="rtl">
<head>
<meta charset="utf-8">
{SIGNATURE}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{_hash(style)}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>گزارش بررسی داده‌ها</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>گزارش بررسی داده‌ها</h1>
<ul class="counts">
{_counts(problems)}
</ul>
<p class="note">هر مورد نشانی خود را دارد: پرونده، سطر و ستون. جای مشکل در سطر پرونده رنگی است.</p>
</header>
<main>
{body}
</main>
</body>
</html>
"""


def articles(problems: Sequence[Problem], limits: RunLimits = LIMITS) -> str:
    """Compose the problems of each file; files with errors first, and errors first in each. Without problems it is empty."""
    excerpt = excerpts()
    files = sorted(by_file(bounded(problems, limits)), key=lambda group: min(_ORDER.index(found.severity) for found in group))
    return "\n".join(_file(group, excerpt) for group in files)


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _counts(problems: Sequence[Problem]) -> str:
    rows = []
    for severity in _ORDER:
        count = sum(found.severity is severity for found in problems)
        rows.append(f'<li class="{severity}"><b>{numeral(count)}</b> {SEVERITY_NAMES[severity]}</li>')
    return "\n".join(rows)


def _file(group: Sequence[Problem], excerpt: Callable[[Problem], Excerpt | None]) -> str:
    place = group[0].place
    name = f'<bdi dir="ltr">{_text(str(place.file))}</bdi>' if place else _ELSEWHERE
    ordered = sorted(group, key=lambda found: _ORDER.index(found.severity))
    items = "\n".join(_problem(found, excerpt(found)) for found in ordered)
    return f"<section>\n<h2>{name}</h2>\n{items}\n</section>"


def _problem(found: Problem, excerpt: Excerpt | None) -> str:
    place = found.place
    point = f'<bdi dir="ltr">{_text(str(place.file))}:{place.line}:{place.column}</bdi>' if place else ""
    parts = [f'<p class="place"><span class="severity">{SEVERITY_NAMES[found.severity]}</span> {point}</p>']
    if found.where:
        parts.append(f'<p class="where">{_sentence(found.where)}</p>')
    if excerpt and found.severity is not Severity.GAP:
        marked = f'<mark dir="auto">{_text(excerpt.marked)}</mark>' if excerpt.marked else ""
        source = f"{_text(excerpt.before)}{marked}{_text(excerpt.after)}"
        parts.append(f'<pre dir="ltr">{source}</pre>')
    parts.append(f'<p class="message">{_sentence(found.message)}</p>')
    parts += [f'<p class="hint">{_sentence(hint)}</p>' for hint in hints(found.hint)]
    inner = "\n".join(parts)
    return f'<article class="{found.severity}" data-code="{html.escape(found.code)}">\n{inner}\n</article>'


def _text(text: str) -> str:
    return html.escape(visible(text))


def _sentence(text: str) -> str:
    """Escape a sentence; each quotation keeps a direction of its own, which keeps its ends in place."""
    return _QUOTED.sub(r"«<bdi>\1</bdi>»", _text(text))
