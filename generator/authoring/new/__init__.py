"""`sanad new`: a commented, valid file or folder to start from, never over one that exists."""

from generator.authoring.new.begin import WHAT, begin

__all__ = ["WHAT", "begin"]
