"""reports.yaml -> plans: every key, type and value is checked before anything runs.

`read_plan` reads the whole file and tells everything that is wrong with it, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from analysis.runs.cron import check_cron
from analysis.runs.places import Place, read_file, suggest
from analysis.runs.plan import (
    KeepFor,
    Limits,
    Notify,
    Occasion,
    ReportPlan,
    Schedule,
    Source,
    SourceKind,
)
from analysis.runs.plan_checks import check_names, check_parameters, read_declared
from analysis.runs.secrets import has_secret_shape

FILE = "reports.yaml"
_REPORT_KEYS = (
    "notebooks", "parameters", "schedule", "timezone", "sources", "limits", "keep_for", "notify",
    "pdf",
)  # fmt: skip
# Lower case, as some file systems do not tell Index from index; short enough for any of them.
_NAME = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
_ADDRESS = "https://sample.example/rss"
# What each kind of source may say beside its place.
_SOURCE_KEYS: dict[SourceKind, tuple[str, ...]] = {
    "path": (),
    "feed": ("outlet", "match", "most", "allow_private"),
    "sitemap": ("outlet", "match", "most", "allow_private"),
    "url": ("outlet", "allow_private"),
}
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_A_VARIABLE = "the name of an environment variable"
_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s.,;<>\"]+")


def read_plan(path: Path, *, notebooks: Path | None = None) -> dict[str, ReportPlan]:
    """Read reports.yaml; the notebooks lie beside it in `notebooks/`, or where it is said.

    Raises PlanError, with a line for each problem, where anything is wrong.
    """
    whole = read_file(path)
    keys = whole.read_keys(("reports", "timezone", "secrets", "at_once"))
    common: dict[str, Any] = {}
    if "secrets" in keys:
        common["secrets"] = _read_words(keys["secrets"], _VARIABLE, _A_VARIABLE)
    if "at_once" in keys:
        common["at_once"] = keys["at_once"].read_count(1, 64)
    common["timezone"] = _read_timezone(keys.get("timezone"), "UTC")
    places = keys["reports"].read_keys() if "reports" in keys else {}
    if not places and whole.has_keys():
        whole.refuse("there are no reports. Write them under the key 'reports'.")
    declared = read_declared(notebooks or path.parent / "notebooks")
    plans = {name: _read_report(name, at, common, declared) for name, at in places.items()}
    check_names(plans, places, declared)
    whole.problems.raise_any()
    return plans


def _read_report(
    name: str, place: Place, common: dict[str, Any], declared: Mapping[str, Any]
) -> ReportPlan:
    if not _NAME.fullmatch(name):
        place.refuse("is no name of a report. Use a-z, 0-9 and single hyphens, such as a-briefing.")
    keys = place.read_keys(_REPORT_KEYS)
    notebooks = _read_notebooks(place, keys.get("notebooks"), declared)
    timezone = _read_timezone(keys.get("timezone"), common["timezone"])
    readers: dict[str, Callable[[Place], Any]] = {
        "parameters": lambda at: check_parameters(at, notebooks, declared, timezone),
        "schedule": lambda at: _read_schedule(at, timezone),
        "sources": _read_sources,
        "limits": _read_limits,
        "keep_for": _read_keep_for,
        "pdf": Place.read_flag,
        "notify": _read_notify,
    }
    read = {key: reader(keys[key]) for key, reader in readers.items() if key in keys}
    return ReportPlan(name, notebooks, **{**common, "timezone": timezone}, **read)


def _read_notebooks(
    report: Place, place: Place | None, declared: Mapping[str, Any]
) -> tuple[str, ...]:
    if place is None:
        if report.has_keys():
            report.refuse(f"has no notebooks. Add notebooks: [...]. {suggest('', declared)}")
        return ()
    found: dict[str, None] = {}
    items = place.read_list()
    for item in items:
        name = item.read_text().removesuffix(".ipynb")
        if name in found:
            item.refuse(f"{name} is named twice. Keep one of the two.")
        elif name and name not in declared:
            item.refuse(f"there is no notebook {name}. {suggest(name, declared)}")
        elif name:
            found[name] = None
    if not items and place.is_list():
        place.refuse(f"names no notebook. {suggest('', declared)}")
    return tuple(found)


def _read_timezone(place: Place | None, default: str) -> str:
    name = place.read_text() if place else default
    if place is None or not name or name in (known := available_timezones()):
        return name or default
    hint = "".join(f" Did you mean {close}?" for close in get_close_matches(name, known, n=1))
    place.refuse(f"there is no time zone {name!r}.{hint} Give one such as Asia/Seoul or UTC.")
    return default


def _read_schedule(place: Place, timezone: str) -> Schedule | None:
    keys = place.read_keys(("cron", "grace_hours"))
    if "cron" not in keys and place.has_keys():
        place.refuse("has no cron. Add cron: minute hour day month weekday, such as 30 6 * * 1-5.")
    if "cron" not in keys:
        return None
    cron = " ".join(keys["cron"].read_text().split())
    if cron and (wrong := check_cron(cron)):
        keys["cron"].refuse(f"is {cron!r}: {wrong}.")
    grace = keys["grace_hours"].read_number(0, 24 * 366) if "grace_hours" in keys else 0
    return Schedule(cron, timezone, grace)


def _read_sources(place: Place) -> tuple[Source, ...]:
    found: dict[tuple[str, str], Source] = {}
    for item in place.read_list():
        source = _read_source(item)
        if source is None:
            continue
        if (source.kind, source.location) in found:
            item.refuse(f"{source.location} is a source twice. Keep one of the two.")
        found[source.kind, source.location] = source
    return tuple(found.values())


def _read_source(place: Place) -> Source | None:
    held = [kind for kind in _SOURCE_KEYS if kind in place.list_keys()]
    if len(held) != 1:
        given = " and ".join(held) or "no place"
        place.refuse(f"has {given}. Give one of: {', '.join(_SOURCE_KEYS)}.")
        return None
    (kind,) = held
    keys = place.read_keys((kind, *_SOURCE_KEYS[kind]))
    location = keys[kind].read_text()
    if kind != "path" and location:
        _check_address(keys[kind], location)
    read: dict[str, Any] = {
        key: keys[key].read_text() for key in ("outlet", "match") if key in keys
    }
    if "most" in keys:
        read["most"] = keys["most"].read_count(1, 10_000)
    if "allow_private" in keys:
        read["allow_private"] = keys["allow_private"].read_flag()
    return Source(kind, location, **read)


def _check_address(place: Place, address: str) -> None:
    if has_secret_shape(address):
        place.refuse("has a password or key in it. Secrets come from the environment only.")
        return
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        place.refuse(f"is {address!r}: {error}. Give an address such as {_ADDRESS}.")
        return
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or " " in address:
        place.refuse(f"is {address!r}. Give an address with http or https, such as {_ADDRESS}.")


def _read_limits(place: Place) -> Limits:
    bounds = {"minutes": (0.1, 1440), "cell_seconds": (1, 86_400), "memory_gb": (1, 4096)}
    keys = place.read_keys((*bounds, "retries"))
    read: dict[str, Any] = {
        key: keys[key].read_number(*between) for key, between in bounds.items() if key in keys
    }
    if "retries" in keys:
        read["retries"] = keys["retries"].read_count(0, 10)
    return Limits(**read)


def _read_keep_for(place: Place) -> KeepFor:
    keys = place.read_keys(("days", "runs"))
    return KeepFor(**{key: at.read_count(1, 100_000) for key, at in keys.items()})


def _read_notify(place: Place) -> Notify:
    keys = place.read_keys(("on", "webhook", "email"))
    read: dict[str, Any] = {}
    if "on" in keys:
        words = [item.read_choice(get_args(Occasion)) for item in keys["on"].read_list()]
        read["on"] = tuple(word for word in words if word)
    if "webhook" in keys:
        read["webhook"] = "".join(_read_words(keys["webhook"], _VARIABLE, _A_VARIABLE))
    if "email" in keys:
        read["email"] = _read_words(keys["email"], _EMAIL, "an e-mail address")
    return Notify(**read)


def _read_words(place: Place, shape: re.Pattern[str], expected: str) -> tuple[str, ...]:
    """Read a list of words, or one word, of a certain shape."""
    words = []
    for item in place.read_list() if place.is_list() else [place]:
        word = item.read_text()
        if word and not shape.fullmatch(word):
            item.refuse(f"is not {expected}. Give {expected}.")
        elif word:
            words.append(word)
    return tuple(words)
