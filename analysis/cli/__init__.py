"""The command line, `attache`."""

from analysis.cli import commands, reviewing  # each registers its commands
from analysis.cli.group import main

__all__ = ["commands", "main", "reviewing"]
