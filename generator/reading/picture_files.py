"""Read picture files of `plans/` as the bytes that both formats show, or refuse them.

A file is read within its folder and decoded whole within bounds; what it holds counts, not its name. What comes out is a new
PNG or JPEG of 8 bits a colour, upright, in grey or sRGB, without anything beside its pixels, so that no two programs can
show it differently. What cannot be brought there with certainty is refused.
"""

from __future__ import annotations

import errno
import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps

from generator.persian import group
from generator.problems import messages
from generator.reading import plainfiles

MAX_BYTES = 10 * 2**20
MAX_PIXELS = 40_000_000
"""An A4 page at 300 dots an inch has 9 million."""

MAX_SIDE = 20_000
MOST_PRINTED_SIDE = 2_400
"""Dots of the longer side of a printed picture: 300 an inch over the width of a page."""

_MAX_SCANS = 100
"""Scans of a JPEG: a file of a few megabytes can ask for thousands of passes over all its pixels."""

_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)

# What people have instead: the bytes at a place of the file, and what it is called.
_OTHERS = (
    (8, b"WEBP", "WebP"),
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"%PDF", "PDF"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
)

_BIT_DEPTH = 24
"""The position of the bits per colour in a PNG."""


class PictureRefused(Exception):  # noqa: N818
    """A picture that cannot be shown: the code of the sentence and its values, without the name of the file."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def check(folder: Path, name: str) -> None:
    """Read and decode a picture named as in a record or a template; PictureRefused when it cannot be shown."""
    _decoded(_content(folder, name))


def load(folder: Path, name: str) -> bytes:
    """Read a picture as PNG or JPEG for both formats; equal files give equal bytes. PictureRefused when it cannot be shown."""
    return _canonical(_content(folder, name))


def printed(folder: Path, name: str) -> bytes:
    """Read a picture as `load` does, but with no more dots than paper shows of a page's width."""
    content = _content(folder, name)
    key = hashlib.sha256(content).digest()
    if key not in _PRINTED:
        if len(_PRINTED) >= _MOST_PRINTED:
            _PRINTED.clear()
        _PRINTED[key] = _reduced(content)
    return _PRINTED[key]


def dots(content: bytes) -> tuple[int, int]:
    """Return the dots across and down of a picture that `load` or `printed` gave."""
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
        return picture.size


_PRINTED: dict[bytes, bytes] = {}
"""What a file is printed as, by its hash: a document asks twice, and a folder of photographs is too much to be kept."""
_MOST_PRINTED = 32


def _reduced(content: bytes) -> bytes:
    kept, picture = _decoded(content)
    if max(picture.size) <= MOST_PRINTED_SIDE:
        return _canonical(content)
    share = MOST_PRINTED_SIDE / max(picture.size)
    fewer = picture.resize([max(1, round(side * share)) for side in picture.size], Image.Resampling.LANCZOS)
    written = BytesIO()
    fewer.info = {}
    if kept == "PNG" or fewer.mode == "RGBA":
        fewer.save(written, "PNG")
    else:
        fewer.save(written, "JPEG", quality=88)
    return written.getvalue()


def _content(folder: Path, name: str) -> bytes:
    """Read a file within the folder, links followed."""
    if "\\" in name or Path(name).is_absolute() or ".." in Path(name).parts:
        raise PictureRefused("picture-outside")
    if not plainfiles.is_portable(name):
        raise PictureRefused("picture-name")
    try:
        file = folder / name
        if plainfiles.leads_out(folder, name):
            raise PictureRefused("picture-outside")
        if not file.is_file():
            raise PictureRefused("picture-missing")
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except (ValueError, RuntimeError):  # a NUL in the name; a link to itself
        raise PictureRefused("picture-missing") from None
    except OSError as error:
        if error.errno in _NOT_THERE:
            raise PictureRefused("picture-missing") from None
        raise PictureRefused("picture-unopened", reason=messages.reason(error)) from None
    if len(content) > MAX_BYTES:
        raise PictureRefused("picture-too-large", limit=f"{group(MAX_BYTES // 2**20)} مگابایت")
    return content


# A letterhead stands on many documents of a run.
@lru_cache(maxsize=4)
def _canonical(content: bytes) -> bytes:
    kept, picture = _decoded(content)
    written = BytesIO()
    picture.info = {}
    if kept == "PNG" or picture.mode == "RGBA":
        picture.save(written, "PNG")
    elif picture.format == "JPEG":
        # Written with its own tables, so that next to nothing of it is lost.
        picture.save(written, "JPEG", quality="keep")
    else:
        picture.save(written, "JPEG", quality=95, subsampling=0)
    return written.getvalue()


def _decoded(content: bytes) -> tuple[str, Image.Image]:
    """Return the format of a file, and its pixels as grey, RGB or RGBA."""
    try:
        with warnings.catch_warnings(), _whole_files_only():
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            _refuse_size(picture)
            _refuse_form(picture, content)
            picture.load()
            kept = "PNG" if picture.format == "PNG" else "JPEG"
            return kept, _in_srgb(_upright(picture))
    except PictureRefused:
        raise
    except Image.DecompressionBombError:
        raise PictureRefused("picture-too-large", limit=_pixels()) from None
    # Pillow raises whatever a damaged file makes its readers stumble over.
    except Exception as error:
        other = _other_format(content)
        raise (PictureRefused("picture-format", format=other) if other else PictureRefused("picture-unreadable")) from error


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Make Pillow refuse files that are cut off: WeasyPrint, once imported, makes it read them in the whole process."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _refuse_size(picture: Image.Image) -> None:
    """Refuse by the header, before any pixel is decoded."""
    if not min(picture.size):
        raise PictureRefused("picture-unreadable")
    if max(picture.size) > MAX_SIDE:
        raise PictureRefused("picture-too-large", limit=f"{group(MAX_SIDE)} نقطه در هر ضلع")
    if picture.width * picture.height > MAX_PIXELS:
        raise PictureRefused("picture-too-large", limit=_pixels())


def _pixels() -> str:
    return f"{group(MAX_PIXELS // 10**6)} میلیون نقطه"


def _refuse_form(picture: Image.Image, content: bytes) -> None:
    """Refuse pictures that programs show differently: moving ones, and colours whose 8 bits would be a guess."""
    if picture.format == "PNG":
        if getattr(picture, "is_animated", False):
            raise PictureRefused("picture-animated")
        if content[_BIT_DEPTH] == 16 and "transparency" in picture.info:
            raise PictureRefused("picture-colours", colours="۱۶ بیت با یک رنگ شفاف")
    elif content.count(b"\xff\xda") > _MAX_SCANS:
        raise PictureRefused("picture-unreadable")


def _upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its EXIF data asks."""
    if picture.getexif().get(0x0112, 1) == 1:
        return picture
    return ImageOps.exif_transpose(picture)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Convert a picture to 8 bits in grey, RGB or RGBA, by the colour profile of the file where it has one."""
    profile = picture.info.get("icc_profile")
    if picture.mode == "CMYK":
        return _from_profile(picture, profile)
    if picture.mode.startswith("I"):
        # Pillow would cut the values of 16 bits at 255: their upper bytes are the picture.
        return Image.frombytes("L", picture.size, picture.convert("I;16").tobytes()[1::2])
    if picture.has_transparency_data:
        picture = picture.convert("RGBA") if picture.mode != "RGBA" else picture
    elif picture.mode not in ("L", "RGB"):
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
    return _matched(picture, profile) if profile and picture.mode != "L" else picture


def _from_profile(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert colours of print by their profile; without one they are refused as a guess."""
    try:
        if profile:
            return _transformed(picture, profile)
    except (ImageCms.PyCMSError, OSError):
        pass
    raise PictureRefused("picture-colours", colours="CMYK")


def _matched(picture: Image.Image, profile: bytes) -> Image.Image:
    """Convert the colours of another RGB space to sRGB; a profile that cannot be read is ignored, as viewers do."""
    try:
        matched = _transformed(picture.convert("RGB"), profile)
    except (ImageCms.PyCMSError, OSError):
        return picture
    if picture.mode == "RGBA":
        matched.putalpha(picture.getchannel("A"))
    return matched


def _transformed(picture: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    if picture.mode == "RGB" and ImageCms.getProfileDescription(source).startswith("sRGB"):
        return picture
    matched = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if matched is None:  # only where a picture is changed in place
        raise ImageCms.PyCMSError
    return matched


def _other_format(content: bytes) -> str:
    """Return the name of another picture format that a file has; empty when it is not known."""
    for at, sign, name in _OTHERS:
        if content[at : at + len(sign)] == sign:
            return name
    return "SVG" if b"<svg" in content[:1000] else ""
