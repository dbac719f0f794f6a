"""A kernel of this project's own interpreter, which ends itself when its time is over."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import Float


class ProjectKernelManager(AsyncKernelManager):
    """Starts `sys.executable`, whatever kernels Jupyter finds on the machine.

    Talks over Unix sockets in a private folder: no open ports, and no two kernels meet.
    """

    deadline = Float(300.0, help="seconds after which the kernel is ended").tag(config=True)
    running: ClassVar[dict[int, ProjectKernelManager]] = {}

    def __init__(self, **settings: Any) -> None:
        # A socket's path may have 108 characters at most: never inside the project's folder.
        self._sockets = tempfile.mkdtemp(prefix="attache-")
        super().__init__(**settings)
        self.transport = "ipc"
        self.connection_file = str(Path(self._sockets) / "k.json")
        self.ip = str(Path(self._sockets) / "k")

    @property
    def kernel_spec(self) -> KernelSpec:
        """The interpreter that runs this code, without the user's history and start-up files."""
        return KernelSpec(
            argv=[
                *(sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"),
                f"--ipython-dir={self._sockets}",
                "--HistoryManager.enabled=False",
            ],
            display_name="Attaché",
            language="python",
            env={"PLOTLY_RENDERER": "plotly_mimetype"},
        )

    async def start_kernel(  # type: ignore[override]
        self, **settings: Any
    ) -> None:
        """Start the kernel and the clock."""
        await super()._async_start_kernel(**settings)
        self.running[id(self)] = self
        # The loop runs whenever a cell does, which is when a deadline matters.
        self._clock = asyncio.get_running_loop().call_later(self.deadline, self.end)

    async def cleanup_resources(  # type: ignore[override]
        self, restart: bool = False
    ) -> None:
        """Remove the sockets with the kernel."""
        self.running.pop(id(self), None)
        await super()._async_cleanup_resources(restart=restart)
        shutil.rmtree(self._sockets, ignore_errors=True)

    def end(self) -> None:
        """End the kernel and whatever it started, at once."""
        pid = getattr(self.provisioner, "pid", None)
        if pid is not None:
            # The kernel leads a process group of its own.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)


def end_kernels() -> None:
    """End every kernel that this process started."""
    for manager in list(ProjectKernelManager.running.values()):
        manager.end()
