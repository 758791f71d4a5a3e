"""Whether a report was made from a workbook, and whether it has been edited since."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from audit_report.report.provenance import WrittenReport
from audit_report.schema.kinds import long_date
from audit_report.web.html_read_back import is_page, read_page
from audit_report.word.read_back.written_report import read_report
from audit_report.workbook_in.load_records import SHEETS
from audit_report.workbook_in.read_workbook import WorkbookFile, read_workbook


def verification(report: Path, workbook: Path) -> tuple[list[str], bool]:
    """The answer in sentences, and whether it is yes: from this workbook, and unedited.

    Raises NotAReportError or UnreadableWorkbookError where a file cannot be opened as what it should be.
    """
    written = read_page(report) if is_page(report) else read_report(report)
    source = read_workbook(workbook, SHEETS)
    is_source = source.sha256 == written.made_from.sha256
    origin = _made_from(written, source) if is_source else _made_from_another(written, source)
    return [*origin, *_since(written)], is_source and not written.edited


def _made_from(written: WrittenReport, source: WorkbookFile) -> Iterator[str]:
    made_from = written.made_from
    day = f", as at {long_date(date.fromisoformat(made_from.as_at))}" if made_from.as_at else ""
    yield f"This report was made from {source.name} as it is now{day}, by audit-report {made_from.program}."
    if made_from.workbook != source.name:
        yield f"The workbook was called {made_from.workbook} then."
    if made_from.compared_with:
        yield f"What had changed was found by comparing it with {made_from.compared_with}."


def _made_from_another(written: WrittenReport, source: WorkbookFile) -> Iterator[str]:
    made_from = written.made_from
    yield f"This report was not made from {source.name} as it is now."
    if made_from.workbook == source.name:
        yield "It was made from a workbook of that name, which has been changed since or is another copy of it."
    else:
        yield f"It was made from a workbook called {made_from.workbook}."
    yield f"SHA-256 of the workbook it was made from: {made_from.sha256}"
    yield f"SHA-256 of this workbook:                 {source.sha256}"


def _since(written: WrittenReport) -> Iterator[str]:
    if written.draft_mark:
        yield "It is a draft, not the paper."
    if written.is_page and written.edited:
        yield "The page has been changed since it was built."
    elif written.is_page:
        yield "The page is as it was built: nobody has changed it since."
    elif written.edited:
        yield "Its text has been edited since it was built."
    else:
        yield "Its text is as it was built: nobody has edited it since."
