"""Give Wine's C library two functions that it lacks and that numpy calls while it is imported (real and imaginary part)."""

import ctypes

_CODE = {
    "crealf": bytes.fromhex("660f6ec1c3"),  # movd %ecx, %xmm0; ret
    "cimagf": bytes.fromhex("48c1e920660f6ec1c3"),  # shr $32, %rcx; movd %ecx, %xmm0; ret
}
_WRITABLE = 0x40

_library = ctypes.WinDLL("ucrtbase")
for _name, _code in _CODE.items():
    _place = ctypes.cast(getattr(_library, _name), ctypes.c_void_p)
    ctypes.WinDLL("kernel32").VirtualProtect(_place, len(_code), _WRITABLE, ctypes.byref(ctypes.c_ulong()))
    ctypes.memmove(_place, _code, len(_code))
