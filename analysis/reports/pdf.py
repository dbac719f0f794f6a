"""A page on paper: printed to a PDF with tags, bookmarks, language and title by Chromium."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from analysis.errors import ReportError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Seconds of the page's own clock for drawing its charts, and of ours for all of it.
_DRAWING = 30
_LONGEST = 120
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--export-tagged-pdf",
    f"--virtual-time-budget={_DRAWING * 1000}",
)


def find_chromium() -> str:
    """Return the path of Chromium or Chrome; raise ReportError where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise ReportError(
            "a PDF takes Chromium, and there is none on this machine. Install it (Debian: apt-get "
            "install chromium), or do without the PDF."
        )
    return found


def write_pdf(page: Path, pdf: Path) -> None:
    """Print a page to a PDF on A4, which appears whole or not at all.

    Raises ReportError where there is no Chromium or it prints nothing.
    """
    chromium = find_chromium()
    # It refuses to run as root, as in a container, with its own sandbox; the page's policy holds.
    flags = (*_FLAGS, "--no-sandbox") if os.geteuid() == 0 else _FLAGS
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        printed = Path(folder) / "page.pdf"
        said = _run(
            [
                chromium,
                *flags,
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={printed}",
                page.resolve().as_uri(),
            ]
        )
        if not printed.exists() or not printed.read_bytes().startswith(b"%PDF-"):
            raise ReportError(f"{page.name}: Chromium printed no PDF: {said or 'it said nothing'}.")
        aside = pdf.with_name(f".{pdf.name}.aside")
        shutil.copyfile(printed, aside)
        aside.replace(pdf)


def _run(command: list[str]) -> str:
    """Run Chromium to its end, or end it with all its processes; return the last line it said."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            _, said = process.communicate(timeout=_LONGEST)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                return f"it took longer than {_LONGEST} seconds"
            raise
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1][:200].rstrip(".") if lines else ""
