"""What Windows alone has, asked of its own functions; on every other system each of these does nothing.

Long paths. Windows takes paths of more than 260 characters from a program whose manifest says that it knows them, if a key of
the registry allows it, which few offices have set. Both together come to one bit of the process, and it is set here, as in all
programs made with Go since 1.21 (`initLongPathSupport` in its `runtime/os_windows.go`). So no path needs its other form, with
two backslashes, a question mark and one more before it, which neither people nor libraries read; libraries open long paths too.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TextIO

_KNOWS_LONG_PATHS = (10, 0, 15063)
"""The version of Windows from which on the bit counts."""
_BIT_FIELD, _LONG_PATH_AWARE = 3, 0x80
_EXTENDED_LIMITS, _PROCESS_MEMORY = 9, 0x100
_LEAVING = (2, 5, 6)
"""The window is closed, the user signs out, the machine goes down; Ctrl-C and Ctrl-Break are signals."""
_OBEYS_SEQUENCES = 4

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _Handler = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("most_process_memory", ctypes.c_size_t),
            ("most_job_memory", ctypes.c_size_t),
        )


def allow_long_paths() -> None:
    """Let this process open paths of more than 260 characters, and what it loads too."""
    if sys.platform == "win32" and sys.getwindowsversion()[:3] >= _KNOWS_LONG_PATHS:
        block = ctypes.WinDLL("ntdll").RtlGetCurrentPeb
        block.restype = ctypes.c_void_p
        ctypes.c_ubyte.from_address(block() + _BIT_FIELD).value |= _LONG_PATH_AWARE


def confine(memory: int) -> None:
    """Limit the memory that this process may commit, by a job of its own, and let it fall without a window that says so.

    Where Windows refuses the job, the limit of time holds alone.
    """
    if sys.platform == "win32":
        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)
        _kernel.CreateJobObjectW.restype = wintypes.HANDLE
        _kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(_kernel.CreateJobObjectW(None, None))
        limits = _ExtendedLimits(process_memory=memory)
        limits.basic.flags = _PROCESS_MEMORY
        if _kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)):
            _kernel.AssignProcessToJobObject(job, wintypes.HANDLE(_kernel.GetCurrentProcess()))


@contextlib.contextmanager
def leaving(end: Callable[[], None]) -> Iterator[None]:
    """Call `end`, in a thread of its own, when the window is closed meanwhile or the user signs out.

    Windows waits some seconds for it and ends the process then.
    """
    if sys.platform == "win32":

        def told(event: int) -> bool:
            if event in _LEAVING:
                end()
            return False

        handler = _Handler(told)
        _kernel.SetConsoleCtrlHandler(handler, True)
        try:
            yield
        finally:
            _kernel.SetConsoleCtrlHandler(handler, False)
    else:
        yield


@contextlib.contextmanager
def unheard() -> Iterator[None]:
    """Let a process that is started meanwhile hear no Ctrl-C, from its first moment."""
    if sys.platform == "win32":
        _kernel.SetConsoleCtrlHandler(None, True)
        try:
            yield
        finally:
            _kernel.SetConsoleCtrlHandler(None, False)
    else:
        yield


def obeys_sequences(stream: TextIO) -> bool:
    """Return whether the console of a stream obeys escape sequences; those of other systems do, as far as TERM says."""
    if sys.platform == "win32":
        mode = wintypes.DWORD()
        try:
            console = wintypes.HANDLE(msvcrt.get_osfhandle(stream.fileno()))
        except (OSError, ValueError):
            return False
        return bool(_kernel.GetConsoleMode(console, ctypes.byref(mode)) and mode.value & _OBEYS_SEQUENCES)
    return True
