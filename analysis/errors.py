"""What can go wrong for a reason the user can mend. The command line prints these as one line."""


class WorkbookError(Exception):
    """Something the user can mend. The message says where, what, and what to do."""


class SchemaError(WorkbookError):
    """A table does not have the columns, types or values that schema.py promises."""


class ArticleError(WorkbookError):
    """A file or record cannot be read as an article. Becomes a row of REJECTS."""


class RuleError(WorkbookError):
    """A dictionary or rule file cannot be used as it stands."""


class TableError(WorkbookError):
    """A coded table is missing or unreadable."""


class SourceError(WorkbookError):
    """A feed, sitemap or page cannot be fetched, or does not hold what it should."""


class ParameterError(WorkbookError):
    """A report parameter has an unknown name or a value of another type."""


class ReportError(WorkbookError):
    """A notebook failed, or its page did not pass the gate. Nothing was published."""


class NotebookError(ReportError):
    """A notebook cannot be read as a report. The others are none the worse for it."""


class ReviewError(WorkbookError):
    """A decision cannot be read or applied, or contradicts another one."""


class PublishError(WorkbookError):
    """Reports cannot be copied to where they are to be read."""


class PlanError(WorkbookError):
    """reports.yaml cannot be used as it stands. The message has a line for each problem."""


class NoticeError(WorkbookError):
    """Nobody could be told what became of a run."""
