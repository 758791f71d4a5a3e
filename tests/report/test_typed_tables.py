"""Lines that tabs part into the same number of pieces are a table; what stands around them stays as it is."""

from audit_report.report.blocks import Cell, Grid, Prose
from audit_report.report.typed_tables import with_tables
from audit_report.schema.rich_text import Line, Run, plain
from tests.report.reading import said, table
from tests.report.registers import rich


def written(text: str) -> list[Prose | Grid]:
    return list(with_tables(rich(text), "Typed"))


def test_rows_under_their_titles() -> None:
    before, grid, after = written("So far:\nName\tDue\nPolicy\tMay\nTraining\t\nOther\tJune\nMore soon.")
    assert isinstance(before, Prose)
    assert isinstance(after, Prose)
    assert (said(before.lines), said(after.lines)) == ("So far:", "Training\nOther June\nMore soon.")
    assert isinstance(grid, Grid)
    assert (grid.title, grid.header, table(grid)) == ("Typed", ("Name", "Due"), [["Policy", "May"]])


def test_an_empty_piece_is_a_dash_and_a_title_without_words_makes_no_table() -> None:
    [grid] = written("Name\tDue\tLead\nPolicy\t \tAnn")
    assert isinstance(grid, Grid)
    assert table(grid) == [["Policy", "–", "Ann"]]
    [prose] = written("Name\t \tLead\nPolicy\tMay\tAnn")
    assert isinstance(prose, Prose)


def test_one_line_is_no_table_nor_is_a_list() -> None:
    for text in ("Name\tDue", "• Name\tDue\n• Policy\tMay", "Words alone."):
        assert [type(block) for block in written(text)] == [Prose]


def test_of_two_tables_that_touch_the_second_stays_lines() -> None:
    blocks = written("Name\tDue\nPolicy\tMay\nName\tDue\tLead\nPolicy\tMay\tAnn")
    assert [type(block) for block in blocks] == [Grid, Prose]


def test_a_cell_keeps_its_look_and_a_look_that_parts_the_pieces_makes_no_table() -> None:
    bold = Run("Policy", bold=True)
    rows = (plain("Name | Due"), Line((bold, Run(" | May"))))
    [grid] = with_tables(rows, "Typed")
    assert isinstance(grid, Grid)
    assert grid.rows[0][0] == Cell((Line((bold,)),), heads_row=True)
    [prose] = with_tables((rows[0], Line((bold, Run(" "), Run("| May")))), "Typed")
    assert isinstance(prose, Prose)
