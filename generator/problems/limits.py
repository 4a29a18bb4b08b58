"""The limits of one document, one file and one run, with their defaults.

A limit of time or memory holds for a process of its own, which is killed past it (`processes`), so that what is hostile or
broken costs itself and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one task may take: seconds, and bytes of memory of its own (files that are mapped do not count).

    The seconds are those of the clock, but a task that a busy machine kept from work gets the rest of them (`processes`).
    """

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class RunLimits:
    """The limits of a run."""

    document: Bounds = Bounds(120.0, 1536 * MIB)
    """To make one document in all its formats; the largest of the samples takes 450 MB."""
    inspection: Bounds = Bounds(20.0, 500 * MIB)
    """To judge one built file."""
    findings: int = 200
    """The findings of one built file that are named; the rest is counted."""
    problems_of_file: int = 50
    """The problems of one file of data that are named; the rest is counted."""
    problems_of_run: int = 1000
    """The problems of a run that are named, errors first; the rest is counted."""


LIMITS = RunLimits()
"""The limits where `sanad.yaml` says nothing else."""
