"""The edits: each changes a small project as somebody would, and says what it touches and how it is undone where it can be."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from typing import NamedTuple

from fontTools.ttLib import TTFont

from generator.persian import to_persian
from generator.style.faces import Family, find_faces
from tests.build.edits.project import DOCUMENTS, KINDS, PART, Small, document

Undo = Callable[[], None]


class Edit(NamedTuple):
    """What was done: how it is undone, and the documents that it touches, which alone may be made again."""

    undo: Undo
    touches: frozenset[str]
    what: str = ""


def _put(small: Small, key: str, new: str, touches: Iterable[str], what: str = "") -> Edit:
    old = small.text(key)
    assert new != old, f"{key} is as it was"
    small.write(key, new)
    return Edit(lambda: small.write(key, old), frozenset(touches), what)


def named(small: Small) -> Edit:
    place = small.drawn.choice(small.places())
    key = f"plans/neighbourhoods/{place}/neighbourhood.yaml"
    text = re.sub(r"(?m)^name: .*$", f"name: کوی {small.word()}", small.text(key))
    return _put(small, key, text, {*small.of_place(place), "province/list"}, "name")


def agency(small: Small) -> Edit:
    key = "plans/agencies/welfare.yaml"
    text = re.sub(r"(?m)^name: .*$", f"name: ادارهٔ {small.word()}", small.text(key))
    return _put(small, key, text, small.of_kind("sheet"), "agency")


def amount(small: Small) -> Edit:
    key = "plans/neighbourhoods/z1-alef/contract.yaml"
    millions = to_persian(str(121 + small.values))
    text = re.sub(r"(stated: )\S+ میلیون ریال", rf"\g<1>{millions} میلیون ریال", small.text(key))
    return _put(small, key, text, {"z1-alef/note"}, "amount")


def nobodys(small: Small) -> Edit:
    key = "plans/neighbourhoods/z1-alef/needs.yaml"
    text = re.sub(r"(?m)(title: [^,\n}]*)", rf"\1 {small.word()}", small.text(key), count=1)
    return _put(small, key, text, (), "nobody's")


def comment(small: Small) -> Edit:
    key = small.drawn.choice([f"plans/neighbourhoods/{place}/neighbourhood.yaml" for place in small.places()])
    return _put(small, key, f"# {small.word()}\n{small.text(key)}", (), "comment")


VALUES = (named, agency, amount, nobodys, comment)


def data(small: Small) -> Edit:
    """A name of a neighbourhood or an agency, an amount, what no document reads, or a remark; one after the other."""
    small.values += 1
    return VALUES[small.values % len(VALUES)](small)


def template(small: Small) -> Edit:
    """A sentence of the template of a kind."""
    kind = small.drawn.choice([kind for kind in KINDS if (small.root / "templates" / kind).exists()])
    text = DOCUMENTS[kind].replace("</section>", f"<p>پایان {small.word()}</p></section>")
    return _put(small, f"templates/{kind}/document.html.j2", text, small.of_kind(kind))


def part(small: Small) -> Edit:
    """A part that two of the three kinds include; one of them prints nothing of it."""
    text = PART.replace("محلهٔ", f"محلهٔ {small.word()}")
    return _put(small, "templates/_parts/head.html.j2", text, {*small.of_kind("sheet"), *small.of_kind("note")})


def look(small: Small) -> Edit:
    """A colour of the look, which every document has, or a remark in it, which none sees."""
    key = "templates/style.yaml"
    if small.drawn.random() < 0.3:
        return _put(small, key, f"# {small.word()}\n{small.text(key)}", (), "remark")
    return colour(small)


def colour(small: Small) -> Edit:
    """A colour of the look."""
    key, old = "templates/style.yaml", small.text("templates/style.yaml")
    new = old
    while new == old:
        drawn = f"{small.drawn.randrange(0x40, 0x70):02x}4a50"
        new = re.sub(r'(?m)^(\s+accent: )"?[0-9a-f]{6}"?', rf'\1"{drawn}"', old, count=1)
    return _put(small, key, new, small.every())


def face(small: Small) -> Edit:
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
    return Edit(lambda: file.unlink() if before is None else file.write_bytes(before) and None, small.every())


def picture(small: Small) -> Edit:
    """The picture that one kind shows."""
    file = small.root / "plans" / "pictures" / "seen.png"
    before = file.read_bytes()
    small.picture()
    return Edit(lambda: file.write_bytes(before) and None, small.of_kind("sheet"))


def settings(small: Small) -> Edit:
    """A setting that the bytes depend on, or one that they do not; each takes the place of the last."""
    old = small.text("sanad.yaml")
    chosen = small.drawn.choice([each for each in _SETTINGS if each != old])
    before, now = (next((line for line in _COUNTING if line in text), "") for text in (old, chosen))
    return _put(small, "sanad.yaml", chosen, small.every() if before != now else ())


_COUNTING = ("embed_faces: none", "embed_faces: free", "look: amiri")
_SETTINGS = (*(f"{line}\n" for line in _COUNTING), "limits:\n  problems:\n    of_file: ۶۰\n", "engine_of: {}\n")


def version(small: Small) -> Edit:
    """Another version of the program."""
    before = small.program

    def undo() -> None:
        small.program = before

    small.program = small.word()
    return Edit(undo, small.every())


def deletion(small: Small) -> Edit:
    """A built file, what the program remembers, or a whole kind."""
    what = small.drawn.choice(("file", "cache", "manifest", "kind"))
    output = small.root / "output"
    if what == "file":
        files = sorted(path for path in output.rglob("*") if path.suffix in (".docx", ".pdf"))
        gone = small.drawn.choice(files)
        gone.unlink()
        return Edit(lambda: None, frozenset({document(gone.relative_to(output).as_posix())}))
    if what in ("cache", "manifest"):
        for file in (output / ".sanad").glob(f"{what}.sqlite*"):
            file.unlink()
        if what == "cache":
            return Edit(lambda: None, frozenset())
        # Files of which nothing is known are somebody's own; they would stay.
        for file in [path for path in output.rglob("*") if path.suffix in (".docx", ".pdf")]:
            file.unlink()
        return Edit(lambda: None, small.every())
    folder, away = small.root / "templates" / "list", small.root / "away"
    touched = frozenset({"province/list"})
    if not folder.exists():
        shutil.move(away, folder)
        return Edit(lambda: None, touched)
    shutil.move(folder, away)
    return Edit(lambda: shutil.move(away, folder) and None, touched)


def renaming(small: Small) -> Edit:
    """The id of a neighbourhood, in its folder and wherever it is cited."""
    plans = small.root / "plans"
    old = next(place for place in small.places() if place.startswith("z2-"))
    new = f"z2-b{small.drawn.randrange(10**6)}"

    def rename(one: str, other: str) -> None:
        (plans / "neighbourhoods" / one).rename(plans / "neighbourhoods" / other)
        for file in plans.rglob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            if one in text:
                file.write_text(text.replace(one, other), encoding="utf-8")

    before = small.every()
    rename(old, new)
    return Edit(lambda: rename(new, old), before | small.every())  # The other neighbourhood's identity names this one.


SIMPLE: dict[str, Callable[[Small], Edit]] = {
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
