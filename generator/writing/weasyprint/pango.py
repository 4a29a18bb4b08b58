"""Looks for the libraries that WeasyPrint draws with, before WeasyPrint fails for want of one.

WeasyPrint loads them when it is imported; without them it prints advice in English and dies with an OSError. On Windows and
macOS the wheel `gstreamer-libs` holds them, and goes before what else is installed there.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.problems.errors import MachineError, Problem
from generator.problems.messages import problem
from generator.problems.remedies import PANGO, remedy

NAME = PANGO

WHEEL = "gstreamer-libs"
_FOLDERS = {"win32": "bin", "darwin": "lib"}
"""Where the wheel has the libraries, by the platform of the machine."""

_LIBRARIES = {
    "GObject": ("libgobject-2.0-0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "Pango": ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    "HarfBuzz": ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "Fontconfig": ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
    "PangoFT2": ("libpangoft2-1.0-0", "pangoft2-1.0-0", "pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
}
"""The names under which weasyprint/text/ffi.py tries each library, on Linux, macOS and Windows."""

_SUBSETTER = ("libharfbuzz-subset-0", "harfbuzz-subset", "harfbuzz-subset-0.0", "libharfbuzz-subset.0.dylib")
"""The same of the one that WeasyPrint can do without."""

_WINDOWS_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
_LOAD_LIBRARY_SEARCH_DEFAULT_DIRS = 0x1000


def missing() -> list[str]:
    """Return the names of the libraries that cannot be loaded here."""
    return [name for name in _LIBRARIES if _load(name) is None]


def version() -> str | None:
    """Return the version of Pango, with the wheel that it is from; None when it is not here."""
    library = _load("Pango")
    if library is None:
        return None
    found: str = _ffi().string(library.pango_version_string()).decode()
    return f"{found} ({WHEEL})" if wheel() else found


def problems() -> list[Problem]:
    """Return a problem that names the missing libraries and what to install; empty when there are none."""
    names = missing()
    return [problem("pango-missing", names="، ".join(names), remedy=remedy(PANGO))] if names else []


def require() -> None:
    """Raise MachineError where libraries of WeasyPrint are missing; to be called before it is imported."""
    if found := problems():
        raise MachineError(found)


def load_from(folder: Path) -> None:
    """Have WeasyPrint load its libraries from a folder, each by its place.

    By their names alone it would first take those of another program on the PATH, and on macOS a copy of the one that the
    other libraries load: two Pangos in one process know nothing of each other's objects.
    """
    import cffi

    every = (*_LIBRARIES.values(), _SUBSETTER)
    places = {name: file for names in every if (file := _file(folder, names)) for name in names}
    by_name = cffi.FFI.dlopen

    def dlopen(ffi: Any, name: Any, flags: int = 0) -> Any:
        return by_name(ffi, places.get(name, name), flags)

    cffi.FFI.dlopen = dlopen
    if sys.platform == "win32":
        os.add_dll_directory(str(folder))  # for what they load themselves


def _file(folder: Path, names: tuple[str, ...]) -> str | None:
    """Return the file of a library in the folder of the wheel, the very one that the other libraries there load."""
    on_windows = [f"{name}.dll" for name in names]
    on_macos = [name.replace("-1.0.dylib", "-1.0.0.dylib") for name in names]
    return next((str(folder / name) for name in (*on_windows, *on_macos) if (folder / name).is_file()), None)


def wheel() -> Path | None:
    """Return the folder of libraries in the wheel; None where it is not installed or not meant for this system."""
    package = find_spec(WHEEL.replace("-", "_")) if sys.platform in _FOLDERS else None
    return Path(package.origin).parent / _FOLDERS[sys.platform] if package and package.origin else None


@cache
def _ffi() -> Any:
    import cffi  # it comes with WeasyPrint

    if folder := wheel():
        load_from(folder)
    elif sys.platform == "win32":
        for name in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_FOLDERS).split(";"):
            with suppress(OSError):
                os.add_dll_directory(name)
    ffi = cffi.FFI()
    ffi.cdef("const char *pango_version_string(void);")
    return ffi


@cache
def _load(name: str) -> Any:
    """Load a library, found as WeasyPrint finds it; None when there is none."""
    ffi = _ffi()
    flags = _LOAD_LIBRARY_SEARCH_DEFAULT_DIRS if sys.platform == "win32" else ffi.RTLD_NOW
    for file in _LIBRARIES[name]:
        with suppress(OSError):
            return ffi.dlopen(file, flags)
    return None
