"""Print precision, recall and F1 against the hand-coded rows, and every miss and false row.

How well rows are merged into trips and cases stands below, for the sample articles.

python -m tests.scoring
python -m tests.scoring --table visits --show 20
python -m tests.scoring --external FOLDER
python -m tests.scoring --external --keep
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.errors import WorkbookError
from analysis.pages.codebook import replace_block
from tests.scoring import RULES, Score, merging, outside
from tests.scoring.corpora import ROOT, code, load_sample, load_sentences, score
from tests.scoring.readme import write_accuracy

_HIDDEN = ("members", "also", "implied")
_SHOWN_COLUMNS = """
    visitor visitor_country country date status kind supplier supplier_country recipient
    recipient_country item category claimant act nature by by_country stance speaker
    speaker_country target_country event_type actor_countries recipient_countries
"""
_SHOWN = tuple(_SHOWN_COLUMNS.split())


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    options = _parse(arguments)
    try:
        corpora = [corpus for corpus in (load_sample(), load_sentences()) if corpus is not None]
        found = {corpus.name: code(corpus.articles) for corpus in corpora}
        scores = {
            corpus.name: _wanted(score(corpus, found[corpus.name]), options.table)
            for corpus in corpora
        }
        merged = merging.measure(corpora[0], found[corpora[0].name])
    except WorkbookError as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        figures = to_json(scores) | {"merging": merging.to_json(merged)}
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        print(
            "\n".join(line for name in scores for line in report(name, scores[name], options.show))
        )
        print("\n".join(merging.report(merged)))
    if options.external is not False:
        # With --json, standard output holds the JSON and nothing else.
        print(*_external(options), sep="\n", file=sys.stderr if options.json else None)
    if options.keep and not options.table:
        _refresh_readme(scores[corpora[0].name])
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.scoring", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--table", choices=list(RULES), help="score one table only")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="name N misses and false rows of each"
    )
    parser.add_argument(
        "--json", action="store_true", help="print everything as JSON, all rows named"
    )
    parser.add_argument(
        "--external",
        type=Path,
        nargs="?",
        const=None,
        default=False,
        metavar="DIR",
        help="also score articles kept outside the project, by DIR/score.py (or $ATTACHE_GOLD)",
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help="store the figures of --external in tests/gold/outside.json, and show them in README.md",
    )
    return parser.parse_args(arguments)


def _wanted(scores: list[Score], table: str | None) -> list[Score]:
    return [one for one in scores if table in (None, one.table)]


def report(name: str, scores: list[Score], show: int) -> Iterator[str]:
    """Yield the lines that show scores: each table, its parts, what else is right, rows."""
    yield f"{name:<38}{'P':>6}{'R':>7}{'F1':>7}  95 %         gold  missed  false"
    for one in scores:
        yield _line(one.without_recall_only(), one.table)
        for label in one.labels:
            yield _line(one.part(label), f"  {label}", recall_only=label in one.recall_only)
        for column, (right, of) in one.besides.items():
            yield f"    {column} right on {right} of {of} matches"
        yield from _name_rows("missed", one.missed[:show])
        yield from _name_rows("false", one.spurious[:show])
        yield ""


def _line(one: Score, name: str, *, recall_only: bool = False) -> str:
    counts = f"{one.hits + len(one.missed):>6}{len(one.missed):>8}"
    if recall_only:
        return f"{name:<38}{'–':>6}{one.recall:>7.3f}{'–':>7}  {'recall only':<11}{counts}{'–':>7}"
    low, high = one.interval
    figures = f"{one.precision:>6.3f}{one.recall:>7.3f}{one.f1:>7.3f}  {low:.3f}–{high:.3f}"
    return f"{name:<38}{figures}{counts}{len(one.spurious):>7}"


def _name_rows(kind: str, rows: list[Any]) -> Iterator[str]:
    for row in rows:
        filled = {k: row[k] for k in _SHOWN if row.get(k) not in ("", [], None)}
        said = ", ".join(f"{k}={_plain(v)}" for k, v in filled.items())
        yield f"    {kind}: {row['article_id']} {said}"
        yield f"        {row.get('rule_id', '')} {row['evidence']}".rstrip()


def _plain(value: object) -> str:
    return ";".join(value) if isinstance(value, list) else str(value)


def to_json(scores: dict[str, list[Score]]) -> dict[str, Any]:
    """Return all figures and all rows named, for programs."""
    return {name: {one.table: _figures(one) for one in each} for name, each in scores.items()}


def _figures(one: Score) -> dict[str, Any]:
    def rates(part: Score) -> dict[str, Any]:
        keys = ("precision", "recall", "f1", "hits")
        counts = {
            "missed": len(part.missed),
            "false": len(part.spurious),
            "interval": part.interval,
        }
        return {**{key: getattr(part, key) for key in keys}, **counts}

    return {
        **rates(one.without_recall_only()),
        "parts": {label: rates(one.part(label)) for label in one.labels},
        "besides": {column: list(counts) for column, counts in one.besides.items()},
        "rows_missed": [_readable(row) for row in one.missed],
        "rows_false": [_readable(row) for row in one.spurious],
    }


def _readable(row: Any) -> dict[str, str]:
    return {key: _plain(value) for key, value in row.items() if key not in _HIDDEN}


def _external(options: argparse.Namespace) -> Iterator[str]:
    folders = outside.find_outside(options.external)
    if not folders:
        where = options.external or "no folder beside the project, nor $ATTACHE_GOLD,"
        yield f"articles outside the project: skipped, {where} has a score.py"
        for name, figures in outside.load_last().items():
            yield from (f"last measured: {name}", *outside.report(figures), "")
    for folder in folders:
        figures, named = outside.measure(folder, show=options.show)
        yield from (f"articles outside the project: {folder.name}", *outside.report(figures), named)
        if options.keep:
            outside.keep({folder.name: figures})


def _refresh_readme(scores: list[Score]) -> None:
    page = ROOT / "README.md"
    sample = {score.table: score for score in scores}
    table = write_accuracy(sample, outside.load_last()["gold"])
    page.write_text(replace_block(page.read_text("utf-8"), "accuracy", table), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
