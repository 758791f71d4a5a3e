"""Turn a council's audit and assessment tracker (Excel) into its Audit Committee report (Word).

From Python, `check` and `build` do what the commands of these names do; nothing is printed and no file is written.
"""

from audit_report.cannot_run import CannotRunError
from audit_report.version import __version__

# As in typing, which takes longer to import than all the rest that Ctrl-C has to wait for.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from audit_report.model.checked import Checked
    from audit_report.pipeline import Built

    FilePath = str | PathLike[str]

__all__ = ["CannotRunError", "__version__", "build", "check"]


def check(
    workbook: "FilePath", *, as_at: "date | None" = None, previous: "FilePath | None" = None
) -> "Checked":
    """Every problem in a tracker, with its records and how they are rated, as at its own Data as at or another day.

    `previous` is the last report's own workbook, to compare with. Raises CannotRunError where a file cannot be opened
    as a workbook, or where the two cannot be compared.
    """
    from pathlib import Path

    from audit_report.pipeline import check_workbook

    return check_workbook(Path(workbook), as_at, Path(previous) if previous else None)


def build(
    workbook: "FilePath",
    *,
    as_at: "date | None" = None,
    previous: "FilePath | None" = None,
    style: "FilePath | None" = None,
    draft: bool = False,
    strict: bool = False,
    html: bool = False,
) -> "Built":
    """The Word report of a tracker, with what `check` gives; no report where the tracker has errors, unless `draft`.

    `style` is a Word file whose styles the report takes on; `strict` treats warnings as errors; `html` asks for the web
    edition too. Raises CannotRunError as `check` does, and where the style cannot be used.
    """
    from pathlib import Path

    from audit_report.pipeline import build_report

    checked = check(workbook, as_at=as_at, previous=previous)
    return build_report(checked, Path(style) if style else None, draft=draft, strict=strict, html=html)
