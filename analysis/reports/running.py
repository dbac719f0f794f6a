"""One notebook through papermill, isolated, until its end, its first error or its deadline."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import ReportError
from analysis.reports.allowance import Allowance
from analysis.reports.gate import describe_error, number_cell
from analysis.reports.parameters import Value

if TYPE_CHECKING:
    from analysis.reports.kernels import ProjectKernelManager

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
    "startup_timeout": 60,
}

# Without a handler Python itself would print papermill's log to stderr.
logging.getLogger("papermill").addHandler(logging.NullHandler())


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

    A kernel that ends before it has begun a cell is started again as often as allowed. Raises
    StoppedError where the notebook does not reach its end; `output` then holds what there is.
    """
    from analysis.reports.kernels import ProjectKernelManager

    manager = ProjectKernelManager(allowance)
    try:
        return _execute(notebook, output, parameters, allowance, manager)
    except Exception as error:
        # Whatever stops a notebook is the notebook's failure: it is recorded, the others go on.
        stopped = _explain(error, output, manager)
        if stopped.cell is not None or manager.reason or not allowance.retries:
            raise stopped from error
    finally:
        manager.close()
    again = replace(allowance, retries=allowance.retries - 1)
    return execute(notebook, output, parameters, again)


def _execute(
    notebook: Path,
    output: Path,
    parameters: Mapping[str, Value],
    allowance: Allowance,
    manager: ProjectKernelManager,
) -> Any:
    import papermill
    from jupyter_core.utils import ensure_event_loop

    from analysis.reports.kernels import ENGINE

    try:
        return papermill.execute_notebook(
            _literal(notebook),
            _literal(output),
            parameters=dict(parameters),
            engine_name=ENGINE,
            timeout=allowance.cell_seconds,
            km=manager,
            # As in JupyterLab; papermill's own cwd= would move this whole process.
            resources={"metadata": {"path": str(notebook.resolve().parent)}},
            **_SETTINGS,
        )
    finally:
        # papermill opened it for this thread, and would leave it open.
        _close(ensure_event_loop())


def _close(loop: asyncio.AbstractEventLoop) -> None:
    """Close a loop, with what still listens to a kernel that is gone."""
    listening = asyncio.all_tasks(loop)
    for task in listening:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*listening, return_exceptions=True))
    loop.close()


def _literal(path: Path) -> str:
    # papermill formats paths with the parameters.
    return str(path).replace("{", "{{").replace("}", "}}")


def _explain(error: Exception, output: Path, manager: ProjectKernelManager) -> StoppedError:
    """Say in one line why a notebook stopped, and at which cell."""
    name, value = type(error).__name__, str(error)
    if name == "PapermillExecutionError":
        name, value = getattr(error, "ename", name), getattr(error, "evalue", value)
    reason = manager.reason or _REASONS.get(name) or describe_error(name, value)
    overdue = manager.overdue or name == "CellTimeoutError"
    return StoppedError(reason, find_stopped_cell(output), overdue=overdue)


def find_stopped_cell(output: Path) -> int | None:
    """The number of the cell with an error, or of the last one begun; None where none was."""
    import nbformat

    try:
        notebook: Any = nbformat.read(output, as_version=4)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        return None  # the kernel did not start, or the notebook was being written
    code = [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    failed = [i for i, cell in code if any(o.output_type == "error" for o in cell.outputs)]
    begun = [i for i, cell in code if cell.metadata.get("papermill", {}).get("start_time")]
    stopped = failed[:1] or begun[-1:]
    return number_cell(notebook, stopped[0]) if stopped else None
