"""Programs that do less with the same workbook, each a process of its own: `python -m tests.benchmarks.peers NAME …`.

`docxtpl` and `python-docx` read the sheets with pandas and write sections A to D and the annexes; they check nothing
and rate by two lines of code. `imports` only imports the libraries. `strings` does that and writes the document part
of the built report once more, a string a paragraph, deflated: the floor for any writer.
"""

import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

Rows = list[dict[str, Any]]
Sheets = dict[str, Rows]


def imports(_workbook: Path, _report: Path) -> None:
    import docx
    import openpyxl
    import pandas as pd

    assert all((docx, openpyxl, pd))


def docxtpl(workbook: Path, report: Path) -> None:
    from docxtpl import DocxTemplate

    template = report.with_suffix(".template.docx")
    _write_template(template)
    sheets = _sheets(workbook)
    document = DocxTemplate(template)
    tables = {name.replace(" ", "_"): sheets[name] for name in _TABLES}
    document.render({"recommendations": _reported(sheets), **tables}, autoescape=True)
    document.save(report)


def python_docx(workbook: Path, report: Path) -> None:
    from docx import Document

    document, sheets = Document(), _sheets(workbook)
    _add_table(document, sheets["Assessments"], _TABLES["Assessments"])
    for each in _reported(sheets):
        table = document.add_table(rows=3, cols=3)
        for row, texts in enumerate(_box(each)):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        for line in each["progress"]:
            document.add_paragraph(line)
        document.add_paragraph(f"Director accountable: {each['Director accountable']}")
    for name in ("Forward plan", "Annex 1", "Annex 2"):
        _add_table(document, sheets[name], _TABLES[name])
    document.save(str(report))


def strings(workbook: Path, report: Path) -> None:
    imports(workbook, report)
    with ZipFile(workbook.with_suffix(".docx")) as built:
        paragraphs = built.read("word/document.xml").decode().split("</w:p>")
    with ZipFile(report, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for paragraph in paragraphs[:-1]:
            part.write(f"{paragraph}</w:p>".encode())
        part.write(paragraphs[-1].encode())


PEERS = {"imports": imports, "docxtpl": docxtpl, "python-docx": python_docx, "strings": strings}


def _sheets(workbook: Path) -> Sheets:
    import pandas as pd

    frames = pd.read_excel(workbook, sheet_name=list(_SHEETS))
    return {
        name: [
            {str(header): value for header, value in row.items()}
            for row in frame.fillna("").to_dict("records")
        ]
        for name, frame in frames.items()
    }


def _reported(sheets: Sheets) -> Rows:
    """The recommendations of sections B and C with their latest update, by rules as a quick script would have them."""
    updates = {row["Recommendation ref"]: row for row in sheets["Progress updates"]}
    moved = {row["Action ref"]: row["New due date"] for row in sheets["Date changes"]}
    late: dict[str, int] = {}
    for action in sheets["Actions"]:
        due = moved.get(action["Action ref"], action["Original due date"])
        late[action["Recommendation ref"]] = late.get(action["Recommendation ref"], 0) + (
            action["Progress"] != "Complete" and str(due) < "2010-04-30"
        )
    found = []
    for row in sheets["Recommendations"]:
        progress = updates[row["Recommendation ref"]]["Latest progress"].split("\n")
        is_late = late[row["Recommendation ref"]] > 0
        if is_late or "Critical" in (row["Service impact"], row["Reputation impact"]):
            status = "Red (not on track)" if is_late else "Green (on track)"
            found.append({**row, "progress": progress, "status": status})
    return found


def _box(each: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    return (
        ("Recommendation:", each["Recommendation"], f"Improvement Plan Status: {each['status']}"),
        ("Source:", each["Source assessment"], f"Priority: {each['Service impact']}"),
        (
            "Other relevant assessments:",
            each["Other relevant assessments"],
            "Since last report: First report",
        ),
    )


def _add_table(document: Any, rows: Rows, headers: tuple[str, ...]) -> None:  # noqa: ANN401  python-docx's own
    table = document.add_table(rows=0, cols=len(headers))
    for each in rows:
        for cell, header in zip(table.add_row().cells, headers, strict=True):
            cell.text = str(each[header])


def _write_template(path: Path) -> None:
    """The same boxes and tables with docxtpl's tags in them."""
    from docx import Document

    document = Document()
    _add_loop(document, "Assessments")
    document.add_paragraph("{%p for each in recommendations %}")
    table = document.add_table(rows=3, cols=3)
    tags = _box({name: f"{{{{ each['{name}'] }}}}" for name in _TAGS})
    for row, texts in zip(table.rows, tags, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("{%p for line in each.progress %}")
    document.add_paragraph("{{ line }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("Director accountable: {{ each['Director accountable'] }}")
    document.add_paragraph("{%p endfor %}")
    for name in ("Forward plan", "Annex 1", "Annex 2"):
        _add_loop(document, name)
    document.save(str(path))


def _add_loop(document: Any, sheet: str) -> None:  # noqa: ANN401  python-docx's own
    headers = _TABLES[sheet]
    table = document.add_table(rows=3, cols=len(headers))
    table.rows[0].cells[0].text = f"{{%tr for row in {sheet.replace(' ', '_')} %}}"
    for cell, header in zip(table.rows[1].cells, headers, strict=True):
        cell.text = f"{{{{ row['{header}'] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"


_TAGS = ("Recommendation", "status", "Source assessment", "Service impact", "Other relevant assessments")
_TABLES: dict[str, tuple[str, ...]] = {
    "Assessments": (
        "Assessment",
        "Assessing body",
        "Authority lead",
        "Report date",
        "Score or summary",
        "Arrangements to address issues",
        "Upcoming milestones",
    ),
    "Forward plan": (
        "Assessment",
        "Assessing body",
        "Focus of assessment",
        "Current rating",
        "Period to be reviewed",
        "Date of next review",
        "Authority lead",
    ),
    "Annex 1": (
        "Report label",
        "Financial criteria",
        "Service criteria",
        "Reputation criteria",
        "People criteria",
    ),
    "Annex 2": ("Report label", "Criteria"),
}
_SHEETS = ("Recommendations", "Actions", "Date changes", "Progress updates", *_TABLES)

if __name__ == "__main__":
    PEERS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
