"""Pages of many rows: seconds to make them, their size, and how soon a browser can use them.

    python -m benchmarks.pages [--rows 1000 10000 50000] [--reports 2-network …]

Every report is made by the real runner from synthetic tables of so many visits, allegations,
statements and events each (`benchmarks.synthetic`), one after the other, and opened in Chromium where
there is one. The ratio is to the smallest number of rows.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.runs import by_hand
from benchmarks.synthetic import save_tables
from tests.pages.driver import CHROMIUM, Browser, open_browser

LARGEST = 10_000_000
# Kept from the first moment of a page: when it was ready and all drawn, and what held it up.
_WATCH = """
window.seen = { held: 0 };
new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
  window.seen.held = Math.max(window.seen.held, duration);
})).observe({ type: 'longtask', buffered: true });
new MutationObserver(() => ['ready', 'drawn'].forEach((state) => {
  if (document.documentElement && document.documentElement.dataset[state] && !window.seen[state]) {
    window.seen[state] = performance.now();
  }
})).observe(document, { attributes: true, subtree: true });
"""
_READ = """() => ({ ...window.seen, nodes: document.querySelectorAll('*').length,
  memory: performance.memory.usedJSHeapSize })"""
_COLUMNS = {
    "make_s": "make, s",
    "page_mb": "page, MB",
    "rows_mb": "CSV, MB",
    "ready_s": "ready, s",
    "drawn_s": "all drawn, s",
    "held_s": "longest task, s",
    "nodes": "elements",
    "memory_mb": "memory, MB",
}

Figures = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--reports", nargs="*", default=[])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        measured = {rows: measure(Path(folder), rows, options.reports) for rows in options.rows}
    print_figures(measured)


def measure(folder: Path, rows: int, reports: Sequence[str]) -> dict[str, Figures]:
    """Make the reports of so many rows and open their pages; figures by the name of the report."""
    tables = folder / f"tables-{rows}"
    started = time.monotonic()
    save_tables(tables, rows)
    print(
        f"{rows:,} rows: tables made and merged in {time.monotonic() - started:.0f} s", flush=True
    )
    names = list(reports) or [path.stem for path in sorted(Path("notebooks").glob("[0-9]*.ipynb"))]
    found: dict[str, Figures] = {}
    pages: dict[str, Path] = {}
    for name in names:
        started = time.monotonic()
        (run,) = by_hand.render([name], {"tables": str(tables)}, folder=folder / f"reports-{rows}")
        if run.page is None:
            raise SystemExit(f"{name} of {rows:,} rows was not published: {run.reason}")
        companion = run.page.with_name(f"{run.page.stem}-sentences.csv")
        found[name] = {
            "make_s": time.monotonic() - started,
            "page_mb": run.page.stat().st_size / 1e6,
            "rows_mb": companion.stat().st_size / 1e6 if companion.exists() else 0.0,
        }
        pages[name] = run.page
    if CHROMIUM:
        with open_browser() as browser:
            for name, page in pages.items():
                found[name] |= open_page(browser, page)
    return found


def open_page(browser: Browser, page: Path) -> Figures:
    """Open a page as a reader does; when it is ready and drawn, and what it takes."""
    with browser.open(page, watch=_WATCH) as report:
        seen: dict[str, Any] = report.page.evaluate(_READ)
    return {
        "ready_s": seen["ready"] / 1000,
        "drawn_s": seen["drawn"] / 1000,
        "held_s": seen["held"] / 1000,
        "nodes": seen["nodes"],
        "memory_mb": seen["memory"] / 1e6,
    }


def print_figures(measured: Mapping[int, Mapping[str, Figures]]) -> None:
    """Print a line a report and number of rows, and the ratio to the smallest number."""
    least = min(measured)
    print(f"{'report':<24}{'rows':>8}" + "".join(f"{name:>17}" for name in _COLUMNS.values()))
    for name in measured[least]:
        base = measured[least][name]
        for rows, found in measured.items():
            cells = "".join(_write(found[name], base, column) for column in _COLUMNS)
            print(f"{name:<24}{rows:>8,}{cells}")
    largest = max(each["page_mb"] for found in measured.values() for each in found.values())
    print(f"largest page {largest:.1f} MB of {LARGEST / 1e6:.0f} MB")


def _write(figures: Figures, base: Figures, column: str) -> str:
    value = figures.get(column)
    if value is None:
        return f"{'':>17}"
    ratio = f" ×{value / base[column]:.1f}" if base[column] else ""
    return f"{value:,.2f}{ratio}".rjust(17) if value < 1000 else f"{value:,.0f}{ratio}".rjust(17)


if __name__ == "__main__":
    main()
