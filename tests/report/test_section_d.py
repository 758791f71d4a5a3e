from datetime import date

from audit_report.report.blocks import Grid
from audit_report.report.section_d import schedule
from audit_report.schema.dates.approximate_dates import ApproximateDate
from tests.report.reading import column, only, outline, table
from tests.report.registers import material, on, rich, scheduled, tracker, when


def review(*reviews: ApproximateDate | None) -> list[str]:
    grid = only(Grid, schedule(material(forward_plan=[scheduled(each) for each in reviews])))
    return column(grid, "Date of next review")


def test_a_row_in_full() -> None:
    row = scheduled(
        when("May 2010"), focus=rich("Safeguarding\n• Adults"), rating="3/4\n(good)", period="2009-10"
    )
    grid = only(Grid, schedule(material(forward_plan=[row])))
    assert grid.header == (
        "Inspection/assessment",
        "Assessing body",
        "Focus of assessment",
        "Current rating",
        "Period to be reviewed",
        "Date of next review",
        "NCC Lead",
    )
    assert table(grid) == [
        [
            "Inspection",
            "Care Quality Commission",
            "Safeguarding\n• Adults",
            "3/4\n(good)",
            "2009-10",
            "May 2010",
            "Ann Archer\nDirector of Children",
        ]
    ]


def test_blank_cells_say_so() -> None:
    grid = only(
        Grid, schedule(material(forward_plan=[scheduled(when("May 2010"), name="", body="", lead="")]))
    )
    assert table(grid)[0] == [*["Not stated"] * 5, "May 2010", "Not stated"]


def test_dates_print_as_typed_or_in_words_and_unknown_ones_are_marked() -> None:
    typed = when("March 2010\nResults published June 2010")
    assert review(typed, on(date(2010, 5, 3)), when("TBC"), None) == [
        "March 2010\nResults published June 2010",
        "3 May 2010",
        "TBC (date not known)",
        "Not stated (date not known)",
    ]


def test_only_listed_rows_are_printed() -> None:
    rows = [scheduled(when("May 2010"), listed=False), scheduled(when("July 2010"))]
    grid = only(Grid, schedule(material(forward_plan=rows)))
    assert column(grid, "Date of next review") == ["July 2010"]


def test_nothing_due_and_the_months_ahead_in_words() -> None:
    blocks = list(outline(schedule(material(tracker(settings={"months_ahead": 9})))))
    assert blocks[0] == "## D: Overview of key assessments and inspections scheduled for the next 9 months"
    assert blocks[2] == "The register holds no assessment or inspection due in the next 9 months."
