"""The addresses of assets: the only ones that the HTML of a PDF may load from."""

from __future__ import annotations

from urllib.parse import quote, unquote

SCHEME = "sanad-asset"
ROOT = f"{SCHEME}:///"


def address(name: str) -> str:
    """Return the address of an asset."""
    return f"{ROOT}{quote(name, safe='')}"


def name_of(address: str) -> str | None:
    """Return the name of the asset at an address; None for any other address."""
    return unquote(address.removeprefix(ROOT)) if address.startswith(ROOT) else None
