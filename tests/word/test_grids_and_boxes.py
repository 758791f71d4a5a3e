"""Grids and boxes: what a screen reader and a printer need of them."""

import pytest
from lxml import etree

from audit_report.model.scales import Colour, Shade
from audit_report.report.blocks import Box, Cell, Grid, Heading
from audit_report.schema.rich_text import Mark
from audit_report.word import styles
from tests.word.reading import body, find, paragraphs, part, text, values
from tests.word.samples import END, OVERVIEW, RATINGS, REPORT, box, cell, lines

LONG = "Work on this recommendation goes on in every team of the service. " * 60


def tables() -> list[etree._Element]:
    return find(part(REPORT, "word/document.xml"), "//w:tbl")


def whole_rows(table: etree._Element) -> list[bool]:
    """Whether each row may not split."""
    return [bool(find(row, "w:trPr/w:cantSplit")) for row in find(table, "w:tr")]


def kept_rows(table: etree._Element) -> list[bool]:
    """Whether each row stays with the next."""
    return [bool(find(row, ".//w:keepNext")) for row in find(table, "w:tr")]


def test_every_table_is_plain() -> None:
    for table in tables():
        rows = find(table, "w:tr")
        columns = values(table, "w:tblGrid/w:gridCol/@w:w")
        assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * (len(rows) - 1)
        for row in rows:
            assert values(row, "w:tc/w:tcPr/w:tcW/@w:w") == columns
            assert all(text(each).strip() for each in find(row, "w:tc"))
            assert all(each[-1].tag.endswith("}p") for each in find(row, "w:tc"))
        assert not find(table, ".//w:gridSpan | .//w:vMerge | .//w:tbl | .//w:tblpPr")
        assert values(table, "w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        assert values(table, "w:tblPr/w:tblW/@w:w") == [str(sum(map(int, columns)))]


def test_a_table_fills_the_width_of_its_page() -> None:
    widths = [sum(map(int, values(table, "w:tblGrid/w:gridCol/@w:w"))) for table in tables()]
    assert widths == [15138, 10206, 10206]
    assert values(tables()[0], "w:tblGrid/w:gridCol/@w:w") == ["4512", "4552", "6074"]


def test_a_grids_header_is_its_first_row() -> None:
    [table] = find(body(OVERVIEW), "//w:tbl")
    first, *_ = find(table, "w:tr")
    assert paragraphs(first) == [("ReportTableHeading", title) for title in OVERVIEW.header]
    assert values(table, "w:tblPr/w:tblCaption/@w:val") == ["Recent assessments"]


def test_a_cell_that_heads_its_row_says_so() -> None:
    [table] = find(body(OVERVIEW), "//w:tbl")
    assert values(table, "w:tblPr/w:tblLook/@w:firstColumn") == ["1"]
    assert [paragraphs(row)[0] for row in find(table, "w:tr")[1:]] == [
        ("ReportTableLabel", "Annual review, comprising of;"),
        ("ReportTableLabelBullet", "Governance"),
    ]
    [plain_table] = find(body(Grid("Counts", ("One",), ((cell("1"),),), (1,))), "//w:tbl")
    assert values(plain_table, "w:tblPr/w:tblLook/@w:firstColumn") == ["0"]


def test_a_box_reads_as_the_source_reports_does() -> None:
    [table] = find(body(box(status=Colour.RED)), "//w:tbl")
    assert [[paragraphs(each) for each in find(row, "w:tc")] for row in find(table, "w:tr")] == [
        [
            [("ReportTableHeading", "Item")],
            [("ReportTableHeading", "Details")],
            [("ReportTableHeading", "Where it stands")],
        ],
        [
            [("ReportTableLabel", "Recommendation:")],
            [("ReportTableSubject", "Keep case records up to date")],
            [
                ("ReportTableLabel", "Improvement Plan Status:"),
                ("ReportStatusRed", "Red (on track or not)"),
            ],
        ],
        [
            [("ReportTableLabel", "Source:")],
            [("ReportTableText", "Annual review")],
            [("ReportTableText", "Priority: Critical (service)")],
        ],
        [
            [("ReportTableLabel", "Other relevant assessments:")],
            [("ReportTableText", "None")],
            [("ReportTableText", "Since last report: First report")],
        ],
    ]


def rows_of_a_box(count: int) -> list[list[list[str]]]:
    """The paragraphs of each cell of a box with so many facts."""
    facts = tuple(Cell(lines(f"value {number}"), f"Label {number}:") for number in range(1, count + 1))
    [table] = find(body(Box("Facts", ("A", "B", "C"), facts)), "//w:tbl")
    return [
        [[words for _, words in paragraphs(each)] for each in find(row, "w:tc")]
        for row in find(table, "w:tr")
    ]


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (2, [["Label 1:"], ["value 1"], ["Label 2: value 2"]]),
        (3, [["Label 1:"], ["value 1"], ["Label 2: value 2", "Label 3: value 3"]]),
        (6, [["Label 5:"], ["value 5"], ["Label 6: value 6"]]),
        (7, [["Label 5:"], ["value 5"], ["Label 6: value 6", "Label 7: value 7"]]),
    ],
)
def test_a_box_takes_any_number_of_facts_two_to_a_row(count: int, last: list[list[str]]) -> None:
    rows = rows_of_a_box(count)
    assert len(rows) == 1 + count // 2
    assert rows[-1] == last


def test_a_box_needs_two_facts() -> None:
    with pytest.raises(ValueError, match="an empty cell"):
        rows_of_a_box(1)


def test_a_rating_has_its_word_on_a_panel_of_its_own() -> None:
    [table] = find(body(RATINGS), "//w:tbl")
    firsts = [paragraphs(row)[0] for row in find(table, "w:tr")[1:]]
    assert firsts == [(styles.RATINGS[rating].id, str(rating)) for rating in (*Shade, *Colour)]


def test_only_the_first_line_of_a_rated_cell_is_the_rating() -> None:
    rated = Cell(lines("Green", "since March"), rating=Colour.GREEN)
    [table] = find(body(Grid("Rated", ("One",), ((rated,),), (1,))), "//w:tbl")
    assert paragraphs(table)[1:] == [("ReportStatusGreen", "Green"), ("ReportTableText", "since March")]


def test_a_label_stands_above_a_list() -> None:
    labelled = Cell(lines("One", "Two"), "Steps:")
    listed = Cell(lines("One", mark=Mark.BULLET), "Steps:")
    grid = Grid("Steps", ("A", "B"), ((labelled, listed),), (0.5, 0.5))
    [table] = find(body(grid), "//w:tbl")
    assert paragraphs(table)[2:] == [
        ("ReportTableText", "Steps: One"),
        ("ReportTableText", "Two"),
        ("ReportTableLabel", "Steps:"),
        ("ReportTableBullet", "One"),
    ]


def test_a_row_splits_only_where_it_may_not_fit_a_page() -> None:
    grid = Grid(
        "Notes", ("Note", "Number"), ((cell("Short"), cell("1")), (cell(LONG), cell("2"))), (0.2, 0.8)
    )
    assert whole_rows(find(body(grid), "//w:tbl")[0]) == [True, True, False]
    assert whole_rows(find(body(box(LONG)), "//w:tbl")[0]) == [True, False, True, True]


def test_a_box_stays_with_what_follows_it() -> None:
    assert kept_rows(find(body(box()), "//w:tbl")[0]) == [True] * 4


def test_a_small_grid_stays_on_one_page_and_a_group_with_its_first_part() -> None:
    assert kept_rows(find(body(OVERVIEW, Heading(2, "End")), "//w:tbl")[0]) == [False, True, False]
    large = Grid(OVERVIEW.title, OVERVIEW.header, OVERVIEW.rows * 30, OVERVIEW.widths)
    assert kept_rows(find(body(large, Heading(2, "End")), "//w:tbl")[0]) == [False] + [True, False] * 30
    many = Grid("Counts", ("One",), ((cell("1"),),) * 100, (1,))
    assert not any(kept_rows(find(body(many, Heading(2, "End")), "//w:tbl")[0]))


def test_the_last_row_stays_with_the_words_that_follow() -> None:
    assert kept_rows(find(body(OVERVIEW, END), "//w:tbl")[0]) == [False, True, True]
    tall = Grid("Notes", ("Note",), ((cell(LONG * 2),),), (1,))
    assert kept_rows(find(body(tall, END), "//w:tbl")[0]) == [False, False]
