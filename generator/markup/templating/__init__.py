"""Templates: Jinja2 that can only print, strict about names and values, its output marked with template lines."""

from generator.markup.templating.access import Vocabulary
from generator.markup.templating.deferred import Deferred, Resolved
from generator.markup.templating.limits import Limits
from generator.markup.templating.missing import Missing
from generator.markup.templating.renderer import Renderer, environment

__all__ = ["Deferred", "Limits", "Missing", "Renderer", "Resolved", "Vocabulary", "environment"]
