"""The command `attache`, and what becomes of errors."""

from __future__ import annotations

from typing import Any

import click

from analysis import __version__
from analysis.errors import PlanError, RuleError, WorkbookError


class _Group(click.Group):
    """Turns WorkbookError into one line on stderr and exit code 1, in one place."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly when nobody reads on
        except (WorkbookError, OSError) as error:
            click.echo(f"attache: {_write_line(error)}", err=True)
            ctx.exit(1)


def _write_line(error: WorkbookError | OSError) -> str:
    """Say in one line what is wrong: a path or a parser's message may hold line breaks."""
    if isinstance(error, RuleError | PlanError):
        return str(error)  # each failed example, each problem of a plan has a line of its own
    message = str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        message = f"{where}{error.strerror or error}. Check the path, its permissions and the disk."
    return " ".join(message.split())


@click.group(cls=_Group)
@click.version_option(__version__, prog_name="attache")
def main() -> None:
    """Read news on diplomacy and arms transfers: who met whom, who is said to have armed whom."""
