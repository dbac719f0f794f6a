"""One environment, written three times: pyproject.toml, environment.yml and requirements.lock agree."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from analysis.strict_yaml import load_yaml
from tests.conftest import ROOT

# Named among environment.yml's own packages, whatever conda calls the rest.
REQUESTED = {"jupyterlab", "pandas", "plotly", "networkx", "papermill", "nbval"}


def read_pyproject() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return {canonicalize_name(r.name): r for r in map(Requirement, lines)}


def read_environment() -> tuple[list[str], list[str]]:
    """The conda packages and those that pip installs."""
    entries = load_yaml(ROOT / "environment.yml")["dependencies"]
    conda = [entry for entry in entries if isinstance(entry, str)]
    pip = [line for entry in entries if isinstance(entry, dict) for line in entry["pip"]]
    return conda, pip


def read_lock() -> dict[str, list[tuple[Version, str]]]:
    locked: dict[str, list[tuple[Version, str]]] = {}
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        match = re.match(r"([\w.-]+)==([^\s;]+)\s*(?:;\s*([^\\]+))?", line)
        if match:
            name = canonicalize_name(match[1])
            locked.setdefault(name, []).append((Version(match[2]), (match[3] or "").strip()))
    return locked


def split(line: str) -> tuple[str, str]:
    match = re.fullmatch(r"([A-Za-z0-9._-]+)\s*(.*)", line)
    assert match, line
    return canonicalize_name(match[1]), match[2].replace(" ", "")


def test_environment_names_the_same_direct_dependencies() -> None:
    conda, pip = read_environment()
    named = dict(split(line) for line in [*conda, *pip])
    for ours in ("python", "pip"):
        named.pop(ours)
    expected = {name: str(r.specifier) for name, r in read_pyproject().items()}
    assert {n: set(s.split(",")) for n, s in named.items()} == {
        n: set(s.split(",")) for n, s in expected.items()
    }


def test_the_requested_packages_are_condas_own() -> None:
    conda, _ = read_environment()
    assert {split(line)[0] for line in conda} >= REQUESTED


def test_conda_can_read_the_environment() -> None:
    rattler = pytest.importorskip(
        "rattler", reason="py-rattler reads environment.yml without conda"
    )
    conda, pip = read_environment()
    names = [rattler.MatchSpec(line, strict=True).name.normalized for line in conda]
    assert len(names) == len(set(names))
    for line in pip:
        Requirement(line)
    channels = load_yaml(ROOT / "environment.yml")["channels"]
    assert channels == ["conda-forge", "nodefaults"]


def test_every_locked_version_satisfies_pyproject() -> None:
    locked = read_lock()
    for name, requirement in read_pyproject().items():
        assert name in locked, f"{name} is not in requirements.lock; run `make lock`"
        for version, _ in locked[name]:
            assert requirement.specifier.contains(version), f"{name} {version}"


def test_the_lock_holds_hashes_and_no_addresses() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_slow_import_is_left_out() -> None:
    """rfc3987-syntax compiles 35 grammars at import: 1.1 s in every process."""
    markers = [marker for _, marker in read_lock().get("rfc3987-syntax", [])]
    assert all("never" in marker for marker in markers)
    assert default_environment()["sys_platform"] != "never"
