"""Templates: Jinja2 in an immutable sandbox, strict about names and values, its output marked with template lines."""

from generator.templating.missing import Missing
from generator.templating.renderer import Renderer, environment

__all__ = ["Missing", "Renderer", "environment"]
