"""Trackers made by hand with openpyxl, from the headers that the contract fixes and nothing of the package's."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = list[dict[str, Any]]
Sheets = dict[str, Rows]

_BASE: Sheets = {
    "Recommendations": [
        {
            "Recommendation ref": "R1",
            "Recommendation": "Recruit enough social workers",
            "Source assessment": "A1",
            "Other relevant assessments": "Annual assessment",
            "Date raised": date(2009, 12, 9),
            "Directorate": "Children",
            "Financial loss (£)": None,
            "Departmental budget (£)": None,
            "Service impact": "Critical",
            "Reputation impact": "Major",
            "People impact": None,
            "Recorded priority": "Critical",
            "Reason priority differs": None,
            "Improvement plan in place": "Yes",
            "Director accountable": "Ann Archer",
            "Delivery leads": "Ben Baker",
            "Closed on": None,
            "Closure evidence": None,
        },
        {
            "Recommendation ref": "R2",
            "Recommendation": "Publish the data quality policy",
            "Source assessment": "A1",
            "Date raised": date(2009, 12, 9),
            "Directorate": "Finance",
            "Service impact": "Moderate",
            "Improvement plan in place": "Yes",
            "Director accountable": "Ann Archer",
            "Delivery leads": "Ben Baker",
        },
    ],
    "Actions": [
        {
            "Action ref": "R1.1",
            "Recommendation ref": "R1",
            "Action": "Run the recruitment campaign",
            "Owner": "Ben Baker",
            "Original due date": date(2010, 6, 30),
            "Progress": "In progress",
            "Completed on": None,
            "Quality": None,
            "Evidence": None,
        },
        {
            "Action ref": "R2.1",
            "Recommendation ref": "R2",
            "Action": "Draft the policy",
            "Owner": "Ben Baker",
            "Original due date": date(2010, 3, 31),
            "Progress": "Complete",
            "Completed on": date(2010, 3, 30),
            "Quality": "Met",
            "Evidence": "Policy on the intranet",
        },
    ],
    "Date changes": [
        {
            "Action ref": "R1.1",
            "New due date": date(2010, 7, 31),
            "Reason": "The campaign starts later",
            "Approved by": "Ann Archer",
            "Approved on": date(2010, 4, 1),
        }
    ],
    "Progress updates": [
        {
            "Recommendation ref": ref,
            "Update date": date(2010, 4, 20),
            "Latest progress": f"Work on {ref} goes on.\n• First point\n• Second point",
            "Status declared": "Green",
            "Significant challenges": "No",
            "Supplied by": None,
            "Approved by": "Ann Archer",
            "Approved on": date(2010, 4, 26),
        }
        for ref in ("R1", "R2")
    ],
    "Assessments": [
        {
            "Assessment ref": "A1",
            "Assessment": "Organisational Assessment",
            "Part of": None,
            "Assessing body": "Audit Commission",
            "Authority lead": "Ann Archer",
            "Report date": "December 2009",
            "Score or summary": "2 out of 4",
            "Arrangements to address issues": "• Plan in place",
            "Upcoming milestones": "Report in Autumn 2010 (to be confirmed)",
            "Show in overview": None,
            "Reported through": None,
        }
    ],
    "Forward plan": [
        {
            "Plan ref": "F1",
            "Assessment": "Inspection",
            "Assessing body": "Care Quality Commission",
            "Focus of assessment": "Safeguarding",
            "Current rating": "3/4 (good)",
            "Period to be reviewed": "2009-10",
            "Date of next review": "May 2010",
            "Window from": None,
            "Window to": None,
            "Authority lead": "Ann Archer",
        }
    ],
    "Officers": [
        {"Name": "Ann Archer", "Job title": "Director of Children", "Directorate": "Children", "Email": None},
        {"Name": "Ben Baker", "Job title": "Head of Service", "Directorate": "Children", "Email": None},
    ],
    "Report details": [
        {"Item": item, "Value": value, "What it is for": None}
        for item, value in (
            ("Authority", "Northshire County Council"),
            ("Short name", "NCC"),
            ("Service", "Performance"),
            ("Committee", "Audit Committee"),
            ("Report title", "External Audit and Assessment"),
            ("Committee date", date(2010, 5, 17)),
            ("Data as at", date(2010, 4, 30)),
            ("Previous data as at", None),
            ("Register last reviewed", date(2010, 4, 12)),
            ("Contact", None),
            *dict.fromkeys(
                (
                    "Months ahead",
                    "Months between updates",
                    "Months between register reviews",
                    "Lateness judged against",
                    "Date moves allowed",
                    "Due soon within (days)",
                    "Financial test",
                    "Show summary",
                    "Language",
                )
            ).items(),
        )
    ],
    "Report text": [{"Place": "Context", "Text": "The tracker registers every assessment."}],
    "Annex 1": [
        {
            "Priority": level,
            "Report label": level,
            "Financial loss at least (£)": loss,
            "More than share of departmental budget": share,
            "Financial criteria": f"{level} loss.",
            "Service criteria": f"{level} for services.",
            "Reputation criteria": f"{level} for reputation.",
            "People criteria": f"{level} for people.",
        }
        for level, loss, share in (
            ("Critical", 1_000_000, 0.15),
            ("Major", 500_000, 0.06),
            ("Moderate", 300_000, 0.03),
            ("Best Practice", None, None),
        )
    ],
    "Annex 2": [
        {"Status": "Red", "Report label": "Red (not on track)", "Criteria": "Not on track."},
        {"Status": "Green", "Report label": "Green (on track)", "Criteria": "On track."},
    ],
}


def small_tracker() -> Sheets:
    """Two recommendations of one assessment: R1 critical, R2 moderate, both green as at 30 April 2010."""
    return deepcopy(_BASE)


def set_item(sheets: Sheets, item: str, value: object) -> None:
    """Change a value of Report details."""
    row = next((row for row in sheets["Report details"] if row["Item"] == item), None)
    if row is None:
        row = {"Item": item, "What it is for": None}
        sheets["Report details"].append(row)
    row["Value"] = value


def save_tracker(path: Path, sheets: Mapping[str, Rows], *, first_row: int = 1) -> Path:
    """Write the sheets, each with its headers in `first_row`, and no Excel tables."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet: Worksheet = workbook.create_sheet(name)
        write_rows(sheet, rows, first_row)
    workbook.save(path)
    return path


def write_rows(sheet: Worksheet, rows: Sequence[Mapping[str, object]], first_row: int = 1) -> None:
    """Write rows under a header of every key used; a callable value is given the cell to fill."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    for column, header in enumerate(headers, start=1):
        sheet.cell(first_row, column, header)
    for number, row in enumerate(rows, start=first_row + 1):
        for column, header in enumerate(headers, start=1):
            sheet.cell(number, column).value = row.get(header)  # type: ignore[assignment]  # any value openpyxl takes
