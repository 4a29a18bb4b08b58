"""How much one document may ask of its templates, and the count of what it has asked so far."""

from __future__ import annotations

from dataclasses import dataclass

from generator.markup.templating.faults import TemplateFault


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that the templates of one document may do; the defaults are over ten times what the longest sample needs.

    All limits together keep a rendering under a few seconds and 200 MB, whatever the templates say.
    """

    steps: int = 1_000_000
    """Turns of loops, calls of macros, members that filters and comparisons go through."""
    work: int = 3_000_000
    """Parts of templates carried out: an expression or a statement is one; long texts and lists count more."""
    markup: int = 50_000_000
    """Bytes of text made for the page or on the way to it; a printed value counts 64 more, as it does in memory."""
    text: int = 200_000
    """Characters of a text that one operation makes."""
    items: int = 100_000
    """Members of a list or range that one operation makes."""
    digits: int = 40
    """Digits of a number before the decimal sign."""
    calls: int = 60
    """Macros that call one another."""
    includes: int = 20
    """Templates that include one another."""
    source: int = 500_000
    """Characters of the templates that are read for a document."""
    tokens: int = 40_000
    """Words, numbers and signs of these templates; Jinja2 needs some three kilobytes for each."""


SHORT = 64
"""A printed text up to this length is charged as it is: escaped, it stays within what a printed value counts."""


class Budget:
    """What is left of the limits in one rendering; each `TemplateFault` names the limit that is passed."""

    __slots__ = ("_calls", "_includes", "_made", "_source", "_steps", "_tokens", "_work", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.begin()

    def begin(self) -> None:
        """Forget what the rendering before has used."""
        self._steps = self._work = self._made = self._calls = self._includes = self._source = self._tokens = 0

    @property
    def used(self) -> dict[str, int]:
        """What the rendering has used so far, by the names of the limits."""
        return {"steps": self._steps, "work": self._work, "markup": self._made, "source": self._source, "tokens": self._tokens}

    def turns(self, count: int, work: int, size: int) -> None:
        """Charge a loop or a call: so many turns, each with so many parts and so many bytes of fixed text."""
        self._steps += count + 1
        self._work += (count + 1) * work
        self._made += (count + 1) * size
        if self._steps > self.limits.steps or self._work > self.limits.work:
            raise TemplateFault("template-too-much-work")
        if self._made > self.limits.markup:
            raise TemplateFault("template-output-too-long")

    def work(self, count: int) -> None:
        """Charge an operation that takes as long as so many parts of a template."""
        self._work += count + 1
        if self._work > self.limits.work:
            raise TemplateFault("template-too-much-work")

    def made(self, length: int) -> None:
        """Charge a printed text, or a copy of one, of so many characters."""
        self._made += 2 * length + SHORT
        if self._made > self.limits.markup:
            raise TemplateFault("template-output-too-long")

    def text(self, length: int) -> None:
        """Charge a text of so many characters that is about to be made."""
        if length > self.limits.text:
            raise TemplateFault("template-value-too-large")
        self.made(length)

    def items(self, count: int) -> None:
        """Charge a list of so many members that is about to be made."""
        if count > self.limits.items:
            raise TemplateFault("template-value-too-large")
        self._steps += count
        self.made(4 * count)
        self.work(count >> 2)
        if self._steps > self.limits.steps:
            raise TemplateFault("template-too-much-work")

    def read(self, length: int) -> None:
        """Charge a template file of so many characters."""
        self._source += length
        if self._source > self.limits.source:
            raise TemplateFault("template-too-complex")

    def token(self) -> None:
        """Charge a word, number or sign of a template."""
        self._tokens += 1
        if self._tokens > self.limits.tokens:
            raise TemplateFault("template-too-complex")

    def call(self) -> None:
        """Enter a macro."""
        self._calls += 1
        self.work(_CALL)
        if self._calls > self.limits.calls:
            raise TemplateFault("template-endless")

    def called(self) -> None:
        """Leave a macro."""
        self._calls -= 1

    def include(self) -> None:
        """Enter a template."""
        self._includes += 1
        self.work(_INCLUDE)
        if self._includes > self.limits.includes:
            raise TemplateFault("template-endless")

    def included(self) -> None:
        """Leave a template."""
        self._includes -= 1


# So many parts of a template take as long as what is named, so far as it is known before.
_INCLUDE = 50
_CALL = 20
FILTER = 20
COMPUTED = 20
METHOD = 50
