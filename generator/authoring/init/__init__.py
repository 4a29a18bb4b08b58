"""`sanad init`: a working project in an empty folder, and an older one brought up to this version of the program."""

from generator.authoring.init.begin import begin
from generator.authoring.init.upgrade import upgrade

__all__ = ["begin", "upgrade"]
