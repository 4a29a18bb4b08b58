"""Whether the program was started by a double click on Windows: then nobody typed anything, and its window closes with it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

_OURS = re.compile(r"(?:sanad|py|python[\d.]*)\.exe", re.IGNORECASE)
"""The program as pip starts it, and Python below it, which is a process of its own and in a virtual environment two."""

_MOST = 64
_MAY_ASK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION


def has_own_window() -> bool:
    """Return whether the console was opened for this program alone, and somebody can type in it."""
    return sys.platform == "win32" and sys.stdin is not None and sys.stdin.isatty() and are_ours(_programs())


def are_ours(programs: Sequence[str]) -> bool:
    """Return whether the programs of a console, files by name, are only this one; a shell among them was there before."""
    return bool(programs) and all(_OURS.fullmatch(name) for name in programs)


def _programs() -> list[str]:
    """Return the programs that share the console, by the names of their files; an empty name for one that is not told."""
    if sys.platform != "win32":
        return []
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    kernel.QueryFullProcessImageNameW.argtypes = (
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.LPWSTR,
        ctypes.POINTER(wintypes.DWORD),
    )
    ids = (wintypes.DWORD * _MOST)()
    count = kernel.GetConsoleProcessList(ids, _MOST)
    if count > _MOST:
        return []
    names = []
    for number in ids[:count]:
        text, size = ctypes.create_unicode_buffer(32768), wintypes.DWORD(32768)
        process = kernel.OpenProcess(_MAY_ASK, False, number)
        if process:
            kernel.QueryFullProcessImageNameW(process, 0, text, ctypes.byref(size))
            kernel.CloseHandle(process)
        names.append(text.value.rpartition("\\")[2])
    return names
