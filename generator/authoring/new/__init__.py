"""`sanad new`: commented, valid files or a folder to start from, never over one that exists."""

from generator.authoring.new.begin import begin
from generator.authoring.new.following import Begun, Step
from generator.authoring.new.names import Beginning, beginnings

__all__ = ["Beginning", "Begun", "Step", "begin", "beginnings"]
