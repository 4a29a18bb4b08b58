"""Edits that are drawn by a seed: after each, a build of what changed gives what a build of everything gives."""
