"""Documents beside what others make of the same: docxtpl, LibreOffice, Chromium, the engines alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.performance.fresh import ROOT, FailedError, run
from bench.ratios.rows import Absent, Found, Job, Row, Seconds, command, in_turn, python, sanad

DOCXTPL = Path(__file__).with_name("docxtpl.lock")
"""docxtpl and what it needs beside the packages that are here; fetched for the measuring alone."""
_CONTRACT = "z3-golshahr/contract"
_CHROMIUM = "chromium"

_TABLE = """\
import json, pickle, sys, time, gc
from pathlib import Path
document, style, supplies = pickle.loads(Path(sys.argv[1]).read_bytes())
from generator.writing import writers
writer = writers.of("docx", "typst")
writer.write(document, style, supplies)
gc.collect()
wall, processor = time.monotonic(), time.process_time()
data = writer.write(document, style, supplies).data
print(json.dumps([time.process_time() - processor, time.monotonic() - wall]))
Path(sys.argv[2]).write_bytes(data)
"""
_RENDER = """\
import io, json, sys, time, gc
sys.path.append(sys.argv[3])
from docxtpl import DocxTemplate
rows = json.load(open(sys.argv[2], encoding="utf-8"))
def render():
    template = DocxTemplate(sys.argv[1])
    template.render({"rows": rows})
    template.save(io.BytesIO())
render()
gc.collect()
wall, processor = time.monotonic(), time.process_time()
render()
print(json.dumps([time.process_time() - processor, time.monotonic() - wall]))
"""
_FILLED = """\
import json, sys
sys.path.append(sys.argv[4])
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"facts": json.load(open(sys.argv[3], encoding="utf-8"))})
template.save(sys.argv[2])
"""
_WARM = """\
import json, sys, time, gc, pickle
from pathlib import Path
from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.build.workers import make, prepared
project = Project.read(Folders.under(Path.cwd()))
selection = pipeline.Selection(("z3-golshahr",), ("contract",))
(subject,) = pipeline.select(project, selection)
common = prepared(pickle.dumps((DocumentBuilder.of(project, project.style, selection), ("docx", "pdf"), False)))
make(common, subject)
gc.collect()
wall, processor = time.monotonic(), time.process_time()
make(common, subject)
print(json.dumps([time.process_time() - processor, time.monotonic() - wall]))
"""
_ENGINE = """\
import json, sys, time, gc
engine, file, target = sys.argv[1:4]
def work():
    if engine == "weasyprint":
        from weasyprint import HTML
        HTML(filename=file).write_pdf(target, pdf_variant="pdf/a-3a")
    else:
        import typst
        from pathlib import Path
        folder = str(Path(file).parent)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        typst.compile(file, output=target, root=folder, font_paths=fonts, pdf_standards=["a-3a"])
work()
gc.collect()
wall, processor = time.monotonic(), time.process_time()
work()
print(json.dumps([time.process_time() - processor, time.monotonic() - wall]))
"""
_WORDS = ("یکم", "دوم", "سوم", "چهارم", "پنجم")
"""What stands in the cells of the row that becomes the row of the template."""


def measured(folder: Path, runs: int) -> Iterator[Found]:
    """Yield the rows of a table of 500 rows and of one contract."""
    prepared = folder / "prepared"
    said = run("prepare", str(prepared)).said
    packages = _packages(folder / "docxtpl")
    yield _table(folder, prepared, packages, runs)
    yield from _contract(folder, prepared, said["variables"], packages, runs)


def versions() -> Iterator[str]:
    """Yield the names and versions of the other programs that are here."""
    yield from re.findall(r"^docxtpl==[0-9.]+", DOCXTPL.read_text(encoding="utf-8"), re.MULTILINE)
    for name in ("soffice", _CHROMIUM):
        if program := shutil.which(name):
            done = subprocess.run([program, "--version"], capture_output=True, text=True)
            yield " ".join(done.stdout.split()[:2])


def _packages(folder: Path) -> str | None:
    """Fetch docxtpl into a folder; None where no registry is reached."""
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target"]
    done = subprocess.run([*install, str(folder), "--require-hashes", "--requirement", str(DOCXTPL)], capture_output=True)
    return None if done.returncode else str(folder)


def _table(folder: Path, prepared: Path, packages: str | None, runs: int) -> Found:
    what, beside = "DOCX of a 500-row table, tree to bytes", "docxtpl: render and save of the same runs"
    if packages is None:
        return Absent(what, beside, "docxtpl could not be fetched")
    file, template, data = folder / "table.docx", folder / "template.docx", folder / "rows.json"
    _said(_TABLE, str(prepared / "rows-500"), str(file))
    _as_template(file, template, data)
    ours, theirs = in_turn(
        [
            lambda: _said(_TABLE, str(prepared / "rows-500"), str(file)),
            lambda: _said(_RENDER, str(template), str(data), packages),
        ],
        runs,
    )
    return Row(what, beside, ours, theirs, most=1)


def _as_template(file: Path, template: Path, data: Path) -> None:
    """Make a template of docxtpl of our own file: its first row of the body again and again, with the same runs."""
    from copy import deepcopy

    import docx

    document = docx.Document(str(file))
    table = document.tables[0]
    rows = table.rows[1:]
    texts = [[cell.text for cell in row.cells] for row in rows]
    body = rows[0]._tr
    for row in rows[1:]:
        table._tbl.remove(row._tr)
    for number, cell in enumerate(rows[0].cells):
        runs = [each for paragraph in cell.paragraphs for each in paragraph.runs]
        runs[0].text = f"{{{{ r[{number}] }}}}"
        for each in runs[1:]:
            each._r.getparent().remove(each._r)
    for tag, add in (("{%tr for r in rows %}", body.addprevious), ("{%tr endfor %}", body.addnext)):
        marker = deepcopy(body)
        add(marker)
        cells = next(each for each in table.rows if each._tr is marker).cells
        for number, cell in enumerate(cells):
            cell.paragraphs[0].runs[0].text = tag if number == 0 else ""
    document.save(str(template))
    data.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


def _contract(folder: Path, prepared: Path, variables: dict[str, str], packages: str | None, runs: int) -> Iterator[Found]:
    project = folder / "contract"
    project.mkdir()
    for name in ("plans", "templates"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns(".schema"))
    shutil.copy(ROOT / "sanad.yaml", project)
    sanad("build", "--quiet", _CONTRACT, folder=project)
    pages, target = prepared / "contract", str(folder / "alone.pdf")
    office = _office(project, folder, packages)
    chromium = shutil.which(_CHROMIUM)
    cold = "one contract, YAML to Word and PDF, a fresh process"
    jobs = {
        "docxtpl and LibreOffice: Word and PDF": office,
        "Chromium: PDF of our HTML": (lambda: _printed(str(chromium), pages / "page.html", folder)) if chromium else None,
        "WeasyPrint alone: PDF of our HTML": lambda: _plain("weasyprint", pages / "page.html", target, variables),
        "Typst alone: PDF of the text, without a look": lambda: _plain("typst", pages / "text.typ", target, variables),
    }
    there = [job for job in jobs.values() if job is not None]
    ours, *others = in_turn([lambda: sanad("build", "--force", _CONTRACT, folder=project), *there], runs)
    theirs = dict(zip([name for name, job in jobs.items() if job is not None], others, strict=True))
    for name in jobs:
        yield Row(cold, name, ours, theirs[name]) if name in theirs else Absent(cold, name, "the program is not here")
    warm = "the same, in a process that has made it once"
    engines = {"WeasyPrint": ("weasyprint", "page.html"), "Typst": ("typst", "text.typ")}
    again, *alone = in_turn(
        [
            lambda: _said(_WARM, folder=project),
            *(
                partial(_said, _ENGINE, engine, str(pages / name), target, variables=variables)
                for engine, name in engines.values()
            ),
        ],
        runs,
    )
    for name, seconds in zip(engines, alone, strict=True):
        yield Row(warm, f"{name} alone, the second time in a process", again, seconds)
    if office is not None:
        yield Row(warm, "LibreOffice: one file more in the same process", again, _one_more(project, folder, runs))


def _office(project: Path, folder: Path, packages: str | None) -> Job | None:
    soffice = shutil.which("soffice")
    if packages is None or soffice is None:
        return None
    template, filled, facts = folder / "contract-template.docx", folder / "filled.docx", folder / "facts.json"
    _with_fields(project / "output" / f"{_CONTRACT}-draft.docx", template, facts)

    def job() -> Seconds:
        first = python(_FILLED, str(template), str(filled), str(facts), packages)
        second = _converted(soffice, folder, [filled])
        return Seconds(first.processor + second.processor, first.wall + second.wall)

    return job


def _with_fields(file: Path, template: Path, facts: Path) -> None:
    """Make a template of docxtpl of our contract: each text with a number in it is a field."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document(str(file))
    texts = [each for each in document.element.body.iter(qn("w:t")) if each.text and any(map(str.isdigit, each.text))]
    facts.write_text(json.dumps([each.text for each in texts], ensure_ascii=False), encoding="utf-8")
    for number, each in enumerate(texts):
        each.text = f"{{{{ facts[{number}] }}}}"
    document.save(str(template))


def _converted(soffice: str, folder: Path, files: Sequence[Path]) -> Seconds:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return command(soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files))


def _one_more(project: Path, folder: Path, runs: int) -> Seconds:
    """Return what LibreOffice takes for one file more in one process."""
    soffice = str(shutil.which("soffice"))
    files = []
    for number in range(4):
        files.append(folder / f"many-{number}.docx")
        shutil.copy(project / "output" / f"{_CONTRACT}-draft.docx", files[-1])
    one, four = in_turn([lambda: _converted(soffice, folder, files[:1]), lambda: _converted(soffice, folder, files)], runs)
    return Seconds((four.processor - one.processor) / 3, (four.wall - one.wall) / 3)


def _printed(chromium: str, page: Path, folder: Path) -> Seconds:
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium", "--no-pdf-header-footer")
    return command(chromium, *options, f"--print-to-pdf={folder}/printed.pdf", page.as_uri())


def _plain(engine: str, file: Path, target: str, variables: dict[str, str]) -> Seconds:
    code = _ENGINE.replace("work()\ngc.collect()", "gc.collect()", 1)
    return command(sys.executable, "-c", code, engine, str(file), target, variables=variables)


def _said(code: str, *words: str, folder: Path = ROOT, variables: dict[str, str] | None = None) -> Seconds:
    """Run a piece of Python that prints the seconds of the piece of work that it measures."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict(variables or {})
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise FailedError(done.stderr[-2000:])
    return Seconds(*json.loads(done.stdout.strip().splitlines()[-1]))
