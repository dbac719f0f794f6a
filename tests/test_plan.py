"""reports.yaml: what is planned, and every way in which it may be wrong, told before anything runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from analysis.errors import ParameterError, PlanError
from analysis.reports import read_parameters
from analysis.reports.parameters import check_parameters
from analysis.runs.overview import list_gaps
from analysis.runs.plan import KeepFor, Limits, Notify, ReportPlan, Schedule, Source
from analysis.runs.plan_file import read_plan
from tests.conftest import ROOT

NOTEBOOKS = ROOT / "notebooks"


def read(tmp_path: Path, text: str) -> dict[str, ReportPlan]:
    path = tmp_path / "reports.yaml"
    path.write_text(text, "utf-8")
    return read_plan(path, notebooks=NOTEBOOKS)


def refuse(tmp_path: Path, text: str) -> list[str]:
    """What is said of a file, a line for each problem."""
    with pytest.raises(PlanError) as caught:
        read(tmp_path, text)
    return str(caught.value).splitlines()


def in_report(lines: str, notebooks: str = "[0-briefing]") -> str:
    """A file with one report; the lines given begin in its fourth."""
    return f"reports:\n  daily:\n    notebooks: {notebooks}\n    {lines}\n"


# What is read

FULL = """
timezone: Asia/Seoul
at_once: 3
secrets: [NEWS_LOGIN]
reports:
  daily:
    notebooks: [0-briefing, 3-visits.ipynb]
    parameters: {since: -90d, until: today, actors: [PRK, RUS], silent: 30}
    schedule: {cron: "30 6  * * 1-5", grace_hours: 2.5}
    sources:
      - path: my articles/*.html
      - {feed: "https://sample.example/rss", outlet: Sample Wire, match: /world/, most: 20}
      - {sitemap: "http://sample.example/sitemap.xml", allow_private: true}
      - url: https://sample.example/a?page=2
    limits: {minutes: 20, cell_seconds: 60, memory_gb: 2.5, retries: 0}
    keep_for: {days: 90, runs: 30}
    notify: {on: [failure, publication], webhook: DESK_HOOK, email: [desk@sample.example]}
  by-hand:
    notebooks: [3-visits]
    timezone: Europe/Berlin
"""


def test_a_whole_plan_is_read(tmp_path: Path) -> None:
    plans = read(tmp_path, FULL)
    common = {"secrets": ("NEWS_LOGIN",), "at_once": 3}
    assert plans["daily"] == ReportPlan(
        name="daily",
        notebooks=("0-briefing", "3-visits"),
        parameters={"since": "-90d", "until": "today", "actors": ["PRK", "RUS"], "silent": "30"},
        schedule=Schedule("30 6 * * 1-5", "Asia/Seoul", 2.5),
        sources=(
            Source("path", "my articles/*.html"),
            Source("feed", "https://sample.example/rss", "Sample Wire", "/world/", 20),
            Source("sitemap", "http://sample.example/sitemap.xml", allow_private=True),
            Source("url", "https://sample.example/a?page=2"),
        ),
        limits=Limits(20, 60, 2.5, 0),
        keep_for=KeepFor(90, 30),
        notify=Notify(("failure", "publication"), "DESK_HOOK", ("desk@sample.example",)),
        timezone="Asia/Seoul",
        **common,
    )
    assert plans["by-hand"] == ReportPlan(
        "by-hand", ("3-visits",), timezone="Europe/Berlin", **common
    )


def test_pages_are_named_after_the_report_and_its_notebooks(tmp_path: Path) -> None:
    plans = read(tmp_path, FULL)
    assert plans["by-hand"].name_page("3-visits") == "by-hand"
    assert plans["daily"].name_page("3-visits") == "daily-3-visits"


def test_the_plan_of_the_project_is_one(tmp_path: Path) -> None:
    plans = read_plan(ROOT / "reports.yaml")
    assert all(plan.schedule for plan in plans.values())


def test_every_notebook_of_a_report_takes_the_parameters_that_it_has(tmp_path: Path) -> None:
    both = read(tmp_path, in_report("parameters: {silent: 30}", "[0-briefing, 3-visits]"))
    assert both["daily"].parameters == {"silent": "30"}
    (told,) = refuse(tmp_path, in_report("parameters: {silent: 30}", "[3-visits]"))
    assert "parameters.silent: no notebook of the report has it" in told


# What is refused


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        # keys and types
        ("shedule: {cron: 0 6 * * *}", "there is no such key. Did you mean schedule? Allowed: not"),
        ("schedule: daily", "schedule: is the text 'daily'. Give keys with values."),
        ("schedule: {grace_hours: 1}", "schedule: has no cron. Add cron: minute hour day"),
        ("parameters: [since]", "parameters: is a list. Give keys with values."),
        ("parameters: {since: {a: b}}", "parameters.since: is keys with values. Give one value."),
        ("limits: {minutes: [1]}", "limits.minutes: is a list. Give one value."),
        ("limits: {minutes: }", "limits.minutes: is empty. Give a value, or leave the key out."),
        ('sources: [{path: "a\\0b"}]', "sources[1].path: has a line break or a sign that cannot be seen"),
        ("limits: {minutes: 15, minutes: 16}", "limits.minutes: is given twice. Keep one"),
        ("sources: data/articles", "sources: is the text 'data/articles'. Give a list."),
        # limits
        ("limits: {minutes: 0}", "limits.minutes: is '0'. Give a number from 0.1 to 1440."),
        ("limits: {minutes: 1e3}", "limits.minutes: is '1e3'. Give a number"),
        ("limits: {memory_gb: -1}", "limits.memory_gb: is '-1'. Give a number from 1 to 4096"),
        ("limits: {retries: 1.5}", "limits.retries: is '1.5'. Give a whole number from 0 to 10."),
        ("limits: {memory: 4}", "limits.memory: there is no such key. Did you mean memory_gb?"),
        ("keep_for: {days: forever}", "keep_for.days: is 'forever'. Give a whole number from 1"),
        # times
        ("schedule: {cron: 0 6 * * 8}", "schedule.cron: is '0 6 * * 8': '8' is no weekday. Give"),
        ("schedule: {cron: 0 6 * *}", "it has 4 fields, not 5. Give minute, hour, day of month"),
        ("schedule: {cron: 61 6 * * *}", "the last value (61) is higher than the maximum value"),
        ("schedule: {cron: 0 6 30 2 *}", "is '0 6 30 2 *': no such day ever comes."),
        ("schedule: {cron: '@daily'}", "it has 1 fields, not 5."),
        ("schedule: {cron: 0 6 * * *, grace_hours: -1}", "grace_hours: is '-1'. Give a number"),
        ("timezone: Asia/Seol", "there is no time zone 'Asia/Seol'. Did you mean Asia/Seoul? Give"),
        ("timezone: ../zone", "there is no time zone '../zone'. Give one such as Asia/Seoul"),
        # parameters
        ("parameters: {sinse: today}", "no notebook of the report has it. Did you mean since? All"),
        ("parameters: {since: 2024-02-30}", "parameter since is '2024-02-30'. Give a date such"),
        ("parameters: {since: 20240131}", "parameters.since: is '20240131'. Give a date such as"),
        ("parameters: {since: -90x}", "is '-90x'. Give a date such as 2024-01-31, today, yest"),
        ("parameters: {since: -9999y}", "-9999y: lies before the year 1"),
        ("parameters: {since: [2024-01-01]}", "is ['2024-01-01']. Give a date such as"),
        ("parameters: {top: many}", "parameter top is 'many'. Give a whole number from 1."),
        ("parameters: {actors: [PKR]}", "'PKR' is no country code. Did you mean PRK? Give ISO"),
        ("parameters: {actors: Russia}", "'Russia' is no actor. Did you mean RUS? Give ISO 3166"),
        ("parameters: {actors: [kim-jong-on]}", "is no actor. Did you mean kim-jong-un? Give"),
        ("parameters: {tables: mine}", "parameters.tables: is set by the run. Give the report sou"),
        ("parameters: {since: today, until: yesterday}", "is later than until 'yesterday'"),
        # sources
        ("sources: [{feed: 'ftp://a.example/x'}]", "sources[1].feed: is 'ftp://a.example/x'. Give"),
        ("sources: [{url: 'https://'}]", "sources[1].url: is 'https://'. Give an address with"),
        ("sources: [{url: 'http://[::1'}]", "sources[1].url: is 'http://[::1': "),
        ("sources: [{url: 'http://a.example:0/'}]", "Give an address with http or https, such"),
        ("sources: [data/articles]", "sources[1]: has no place. Give one of: path, feed, sitemap"),
        ("sources: [{path: a, url: b}]", "sources[1]: has path and url. Give one of: path, feed"),
        ("sources: [{path: a, most: 3}]", "sources[1].most: there is no such key. Allowed: path"),
        ("sources: [{path: a}, {path: a}]", "sources[2]: a is a source twice. Keep one of the two"),
        # whom it tells
        ("notify: {on: [failed]}", "notify.on[1]: is 'failed'. Did you mean failure? Allowed: fail"),
        ("notify: {email: [desk]}", "notify.email[1]: is not an e-mail address."),
        ("notify: {webhook: 'https://a.example'}", "is not the name of an environment variable."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_what_is_allowed(
    tmp_path: Path, lines: str, told: str
) -> None:
    (found,) = refuse(tmp_path, in_report(lines))
    assert found.startswith("reports.yaml, line 4: reports.daily.")
    assert told in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is empty. Write reports under the key 'reports'."),
        ("reports: [a", "Correct the YAML."),
        ("at_once: 2", "there are no reports. Write them under the key 'reports'."),
        ("- a", "is a list. Give keys with values."),
        ("reports: {}", "there are no reports."),
        ("at_once: 0\nreports:\n  a: {notebooks: [3-visits]}", "at_once: is '0'. Give a whole"),
        ("secrets: [$A]\nreports:\n  a: {notebooks: [3-visits]}", "secrets[1]: is not the name of"),
        ("reports:\n  a: {}", "line 2: reports.a: has no notebooks. Add notebooks: [...]. Allowed: 0"),
        ("reports:\n  a: {notebooks: []}", "names no notebook. Allowed: 0-briefing, 1-corpus"),
        ("reports:\n  a: {notebooks: [3-visit]}", "no notebook 3-visit. Did you mean 3-visits? All"),
        ("reports:\n  a: {notebooks: [review]}", "there is no notebook review."),
        ("reports:\n  a: {notebooks: [3-visits, 3-visits]}", "3-visits is named twice."),
        ("reports:\n  a: {notebooks: [3-visits]}\n  a: {notebooks: [2-network]}", "line 3: reports.a: is given twice"),
    ],
)  # fmt: skip
def test_a_file_that_plans_nothing_is_refused(tmp_path: Path, text: str, told: str) -> None:
    assert any(told in line for line in refuse(tmp_path, text))


@pytest.mark.parametrize(
    "name", ["../etc", "a/b", ".hidden", "Daily", "a b", "a--b", "é", "x" * 61]
)
def test_a_name_that_would_leave_the_folder_or_be_another_file_system_s_is_refused(
    tmp_path: Path, name: str
) -> None:
    (told,) = refuse(tmp_path, f"reports:\n  {name}: {{notebooks: [3-visits]}}")
    assert "is no name of a report. Use a-z, 0-9 and single hyphens" in told


@pytest.mark.parametrize(
    ("reports", "owner"),
    [
        ("index: {notebooks: [3-visits]}", "the list of reports"),
        ("3-visits: {notebooks: [2-network]}", "`attache report 3-visits`"),
        (
            "a: {notebooks: [1-corpus, 3-visits]}\n  a-3-visits: {notebooks: [2-network]}",
            "the report a",
        ),
    ],
)
def test_no_page_is_that_of_two_reports(tmp_path: Path, reports: str, owner: str) -> None:
    (told,) = refuse(tmp_path, f"reports:\n  {reports}\n")
    assert f"is also that of {owner}. Give the report another name." in told


def test_a_report_named_like_its_only_notebook_is_the_one_made_by_hand(tmp_path: Path) -> None:
    assert "3-visits" in read(tmp_path, "reports:\n  3-visits: {notebooks: [3-visits]}")


def test_everything_that_is_wrong_is_told_at_once_and_in_order(tmp_path: Path) -> None:
    text = in_report(
        "limits: {minutes: no}\n    timezone: Mars\n    parameters: {top: x, since: y}"
    )
    lines = refuse(tmp_path, text)
    assert [re.findall(r"line (\d+): reports\.daily\.(\w+)", line)[0] for line in lines] == [
        ("4", "limits"),
        ("5", "timezone"),
        ("6", "parameters"),
        ("6", "parameters"),
    ]


def test_a_window_that_is_turned_round_on_some_days_of_the_year_is_refused_today(
    tmp_path: Path,
) -> None:
    (told,) = refuse(tmp_path, in_report("parameters: {since: start of year, until: -1m}"))
    assert re.search(r"on \d{4}-01-01, since 'start of year' \(\d{4}-01-01\) is later than", told)


def test_a_secret_in_a_plan_is_refused_and_not_repeated(tmp_path: Path) -> None:
    key = "ghp_" + "a1B2" * 9
    for lines in (
        f"parameters: {{since_run: {key}}}",
        "parameters: {api_key: hunter2-hunter2}",
        "sources: [{url: 'https://me:hunter2-hunter2@sample.example/'}]",
        f"sources: [{{url: 'https://sample.example/?token={key}'}}]",
        f"notify: {{webhook: 'https://sample.example/{key}'}}",
    ):
        (told,) = refuse(tmp_path, in_report(lines))
        assert "environment" in told
        assert key not in told
        assert "hunter2" not in told


def test_a_file_that_is_missing_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"No such file or directory. Write one, or name another"):
        read_plan(tmp_path / "reports.yaml", notebooks=NOTEBOOKS)
    (tmp_path / "reports.yaml").write_bytes(b"\xff")
    with pytest.raises(PlanError, match="it is not UTF-8"):
        read_plan(tmp_path / "reports.yaml", notebooks=NOTEBOOKS)


def test_notebooks_lie_beside_the_plan(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    shutil.copy(NOTEBOOKS / "3-visits.ipynb", tmp_path / "notebooks" / "mine.ipynb")
    (tmp_path / "reports.yaml").write_text("reports: {a: {notebooks: [mine]}}", "utf-8")
    assert read_plan(tmp_path / "reports.yaml")["a"].notebooks == ("mine",)


def test_a_notebook_that_somebody_is_at_work_on_stops_no_plan_and_is_told(
    tmp_path: Path,
) -> None:
    (tmp_path / "notebooks").mkdir()
    text = (NOTEBOOKS / "3-visits.ipynb").read_text("utf-8")
    (tmp_path / "notebooks" / "good.ipynb").write_text(text, "utf-8")
    (tmp_path / "notebooks" / "bad.ipynb").write_text(text.replace("since: str", "since: date"))
    path = tmp_path / "reports.yaml"
    (tmp_path / "notebooks" / "torn.ipynb").write_text("<<<<<<< HEAD")
    path.write_text(
        "reports: {a: {notebooks: [good], parameters: {top: 0}}, "
        "b: {notebooks: [bad, good], parameters: {only_bad_has_it: 1}}, c: {notebooks: [torn]}}"
    )
    with pytest.raises(PlanError, match=r"reports\.a\.parameters\.top") as wrong:
        read_plan(path)
    assert len(str(wrong.value).splitlines()) == 1, "what is wrong with the plan is told as ever"
    path.write_text(path.read_text().replace("top: 0", "top: 1"))
    plans = read_plan(path)
    told = {name: list(list_gaps(plan, tmp_path)) for name, plan in plans.items()}
    assert told["a"] == []
    assert "b: bad.ipynb: parameter since is declared as date" in told["b"][0]
    assert "c: torn.ipynb: not a readable notebook" in told["c"][0]


# By hand as well


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"actors": "PRK,PKR"}, "parameter actors: 'PKR' is no country code. Did you mean PRK?"),
        ({"focus": "putin"}, "'putin' is no actor"),
        ({"focus": "sk-" + "Ab1" * 8}, "its value looks like a secret"),
    ],
)
def test_parameters_by_hand_are_held_to_the_same(given: dict[str, str], told: str) -> None:
    declared = read_parameters(NOTEBOOKS / "2-network.ipynb")
    with pytest.raises(ParameterError, match=re.escape(told)):
        check_parameters(given, declared, "2-network")


@pytest.mark.parametrize(
    "actor", ["PRK", "IGO", "kim-jong-un", "KEN:opposition", "person:abdul-noor", "irn-navy"]
)
def test_whoever_may_be_in_a_table_is_an_actor(actor: str) -> None:
    declared = read_parameters(NOTEBOOKS / "2-network.ipynb")
    assert check_parameters({"actors": actor}, declared, "") == {"actors": [actor]}
