"""Runs the notebooks with their defaults and stores what they show: `make notebooks`.

What a run leaves that differs from run to run (times, metadata of the kernel) is taken out, so that
the same notebook on the same tables gives the same bytes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat

from analysis.errors import WorkbookError
from analysis.reports.running import Allowance, execute

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def refresh(notebook: Path) -> None:
    """Run one notebook in place; raise ReportError, and change nothing, where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        executed = execute(notebook, Path(folder) / "run.ipynb", {}, Allowance())
    write_aside(notebook, write_clean(executed))


def write_clean(notebook: Any) -> str:
    """Write a notebook without the noise of its execution; only tags stay in its metadata."""
    content = json.loads(nbformat.writes(notebook))  # type: ignore[no-untyped-call]
    content["metadata"] = METADATA
    for cell in content["cells"]:
        tags = cell["metadata"].get("tags")
        cell["metadata"] = {"tags": tags} if tags else {}
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output["metadata"] = {}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_aside(path: Path, text: str) -> None:
    """Write a file in one step: whoever has it open in JupyterLab never sees half of it."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def main() -> None:
    """Refresh every notebook, in order."""
    for notebook in sorted(NOTEBOOKS.glob("[0-9]*.ipynb")):
        refresh(notebook)
        print(notebook.name)


if __name__ == "__main__":
    try:
        main()
    except WorkbookError as error:
        sys.exit(f"refresh_notebooks: {error}")
