"""How fast documents are made, by engine and by part, as `docs/performance.md` tells it: `python -m bench.performance`."""
