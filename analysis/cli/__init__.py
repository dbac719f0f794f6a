"""The command line, `attache`."""

# Each registers its commands.
from analysis.cli import commands, fetching, keeping, reviewing, running, scheduling
from analysis.cli.group import main

__all__ = ["commands", "fetching", "keeping", "main", "reviewing", "running", "scheduling"]
