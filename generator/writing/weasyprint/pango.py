"""Looks for the libraries that WeasyPrint draws with, before WeasyPrint fails for want of one.

WeasyPrint loads them when it is imported; without them it prints advice in English and dies with an OSError.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from typing import Any

import cffi

from generator.problems.errors import MachineError, Problem
from generator.problems.messages import problem
from generator.problems.remedies import PANGO, remedy

NAME = PANGO

# The names under which weasyprint/text/ffi.py tries each library, on Linux, macOS and Windows.
_LIBRARIES = {
    "GObject": ("libgobject-2.0-0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "Pango": ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    "HarfBuzz": ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "Fontconfig": ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
    "PangoFT2": ("libpangoft2-1.0-0", "pangoft2-1.0-0", "pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
}
_WINDOWS_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
_LOAD_LIBRARY_SEARCH_DEFAULT_DIRS = 0x1000


def missing() -> list[str]:
    """Return the names of the libraries that cannot be loaded here."""
    return [name for name in _LIBRARIES if _load(name) is None]


def version() -> str | None:
    """Return the version of Pango, None when it is not here."""
    library = _load("Pango")
    return _ffi().string(library.pango_version_string()).decode() if library is not None else None


def problems() -> list[Problem]:
    """Return a problem that names the missing libraries and what to install; empty when there are none."""
    names = missing()
    return [problem("pango-missing", names="، ".join(names), remedy=remedy(PANGO))] if names else []


def require() -> None:
    """Raise MachineError where libraries of WeasyPrint are missing; to be called before it is imported."""
    if found := problems():
        raise MachineError(found)


@cache
def _ffi() -> Any:
    ffi = cffi.FFI()
    ffi.cdef("const char *pango_version_string(void);")
    if sys.platform == "win32":
        for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_FOLDERS).split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)
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
