"""Sentences with the rows behind each: the part of a page that is told, not drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from analysis.errors import ReportError
from analysis.reports.bounding import HOVER, bound_label

MIME = "application/vnd.attache.sentences+json"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, as plain text, and the ids of the rows or articles that say so."""

    text: str
    row_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under one heading."""

    heading: str
    sentences: tuple[Sentence, ...]

    @property
    def row_ids(self) -> set[str]:
        """Every id that one of its sentences leads to."""
        return {row_id for sentence in self.sentences for row_id in sentence.row_ids}


class Told:
    """What a notebook shows of sections: JSON for the page, a plain list in JupyterLab."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections = list(sections)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        sections = [
            {
                "heading": section.heading,
                "sentences": [
                    {"text": sentence.text, "row_ids": list(sentence.row_ids)}
                    for sentence in section.sentences
                ],
            }
            for section in self.sections
        ]
        html = "".join(map(_write_html, self.sections))
        return {MIME: {"sections": sections}, "text/html": html, "text/plain": str(self)}

    def __str__(self) -> str:
        lines = []
        for section in self.sections:
            lines += [section.heading, *(f"- {one.text}" for one in section.sentences)]
        return "\n".join(lines)

    __repr__ = __str__


def read_sections(shown: dict[str, Any], where: str) -> list[Section]:
    """Read what Told showed; raise ReportError where it is not that."""
    try:
        return [
            Section(
                bound_label(str(section["heading"])),
                tuple(
                    Sentence(bound_label(str(one["text"]), HOVER), tuple(map(str, one["row_ids"])))
                    for one in section["sentences"]
                ),
            )
            for section in shown["sections"]
        ]
    except (KeyError, TypeError) as error:
        raise ReportError(
            f"{where}: not sentences as a page can tell them ({error!r}). Show a reports.Told."
        ) from error


def _write_html(section: Section) -> str:
    items = "".join(f"<li>{escape(one.text)}</li>" for one in section.sentences)
    return f"<h4>{escape(section.heading)}</h4><ul>{items}</ul>"
