"""Files that are no good documents, made from seeds and by hand: changed bytes, cut files, structures that make no sense."""

from __future__ import annotations

import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.inspection.package import packed, parts
from tests.inspection.test_pdf import SHOWN, Made

_TOKENS = (
    b"/K",
    b"/P",
    b"0 R",
    b"<<",
    b">>",
    b"[",
    b"]",
    b"Tf",
    b"Tj",
    b"Do",
    b"endobj",
    b"stream",
    b"<w:p>",
    b"</w:p>",
    b"w:val=",
)


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes damaged in one of the ways in which files are damaged: bits, holes, repetitions, the end gone."""
    found = bytearray(data)
    way = chance.choice(("bytes", "bytes", "cut", "hole", "twice", "token"))
    if way == "cut":
        return bytes(found[: chance.randrange(1, len(found))])
    for _ in range(chance.randint(1, 20) if way == "bytes" else 1):
        at = chance.randrange(len(found))
        if way == "bytes":
            found[at] = chance.randrange(256)
        elif way == "hole":
            del found[at : at + chance.randint(1, 200)]
        elif way == "twice":
            found[at:at] = found[at : at + chance.randint(1, 400)]
        else:
            found[at:at] = chance.choice(_TOKENS)
    return bytes(found)


def mutated(seed: int) -> tuple[str, bytes]:
    """A damaged file and its suffix: a Word package or one of its parts, a PDF packed or with its text in the open."""
    chance = random.Random(seed)
    kind = ("package", "part", "pdf", "open pdf")[seed % 4]
    if kind == "package":
        return "docx", changed(packed(parts()), chance)
    if kind == "part":
        files = parts()
        name = chance.choice(sorted(files))
        files[name] = changed(files[name] if isinstance(files[name], bytes) else files[name].encode(), chance)
        return "docx", packed(files)
    return "pdf", changed(_pdf(compressed=kind == "pdf"), chance)


def _pdf(*, compressed: bool) -> bytes:
    made = Made(SHOWN, "[<0003> -20 <0004>] TJ", "q /Fm Do Q")
    made.file.pages[2].Resources.XObject = Dictionary(Fm=made.form("BT /F2 9 Tf <0001> Tj ET"))
    heading = made.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H1, Pg=made.file.pages[0].obj, K=0))
    made.root.K = Array([heading])
    buffer = BytesIO()
    made.file.save(buffer, compress_streams=compressed, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return buffer.getvalue()


def _saved(change: Callable[[Made], object]) -> bytes:
    made = Made()
    change(made)
    return made.data


def crafted_pdfs() -> Iterator[tuple[str, bytes]]:
    """PDF files that are well packed and make no sense, by what is wrong with them."""
    for name, value in {"number": 7, "array": Array([1]), "text": String("x"), "nothing": Dictionary()}.items():
        for key in ("StructTreeRoot", "Outlines", "MarkInfo", "Metadata", "ViewerPreferences", "Lang", "OutputIntents"):
            yield f"{key} is {name}", _saved(lambda made, key=key, value=value: setattr(made.file.Root, key, value))
    for name, content in {
        "Tf": "BT Tf ET",
        "Do": "Do",
        "Tj": "BT /F1 9 Tf Tj ET",
        "quote": '"',
        "array": "BT /F1 9 Tf [ TJ",
    }.items():
        yield f"{name} without operands", _saved(lambda made, content=content: made.add_page(content))
    for name, table in {
        "a lone digit": b"1 beginbfchar <0> <abc> endbfchar",
        "no code": b"1 beginbfchar <> <0041> endbfchar",
        "an empty range": b"1 beginbfrange <00> <01> < > endbfrange",
        "past the last letter": b"1 beginbfrange <0000> <ffff> <dbffdfff> endbfrange",
        "a range without end": b"1 beginbfrange <0000> <ffffffffffff> <0041> endbfrange",
        "no end of a section": b"1 beginbfchar " * 20_000,
    }.items():
        yield f"ToUnicode with {name}", Made(texts=table).data
    yield "no descendant", _saved(lambda made: made.font.__delitem__("/DescendantFonts"))
    yield "font an array", _saved(lambda made: setattr(made.file.pages[0].Resources, "Font", Array([1])))
    yield "contents a number", _saved(lambda made: setattr(made.file.pages[0], "Contents", 7))
    yield "notes of numbers", _saved(lambda made: setattr(made.file.pages[0], "Annots", Array([1, 2])))
    yield "an element within itself", _saved(_twice_itself)
    yield "a form that draws itself", _saved(_self_drawn)
    yield "a deep structure", _saved(_deep)
    yield "many figures", _saved(_figures)
    yield "a password", _locked()


def _twice_itself(made: Made) -> None:
    element = made.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P))
    element.K = Array([element, element])
    made.root.K = element


def _self_drawn(made: Made) -> None:
    form = made.form("/Fm Do " * 30)
    form.Resources.XObject = Dictionary(Fm=form)
    made.add_page("/Fm Do", XObject=Dictionary(Fm=form))


def _deep(made: Made) -> None:
    kid = made.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P))
    for _ in range(5_000):
        kid = made.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, K=kid))
    made.root.K = kid


def _figures(made: Made) -> None:
    figures = (Dictionary(Type=Name.StructElem, S=Name.Figure) for _ in range(3_000))
    made.root.K = Array([made.file.make_indirect(figure) for figure in figures])


def _locked() -> bytes:
    buffer = BytesIO()
    Made().file.save(buffer, encryption=pikepdf.Encryption(user="راز", owner="راز"))
    return buffer.getvalue()


def heavy_pdf() -> bytes:
    """A gigabyte of one page's content in a megabyte."""
    made = Made()
    made.add_page("")
    packer = zlib.compressobj(1)
    piece = b" " * 2**24
    content = b"".join([*(packer.compress(piece) for _ in range(64)), packer.flush()])
    stream = made.file.make_stream(b"")
    stream.write(content, filter=Name.FlateDecode)
    made.file.pages[1].Contents = stream
    buffer = BytesIO()
    made.file.save(buffer, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return buffer.getvalue()


def crafted_packages() -> Iterator[tuple[str, bytes]]:
    """Word packages that are well packed and too much, or make no sense, by what is wrong with them."""
    body = _body()
    run = "<w:r><w:t>متن</w:t></w:r>"
    yield (
        "runs without direction",
        _with("word/document.xml", body.replace("<w:body>", f"<w:body><w:p>{run * 60_000}</w:p>", 1)),
    )
    yield "empty paragraphs", _with("word/document.xml", body.replace("<w:body>", "<w:body>" + "<w:p/>" * 300_000, 1))
    yield "level without value", _with("word/document.xml", body.replace("<w:pPr>", "<w:pPr><w:outlineLvl/>", 1))
    yield "level of digits", _with("word/document.xml", body.replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="12"/>', 1))
    wide = f'<w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{"9" * 5_000}"/></w:tcPr></w:tc></w:tr></w:tbl>'
    yield "a width of digits", _with("word/document.xml", body.replace("<w:body>", wide, 1))
    yield "an entity", _with("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]>' + body)
    deep = "<w:sdt><w:sdtContent>" * 120 + "</w:sdtContent></w:sdt>" * 120
    yield "deep controls", _with("word/document.xml", body.replace("<w:body>", f"<w:body>{deep}", 1))
    types = _text("[Content_Types].xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    again = f'<Override PartName="/word/header1.xml" ContentType="{kind}"/>'
    yield "one part 2,000 times", _with("[Content_Types].xml", types.replace("</Types>", again * 2_000 + "</Types>"))
    styles = _text("word/styles.xml")
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{(at + 1) % 5000}"/></w:style>'
        for at in range(5_000)
    )
    used = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{at}"/></w:pPr></w:p>' for at in range(5_000))
    files = parts()
    files["word/styles.xml"] = styles.replace("</w:styles>", f"{chain}</w:styles>")
    files["word/document.xml"] = body.replace("<w:body>", f"<w:body>{used}", 1)
    yield "styles in a ring", packed(files)
    yield "another packing", _repacked(zipfile.ZIP_LZMA)
    for at in range(30):
        data = bytearray(_repacked((zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED)[at % 3]))
        for _ in range(3):
            data[random.Random(at).randrange(100, len(data) // 2)] ^= 255
        yield f"damaged packing {at}", bytes(data)


def _text(name: str) -> str:
    content = parts()[name]
    return content if isinstance(content, str) else content.decode()


def _body() -> str:
    return _text("word/document.xml")


def _with(name: str, content: str) -> bytes:
    files = parts()
    files[name] = content
    return packed(files)


def _repacked(method: int) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
    return buffer.getvalue()
