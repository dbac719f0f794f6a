"""dictionaries -> the lists of docs/codebook.md, so that the codebook cannot drift from them.

A list stands between `<!-- begin NAME -->` and `<!-- end NAME -->`; the rest is written by hand.
"""

from __future__ import annotations

from pathlib import Path

from analysis.errors import WorkbookError
from analysis.plover import QUADS, load_plover
from analysis.rulebook import DICTIONARIES
from analysis.strict_yaml import load_yaml

PAGE = Path("docs/codebook.md")


def refresh_page(page: str) -> str:
    """Return the codebook with every generated list as the dictionaries have it now."""
    lists = {
        "types": _tabulate_types(),
        "contexts": _list_contexts(),
        "bands": _tabulate_bands(),
        "categories": _tabulate_categories(),
    }
    for name, text in lists.items():
        page = replace_block(page, name, text)
    return page


def replace_block(page: str, name: str, text: str) -> str:
    """Put a text between the marks of a name; raise WorkbookError where a page lacks them."""
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    before, found, rest = page.partition(begin)
    _, ended, after = rest.partition(end)
    if not (found and ended):
        raise WorkbookError(f"The page has no marks {begin} and {end}. Put them back.")
    return f"{before}{begin}\n{text}\n{end}{after}"


def _tabulate_types() -> str:
    lines = ["| type, mode | quad | score | what it is |", "|---|---|---|---|"]
    for kind in load_plover().types.values():
        quad = f"{kind.quad} {QUADS[kind.quad]}"
        lines.append(f"| **{kind.name}** | {quad} | {kind.score:g} | {kind.meaning} |")
        lines += [f"| … {m.name} | | {m.score:g} | {m.meaning} |" for m in kind.modes.values()]
    return "\n".join(lines)


def _list_contexts() -> str:
    return "\n".join(f"- `{name}`: {words}" for name, words in load_plover().contexts.items())


def _tabulate_bands() -> str:
    entry = load_yaml(DICTIONARIES / "likelihood.yaml")
    lines = ["| band | percent | words, for example |", "|---|---|---|"]
    for band, (low, high) in {**entry["bands"], **entry["open_bands"]}.items():
        words = ", ".join(entry["words"].get(band, ())[:4])
        lines.append(f"| {band} | {low}–{high} | {words} |")
    return "\n".join(lines)


def _tabulate_categories() -> str:
    entry = load_yaml(DICTIONARIES / "items.yaml")
    lines = ["| category | what | kind | SIPRI |", "|---|---|---|---|"]
    for name, body in entry["categories"].items():
        sipri = body["sipri"] or "not counted"
        lines.append(f"| `{name}` | {body['label']} | {body['kind']} | {sipri} |")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(refresh_page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
