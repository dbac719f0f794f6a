"""What each rule says, as a hash: how a decision knows that the rule behind it has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.strict_yaml import load_yaml


def hash_rules(folder: Path | None = None) -> dict[str, str]:
    """Return a hash of what each rule says, by its id; its note and examples count for nothing.

    `folder` has the rule files; by default the project's own.
    """
    from analysis.rulebook import DICTIONARIES, RULE_FILES  # takes spaCy: not for every notebook

    folder = folder or DICTIONARIES
    entries = (rule for table in RULE_FILES for rule in load_yaml(folder / f"{table}.yaml") or [])
    return {rule["id"]: _hash_rule(rule) for rule in entries}


def _hash_rule(entry: Mapping[str, Any]) -> str:
    said = {key: entry[key] for key in entry if key not in ("note", "matches", "ignores")}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:8]
