"""`python -m generator` is the `sanad` command."""

import sys

from generator.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
