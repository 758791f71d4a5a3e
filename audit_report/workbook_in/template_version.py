"""Which version of the tracker a workbook is: a header of a later one is a column of the council's own."""

from audit_report.model.report_details import FIRST_VERSION, ReportDetails
from audit_report.schema.kinds import shown
from audit_report.schema.record import header_of
from audit_report.schema.spacing import match_key
from audit_report.workbook_in.read_sheet import Sheet

_ITEM = match_key(header_of(ReportDetails, "template_version"))


def template_version(report_details: Sheet | None) -> int:
    """The number in the row of the item Template version, in any column; the first version where there is none."""
    if report_details is None:
        return FIRST_VERSION
    for row in report_details.cells.itertuples(index=False, name=None):
        texts = [shown(raw).strip() for raw in row]
        if _ITEM in map(match_key, texts):
            numbers = (text for text in texts if text.isascii() and text.isdigit())
            return int(next(numbers, str(FIRST_VERSION))[:_MOST_DIGITS])
    return FIRST_VERSION


_MOST_DIGITS = 6
