"""A kernel of this project's own interpreter, ended when it takes more than it may.

It is watched from the loop that also talks to it, which runs whenever a cell does. That is enough
where the process that runs the loop is itself watched by another one; see analysis/runs.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, papermill_engines

from analysis.reports.allowance import Allowance
from analysis.reports.processes import GIGABYTE, MARK, end_processes, measure_memory

# How sockets' folders begin; the mark of their run follows.
SOCKETS = "attache-"
ENGINE = "attache"
# Seconds between two looks at what a kernel takes.
_WATCH = 0.5
# Some libraries reserve twice of what they use: the watch is exact, this only stops a flood.
_RESERVED = 2


class ProjectKernelManager(AsyncKernelManager):
    """Starts `sys.executable`, whatever kernels Jupyter finds on the machine.

    Talks over Unix sockets in a private folder: no open ports, and no two kernels meet. `reason`
    says why it was ended, if it was, and `overdue` whether because its time was over.
    """

    def __init__(self, allowance: Allowance, **settings: Any) -> None:
        # A socket's path may have 108 characters at most: never inside the project's folder.
        self._sockets = tempfile.mkdtemp(prefix=f"{SOCKETS}{allowance.mark}-")
        super().__init__(**settings)
        self.transport = "ipc"
        self.connection_file = str(Path(self._sockets) / "k.json")
        self.ip = str(Path(self._sockets) / "k")
        self._allowance = allowance
        self._mark = Path(self._sockets).name.removeprefix(SOCKETS)
        self._end_time = time.monotonic() + allowance.seconds
        self._most = int(allowance.output_mb * 1_000_000)
        self._printed = 0
        self.reason = ""
        self.overdue = False

    @property
    def kernel_spec(self) -> KernelSpec:
        """The interpreter that runs this code, without the user's history and start-up files."""
        return KernelSpec(
            argv=[
                *(sys.executable, "-m", "analysis.reports.kernel_app", str(self._most)),
                *("-f", "{connection_file}"),
                f"--ipython-dir={self._sockets}",
                "--HistoryManager.enabled=False",
            ],
            display_name="Attaché",
            language="python",
            env={"PLOTLY_RENDERER": "plotly_mimetype", MARK: self._mark},
        )

    async def start_kernel(  # type: ignore[override]
        self, **settings: Any
    ) -> None:
        """Start the kernel and the watch over it."""
        await super()._async_start_kernel(**settings)
        if hasattr(psutil, "RLIMIT_DATA"):  # Linux: an allocation beyond it is a MemoryError
            with suppress(psutil.Error):
                most = int(self._allowance.memory_gb * GIGABYTE * _RESERVED)
                psutil.Process(self._pid).rlimit(psutil.RLIMIT_DATA, (most, most))
        self._watch()

    def close(self) -> None:
        """End what is left of the kernel and of all that it started; remove its sockets."""
        end_processes(self._mark)
        shutil.rmtree(self._sockets, ignore_errors=True)

    def end(self, reason: str, *, overdue: bool = False) -> None:
        """End the kernel and whatever it started, at once."""
        self.reason = self.reason or reason
        self.overdue = overdue
        end_processes(self._mark, *filter(None, [self._pid]))

    def count(self, message: dict[str, Any]) -> bool:
        """Count what a kernel shows; False once it is too much, and the kernel is ended."""
        content = message["content"]
        shown = [content.get("text", ""), *content.get("data", {}).values()]
        self._printed += sum(len(text) for text in shown if isinstance(text, str))
        if self._printed > self._most and not self.reason:
            self.end(f"the notebook showed more than {self._most / 1e6:g} MB and was ended.")
        return not self.reason

    @property
    def _pid(self) -> int | None:
        return getattr(self.provisioner, "pid", None)

    def _watch(self) -> None:
        """Look at what the kernel takes, now and again."""
        pid, allowance = self._pid, self._allowance
        if pid is None or self.reason:
            return
        if time.monotonic() >= self._end_time:
            self.end(f"took longer than {allowance.seconds:g} seconds and was ended.", overdue=True)
        elif allowance.stopped():
            self.end("was ended on request.")
        elif measure_memory(pid) > allowance.memory_gb * GIGABYTE:
            self.end(f"took more than {allowance.memory_gb:g} GB of memory and was ended.")
        else:
            asyncio.get_running_loop().call_later(_WATCH, self._watch)


class _Client(PapermillNotebookClient):  # type: ignore[misc]
    """papermill's client, with a kernel of ours to end, and an eye on how much it shows."""

    def __init__(self, managed: Any, km: ProjectKernelManager, **settings: Any) -> None:
        super().__init__(managed, km=km, **settings)
        self.owns_km = True

    def process_message(self, message: dict[str, Any], *where: Any) -> Any:
        return super().process_message(message, *where) if self.km.count(message) else None


def _save_seldom(managed: Any) -> None:
    """Have papermill save where a code cell begins and at the end only.

    It would before and after every cell, prose too: of a large report, whose notebook has 70 MB,
    that takes a third of the time. What is saved tells at which cell a killed run stopped.
    """
    save = managed.save
    saved: list[object] = []

    def save_progress(**settings: Any) -> None:
        code = [cell for cell in managed.nb.cells if cell.cell_type == "code"]
        begun = [cell.metadata.papermill.get("start_time") for cell in code]
        progress = [managed.nb.metadata.papermill.get("end_time"), *begun]
        if progress != saved:
            saved[:] = progress
            save(**settings)

    managed.save = save_progress


class _Engine(Engine):  # type: ignore[misc]
    @classmethod
    def execute_managed_notebook(
        cls, nb_man: Any, kernel_name: str, *, km: ProjectKernelManager, **settings: Any
    ) -> Any:
        names = ("timeout", "startup_timeout", "iopub_timeout", "resources", "shutdown_kernel")
        used = {name: settings[name] for name in names}
        _save_seldom(nb_man)
        return _Client(nb_man, km, kernel_name=kernel_name, **used).execute()


papermill_engines.register(ENGINE, _Engine)
