"""What a run was made with: versions, and the state of the code."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

_PACKAGES = ("attache", "pandas", "plotly")


def read_versions() -> dict[str, str]:
    """The versions of Python, of Attaché and of what it draws and counts with."""
    return {"python": platform.python_version()} | {name: version(name) for name in _PACKAGES}


def read_git(folder: Path) -> dict[str, Any]:
    """The commit of the code and whether it has changes; empty outside a repository."""
    try:
        commit, status = (
            subprocess.run(
                ["git", "-C", str(folder), *arguments],
                capture_output=True,
                text=True,
                check=True,
                timeout=10,
            ).stdout.strip()
            for arguments in (["rev-parse", "HEAD"], ["status", "--porcelain"])
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    return {"commit": commit, "dirty": bool(status)}


def write_facts(versions: Mapping[str, str], git: Mapping[str, Any], name: str) -> dict[str, str]:
    """Write them as lines of a page's foot, with the name of the run."""
    commit = git.get("commit", "")[:12] + (" with changes" if git.get("dirty") else "")
    listed = ", ".join(f"{package} {number}" for package, number in versions.items())
    return {"Code": commit, "Versions": listed, "Run": name}
