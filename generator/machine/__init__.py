"""Is this machine ready: libraries that WeasyPrint loads, faces, versions, and what to install where."""
