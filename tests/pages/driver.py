"""Opens a report as a reader does, in the system's Chromium, with no network to lean on.

    with open_browser() as browser, browser.open(page) as report:
        chart = report.charts()[0]
        mark = report.marks(chart)[0]
        report.click(chart, mark)
        assert "landed in Freedonia" in report.read_panel().text

Whatever the page asks for beyond itself, and whatever it says on the console, is kept.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser as PlaywrightBrowser
from playwright.sync_api import BrowserContext, Page, sync_playwright

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
]

# Brings a height into the window and returns by how much that moved the page.
_SCROLL = """(y) => {
  const before = scrollY;
  if (y < 20 || y > innerHeight - 20) scrollBy({ top: y - innerHeight / 2, behavior: 'instant' });
  return scrollY - before;
}"""
_SAID = """sources => sources.flatMap((source) => {
  const outlet = source.querySelector('.byline b').textContent;
  return [...source.querySelectorAll('blockquote')].map((one) => [outlet, one.textContent]);
})"""

_FLAWS = """async (exclude) => {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const runOnly = { type: 'tag', values };
  const { violations } = await axe.run({ include: [document], exclude }, { runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""


@cache
def _read_axe() -> str:
    import axe_playwright_python

    folder = Path(axe_playwright_python.__file__).parent
    return next(folder.rglob("axe.min.js")).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Mark:
    """One mark of a chart: its row ids, its centre on the page in pixels, and its words."""

    row_ids: tuple[str, ...]
    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Panel:
    """The evidence panel as it stands: heading, tally, whole text, and its sentences in order.

    `said` are the sentences each with the outlet under whose name it stands.
    """

    heading: str
    tally: str
    text: str
    row_ids: tuple[str, ...]
    sentences: tuple[str, ...]
    outlets: tuple[str, ...]
    said: tuple[tuple[str, str], ...]


@dataclass
class Report:
    """One open page. `requests` are addresses asked for beyond the page, `console` its messages."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def charts(self) -> list[str]:
        """The names of its charts in reading order."""
        names: list[str] = self.page.eval_on_selector_all(
            "figure.chart", "all => all.map(f => f.id)"
        )
        return names

    def failed_charts(self) -> list[str]:
        """The names of charts that could not be drawn."""
        return self._name_charts("figure.chart:not(:has(.plot[data-drawn]))")

    def marks(self, chart: str) -> list[Mark]:
        """The marks that are drawn in a chart, in the order the keyboard walks them."""
        plot = self._plot(chart)
        plot.scroll_into_view_if_needed()
        found: list[dict[str, Any]] = plot.evaluate(
            "plot => plot.findMarks().map(({box, ids, label}) =>"
            " ({ids, label, x: box.x + box.width / 2, y: box.y + box.height / 2}))"
        )
        return [Mark(tuple(m["ids"]), m["x"], m["y"], m["label"]) for m in found]

    def row_ids(self, chart: str) -> set[str]:
        """Every row id that a mark of the chart leads to."""
        return {row_id for mark in self.marks(chart) for row_id in mark.row_ids}

    def click(self, chart: str, mark: Mark) -> None:
        """Click a mark of a chart, as marks() has just placed it; scroll to it where need be."""
        self._plot(chart)
        y = mark.y - self.page.evaluate(_SCROLL, mark.y)
        self.page.mouse.move(mark.x - 1, y - 1)
        self.page.mouse.move(mark.x, y)
        # plotly answers a hover before it takes a click.
        self.page.wait_for_timeout(120)
        self.page.mouse.click(mark.x, y)
        self.page.wait_for_selector("#panel[open]", timeout=3000)

    def walk(self, chart: str, steps: int, *, key: str = "ArrowRight") -> str:
        """Focus a chart, press a key so many times and return what is announced."""
        self._plot(chart).focus()
        for _ in range(steps):
            self.page.keyboard.press(key)
        return self.page.inner_text(f"figure[id='{chart}'] .walk")

    def walk_to(self, chart: str, place: int) -> str:
        """Walk to a mark by its place in the order of the marks; return what is announced."""
        self.walk(chart, 1, key="Home")
        self.walk(chart, place // 10, key="PageDown")
        return self.walk(chart, place % 10)

    def open_table(self, chart: str) -> None:
        """Unfold the data of a chart."""
        self.page.eval_on_selector(f"figure[id='{chart}'] details", "one => { one.open = true; }")

    def press(self, key: str) -> None:
        """Press a key wherever the focus is."""
        self.page.keyboard.press(key)

    def is_panel_open(self) -> bool:
        """Whether the evidence panel is open."""
        return self.page.locator("#panel[open]").count() == 1

    def read_panel(self) -> Panel:
        """Read the open panel."""
        panel = self.page.locator("#panel[open]")
        read = panel.locator
        return Panel(
            heading=read("h2").inner_text(),
            tally=read(".tally").inner_text(),
            text=panel.inner_text(),
            row_ids=tuple(read(".sentence").evaluate_all("all => all.map(one => one.dataset.row)")),
            sentences=tuple(read("blockquote").all_text_contents()),
            outlets=tuple(read(".byline b").all_text_contents()),
            said=tuple(map(tuple, read(".source").evaluate_all(_SAID))),
        )

    def close_panel(self) -> None:
        """Close the panel with Escape."""
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector("#panel:not([open])", state="attached")
        self.page.wait_for_url(lambda url: "#row=" not in url and "#open=" not in url)

    def go_back(self) -> None:
        """Press the browser's back button."""
        self.page.evaluate("history.back()")
        self.page.wait_for_event("framenavigated", timeout=3000)

    def search(self, words: str) -> str:
        """Open the search with its key, ask for words and return what is announced."""
        self.page.keyboard.press("/")
        self.page.fill("#words", words)
        return self.page.inner_text("#search[open] .found")

    def find_flaws(self, *, drawn: bool = True) -> list[str]:
        """What axe finds against WCAG 2.2 AA and its own best practices, as the page stands.

        `drawn=False` passes over what is inside the charts: hundreds of marks take seconds.
        """
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(_read_axe())
        found: list[str] = self.page.evaluate(_FLAWS, [] if drawn else [".main-svg"])
        return found

    def overflow(self) -> list[str]:
        """Elements that reach beyond the window and would make the page scroll sideways."""
        found: list[str] = self.page.evaluate(
            """() => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              return [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
                .map((one) => `${one.tagName}.${one.className}`).slice(0, 9);
            }"""
        )
        return found

    def screenshot(self, path: Path) -> None:
        """Save a picture of the whole page."""
        self.page.screenshot(path=path, full_page=True)

    def _name_charts(self, selector: str) -> list[str]:
        names: list[str] = self.page.eval_on_selector_all(selector, "all => all.map(f => f.id)")
        return names

    def _plot(self, chart: str) -> Any:
        return self.page.locator(f"figure[id='{chart}'] .plot")


class Browser:
    """A running Chromium."""

    def __init__(self, browser: PlaywrightBrowser) -> None:
        self._browser = browser

    @contextmanager
    def open(
        self,
        path: Path,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        row: str = "",
        link: str = "",
        scripted: bool = True,
        now: dt.datetime | None = None,
        watch: str = "",
    ) -> Iterator[Report]:
        """Open a page from the disk and wait until its charts are drawn.

        `row` opens the page by the link to that row, `link` by any other; `scripted=False` is for
        the list of reports. `now` is what the reader's clock shows; it goes on by
        `report.page.clock` only. `watch` is a script that runs before the page's own.
        """
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        report = Report(context.new_page())
        address = path.resolve().as_uri() + (f"#row={row}" if row else link)
        _listen(report, address)
        if now is not None:
            report.page.clock.install(time=now)
        if watch:
            context.add_init_script(watch)
        report.page.goto(address)
        if scripted:
            report.page.wait_for_selector("html[data-drawn]", state="attached", timeout=60_000)
        yield report
        context.close()

    @contextmanager
    def open_all(self, paths: Mapping[str, Path]) -> Iterator[dict[str, Report]]:
        """Open several pages, each in a window of its own."""
        with ExitStack() as stack:
            yield {name: stack.enter_context(self.open(path)) for name, path in paths.items()}

    def without_scripts(self) -> BrowserContext:
        """A window whose reader has switched scripts off."""
        return self._browser.new_context(java_script_enabled=False)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the system's Chromium; see CHROMIUM for whether there is one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield Browser(browser)
        browser.close()


def _listen(report: Report, address: str) -> None:
    own = address.split("#", maxsplit=1)[0]

    def note_request(request: Any) -> None:
        if request.url.split("#")[0] != own and not request.url.startswith(("data:", "blob:")):
            report.requests.append(request.url)

    report.page.on("request", note_request)
    report.page.on("console", lambda message: report.console.append(message.text))
    report.page.on("pageerror", lambda error: report.console.append(str(error)))
