"""Programs that do less with the same workbook, each a process of its own: `python -m tests.benchmarks.peers NAME …`.

`docxtpl` and `python-docx` read the sheets with pandas and write the boxes of sections B and C and the table of
section D; they check nothing and rate nothing. `imports` only imports the libraries. `strings` writes a document
part of the same size from what is already in memory: the floor for any writer.
"""

import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

_DATA = ("Recommendations", "Actions", "Date changes", "Progress updates", "Forward plan")


def imports(_workbook: Path, _report: Path) -> None:
    import docx
    import openpyxl
    import pandas as pd

    assert all((docx, openpyxl, pd))


def docxtpl(workbook: Path, report: Path) -> None:
    from docxtpl import DocxTemplate

    template = report.with_suffix(".template.docx")
    _template(template)
    document = DocxTemplate(template)
    document.render(
        {"recommendations": _reported(workbook), "plan": _rows(workbook, "Forward plan")}, autoescape=True
    )
    document.save(report)


def python_docx(workbook: Path, report: Path) -> None:
    from docx import Document

    document = Document()
    for each in _reported(workbook):
        table = document.add_table(rows=3, cols=3)
        for row, texts in enumerate(_box(each)):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        for line in each["progress"]:
            document.add_paragraph(line)
        document.add_paragraph(f"Director accountable: {each['Director accountable']}")
    plan = _rows(workbook, "Forward plan")
    table = document.add_table(rows=0, cols=7)
    for each in plan:
        for cell, text in zip(table.add_row().cells, list(each.values())[1:8], strict=False):
            cell.text = str(text)
    document.save(str(report))


def strings(workbook: Path, report: Path) -> None:
    from xml.sax.saxutils import escape

    count = int(workbook.stem.rpartition("-")[2])
    line = escape("Paragraph 1 of the update says at some length what was done since the last one. " * 2)
    paragraph = (
        f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>'
    )
    cell = f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'
    box = f"<w:tbl>{('<w:tr>' + cell * 3 + '</w:tr>') * 3}</w:tbl>"
    imports(workbook, report)
    with ZipFile(report, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for number in range(count):
            part.write(f"{box}{paragraph * 9}<!-- {number} -->".encode())


PEERS = {"imports": imports, "docxtpl": docxtpl, "python-docx": python_docx, "strings": strings}


def _rows(workbook: Path, sheet: str) -> list[dict[str, Any]]:
    import pandas as pd

    rows = pd.read_excel(workbook, sheet_name=sheet).fillna("").to_dict("records")
    return [{str(header): value for header, value in row.items()} for row in rows]


def _reported(workbook: Path) -> list[dict[str, Any]]:
    """Every recommendation with its latest update and its overdue actions, as a quick script would have it."""
    updates = {row["Recommendation ref"]: row for row in _rows(workbook, "Progress updates")}
    moved = {row["Action ref"]: row["New due date"] for row in _rows(workbook, "Date changes")}
    late: dict[str, int] = {}
    for action in _rows(workbook, "Actions"):
        due = moved.get(action["Action ref"], action["Original due date"])
        late[action["Recommendation ref"]] = late.get(action["Recommendation ref"], 0) + (
            str(due) < "2010-04-30"
        )
    found = []
    for row in _rows(workbook, "Recommendations"):
        progress = updates[row["Recommendation ref"]]["Latest progress"].split("\n")
        status = "Red (not on track)" if late[row["Recommendation ref"]] else "Green (on track)"
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


def _template(path: Path) -> None:
    """The same boxes and table with docxtpl's tags in them."""
    from docx import Document

    document = Document()
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
    plan = document.add_table(rows=3, cols=7)
    plan.rows[0].cells[0].text = "{%tr for row in plan %}"
    for cell, name in zip(plan.rows[1].cells, _PLAN, strict=True):
        cell.text = f"{{{{ row['{name}'] }}}}"
    plan.rows[2].cells[0].text = "{%tr endfor %}"
    document.save(str(path))


_TAGS = ("Recommendation", "status", "Source assessment", "Service impact", "Other relevant assessments")
_PLAN = (
    "Assessment",
    "Assessing body",
    "Focus of assessment",
    "Current rating",
    "Period to be reviewed",
    "Date of next review",
    "Authority lead",
)

if __name__ == "__main__":
    PEERS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
