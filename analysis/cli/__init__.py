"""The command line, `attache`."""

from analysis.cli import commands, fetching, keeping, reviewing  # each registers its commands
from analysis.cli.group import main

__all__ = ["commands", "fetching", "keeping", "main", "reviewing"]
