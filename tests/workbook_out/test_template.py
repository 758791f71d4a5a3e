from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.cell_refs import column_letter
from audit_report.model.records import Action, Recommendation
from audit_report.model.report_details import SHIPPED_ITEMS, TEMPLATE_VERSION, DetailRow
from audit_report.model.tracker import TABLES
from audit_report.model.wording import shipped_places
from audit_report.pipeline import check_workbook
from audit_report.schema.raw_values import CellError, NotCalculated, RichCell
from audit_report.schema.record import Record
from audit_report.schema.rich_text import Run, words
from audit_report.schema.typed_text import read_rich_text
from audit_report.workbook_out.column_names import FIRST_ROW, GUIDANCE_ROW, HEADER_ROW, table_name
from audit_report.workbook_out.sheets import PLAN
from audit_report.workbook_out.table_sheets import Row
from audit_report.workbook_out.template import SPARE_ROWS, fill, new_workbook, save
from tests.spreadsheet import parts

ROOT = Path(__file__).parent.parent.parent
LAPTOP_ACROSS, LAPTOP_DOWN = 1366 - 50, 450
"""The pixels of cells that a laptop shows at 1366 × 768, without Excel's own borders, ribbon and bars."""
RECORDS: tuple[type[Record], ...] = (*TABLES, DetailRow)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "tracker.xlsx"
    save(new_workbook(), path)
    return path


@pytest.fixture(scope="module")
def blank(saved: Path) -> Workbook:
    return load_workbook(saved)


def headers(sheet: Worksheet) -> list[object]:
    return [cell.value for cell in sheet[HEADER_ROW]]


def items(workbook: Workbook) -> dict[object, object]:
    """The values of Report details by item."""
    rows = workbook["Report details"].iter_rows(min_row=FIRST_ROW, max_col=2, values_only=True)
    return {row[0]: row[1] for row in rows}


def test_sheets_stand_in_the_order_of_the_contract(blank: Workbook) -> None:
    assert blank.sheetnames == [
        *(
            "Start here",
            "Dashboard",
            "My work",
            "Recommendations",
            "Actions",
            "Date changes",
            "Progress updates",
        ),
        *("Assessments", "Forward plan", "Officers", "Report details", "Report text"),
        *("Change log", "Reported ratings", "Reports"),
        *("Annex 1", "Annex 2", "Lists"),
    ]


def test_committed_template_is_what_new_makes(saved: Path) -> None:
    assert parts(ROOT / "workbook_templates" / "audit_tracker.xlsx") == parts(saved)


def test_same_workbook_gives_the_same_bytes(saved: Path) -> None:
    again = BytesIO()
    save(new_workbook(), again)
    assert again.getvalue() == saved.read_bytes()


def test_excel_has_nothing_to_repair(saved: Path, ooxml_validator: Callable[[Path], list[str]]) -> None:
    assert ooxml_validator(saved) == []


@pytest.mark.parametrize("record", RECORDS)
def test_a_sheet_has_one_table_with_its_records_headers(blank: Workbook, record: type[Record]) -> None:
    sheet = blank[record.sheet]
    declared = [column.header for column in record.columns]
    [table] = sheet.tables.values()
    assert table.displayName == table_name(record.sheet)
    assert table.ref.startswith(f"A{HEADER_ROW}:")
    assert headers(sheet) == declared
    assert [column.name for column in table.tableColumns] == declared
    assert sheet.auto_filter.ref is None
    assert not sheet.merged_cells.ranges


@pytest.mark.parametrize("record", RECORDS)
def test_every_column_says_above_it_what_goes_in(blank: Workbook, record: type[Record]) -> None:
    guidance = [str(cell.value) for cell in blank[record.sheet][GUIDANCE_ROW]]
    words = {(False, False): "Optional", (True, False): "Required", (False, True): "Worked out"}
    expected = [words[column.required, column.worked_out] for column in record.columns]
    assert [text.partition("\n")[0] for text in guidance] == expected
    assert all(text.partition("\n")[2] for text in guidance)


@pytest.mark.parametrize("record", RECORDS)
def test_worked_out_columns_are_formulas_in_every_row_to_come(blank: Workbook, record: type[Record]) -> None:
    sheet = blank[record.sheet]
    [table] = sheet.tables.values()
    for index, column in enumerate(record.columns):
        formula = table.tableColumns[index].calculatedColumnFormula
        assert (formula is not None) == column.worked_out
        if formula is not None:
            assert sheet.cell(FIRST_ROW, index + 1).value == f"={formula.attr_text}"


def test_people_add_to_blank_rows(blank: Workbook) -> None:
    [table] = blank["Actions"].tables.values()
    assert table.ref == f"A{HEADER_ROW}:{column_letter(len(Action.columns) - 1)}{HEADER_ROW + SPARE_ROWS}"


def test_report_text_has_every_place_in_order(blank: Workbook) -> None:
    rows = blank["Report text"].iter_rows(min_row=FIRST_ROW, max_col=2, values_only=True)
    assert list(rows) == [(place.name, text) for place in shipped_places().values() for text in place.text]


def test_report_details_has_every_item_with_its_default(blank: Workbook) -> None:
    rows = items(blank)
    assert list(rows) == [item.header for item in SHIPPED_ITEMS]
    assert (rows["Months ahead"], rows["Financial test"], rows["Show summary"]) == (
        6,
        "Both thresholds",
        "No",
    )
    assert rows["Authority"] is None
    place = blank.defined_names["template_version"].attr_text
    assert place == f"'Report details'!$B${FIRST_ROW + list(rows).index('Template version')}"


def test_reference_sheets_alone_are_protected_without_a_password(blank: Workbook) -> None:
    protected = {sheet.title for sheet in blank.worksheets if sheet.protection.sheet}
    assert protected == {"Start here", "Annex 1", "Annex 2", "Lists"}
    assert all(sheet.protection.password is None for sheet in blank.worksheets)


def test_leads_and_analysts_sheets_are_told_apart_by_word_and_by_tab(blank: Workbook) -> None:
    colours = [sheet.sheet_properties.tabColor for sheet in blank.worksheets]
    seen = {
        (sheet["A2"].value, colour.rgb)
        for sheet, colour in zip(blank.worksheets, colours, strict=True)
        if colour
    }
    assert len(seen) == 2
    assert [blank[plan.name]["A2"].value for plan in PLAN] == [plan.audience for plan in PLAN]


def test_links_of_start_here_lead_to_sheets(blank: Workbook) -> None:
    links = [cell.hyperlink for row in blank["Start here"] for cell in row if cell.hyperlink]
    targets = [str(link.location).rpartition("!")[0].strip("'") for link in links]
    assert set(blank.sheetnames) - {"Start here"} == set(targets)


def test_charts_have_words_for_those_who_do_not_see_them(saved: Path) -> None:
    with ZipFile(saved) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert drawing.count("descr=") == drawing.count("<c:chart ") == 3


@pytest.mark.parametrize("record", RECORDS)
def test_sheets_print_on_a4_with_their_header_on_every_page(blank: Workbook, record: type[Record]) -> None:
    sheet = blank[record.sheet]
    assert sheet.page_setup.orientation in {"landscape", "portrait"}
    assert int(sheet.page_setup.paperSize or 0) == 9
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.freeze_panes == (None if sheet.protection.sheet else f"B{FIRST_ROW}")
    assert str(sheet.oddFooter) == "&L&A&RPage &P of &N"


def test_sheets_that_the_program_keeps_are_hidden_until_they_have_rows() -> None:
    workbook = new_workbook()
    kept = {plan.name for plan in PLAN if plan.kept}
    assert kept == {"Change log", "Reported ratings", "Reports"}
    assert {sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "hidden"} == kept
    for name in kept:
        fill(workbook, name, [{}])
    assert {sheet.sheet_state for sheet in workbook.worksheets} == {"visible"}


@pytest.mark.parametrize(
    ("sheet", "header"), [("Recommendations", "Status (Annex 2)"), ("Actions", "On track")]
)
def test_a_laptop_shows_the_rating_and_most_of_the_rows(blank: Workbook, sheet: str, header: str) -> None:
    shown = blank[sheet]
    to_rating = range(headers(shown).index(header) + 1)
    widths = [shown.column_dimensions[column_letter(index)].width for index in to_rating]
    heights = [shown.row_dimensions[row] for row in range(1, HEADER_ROW + 1)]
    frozen = sum(each.height or 15 for each in heights if not each.hidden) * 96 / 72
    assert sum(round(width * 7) for width in widths) <= LAPTOP_ACROSS
    assert frozen <= LAPTOP_DOWN / 3


def test_a_blank_tracker_lacks_only_what_the_report_must_know(saved: Path) -> None:
    problems = {(each.code, each.where.header) for each in check_workbook(saved).problems}
    required = [item.header for item in SHIPPED_ITEMS if item.required]
    assert problems == {("required-blank", header) for header in required}


def test_rows_grow_and_shrink_the_table() -> None:
    workbook = new_workbook()
    sheet = workbook["Recommendations"]
    [table] = sheet.tables.values()
    last = column_letter(len(Recommendation.columns) - 1)
    fill(workbook, "Recommendations", [{"Recommendation ref": f"R{number}"} for number in range(40)])
    assert table.ref == table.autoFilter.ref == f"A{HEADER_ROW}:{last}{HEADER_ROW + 40 + SPARE_ROWS}"
    fill(workbook, "Recommendations", [{"Recommendation ref": "R1"}])
    assert table.ref == table.autoFilter.ref == f"A{HEADER_ROW}:{last}{HEADER_ROW + 1 + SPARE_ROWS}"
    assert sheet.max_row == HEADER_ROW + 1 + SPARE_ROWS
    status = [column.name for column in Recommendation.columns].index("shown_status")
    assert str(sheet.cell(sheet.max_row, status + 1).value).startswith("=IF(")


@pytest.mark.parametrize("text", ["=1+1", "#REF!", "-3", "@home", "+44 20 7946 0000", "Q&A <b>"])
def test_text_stays_text_whatever_it_looks_like(text: str, tmp_path: Path) -> None:
    workbook = new_workbook()
    fill(workbook, "Officers", [{"Name": text}])
    save(workbook, tmp_path / "tracker.xlsx")
    [officer] = check_workbook(tmp_path / "tracker.xlsx").tracker.officers
    assert officer.name == text


def test_an_updates_looks_and_an_old_files_errors_are_kept(tmp_path: Path) -> None:
    workbook = new_workbook()
    rich = RichCell((Run("Done: "), Run("all", bold=True), Run("\n• and more", italic=True)))
    rows: list[Row] = [
        {"Recommendation ref": "R1", "Latest progress": text}
        for text in (rich, CellError("#REF!"), NotCalculated("A1+2"))
    ]
    fill(workbook, "Progress updates", [*rows, {"Recommendation ref": "R1", "Significant challenges": False}])
    save(workbook, tmp_path / "tracker.xlsx")
    updates = check_workbook(tmp_path / "tracker.xlsx").tracker.updates
    assert updates[0].progress == read_rich_text(rich.runs)
    assert [words(update.progress) for update in updates[1:3]] == ["#REF!", "=A1+2"]
    assert updates[3].challenges is False


def test_a_header_that_the_table_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="Officers has no column Nmae"):
        fill(new_workbook(), "Officers", [{"Nmae": "Ann Archer"}])


def test_an_item_that_is_not_known_is_kept_and_the_version_is_the_programs_own() -> None:
    workbook = new_workbook()
    fill(
        workbook,
        "Report details",
        [{"Item": "template version", "Value": 0}, {"Item": "Mood", "Value": "Good"}],
    )
    rows = items(workbook)
    assert rows["Template version"] == TEMPLATE_VERSION
    assert rows["Mood"] == "Good"
