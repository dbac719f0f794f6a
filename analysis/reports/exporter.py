"""The nbconvert exporter of report pages. Apart from page.py: importing nbconvert takes 0.4 s."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from nbconvert.exporters import TemplateExporter

TEMPLATES = Path(__file__).resolve().parents[1] / "report_template"


class PageExporter(TemplateExporter):
    """Writes `resources["page"]` with report_template/page/index.html.j2."""

    file_extension = ".html"
    output_mimetype = "text/html"

    def __init__(self, **settings: Any) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            template_name="page", extra_template_basedirs=[str(TEMPLATES)], **settings
        )

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        # nbconvert leaves escaping to each line of a template; here it is the rule.
        environment.autoescape = True
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.filters["cell"] = write_cell
        return environment


def write_cell(value: object) -> Markup:
    """Write one table cell: numbers to the right, what is missing empty."""
    if value is None:
        return Markup("<td></td>")
    if isinstance(value, float):
        text = f"{value:.10g}"
        return Markup("<td class='number'>{}</td>").format(text)
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup("<td class='number'>{}</td>").format(value)
    if isinstance(value, list):
        value = "; ".join(str(item) for item in value)
    return Markup("<td>{}</td>").format(escape(value))
