"""One notebook through papermill, isolated, until its end, its first error or its deadline."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import ReportError
from analysis.reports.gate import describe_error, number_cell
from analysis.reports.parameters import Value

_REASONS = {
    "CellTimeoutError": "the cell took longer than one cell may.",
    "DeadKernelError": "the kernel died: out of memory, or ended from outside.",
}

_SETTINGS: dict[str, Any] = {
    # Both names only keep papermill from looking for a kernel of the notebook's.
    "kernel_name": "python3",
    "language": "python",
    "progress_bar": False,
    "shutdown_kernel": "immediate",
    # Seconds for the last output to arrive: the evidence of a large report may have 50 MB.
    "iopub_timeout": 120,
}

# Without a handler Python itself would print papermill's log to stderr.
logging.getLogger("papermill").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Allowance:
    """What one notebook may take: seconds in all and for one of its cells."""

    seconds: float = 300.0
    cell_seconds: float = 120.0


class StoppedError(ReportError):
    """A notebook that did not reach its end, at which cell, and whether its time was over."""

    def __init__(self, reason: str, cell: int | None = None, *, overdue: bool = False) -> None:
        super().__init__(reason)
        self.cell = cell
        self.overdue = overdue


def execute(
    notebook: Path, output: Path, parameters: Mapping[str, Value], allowance: Allowance
) -> Any:
    """Run a notebook with parameters into `output` and return it executed.

    Raises StoppedError where it does not reach its end; `output` then holds what there is.
    """
    import papermill
    from jupyter_core.utils import ensure_event_loop
    from traitlets.config import Config

    from analysis.reports.kernels import ProjectKernelManager

    started = time.monotonic()
    try:
        return papermill.execute_notebook(
            _literal(notebook),
            _literal(output),
            parameters=dict(parameters),
            execution_timeout=allowance.cell_seconds,
            kernel_manager_class=ProjectKernelManager,
            config=Config({"ProjectKernelManager": {"deadline": allowance.seconds}}),
            # As in JupyterLab; papermill's own cwd= would move this whole process.
            resources={"metadata": {"path": str(notebook.resolve().parent)}},
            **_SETTINGS,
        )
    except Exception as error:
        # Whatever stops a notebook is the notebook's failure: it is recorded, the others go on.
        overdue = time.monotonic() - started >= allowance.seconds
        raise _explain(error, output, allowance.seconds if overdue else None) from error
    finally:
        # papermill opened it for this thread, and would leave it open.
        ensure_event_loop().close()


def _literal(path: Path) -> str:
    # papermill formats paths with the parameters.
    return str(path).replace("{", "{{").replace("}", "}}")


def _explain(error: Exception, output: Path, deadline: float | None) -> StoppedError:
    """Say in one line why a notebook stopped, and at which cell."""
    name, value = type(error).__name__, str(error)
    if name == "PapermillExecutionError":
        name, value = getattr(error, "ename", name), getattr(error, "evalue", value)
    reason = _REASONS.get(name) or describe_error(name, value)
    if deadline is not None:
        reason = f"took longer than {deadline:g} seconds and was ended."
    overdue = deadline is not None or name == "CellTimeoutError"
    return StoppedError(reason, _find_stopped_cell(output), overdue=overdue)


def _find_stopped_cell(output: Path) -> int | None:
    """The cell with an error, or the last one that was begun."""
    import nbformat

    if not output.exists():
        return None
    notebook: Any = nbformat.read(output, as_version=4)  # type: ignore[no-untyped-call]
    code = [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    failed = [i for i, cell in code if any(o.output_type == "error" for o in cell.outputs)]
    begun = [i for i, cell in code if cell.metadata.get("papermill", {}).get("start_time")]
    stopped = failed[:1] or begun[-1:]
    return number_cell(notebook, stopped[0]) if stopped else None
