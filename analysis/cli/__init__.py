"""The command line, `attache`."""

from analysis.cli import commands, keeping, reviewing, scheduling  # each registers its commands
from analysis.cli.group import main

__all__ = ["commands", "keeping", "main", "reviewing", "scheduling"]
