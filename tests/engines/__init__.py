"""The engines that lay out PDFs: one document by each, and what two files of it say compared."""

from __future__ import annotations

from generator.writing.writers import DEFAULT_ENGINE, ENGINES, Engine

OTHERS: tuple[Engine, ...] = tuple(engine for engine in ENGINES if engine != DEFAULT_ENGINE)
"""The engines that a build takes only when it is asked to: they lay out one document of each kind and the torture document."""
