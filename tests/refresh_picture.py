"""Draws the README's picture, the network of the sample corpus: `make picture`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from analysis.coding import extract
from analysis.runs import by_hand
from tests.conftest import ROOT, SAMPLE
from tests.pages.driver import CHROMIUM, open_browser

PICTURE = ROOT / "reports" / "network.png"
CHART = "network"
# GitHub shows a README about as wide; a wider picture would be scaled down, its letters too.
WIDTH = 880


def draw(picture: Path = PICTURE) -> None:
    """Code the sample, render its network report and save its first chart as a picture."""
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables"
        extract(SAMPLE, tables)
        (run,) = by_hand.render(
            ["2-network"],
            {"tables": str(tables)},
            folder=Path(folder) / "reports",
            notebooks=ROOT / "notebooks",
        )
        if run.state != "published":
            sys.exit(f"refresh_picture: {run.reason}")
        page = Path(folder) / "reports" / "2-network.html"
        with open_browser() as browser, browser.open(page, width=WIDTH) as report:
            _photograph(report.page, picture)


def _photograph(page: Any, picture: Path) -> None:
    """Take the chart with its legend and a little air around it, without what one can click."""
    page.eval_on_selector_all(
        f"figure[id='{CHART}'] :is(details, .explore, .left-out, .note, .tag)",
        "all => all.forEach(one => one.remove())",
    )
    box = page.locator(f"figure[id='{CHART}']").bounding_box()
    clip = {"x": 0, "y": box["y"] - 8, "width": WIDTH, "height": box["height"] + 8}
    page.screenshot(path=picture, full_page=True, clip=clip)


if __name__ == "__main__":
    if not CHROMIUM:
        sys.exit("refresh_picture: needs chromium. Install it and try again.")
    draw()
