from dataclasses import replace

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.report.blocks import Block, Heading, Prose
from audit_report.report.draft_errors import draft, draft_notice
from tests.report.reading import of_type, outline
from tests.report.registers import material


def test_without_errors_there_is_nothing_to_list() -> None:
    assert list(draft(material())) == list(draft_notice(material())) == []


def test_a_draft_without_errors_says_so_all_the_same() -> None:
    assert list(outline(draft_notice(replace(material(), is_draft=True)))) == ["DRAFT, not for publication."]


def test_the_first_page_leads_to_the_errors() -> None:
    of = material(problems=[catalogue.RequiredBlank().at(CellRef(header="Name"))])
    notice: list[Block] = list(draft_notice(of))
    [line] = of_type(Prose, notice)[0].lines
    assert line.text == "DRAFT, not for publication: the errors to put right are listed at the end."
    assert [run.within for run in line.runs] == [heading.name for heading in of_type(Heading, draft(of))]


def test_the_errors_with_their_cells_and_fixes() -> None:
    cell = CellRef("Actions", 14, "E", "Original due date")
    problems = [
        catalogue.RequiredBlank().at(cell, "R1.2"),
        catalogue.NoPriority().at(CellRef("Recommendations"), "R1"),
        catalogue.RequiredBlank().at(CellRef(header="Name")),
    ]
    heading, _, listed = outline(draft(material(problems=problems)))
    assert heading == "## Errors to put right before publication"
    assert listed.splitlines() == [
        "• Actions!E14 (R1.2): Original due date is blank. Fill it in: it cannot be left blank.",
        (
            "• Recommendations (R1): There is nothing to rate the priority by. Give the financial loss or "
            "choose an impact level; failing that, choose a recorded priority."
        ),
        "• Name is blank. Fill it in: it cannot be left blank.",
    ]
