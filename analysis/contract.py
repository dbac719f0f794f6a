"""What a table promises, its columns and what they hold, and whether a frame keeps the promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from analysis.errors import SchemaError

if TYPE_CHECKING:
    import pandera.pandas as pa

Kind = Literal["text", "day", "list", "integer", "number", "flag"]

# How each kind is held in memory. On disk, lists are Parquet lists, or joined with ";" in CSV.
_DTYPES: dict[Kind, str] = {
    "text": "str",
    "day": "datetime64[us]",
    "list": "object",
    "integer": "Int64",
    "number": "float64",
    "flag": "bool",
}

# Of these kinds a cell may be missing.
_WITH_GAPS: tuple[Kind, ...] = ("day", "integer", "number")
# What stands in a cell that a row leaves out.
_EMPTY: dict[Kind, Any] = {
    "text": "",
    "day": pd.NaT,
    "list": (),
    "integer": pd.NA,
    "number": float("nan"),
    "flag": False,
}


@dataclass(frozen=True)
class Column:
    """One column. `values` lists all it may hold; empty = anything of its kind."""

    name: str
    kind: Kind
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: its name, what one row is, its columns in order."""

    name: str
    one_row: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> list[str]:
        """The names of the columns in order."""
        return [column.name for column in self.columns]

    @property
    def list_columns(self) -> list[str]:
        """The columns whose cells are lists of texts."""
        return [column.name for column in self.columns if column.kind == "list"]

    @cached_property
    def dtypes(self) -> dict[str, str]:
        """How pandas holds each column."""
        return {column.name: _DTYPES[column.kind] for column in self.columns}

    @cached_property
    def _checker(self) -> pa.DataFrameSchema:
        # Names, values and gaps; pandera looks at each text of a column for the type of all.
        import pandera.pandas as pa

        return pa.DataFrameSchema(
            {
                column.name: pa.Column(
                    checks=pa.Check.isin(column.values) if column.values else None,
                    nullable=column.kind in _WITH_GAPS,
                )
                for column in self.columns
            },
            strict=True,
            ordered=True,
        )

    def frame(self, rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
        """Turn rows into a checked frame; a column that a row leaves out is empty."""
        records = list(rows)
        data: dict[str, pd.Series[Any]] = {}
        for column in self.columns:
            empty = _EMPTY[column.kind]
            values = [record.get(column.name, empty) for record in records]
            if column.kind == "list":
                values = [list(value) for value in values]
            data[column.name] = pd.Series(values, dtype=_DTYPES[column.kind])
        return self.check(pd.DataFrame(data))

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the frame if it keeps the contract; raise SchemaError at the first breach."""
        if not self._is_sound(frame):
            self._explain_breach(frame)
        return frame.copy(deep=False)

    def _is_sound(self, frame: pd.DataFrame) -> bool:
        """Whether a frame keeps the contract, in a tenth of the time that it takes to say why not.

        Hundreds of tables are checked in a run, and importing pandera takes as long as a chart.
        """
        if [*frame.dtypes.astype(str).items()] != [*self.dtypes.items()]:
            return False
        return all(
            (column.kind in _WITH_GAPS or not frame[column.name].hasnans)
            and (not column.values or bool(frame[column.name].isin(column.values).all()))
            for column in self.columns
        )

    def _explain_breach(self, frame: pd.DataFrame) -> None:
        """Raise SchemaError for what is wrong first: columns, then what they hold."""
        from pandera.errors import SchemaError as PanderaError
        from pandera.errors import SchemaErrors as PanderaErrors

        self._check_columns([str(name) for name in frame.columns])
        try:
            self._checker.validate(frame)
        except (PanderaError, PanderaErrors) as error:
            reason = str(error).splitlines()[0]
            raise SchemaError(f"table {self.name}: {reason}. See analysis/schema.py.") from error
        self._check_dtypes(frame)

    def _check_columns(self, found: list[str]) -> None:
        missing = [name for name in self.column_names if name not in found]
        unknown = [name for name in found if name not in self.column_names]
        wrong = [f"no column {', '.join(missing)}"] if missing else []
        wrong += [f"no such column as {', '.join(unknown)}"] if unknown else []
        if not wrong and found != self.column_names:
            wrong = ["columns in another order, or twice"]
        if wrong:
            raise SchemaError(f"table {self.name}: {'; '.join(wrong)}. See analysis/schema.py.")

    def _check_dtypes(self, frame: pd.DataFrame) -> None:
        for name, dtype in frame.dtypes.items():
            if str(dtype) != self.dtypes[str(name)]:
                raise SchemaError(
                    f"table {self.name}: column {name} is {dtype}, not {self.dtypes[str(name)]}. "
                    "See analysis/schema.py."
                )
