"""One run of one report: checked, queued, worked off, revealed, its pages put out.

Read in this order: plan, request, record, locks, folders, coding, work, supervising, engine.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.errors import NotebookError, ReportError
from analysis.reports.rendering import Job
from analysis.runs.coding import Coding, place_tables
from analysis.runs.due import find_served
from analysis.runs.earlier import name_input, name_path
from analysis.runs.folders import close_run, create_run, finish_run, name_run
from analysis.runs.index import write_index
from analysis.runs.locks import hold_folder, hold_report, hold_run, hold_slot, name_owner
from analysis.runs.log import Tell, open_log
from analysis.runs.notices import send_notices
from analysis.runs.plan import ReportPlan
from analysis.runs.record import Run, read_runs, write_run
from analysis.runs.recovery import clear_up, settle
from analysis.runs.relative_dates import resolve_parameters
from analysis.runs.request import TABLES, Asked, plan_jobs, read_request
from analysis.runs.setting import Setting
from analysis.runs.supervising import STOPPED, supervise
from analysis.runs.surroundings import read_git, read_versions, write_facts
from analysis.runs.withholding import withhold
from analysis.runs.work import Outcome, Task, do_work


def run_report(
    plan: ReportPlan,
    *,
    scheduled: str = "",
    folder: str | Path = "reports",
    notebooks: str | Path = "notebooks",
    setting: Setting | None = None,
) -> Run:
    """Run a report once; returns the run as it ended, whatever became of it.

    `scheduled` is the time (UTC) that the run serves: where another run has served it, that one is
    returned. Raises BusyError where another run of the report is under way, unless it is to wait;
    ReportError and ParameterError at a request that cannot be met, before anything is written. A
    notebook that cannot be read is a run that failed: whoever waits for its page is told.
    """
    folder, notebooks, setting = Path(folder), Path(notebooks), setting or Setting()
    resolved = resolve_parameters(plan.parameters, plan.timezone, dt.datetime.now(dt.UTC))
    asked, problem = [], ""
    try:
        asked = read_request(plan, resolved, notebooks)
    except NotebookError as error:
        problem = str(error)
    with hold_report(folder, plan.name, wait=setting.is_waiting) as dead_owner:
        settle(folder, plan.name, setting.tables)
        served = find_served(plan, scheduled, read_runs(folder)) if scheduled else None
        if served is not None:
            return served
        runner = _Runner(plan, folder, notebooks, setting, problem)
        return runner.run(asked, scheduled, dead_owner)


@dataclass(frozen=True)
class _Runner:
    """Makes one run of a report whose lock is held; `problem` says why it can only fail."""

    plan: ReportPlan
    folder: Path
    notebooks: Path
    setting: Setting
    problem: str = ""

    def run(self, asked: list[Asked], scheduled: str, dead_owner: dict[str, object]) -> Run:
        """Queue a run, wait for its turn, let it be worked off, and reveal it."""
        name = name_run()
        jobs = self._plan_jobs(asked, name)
        with hold_run(self.folder, name):
            run = self._queue(jobs, scheduled, name)
            tell = open_log(run.report, run.folder, self.setting.show, self.plan.secrets)
            if dead_owner:
                tell("lock", "recovered", 0.0, f"its owner was gone: {dead_owner}")
            clock = time.monotonic()
            try:
                with hold_slot(self.folder, self.plan.at_once, self._check):
                    run = self._begin(run, tell)
                    clock = time.monotonic()
                    outcome = self._work(run, asked, jobs, tell)
            except (KeyboardInterrupt, SystemExit):
                self._end(run, Outcome("killed", STOPPED), clock, tell)
                raise
            except _StoppedError:
                outcome = Outcome("killed", STOPPED)
            if self.setting.stop.is_set() and outcome.state != "published":
                outcome = replace(outcome, state="killed", reason=STOPPED)
            return self._end(run, outcome, clock, tell)

    def _plan_jobs(self, asked: list[Asked], name: str) -> list[Job]:
        hidden, root = self.folder / "runs" / f".{name}", self.notebooks.resolve().parent
        if self._codes(asked):
            # The run's own tables are gone when somebody reads this: named are those they are kept
            # with.
            name = name_path(self._find(self.setting.tables), root)
            asked = [one.replace_tables(name) for one in asked]
        return plan_jobs(self.plan, asked, self.folder, hidden, root)

    def _codes(self, asked: list[Asked]) -> bool:
        """Whether tables are coded: a notebook reads some, and the plan names none."""
        if not self.setting.codes or TABLES in self.plan.parameters:
            return False
        return any(TABLES in one.full for one in asked)

    def _queue(self, jobs: list[Job], scheduled: str, name: str) -> Run:
        run = Run(
            report=self.plan.name,
            state="queued",
            notebooks=list(self.plan.notebooks),
            parameters={k: v for job in reversed(jobs) for k, v in job.parameters.items()},
            asked=dict(self.plan.parameters),
            scheduled=scheduled,
            queued=_now(),
            versions=read_versions(),
            git=read_git(self.notebooks),
            owner=name_owner(),
        )
        return create_run(run, self.folder, name)

    def _begin(self, run: Run, tell: Tell) -> Run:
        run = replace(run, state="running", started=_now())
        write_run(run)
        self._update_index()
        tell("run", "running", 0.0, "")
        return run

    def _work(self, run: Run, asked: list[Asked], jobs: list[Job], tell: Tell) -> Outcome:
        if self.problem:
            return Outcome("failed", self.problem)
        task = Task(
            run=run.name,
            jobs=tuple(jobs),
            limits=self.plan.limits,
            facts=write_facts(run.versions, run.git, run.name),
            coding=self._plan_coding(run.name) if self._codes(asked) else None,
        )
        work = supervise if self.setting.supervised else do_work
        outcome = work(task, tell, self.setting.stop.is_set)
        root = self.notebooks.resolve().parent
        named = {name_input(name, root): found for name, found in outcome.inputs.items()}
        return replace(outcome, inputs=named)

    def _plan_coding(self, name: str) -> Coding:
        tables = self._find(self.setting.tables)
        return Coding(
            sources=self.plan.sources,
            tables=tables,
            own=place_tables(tables, name),
            reviews=self._find(self.setting.reviews),
            # The rest is for coding and for the notebooks.
            seconds=min(300.0, self.plan.limits.minutes * 30),
        )

    @staticmethod
    def _find(folder: Path) -> Path:
        from analysis.files import find_folder

        return find_folder(folder).absolute()

    def _end(self, run: Run, outcome: Outcome, clock: float, tell: Tell) -> Run:
        """Reveal a run as it ended; a published one whose pages find no room has failed."""
        clear_up(run.name, self.setting.tables)
        if not run.folder.is_dir():
            run.folder.mkdir(parents=True)
            outcome = replace(outcome, state="failed", reason=_LOST, pages=[])
        told = {name: getattr(outcome, name) for name in outcome.__dataclass_fields__}
        seconds = round(time.monotonic() - clock, 2)
        run = withhold(replace(run, ended=_now(), seconds=seconds, **told), self.plan.secrets)
        tell("run", run.state, seconds, run.reason)
        try:
            run = finish_run(run, self._announce)
        except ReportError as error:
            if run.state != "published" or not run.folder.exists():
                raise  # where it is revealed already, the next command finishes it
            failed = replace(run, state="failed", reason=str(error), pages=[])
            tell("run", "failed", seconds, failed.reason)
            run = finish_run(failed, self._announce)
        # A mail server may take its time: readers see the page before, and then who was not told.
        self._update_index()
        send_notices(run, self.plan)
        if self._update_index():
            close_run(run)
        return run

    def _announce(self) -> None:
        """Tell readers that the pages of the report are being replaced; the lock is held."""
        write_index(self.folder, {self.plan.name: self.plan}, replacing=self.plan.name)

    def _update_index(self) -> bool:
        """List the runs for readers; False where there is no room: the next run then does."""
        try:
            with hold_folder(self.folder):
                write_index(self.folder, {self.plan.name: self.plan})
        except OSError:
            return False
        return True

    def _check(self) -> None:
        if self.setting.stop.is_set():
            raise _StoppedError


_LOST = "the folder of the run was removed while it was at work."


class _StoppedError(Exception):
    """The run was asked to end while it was queued."""


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
