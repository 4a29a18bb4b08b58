"""The edits: each changes a small project as somebody would, and says how it is undone where it can be."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

from fontTools.ttLib import TTFont

from generator.style.faces import Family, find_faces
from tests.build.edits.project import DOCUMENTS, KINDS, PART, Small

Undo = Callable[[], None]


def _put(small: Small, key: str, new: str) -> Undo:
    old = small.text(key)
    small.write(key, new)
    return lambda: small.write(key, old)


def _identity(small: Small) -> str:
    folder = small.root / "plans" / "neighbourhoods"
    return f"plans/neighbourhoods/{small.drawn.choice(sorted(each.name for each in folder.iterdir()))}/neighbourhood.yaml"


def data(small: Small) -> Undo:
    """A name of a neighbourhood or an agency, an amount, or something that no document reads."""
    where = small.drawn.choice(("name", "agency", "amount", "nobody", "comment"))
    if where == "name":
        key = _identity(small)
        return _put(small, key, re.sub(r"(?m)^name: .*$", f"name: کوی {small.word()}", small.text(key)))
    if where == "agency":
        key = "plans/agencies/welfare.yaml"
        return _put(small, key, re.sub(r"(?m)^name: .*$", f"name: ادارهٔ {small.word()}", small.text(key)))
    if where == "amount":
        key = "plans/neighbourhoods/z1-alef/contract.yaml"
        return _put(small, key, small.text(key) + f"# {small.word()}\n")
    if where == "nobody":
        key = "plans/neighbourhoods/z1-alef/needs.yaml"
        return _put(small, key, re.sub(r"(?m)(title: [^,\n}]*)", rf"\1 {small.word()}", small.text(key), count=1))
    key = _identity(small)
    return _put(small, key, f"# {small.word()}\n{small.text(key)}")


def template(small: Small) -> Undo:
    """A sentence of the template of a kind."""
    kind = small.drawn.choice([kind for kind in KINDS if (small.root / "templates" / kind).exists()])
    key = f"templates/{kind}/document.html.j2"
    return _put(small, key, DOCUMENTS[kind].replace("</section>", f"<p>پایان {small.word()}</p></section>"))


def part(small: Small) -> Undo:
    """A part that two of the three kinds include; one of them prints nothing of it."""
    return _put(small, "templates/_parts/head.html.j2", PART.replace("محلهٔ", f"محلهٔ {small.word()}"))


def look(small: Small) -> Undo:
    """A colour of the look, which every document has, or a remark in it, which none sees."""
    key = "templates/style.yaml"
    if small.drawn.random() < 0.3:
        return _put(small, key, f"# {small.word()}\n{small.text(key)}")
    colour = f"{small.drawn.randrange(0x40, 0x70):02x}4a50"
    return _put(small, key, re.sub(r'(?m)^(\s+accent: )"?[0-9a-f]{6}"?', rf'\1"{colour}"', small.text(key), count=1))


def face(small: Small) -> Undo:
    """A face in a folder of its own: another cut of the text face, wider or narrower than before."""
    file = small.fonts / "nazli.ttf"
    before = file.read_bytes() if file.exists() else None
    found = find_faces((Family("Nazli"),))
    source = next(iter(found.values())).regular
    assert source is not None
    with TTFont(source) as font:
        wider = small.drawn.randrange(-40, 40)
        for name, (width, bearing) in list(font["hmtx"].metrics.items()):
            if width:
                font["hmtx"].metrics[name] = (max(width + wider, 1), bearing)
        font.save(file)
    return lambda: file.unlink() if before is None else file.write_bytes(before) and None


def picture(small: Small) -> Undo:
    """The picture that one kind shows."""
    file = small.root / "plans" / "pictures" / "seen.png"
    before = file.read_bytes()
    small.picture()
    return lambda: file.write_bytes(before) and None


def settings(small: Small) -> Undo:
    """A setting that the bytes depend on, or one that they do not."""
    chosen = small.drawn.choice(
        (
            "embed_faces: none\n",
            "embed_faces: free\n",
            "look: amiri\n",
            "limits:\n  problems:\n    of_file: ۶۰\n",
            "engine_of: {}\n",
        )
    )
    return _put(small, "sanad.yaml", chosen)


def version(small: Small) -> Undo:
    """Another version of the program."""
    before = small.program

    def undo() -> None:
        small.program = before

    small.program = small.word()
    return undo


def deletion(small: Small) -> Undo:
    """A built file, what the program remembers, or a whole kind."""
    what = small.drawn.choice(("file", "cache", "manifest", "kind"))
    output = small.root / "output"
    if what == "file":
        files = sorted(path for path in output.rglob("*") if path.suffix in (".docx", ".pdf"))
        small.drawn.choice(files).unlink()
        return lambda: None
    if what in ("cache", "manifest"):
        for file in (output / ".sanad").glob(f"{what}.sqlite*"):
            file.unlink()
        if what == "manifest":  # Files of which nothing is known are somebody's own; they would stay.
            for file in [path for path in output.rglob("*") if path.suffix in (".docx", ".pdf")]:
                file.unlink()
        return lambda: None
    folder, away = small.root / "templates" / "list", small.root / "away"
    if not folder.exists():
        shutil.move(away, folder)
        return lambda: None
    shutil.move(folder, away)
    return lambda: shutil.move(away, folder) and None


def renaming(small: Small) -> Undo:
    """The id of a neighbourhood, in its folder and wherever it is cited."""
    plans = small.root / "plans"
    old = next(folder.name for folder in (plans / "neighbourhoods").iterdir() if folder.name.startswith("z2-"))
    new = f"z2-b{small.drawn.randrange(10**6)}"

    def rename(one: str, other: str) -> None:
        (plans / "neighbourhoods" / one).rename(plans / "neighbourhoods" / other)
        for file in plans.rglob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            if one in text:
                file.write_text(text.replace(one, other), encoding="utf-8")

    rename(old, new)
    return lambda: rename(new, old)


SIMPLE: dict[str, Callable[[Small], Undo]] = {
    "data": data,
    "template": template,
    "part": part,
    "look": look,
    "face": face,
    "picture": picture,
    "settings": settings,
    "version": version,
    "deletion": deletion,
    "renaming": renaming,
}
UNDONE, DURING = "edit and undo", "edit during a build"
EVERY = (*SIMPLE, UNDONE, DURING)
"""All sorts of edits, which are drawn evenly."""
