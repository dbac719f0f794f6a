"""Small notebooks for the tests of reports: one of every kind of chart, and ways to go wrong.

The articles, people and countries are invented; some of their words are hostile on purpose.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
TURNING = "\u202e"
NOTICE = "Synthetic sample articles written for this project; not news."

PARAMETERS = """\
since: str = ""  # first publication date; empty = open
until: str = ""  # last publication date; empty = open
actors: list = []  # actor ids or ISO3; empty = all
top: int = 25  # rows drawn
share: float = 0.5  # least share
alleged: bool = False  # draw allegations"""

# Stands in for analysis.charts and coded tables, which are tested elsewhere.
TABLES = f"""\
import pandas as pd
import plotly.graph_objects as go
from analysis import reports
from analysis.schema import ARTICLES, VISITS

HOSTILE = {HOSTILE!r}
articles = ARTICLES.frame([
    dict(article_id="a1", outlet="Ruritania Herald", title="Minister flies to Freedonia",
         published=pd.Timestamp("2024-06-02"), url="https://example.org/1", notice={NOTICE!r}),
    dict(article_id="a2", outlet="Freedonia Wire", title=HOSTILE, url="javascript:alert(1)",
         published=pd.Timestamp("2024-07-09"), notice={NOTICE!r}),
    dict(article_id="a3", outlet="Sylvania Post", title="Minister flies to Freedonia",
         published=pd.Timestamp("2024-06-03"), duplicate_of="a1", notice={NOTICE!r}),
])
visits = VISITS.frame([
    dict(article_id=article, outlet=outlet, published=pd.Timestamp(day), evidence=evidence,
         rule_id="visit.arrived", confidence="high", visit_id=f"v{{number}}", visitor=visitor,
         country=country, city="", status=status, kind="bilateral", date=day, also=also)
    for number, (article, outlet, day, visitor, country, status, evidence, also) in enumerate([
        ("a1", "Ruritania Herald", "2024-06-02", "Rupert of Hentzau", "FRE", "occurred",
         "Rupert of Hentzau arrived in Freedonia on Sunday.", ["He landed at noon."]),
        ("a3", "Sylvania Post", "2024-06-02", "Rupert of Hentzau", "FRE", "occurred",
         "Rupert of Hentzau arrived in Freedonia on Sunday.", []),
        ("a2", "Freedonia Wire", "2024-07-10", "Rufus T. Firefly", "SYL", "planned",
         "Mr Firefly said: \\u201cI will go.\\u201d " + HOSTILE, []),
        ("a2", "Freedonia Wire", "2024-07-12", "Rufus T. Firefly", "RUR", "planned",
         "He will travel on to Ruritania.", []),
    ])
])
def meta(name, reading, columns, rows, row_ids):
    return dict(name=name, reading=reading, alt=f"Chart {{name}}",
                table=dict(columns=columns, rows=rows, row_ids=row_ids))
"""

TIMELINE = """\
table = meta("timeline", "Rupert of Hentzau was in Freedonia; two visits are planned.",
             ["visitor", "country", "date"],
             [[v.visitor, v.country, v.date] for v in visits.itertuples()],
             [[v.visit_id] for v in visits.itertuples()])
figure = go.Figure()
for status, rows in visits.groupby("status"):
    figure.add_scatter(x=rows["date"], y=rows["visitor"], name=status, mode="markers",
                       marker_size=14, customdata=rows["visit_id"].tolist())
figure.update_layout(title="Visits by visitor", meta=table, template="none", height=320)
figure"""

BARS = """\
go.Figure(
    [go.Bar(x=["June", "July"], y=[2, 0], name="occurred", customdata=["v0;v1", ""]),
     go.Bar(x=["June", "July"], y=[0, 2], name="planned", customdata=["", "v2;v3"],
            marker=dict(color="#0072B2", pattern=dict(shape="x", fillmode="replace")))],
    dict(title="Visits by month", barmode="stack", template="none",
         meta=meta("months", "Two visits in June, two planned in July.", ["month", "visits"],
                   [["June", 2], ["July", 2]], [["v0", "v1"], ["v2", "v3"]])))"""

HEATMAP = """\
go.Figure(
    go.Heatmap(x=["FRE", "RUR", "SYL"], y=["Firefly", "Hentzau"], z=[[0, 1, 1], [2, 0, 0]],
               customdata=[["", "v3", "v2"], ["v0;v1", "", ""]], showscale=False),
    dict(title="Who goes where", template="none",
         meta=meta("matrix", "Hentzau goes to Freedonia most.", ["visitor", "country", "visits"],
                   [["Hentzau", "FRE", 2]], [["v0", "v1"]])))"""

SANKEY = """\
go.Figure(
    go.Sankey(node=dict(label=["Hentzau", "Firefly", "FRE", "SYL"],
                        customdata=["v0;v1", "v2", "v0;v1", "v2"]),
              link=dict(source=[0, 1], target=[2, 3], value=[2, 1],
                        customdata=["v0;v1", "v2"])),
    dict(title="Visitors and destinations", template="none",
         meta=meta("flows", "Two flows.", ["from", "to", "visits"],
                   [["Hentzau", "FRE", 2], ["Firefly", "SYL", 1]], [["v0", "v1"], ["v2"]])))"""

MAP = """\
go.Figure(
    [go.Choropleth(locations=["FRA", "BRA"], z=[2, 1], customdata=["v0;v1", "v2"],
                   showscale=False),
     go.Scattergeo(lat=[48.9, -15.8], lon=[2.3, -47.9], mode="markers", marker_size=[18, 12],
                   text=["Freedonia", "Sylvania"], customdata=["v0;v1", "v2"])],
    dict(title="Destinations", template="none", geo=dict(fitbounds=False, resolution=110),
         meta=meta("map", "Freedonia is visited most.", ["country", "visits"],
                   [["Freedonia", 2], ["Sylvania", 1]], [["v0", "v1"], ["v2"]])))"""

EMPTY = """\
go.Figure(
    layout=dict(title="Visits in an empty window", template="none",
                annotations=[dict(text="Nothing in this selection", showarrow=False)],
                meta=meta("empty", "Nothing in this selection.", ["visitor"], [], [])))"""

FIGURES = """\
reports.KeyFigures([
    reports.KeyFigure("2", "visits made", "told as fact", ("v0", "v1")),
    reports.KeyFigure("2", "visits planned", "announced", ("v2", "v3"))])"""

TOLD = """\
reports.Told([reports.Section("Journeys", (
    reports.Sentence("Rupert of Hentzau is reported to have gone to Freedonia.", ("v1", "v0")),
    reports.Sentence("Rufus T. Firefly is expected in Ruritania.", ("v3",)),
    reports.Sentence("Nothing else is known.")))])"""

# The shortest notebook that is a report.
QUICK = ["from analysis import reports", "reports.finish()"]

FINISH = "reports.finish(articles=articles, visits=visits)"

GALLERY = (
    ("Visits over time", TIMELINE),
    ("By month", BARS),
    ("Pairs", HEATMAP),
    ("Flows", SANKEY),
    ("On the map", MAP),
    ("Nothing", EMPTY),
)


def write_hostile_articles(path: Path) -> Path:
    """Write articles whose every particular tries to be more than text: as JSON lines."""
    told = (
        "Russian President Vladimir Putin arrived in Pyongyang on Wednesday for talks with Kim "
        "Jong Un. The White House accused North Korea of sending artillery shells to Russia. "
    )
    articles = [
        {"title": HOSTILE, "text": told + HOSTILE, "url": "javascript:alert(1)"},
        {"title": "T" * 2_000_000, "text": f"{told} {'W' * 50_000} goes on.", "outlet": "O" * 900},
        {
            "title": f"{TURNING}title",
            "text": f"Foreign Minister Sergei {TURNING}Lavrov visited Pyongyang. {told}",
            "outlet": f"{TURNING}Wire",
        },
        {"title": "</title><style>*{display:none}", "text": f"</script><!-- {told}"},
        {"title": "=1+1", "text": f"=cmd|' /C calc'!A0 {told}", "outlet": "{{ 7*7 }} %{x} &lt;b>"},
        {"title": "[x](javascript:x)", "text": f"# Heading\n\n- ![x](http://x/x.png) {told} $$x$$"},
    ]
    lines = [
        json.dumps({"id": f"h{number}", "published": "2024-06-20", "outlet": "Wire"} | article)
        for number, article in enumerate(articles)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_notebook(
    path: Path, code: Sequence[str], *, title: str = "Visits", parameters: str = PARAMETERS
) -> Path:
    """Write a notebook of a title, a parameters cell and the code cells given."""
    cells = [
        new_markdown_cell(f"# {title}\nWho is reported to have met whom?"),
        new_code_cell(parameters, metadata={"tags": ["parameters"]}),
        *(new_code_cell(source) for source in code),
    ]
    return _save(path, cells)


def write_gallery(path: Path) -> Path:
    """Write a notebook with every kind of chart, a heading and a sentence before each."""
    cells = [
        new_markdown_cell("# Visits\nWho is reported to have met whom, and has that changed?"),
        new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        new_code_cell(TABLES),
        new_code_cell(FIGURES),
    ]
    for heading, source in GALLERY:
        cells.append(new_markdown_cell(f"## {heading}\nEach mark counts *reports*, not visits."))
        cells.append(new_code_cell(source))
    cells.append(new_markdown_cell("## What is told\nSentences, each from its rows."))
    cells.append(new_code_cell(TOLD))
    cells.append(new_markdown_cell("## All rows\nAs coded."))
    cells.append(new_code_cell('visits[["visitor", "country", "evidence"]]'))
    cells.append(new_code_cell(FINISH))
    return _save(path, cells)


def _save(path: Path, cells: list[nbformat.NotebookNode]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    nbformat.write(new_notebook(cells=cells), path)
    return path
