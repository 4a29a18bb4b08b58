"""Templates: Jinja2 that can only print, strict about names and values, its output marked with template lines."""

from generator.templating.access import Vocabulary
from generator.templating.limits import Limits
from generator.templating.missing import Missing
from generator.templating.renderer import Renderer, environment

__all__ = ["Limits", "Missing", "Renderer", "Vocabulary", "environment"]
