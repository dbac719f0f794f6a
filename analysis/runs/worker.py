"""The process that does the work of one run: `python -m analysis.runs.worker FD`."""

from __future__ import annotations

import os
import sys
import threading
from multiprocessing.connection import Connection

from analysis.reports.processes import adopt_orphans, end_descendants
from analysis.runs.work import Task, do_work


def work(channel: Connection) -> None:
    """Take a task from the supervisor, do it, and send back each step and the outcome."""
    adopt_orphans()
    task: Task = channel.recv()
    threading.Thread(target=_watch, args=(channel, task.run), daemon=True).start()
    sending = threading.Lock()

    def tell(*step: object) -> None:
        with sending:
            channel.send(step)

    outcome = do_work(task, tell, lambda: False)
    end_descendants(task.run)
    with sending:
        channel.send(outcome)


def _watch(channel: Connection, run: str) -> None:
    """End every process of the run when its supervisor is gone: nobody could publish it."""
    # Nothing more is ever sent this way, so this is the end of the connection.
    channel.poll(None)
    end_descendants(run)
    os._exit(1)


if __name__ == "__main__":
    work(Connection(int(sys.argv[1])))
