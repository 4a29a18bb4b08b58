"""Picture files become one PNG or JPEG for both formats, or are refused with what is wrong."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps

from generator.reading import picture_files

RED, BLUE = (255, 0, 0), (0, 0, 255)


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def two_coloured(size: tuple[int, int] = (64, 32)) -> Image.Image:
    """Red at the left, blue at the right."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return picture


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(size: tuple[int, int], depth: int, colours: int, rows: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG of these rows (each with its filter byte), compressed; a chunk IDAT in `extra` takes their place."""
    chunks = {b"IHDR": struct.pack(">IIBBBBB", *size, depth, colours, 0, 0, 0)} | dict(extra)
    chunks.setdefault(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in [*chunks.items(), (b"IEND", b"")])


def turned(orientation: int) -> bytes:
    """The two-coloured picture, which its EXIF data has to turn back, with a place in it as telephones write it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x8825] = {1: "N"}
    undo = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    return encoded(two_coloured().transpose(undo[orientation]), "JPEG", exif=exif, quality=95)


def print_profile() -> bytes:
    """A colour profile of CMYK by which all ink of cyan is (L 50, a -40, b -50) and every other full ink is black."""

    def lab(lightness: float, a: float, b: float) -> bytes:
        return bytes((round(lightness * 2.55), round(a + 128), round(b + 128)))

    corners = [lab(100, 0, 0) if not at else lab(50, -40, -50) if at == 8 else lab(0, 0, 0) for at in range(16)]
    straight = bytes(range(256))
    matrix = struct.pack(">9i", *(65536 * (at % 4 == 0) for at in range(9)))
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + matrix + straight * 4 + b"".join(corners) + straight * 3
    text = b"desc\0\0\0\0" + struct.pack(">I", 6) + b"Print\0" + bytes(78)
    tags = {
        b"desc": text,
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061),
        b"A2B0": table,
    }
    directory, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        directory += name + struct.pack(">II", at + len(body), len(data))
        body += padded
    rest = bytes(4) + struct.pack(">I", 0x02100000) + b"prtrCMYKLab " + bytes(12) + b"acsp" + bytes(28)
    rest += struct.pack(">3i", 63190, 65536, 54061) + bytes(48)
    whole = rest + struct.pack(">I", len(tags)) + directory + body
    return struct.pack(">I", 4 + len(whole)) + whole


@pytest.fixture
def shown(tmp_path: Path) -> Callable[[bytes], Image.Image]:
    """What is shown of a file's bytes, however the file is named."""

    def load(content: bytes) -> Image.Image:
        (tmp_path / "picture").write_bytes(content)
        return Image.open(BytesIO(picture_files.load(tmp_path, "picture")))

    return load


Shown = Callable[[bytes], Image.Image]


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_turn_in_the_exif_data_is_done_once_and_the_data_removed(shown: Shown, orientation: int) -> None:
    picture = shown(turned(orientation))
    assert picture.size == (64, 32)
    left, right = picture.getpixel((8, 16)), picture.getpixel((56, 16))
    assert left[0] > 240 and right[2] > 240 and left[2] < 15 and right[0] < 15
    assert not picture.getexif()
    assert ImageOps.exif_transpose(picture).size == (64, 32)


def test_what_is_around_the_pixels_is_left_out_and_the_pixels_kept(shown: Shown) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    original = encoded(two_coloured(), "JPEG", comment=b"c:\\users", dpi=(300, 100), icc_profile=profile, quality=60)
    picture = shown(original)
    assert {"comment", "dpi", "icc_profile"}.isdisjoint(picture.info)
    differences = zip(Image.open(BytesIO(original)).tobytes(), picture.tobytes(), strict=True)
    assert max(abs(before - after) for before, after in differences) <= 2


@pytest.mark.parametrize(
    ("content", "mode", "pixels"),
    [
        (png((2, 1), 16, 0, b"\0\x80\0\xff\xff"), "L", [128, 255]),
        (png((1, 1), 16, 2, b"\0\x80\0\xff\xff\0\x01"), "RGB", [(128, 255, 0)]),
        (png((1, 1), 16, 6, b"\0\x80\0\xff\xff\0\x01\x7f\xff"), "RGBA", [(128, 255, 0, 127)]),
        (
            png((2, 1), 8, 3, b"\0\0\1", (b"PLTE", bytes((*RED, *BLUE))), (b"tRNS", b"\0\x80")),
            "RGBA",
            [(*RED, 0), (*BLUE, 128)],
        ),
        (png((2, 1), 4, 3, b"\0\x01", (b"PLTE", bytes((*RED, *BLUE)))), "RGB", [RED, BLUE]),
        (png((2, 1), 8, 2, bytes((0, *RED, *BLUE)), (b"tRNS", b"\0\xff\0\0\0\0")), "RGBA", [(*RED, 0), (*BLUE, 255)]),
        (png((2, 1), 1, 0, b"\0\x80"), "L", [255, 0]),
    ],
    ids=["grey of 16 bits", "16 bits", "16 bits with alpha", "transparent palette", "palette", "transparent colour", "bits"],
)
def test_what_can_be_converted_for_certain_is_converted(shown: Shown, content: bytes, mode: str, pixels: list[object]) -> None:
    picture = shown(content)
    assert (picture.format, picture.mode) == ("PNG", mode)
    assert [picture.getpixel((at, 0)) for at in range(picture.width)] == pixels


def test_colours_of_print_are_converted_by_their_profile(shown: Shown) -> None:
    profile = print_profile()
    picture = shown(encoded(Image.new("CMYK", (8, 8), (255, 0, 0, 0)), "JPEG", icc_profile=profile, quality=100))
    red, green, blue = picture.getpixel((4, 4))
    assert picture.mode == "RGB"
    assert red < 60 and 110 < green < 160 and blue > 180


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_colours_of_another_profile_are_brought_to_srgb_and_a_broken_profile_is_left_out(shown: Shown, kind: str) -> None:
    plain = shown(encoded(two_coloured(), kind, icc_profile=b"junk"))
    assert max(abs(a - b) for a, b in zip(plain.getpixel((8, 8)), RED, strict=True)) < 5
    assert "icc_profile" not in plain.info


def test_equal_files_give_equal_bytes(tmp_path: Path) -> None:
    contents = []
    for name in ("a.png", "b.jpg"):
        (tmp_path / name).write_bytes(turned(6))
        picture_files._canonical.cache_clear()
        contents.append(picture_files.load(tmp_path, name))
    assert contents[0] == contents[1]


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "picture-unreadable"),
    "CMYK without a profile": (encoded(two_coloured().convert("CMYK"), "JPEG"), "picture-colours"),
    "16 bits and a transparent colour": (png((1, 1), 16, 0, b"\0\x80\0", (b"tRNS", b"\x80\0")), "picture-colours"),
    "WebP": (encoded(two_coloured(), "WEBP"), "picture-format"),
    "GIF": (encoded(two_coloured(), "GIF"), "picture-format"),
    "TIFF": (encoded(two_coloured(), "TIFF"), "picture-format"),
    "SVG": (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "picture-format"),
    "moving": (
        encoded(two_coloured(), "PNG", save_all=True, append_images=[Image.new("RGB", (64, 32))]),
        "picture-animated",
    ),
    "pixels that are none": (png((10, 10), 8, 2, b"", (b"IDAT", b"garbage")), "picture-unreadable"),
    "too few pixels": (png((10, 10), 8, 2, bytes(50)), "picture-unreadable"),
    "a PNG cut off": (encoded(two_coloured((400, 200)), "PNG")[:-100], "picture-unreadable"),
    "a JPEG cut off": (encoded(two_coloured((400, 200)), "JPEG")[:-500], "picture-unreadable"),
    "no width": (png((0, 10), 8, 2, b""), "picture-unreadable"),
    "30,000 x 30,000": (png((30_000, 30_000), 8, 0, bytes(100)), "picture-too-large"),
    "41 million pixels": (png((8200, 5000), 8, 0, bytes(100)), "picture-too-large"),
    "one endless row": (png((30_000, 1), 8, 0, bytes(30_001)), "picture-too-large"),
    "heavy": (bytes(picture_files.MAX_BYTES + 1), "picture-too-large"),
    "a text that fills the memory": (
        png((1, 1), 8, 0, bytes(2), (b"zTXt", b"k\0\0" + zlib.compress(bytes(20_000_000)))),
        "picture-unreadable",
    ),
    "endless scans": (
        encoded(two_coloured(), "JPEG", progressive=True).replace(b"\xff\xd9", b"\xff\xda\0" * 200),
        "picture-unreadable",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_for_certain_is_refused(tmp_path: Path, name: str) -> None:
    content, code = REFUSED[name]
    (tmp_path / "picture.png").write_bytes(content)
    for read in (picture_files.check, picture_files.load):
        with pytest.raises(picture_files.PictureRefused) as refused:
            read(tmp_path, "picture.png")
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../secret.png", "picture-outside"),
        ("/etc/hostname", "picture-outside"),
        ("maps\\a.png", "picture-outside"),
        ("link.png", "picture-outside"),
        ("none.png", "picture-missing"),
        ("a" * 300 + ".png", "picture-missing"),
        ("loop.png", "picture-missing"),
        ("pipe.png", "picture-missing"),
        (".", "picture-missing"),
        ("good.png/a.png", "picture-missing"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows, and it has no named pipes")
def test_a_name_that_leads_out_of_the_folder_or_nowhere_is_refused(tmp_path: Path, name: str, code: str) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for file in (tmp_path / "secret.png", folder / "good.png"):
        two_coloured().save(file)
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    os.mkfifo(folder / "pipe.png")
    with pytest.raises(picture_files.PictureRefused) as refused:
        picture_files.check(folder, name)
    assert refused.value.code == code


def test_a_link_within_the_folder_and_a_file_in_a_folder_of_it_are_shown(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    two_coloured().save(tmp_path / "maps" / "نقشهٔ پایه.png")
    (tmp_path / "link.png").symlink_to(tmp_path / "maps" / "نقشهٔ پایه.png")
    assert picture_files.load(tmp_path, "link.png") == picture_files.load(tmp_path, "maps/نقشهٔ پایه.png")
