"""Programs that do less with the same workbook, each a process of its own: `python -m tests.benchmarks.peers NAME …`.

`docxtpl` and `python-docx` read the sheets with pandas and write sections A to D and the annexes; they check nothing
and rate by two lines of code. `imports` only imports the libraries. `strings` does that and writes the document part
of the built report once more, a string a paragraph, deflated: the floor for any writer.
"""

import sys
from datetime import datetime
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
        _add_box(document, each)
        if each["reasons"]:
            _add_fact(document, "Reasons:", "")
        for reason in each["reasons"]:
            document.add_paragraph(reason, "List Bullet")
        _add_fact(document, "Actions: ", each["actions"])
        _add_fact(document, f"Latest progress ({each['updated']}): ", each["progress"][0]["text"])
        for line in each["progress"][1:]:
            document.add_paragraph(line["text"], line["style"])
        _add_fact(document, "Director accountable:", f" {each['Director accountable']}")
        _add_fact(document, "Delivery Lead(s):", f" {each['leads']}")
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
    names = {row["Assessment ref"]: row["Assessment"] for row in sheets["Assessments"]}
    plans: dict[str, Rows] = {}
    for action in sheets["Actions"]:
        due = moved.get(action["Action ref"], action["Original due date"])
        is_open = action["Progress"] != "Complete"
        late = is_open and str(due) < _AS_AT
        plans.setdefault(action["Recommendation ref"], []).append(
            {**action, "due": due, "open": is_open, "late": late}
        )
    found = []
    for row in sheets["Recommendations"]:
        plan = plans.get(row["Recommendation ref"], [])
        late = [action for action in plan if action["late"]]
        if late or "Critical" in (row["Service impact"], row["Reputation impact"]):
            update = updates[row["Recommendation ref"]]
            found.append(
                {
                    **row,
                    "source": names[row["Source assessment"]],
                    "status": "Red (not on track)" if late else "Green (on track)",
                    "reasons": [_reason(action) for action in late],
                    "actions": _actions_line(plan, moved),
                    "updated": _day(update["Update date"]),
                    "progress": [_typed(line) for line in update["Latest progress"].split("\n")],
                    "leads": " and ".join(row["Delivery leads"].split("\n")),
                }
            )
    return found


def _reason(action: dict[str, Any]) -> str:
    day, ref = _day(action["due"]), action["Action ref"]
    days = (datetime.fromisoformat(_AS_AT) - action["due"]).days
    return f"Action {ref} was due by {day} and is {days} days late: {action['Action']}"


def _actions_line(plan: Rows, moved: dict[str, Any]) -> str:
    due = [_day(action["due"]) for action in plan if action["open"] and not action["late"]]
    late = sum(action["late"] for action in plan)
    dates = sum(action["Action ref"] in moved for action in plan)
    complete = sum(not action["open"] for action in plan)
    parts = (
        f"{complete} of {len(plan)} complete",
        f"{late} overdue" if late else "",
        f"next due {due[0]}" if due else "",
        f"dates moved {dates} times" if dates else "",
    )
    return "; ".join(part for part in parts if part)


def _typed(line: str) -> dict[str, str]:
    """A line of progress as typed, and the style that its bullet asks for."""
    text = line.removeprefix("• ")
    return {"text": text, "style": "Body Text" if text == line else "List Bullet"}


def _day(value: Any) -> str:  # noqa: ANN401  whatever pandas made of the cell
    return f"{value:%d %B %Y}".lstrip("0")


def _box(each: dict[str, Any]) -> tuple[tuple[str, str, tuple[str, str]], ...]:
    """The rows of a box under its titles: a label, what it is, and a fact beside it with its own label."""
    return (
        ("Recommendation:", each["Recommendation"], ("Improvement Plan Status: ", each["status"])),
        ("Source:", each["source"], ("Priority: ", each["Service impact"])),
        (
            "Other relevant assessments:",
            each["Other relevant assessments"],
            ("Since last report: ", "First report"),
        ),
    )


def _add_box(document: Any, each: dict[str, Any]) -> None:  # noqa: ANN401  python-docx's own
    """A heading, and a box under its three titles, laid out as the report's: whole rows, kept with what follows."""
    document.add_heading(f"Recommendation {each['Recommendation ref']}", 3)
    table = document.add_table(rows=4, cols=3)
    for cell, title in zip(table.rows[0].cells, ("Item", "Details", "Where it stands"), strict=True):
        cell.paragraphs[0].add_run(title, "Strong")
    for row, (label, text, fact) in zip(table.rows[1:], _box(each), strict=True):
        heading, details, standing = row.cells
        heading.paragraphs[0].add_run(label, "Strong")
        details.text = text
        _add_runs(standing.paragraphs[0], *fact)
    _lay_out(table)


def _lay_out(table: Any, style: str = "Body Text") -> None:  # noqa: ANN401  python-docx's own
    """A header row that repeats, rows that never split between pages, and a style for every paragraph."""
    from docx.oxml import OxmlElement

    table.style = "Table Grid"
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        for name in ("w:cantSplit", *(["w:tblHeader"] if not index else [])):
            properties.append(OxmlElement(name))
        for paragraph in (paragraph for cell in row.cells for paragraph in cell.paragraphs):
            paragraph.style = style
            paragraph.paragraph_format.keep_with_next = True


def _add_fact(document: Any, label: str, text: str) -> None:  # noqa: ANN401  python-docx's own
    _add_runs(document.add_paragraph(style="Body Text"), label, text)


def _add_runs(paragraph: Any, label: str, text: str) -> None:  # noqa: ANN401  python-docx's own
    paragraph.add_run(label, "Strong")
    paragraph.add_run(text)


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
    _add_box(document, {name: f"{{{{ each['{name}'] }}}}" for name in _TAGS})
    document.add_paragraph("{%p if each.reasons %}")
    _add_fact(document, "Reasons:", "")
    document.add_paragraph("{%p for reason in each.reasons %}")
    document.add_paragraph("{{ reason }}", "List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")
    _add_fact(document, "Actions: ", "{{ each.actions }}")
    _add_fact(document, "Latest progress ({{ each.updated }}): ", "{{ each.progress[0].text }}")
    document.add_paragraph("{%p for line in each.progress[1:] %}")
    document.add_paragraph("{%p if line.style == 'Body Text' %}")
    document.add_paragraph("{{ line.text }}", "Body Text")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ line.text }}", "List Bullet")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    _add_fact(document, "Director accountable:", " {{ each['Director accountable'] }}")
    _add_fact(document, "Delivery Lead(s):", " {{ each.leads }}")
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


_AS_AT = "2010-04-30"
_TAGS = (
    "Recommendation ref",
    "Recommendation",
    "status",
    "source",
    "Service impact",
    "Other relevant assessments",
)
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
