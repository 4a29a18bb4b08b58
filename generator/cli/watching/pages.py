"""The pages that `sanad watch` shows: the documents and the problems, and a document that renews itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from threading import Lock

from generator.cli.reporting.cards import as_rows
from generator.persian import numeral
from generator.problems.errors import Problem

_STYLE = (
    "body{font:16px/1.8 Vazirmatn,Tahoma,sans-serif;margin:1rem 2rem;color:#222}"
    "li{margin:.4rem 0}.old{color:#a33}iframe{position:fixed;inset:3rem 0 0 0;width:100%;height:calc(100% - 3rem);border:0}"
    "nav{position:fixed;top:0;inset-inline:0;height:3rem;padding:.4rem 1rem;background:#fff;border-bottom:1px solid #ccc}"
)
_RENEW = (
    "let seen={version};setInterval(async()=>{{try{{const r=await fetch('{state}',{{cache:'no-store'}});"
    "const now=(await r.json()).versions[{at}];if(now!==seen){{seen=now;{act}}}"
    "document.title=document.title.replace('⏸ ','')}}catch(e){{if(!document.title.startsWith('⏸'))"
    "document.title='⏸ '+document.title}}}},400);"
)
_TURN = "document.querySelector('iframe').src='{file}?'+now;document.getElementById('old').hidden=!(now%2)"


@dataclass(slots=True)
class Shown:
    """A document that is shown: its name, its file, how often it was made, and whether the last try failed."""

    name: str
    title: str
    file: Path
    version: int = 0
    is_old: bool = False


@dataclass
class Board:
    """What the server shows at the moment; written by the one who builds, read by the server's threads."""

    documents: list[Shown] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    round: int = 0
    lock: Lock = field(default_factory=Lock)

    def state(self) -> dict[str, object]:
        """Return the versions, first that of the list of documents."""
        with self.lock:
            return {"versions": [self.round, *(each.version * 2 + each.is_old for each in self.documents)]}

    def file(self, at: int) -> Path | None:
        """Return the file of a document by its number."""
        with self.lock:
            return self.documents[at - 1].file if 1 <= at <= len(self.documents) else None

    def index(self, base: str) -> str:
        """Return the page that lists documents and problems."""
        with self.lock:
            rows = "".join(
                f'<li><a href="{base}show/{at}">{escape(each.title)}</a>{_old(each)}</li>'
                for at, each in enumerate(self.documents, 1)
            )
            told = "".join(
                f"<li><code dir=ltr>{escape(_place(row))}</code> {escape(_said(row))}</li>" for row in as_rows(self.problems)
            )
            script = _RENEW.format(version=self.round, state=f"{base}state", at=0, act="location.reload()")
            count = numeral(len(self.problems))
        problems = f"<h2>{count} مشکل</h2><ol>{told}</ol>" if told else "<p>مشکلی نیست.</p>"
        return _page("سندها", f"<h1>سندها</h1><ul>{rows}</ul>{problems}", script)

    def document(self, base: str, at: int) -> str | None:
        """Return the page of a document by its number, None where there is none."""
        with self.lock:
            if not 1 <= at <= len(self.documents):
                return None
            shown = self.documents[at - 1]
            version = shown.version * 2 + shown.is_old
            act = _TURN.format(file=f"{base}file/{at}")
            script = _RENEW.format(version=version, state=f"{base}state", at=at, act=act)
            hidden = "" if shown.is_old else " hidden"
            old = f'<span id="old" class="old"{hidden}> داده خطا دارد؛ این آخرین نسخهٔ درست است.</span>'
            nav = f'<nav><a href="{base}">همهٔ سندها</a> {escape(shown.title)}{old}</nav>'
            frame = f'<iframe src="{base}file/{at}?{version}" title="{escape(shown.title)}"></iframe>'
        return _page(shown.title, nav + frame, script)


def _old(shown: Shown) -> str:
    return ' <span class="old">آخرین نسخهٔ درست</span>' if shown.is_old else ""


def _place(row: dict[str, object]) -> str:
    return ":".join(str(row[key]) for key in ("file", "line", "column") if row.get(key))


def _said(row: dict[str, object]) -> str:
    return " ".join(str(row[key]) for key in ("message", "hint") if row.get(key))


def _page(title: str, body: str, script: str) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="fa" dir="rtl"><head>{head}</head><body>{body}<script>{script}</script></body></html>'
