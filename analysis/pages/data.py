"""schema.py -> data/README.md: every column of every table, for readers of the files."""

from __future__ import annotations

from pathlib import Path

from analysis.contract import Table
from analysis.schema import CODED, MERGED, READ, REVIEWED

HEAD = """# Data

<!-- Generated from analysis/schema.py by `make docs`; edit it there. -->

| folder | what is in it |
|---|---|
| `articles/` | articles as received; never changed. Yours are git-ignored |
| `articles/sample/` | the sample corpus: synthetic articles written for this project, see below |
| `articles/fetched/` | pages fetched by `attache fetch` and by reports, see docs/fetching.md |
| `reviews/` | analysts' decisions, a CSV file a reviewer; to be committed, see below |
| `tables/` | written by `attache extract`; safe to delete |

## The sample corpus

Every article under `articles/sample/` was written for Attaché and says so in its front matter
(`sample:`). None is a news report; the outlets do not exist. The facts they tell (visits, claims,
denials from July 2023 to the end of 2025) are matters of public record, named by id (`facts:`);
the sentences are our own. Real people are paraphrased: beside their names, quotation marks hold
at most a few words that are on record. Eight articles tell of everyday life and rest on no fact:
nothing may be found in them. Licence: MIT, as the code. `articles/sample/unusual/` holds what a
reader must refuse or treat with care: an empty file, a binary one, a French text, an undated
article, a title with markup and a formula.

## Reviews

Coding is a proposal until a person has looked. Decisions are rows of `reviews/<reviewer>.csv`:
accept, reject or edit a row; edit an actor, or merge it into another one; merge two trips or
cases, or split a row off. `attache review` and the notebook write them; `attache extract` applies
them after coding, each time, and lists in the table `reviews` what became of each. Rows keep
their ids whatever is changed in them. Of one reviewer's decisions on one thing the latest holds;
two reviewers who contradict each other are an error that names both lines. A decision whose
sentence or rule has changed since still holds, and is listed as `look again`; one whose row is
gone is kept and listed as `no such row`; `why` says what changed.

    attache review decide edit person:jane-doe name "Jane Doe" --reviewer "A. Analyst"
    attache review decide merge case-… case-… --reviewer "A. Analyst" --reason "one shipment"
    attache review decide split v-… --reviewer "A. Analyst"
    attache review undo --reviewer "A. Analyst"

## Tables

On disk a table is a folder of Parquet files named by `manifest.json`; `--format csv` writes one
`<table>.csv` each, with lists joined by ";". Cells are kept character for character: a spreadsheet
may take a text that starts with "=" for a formula, so import the columns as text. Countries are
ISO 3166-1 alpha-3 codes, `IGO` for international organisations. An empty text means that the
article does not say.
"""


def write_page() -> str:
    """Return data/README.md as it follows from the schema."""
    parts = [HEAD]
    for heading, tables in (
        ("What is read", READ),
        ("What is coded, per article", CODED),
        ("What analysts decided", REVIEWED),
        ("What is merged across articles", MERGED),
    ):
        parts.append(f"## {heading}\n")
        parts += [_describe(table) for table in tables]
    return "\n".join(parts)


def _describe(table: Table) -> str:
    lines = [
        f"### {table.name}\n",
        f"One row is {table.one_row}.\n",
        "| column | type | meaning |",
        "|---|---|---|",
    ]
    for column in table.columns:
        meaning = column.meaning.replace("|", "\\|")
        values = ", ".join(f"`{value}`" for value in column.values if value)
        lines.append(
            f"| `{column.name}` | {column.kind} | {meaning}{f': {values}' if values else ''} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path("data/README.md").write_text(write_page(), encoding="utf-8")
