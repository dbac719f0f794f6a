"""`attache prune`: what `keep_for` lets go goes, and nothing that anybody still needs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.runs.index import write_index
from analysis.runs.locks import hold_run
from analysis.runs.plan import KeepFor, ReportPlan
from analysis.runs.pruning import prune
from analysis.runs.record import Run, read_runs
from tests.run_samples import NOW, add_run, make_page

DAY = 24


def plan(report: str, *, days: int = 0, runs: int = 0) -> dict[str, ReportPlan]:
    return {report: ReportPlan(report, (report,), keep_for=KeepFor(days, runs))}


def prune_names(folder: Path, plans: dict[str, ReportPlan], *, dry_run: bool = False) -> list[str]:
    return [run.name for run, _ in prune(folder, plans, now=NOW, dry_run=dry_run)]


def names(runs: list[Run]) -> list[str]:
    return [run.name for run in runs]


def test_runs_go_that_are_older_than_the_days_kept_failed_ones_too(tmp_path: Path) -> None:
    old = [add_run(tmp_path, "3-visits", state, hours=9 * DAY) for state in ("published", "failed")]
    new = [
        add_run(tmp_path, "3-visits", state, hours=6 * DAY) for state in ("refused", "published")
    ]
    assert prune_names(tmp_path, plan("3-visits", days=7)) == names(old[::-1])
    assert names(read_runs(tmp_path)) == names(new[::-1])
    assert not [one for one in (tmp_path / "runs").iterdir() if one.name.startswith(".")]


def test_so_many_of_the_latest_runs_stay_however_old(tmp_path: Path) -> None:
    runs = [add_run(tmp_path, "3-visits", "published", hours=90 * DAY - n) for n in range(5)]
    add_run(tmp_path, "5-statements", "published", hours=90 * DAY)
    assert prune_names(tmp_path, plan("3-visits", runs=2)) == names(runs[2::-1])


def test_a_run_stays_where_days_or_number_say_so(tmp_path: Path) -> None:
    runs = [add_run(tmp_path, "3-visits", "failed", hours=hours) for hours in (90, 80, 3, 2, 1)]
    # The last two by number, the third from last by days.
    assert prune_names(tmp_path, plan("3-visits", days=1, runs=2)) == names(runs[1::-1])


def test_without_a_bound_or_without_a_plan_everything_stays(tmp_path: Path) -> None:
    add_run(tmp_path, "3-visits", "failed", hours=900 * DAY)
    add_run(tmp_path, "by-hand", "failed", hours=900 * DAY)
    assert prune_names(tmp_path, plan("3-visits")) == []
    assert len(read_runs(tmp_path)) == 2


def test_the_run_behind_a_page_stays_and_so_does_the_one_it_is_compared_with(
    tmp_path: Path,
) -> None:
    """A briefing needs the record of the run before it, and readers need the page they see."""
    compared = add_run(tmp_path, "0-briefing", "published", hours=90 * DAY)
    between = add_run(tmp_path, "0-briefing", "published", hours=80 * DAY)
    since = {"since_run": f"reports/runs/{compared.name}/briefing.json"}
    shown = add_run(
        tmp_path,
        "0-briefing",
        "published",
        hours=70 * DAY,
        pages=[make_page("0-briefing", parameters=since)],
    )
    failed = add_run(tmp_path, "0-briefing", "failed", hours=60 * DAY)
    assert prune_names(tmp_path, plan("0-briefing", days=1)) == names([failed, between])
    assert names(read_runs(tmp_path)) == names([shown, compared])


def test_a_page_that_a_later_run_does_not_make_keeps_its_run(tmp_path: Path) -> None:
    pages = [make_page("daily-3-visits"), make_page("daily-5-statements")]
    both = add_run(tmp_path, "daily", "published", hours=9 * DAY, pages=pages)
    add_run(tmp_path, "daily", "published", hours=8 * DAY, pages=pages[:1])
    assert prune_names(tmp_path, plan("daily", runs=1)) == []
    (tmp_path / "daily-5-statements.html").unlink()
    assert prune_names(tmp_path, plan("daily", runs=1)) == [both.name]


def test_a_run_under_way_stays_and_what_it_is_compared_with(tmp_path: Path) -> None:
    compared = add_run(tmp_path, "0-briefing", "published", hours=9 * DAY)
    add_run(tmp_path, "0-briefing", "published", hours=8 * DAY)
    given = {"since_run": f"/elsewhere/runs/{compared.name}/briefing.json"}
    running = add_run(tmp_path, "0-briefing", "running", hours=7 * DAY, parameters=given)
    with hold_run(tmp_path, running.name):
        assert prune_names(tmp_path, plan("0-briefing", days=1)) == []
        assert running.folder.exists()


def test_a_dry_run_says_the_same_and_removes_nothing(tmp_path: Path) -> None:
    for hours in (9 * DAY, 8 * DAY, 1):
        add_run(tmp_path, "3-visits", "published", hours=hours)
    before = sorted(tmp_path.rglob("*"))
    said = prune_names(tmp_path, plan("3-visits", days=1), dry_run=True)
    assert [path for path in sorted(tmp_path.rglob("*")) if ".locks" not in path.parts] == [
        path for path in before if ".locks" not in path.parts
    ]
    assert said == prune_names(tmp_path, plan("3-visits", days=1))
    assert len(said) == 2


def test_the_index_no_longer_leads_to_what_went(tmp_path: Path) -> None:
    old, shown = (add_run(tmp_path, "3-visits", "published", hours=hours) for hours in (99, 1))
    write_index(tmp_path)
    assert f"runs/{old.name}/3-visits.html" in (tmp_path / "index.html").read_text("utf-8")
    prune(tmp_path, plan("3-visits", days=1), now=NOW)
    index = (tmp_path / "index.html").read_text("utf-8")
    assert old.name not in index
    assert f"runs/{shown.name}/3-visits.html" in index


def test_a_prune_killed_in_the_middle_leaves_whole_runs_and_the_next_one_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours in (9 * DAY, 8 * DAY, 1):
        add_run(tmp_path, "3-visits", "published", hours=hours)
    remove = shutil.rmtree

    def die_in_the_middle(folder: Path) -> None:
        (folder / "run.json").unlink()
        raise KeyboardInterrupt

    monkeypatch.setattr("shutil.rmtree", die_in_the_middle)
    with pytest.raises(KeyboardInterrupt):
        prune(tmp_path, plan("3-visits", days=1), now=NOW)
    monkeypatch.setattr("shutil.rmtree", remove)
    assert len(read_runs(tmp_path)) == 1
    assert prune_names(tmp_path, plan("3-visits", days=1)) == []
    assert len(list((tmp_path / "runs").iterdir())) == 1


def test_how_much_went_is_told(tmp_path: Path) -> None:
    old = add_run(tmp_path, "3-visits", "failed", hours=9 * DAY)
    (old.folder / "3-visits.ipynb").write_bytes(b"x" * 2_000_000)
    add_run(tmp_path, "3-visits", "published", hours=1)
    ((run, size),) = prune(tmp_path, plan("3-visits", days=1), now=NOW)
    assert run.name == old.name
    assert 2_000_000 < size < 2_010_000


def test_what_has_served_the_last_time_of_a_schedule_stays_or_it_would_be_due_again(
    tmp_path: Path,
) -> None:
    served = {"scheduled": "2026-11-01T06:00:00+00:00"}
    before = add_run(tmp_path, "3-visits", "failed", hours=50 * DAY, scheduled="2026-10-01T06:00")
    add_run(tmp_path, "3-visits", "killed", hours=25 * DAY, **served)
    add_run(tmp_path, "3-visits", "failed", hours=25 * DAY, **served)
    hand = add_run(tmp_path, "3-visits", "failed", hours=20 * DAY)
    assert prune_names(tmp_path, plan("3-visits", days=7)) == names([hand, before])
