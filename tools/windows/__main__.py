"""python -m tools.windows: try the program under Wine, step by step, and hold what it makes to what Linux makes.

Each command is shown with what it says, and the first that ends otherwise than it should stops the run with exit code 1.
"""

from __future__ import annotations

import sys

from tools.windows import steps
from tools.windows.wine import FailedError, Windows

if __name__ == "__main__":
    windows = Windows.fresh()
    try:
        steps.all_of(windows)
    except FailedError as failed:
        sys.exit(f"\nFAILED: {failed}")
    finally:
        windows.close()
    print("\nAll steps ended as they should, under Wine; nothing of this was tried on Windows itself.")
