"""A grid's columns hold their longest words, and share out the rest so that the grid is low."""

from audit_report.report.blocks import Cell, Grid
from audit_report.schema.rich_text import plain
from audit_report.word.character_widths import width
from audit_report.word.column_widths import fitted

_ROOM = 10206


def grid(*rows: tuple[str, ...], header: tuple[str, ...] = ("Inspection/assessment", "Times moved")) -> Grid:
    cells = tuple(tuple(Cell((plain(text),)) for text in row) for row in rows)
    return Grid("Facts", header, cells, tuple(1 / len(header) for _ in header))


def test_words_are_as_wide_as_arials() -> None:
    assert width("Inspection/assessment", 10) == 2034
    assert width("Inspection/assessment", 10, bold=True) > width("Inspection/assessment", 10)
    assert width("–", 10) == width("0", 10) == 111


def test_no_word_of_a_title_or_a_cell_is_wider_than_its_column() -> None:
    long = "Arrangements"
    first, second = fitted(grid(("Low", f"{'words ' * 200}{long}")), _ROOM)
    assert first >= width("Inspection/assessment", 10, bold=True) + 200
    assert second >= width(long, 10) + 200
    assert first + second == _ROOM


def test_the_room_left_goes_where_it_saves_lines() -> None:
    first, second = fitted(grid(("Low", "words " * 200)), _ROOM)
    assert second > 2 * first


def test_a_date_takes_two_lines_at_most_where_there_is_room() -> None:
    row, header = ("words " * 200, "17 December 2010"), ("Words", "To")
    _, roomy = fitted(grid(row, header=header), _ROOM)
    assert roomy >= width("17 December", 10) + 200
    _, narrow = fitted(grid(row, header=header), 2100)
    assert width("December", 10) + 200 <= narrow < width("17 December", 10) + 200


def test_words_too_long_for_the_page_leave_the_grids_own_shares() -> None:
    assert fitted(grid(("w" * 400, "Low")), _ROOM) == [_ROOM // 2, _ROOM // 2]
