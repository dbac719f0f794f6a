"""The kernel's own process: ipykernel, which prints no more than a page could ever hold.

What a cell prints is held in memory by the kernel, by whoever runs it, and in the notebook.

    python -m analysis.reports.kernel_app MOST [arguments of ipykernel]
"""

from __future__ import annotations

import sys
from typing import Any

from ipykernel.iostream import OutStream
from ipykernel.kernelapp import launch_new_instance

from analysis.errors import ReportError


def bound_output(most: int) -> None:
    """Let this process print at most so many characters; then print raises ReportError."""
    printed = 0
    write = OutStream.write

    def write_bounded(stream: OutStream, text: str) -> Any:
        nonlocal printed
        printed += len(text)
        if printed > most:
            raise ReportError(f"the notebook printed more than {most / 1e6:g} MB.")
        return write(stream, text)

    OutStream.write = write_bounded  # type: ignore[assignment,method-assign]


if __name__ == "__main__":
    # As ipykernel's own launcher: what lies beside a notebook is no module.
    del sys.path[0]
    bound_output(int(sys.argv.pop(1)))
    launch_new_instance()
